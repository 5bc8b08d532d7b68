"""From a long row of slabs to pages: what stays together, what stands in a frame, what is repeated."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from lms.core.pdf.document import TaggedCanvas

Draw = Callable[[TaggedCanvas, float], None]  # is told where the top is, in points of the page


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A border around slabs, drawn anew on every page that they reach."""

    left: float
    width: float
    pad: float  # between the border and what stands in it, above and below
    space: float  # above and below the border
    draw: Callable[[TaggedCanvas, float, float, float, float], None]  # left, bottom, width, height


@dataclass(frozen=True, slots=True, eq=False)
class Slab:
    """Something of a known height that no page break divides.

    `space` is the free room above it, but not at the top of a page. One that `keeps` stays on the
    page of the next. `again` is drawn above it where it begins a page: the head of its table.
    `turns` begins a page. `fill` draws one that takes all the room its page has left, told how much
    that is. A `name` makes a bookmark.
    """

    height: float
    draw: Draw
    space: float = 0
    keeps: bool = False
    frames: tuple[Frame, ...] = ()
    again: "Slab | None" = None
    turns: bool = False
    fill: Callable[[float], Draw] | None = None
    name: str = ""


Laid = tuple[Frame, float, float]  # with its top and bottom, from the top of the page


@dataclass(slots=True)
class Page:
    """Slabs with the distance of their tops from the top of the page, and the frames around them."""

    slabs: list[tuple[Slab, float]] = field(default_factory=list)
    frames: list[Laid] = field(default_factory=list)

    @property
    def height(self) -> float:
        """How far down anything reaches."""
        ends = [top + slab.height for slab, top in self.slabs] + [bottom for *_, bottom in self.frames]
        return max(ends, default=0)

    def stretch(self, height: float) -> None:
        """Let the slab that fills take the room that is left of so much; all below it moves down."""
        place = next((place for place, (slab, _top) in enumerate(self.slabs) if slab.fill), None)
        if place is None:
            return
        filling, top = self.slabs[place]
        assert filling.fill
        room = max(height - self.height, 0)
        grown = replace(filling, height=filling.height + room, draw=filling.fill(filling.height + room))
        below = [(slab, upper + room) for slab, upper in self.slabs[place + 1 :]]
        self.slabs[place:] = [(grown, top), *below]

    def draw(self, canvas: TaggedCanvas, top: float) -> None:
        """Draw everything; `top` is where the first slab begins, in points of the canvas."""
        with canvas.artifact():
            for frame, upper, lower in self.frames:
                frame.draw(canvas, frame.left, top - lower, frame.width, lower - upper)
        for slab, upper in self.slabs:
            slab.draw(canvas, top - upper)


@dataclass(frozen=True, slots=True)
class _Place:
    """How far a page is filled; which frames are open, and where they began."""

    y: float = 0
    open: tuple[tuple[Frame, float], ...] = ()
    is_empty: bool = True

    @property
    def end(self) -> float:
        """How far the page reaches when all that is open is closed here."""
        return self.y + sum(frame.pad for frame, _top in self.open)

    def put(self, slab: Slab) -> tuple["_Place", float, list[Laid]]:
        """The place after a slab, the slab's top, and the frames that ended before it."""
        pairs = zip(self.open, slab.frames, strict=False)
        shared = sum(1 for _pair in takewhile(lambda pair: pair[0][0] is pair[1], pairs))
        ended, left_over = _closed(self.open[shared:], self.y)
        opened = slab.frames[shared:]
        spaces = [frame.space for frame, *_ in ended] + [frame.space for frame in opened]
        y = left_over + (0 if self.is_empty else max(spaces if opened else [*spaces, slab.space]))
        begun = []
        for frame in opened:
            begun.append((frame, y))
            y += frame.pad
        return _Place(y + slab.height, (*self.open[:shared], *begun), False), y, ended


def paginate(slabs: Sequence[Slab], height: float) -> list[Page]:
    """Lay slabs on pages of so much height. What is too tall for one page is divided all the same."""
    pages, place = [Page()], _Place()
    for chain in _chains(slabs):
        fits = _reach(place, chain) <= height or _reach(_Place(), chain) > height
        for slab in chain:
            if not place.is_empty and (slab.turns or not fits or place.put(slab)[0].end > height):
                place = _turn(pages, place)
            fits = True
            if slab.again and place.is_empty:
                place = _lay(pages[-1], place, replace(slab.again, frames=slab.frames))
            place = _lay(pages[-1], place, slab)
    pages[-1].frames += _closed(place.open, place.y)[0]
    for page in pages:
        page.stretch(height)
    return pages


def _chains(slabs: Sequence[Slab]) -> Iterator[list[Slab]]:
    """Slabs that stay together."""
    chain: list[Slab] = []
    for slab in slabs:
        chain.append(slab)
        if not slab.keeps:
            yield chain
            chain = []
    if chain:
        yield chain


def _reach(place: _Place, chain: Sequence[Slab]) -> float:
    for slab in chain:
        place = place.put(slab)[0]
    return place.end


def _lay(page: Page, place: _Place, slab: Slab) -> _Place:
    place, top, ended = place.put(slab)
    page.slabs.append((slab, top))
    page.frames += ended
    return place


def _turn(pages: list[Page], place: _Place) -> _Place:
    pages[-1].frames += _closed(place.open, place.y)[0]
    pages.append(Page())
    return _Place()


def _closed(frames: Sequence[tuple[Frame, float]], y: float) -> tuple[list[Laid], float]:
    """Frames that end, the innermost first, and where one stands after that."""
    ended: list[Laid] = []
    for frame, top in reversed(frames):
        y += frame.pad
        ended.append((frame, top, y))
    return ended, y
