"""A story: texts, lists, frames and drawings one below the other, with the structure that they have.

story = Story(document.structure, width)
story.text([Run("Гарчиг", Face.SERIF_BOLD, 20)], leading=26, kind="H1", keeps=True)
with story.group("L"), story.group("LI"): …
pages = paginate(story.slabs, height)
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from lms.core.pdf.document import TaggedCanvas
from lms.core.pdf.flow import Draw, Frame, Slab
from lms.core.pdf.runs import Line, Run, break_lines, draw_line
from lms.core.pdf.structure import Element

BASELINE = 0.3  # of a line's leading lies below its letters


@dataclass
class Story:
    """Slabs under way; `left` and `width` say where the next one stands, from the edge of the page."""

    element: Element
    width: float
    left: float = 0
    slabs: list[Slab] = field(default_factory=list)
    frames: tuple[Frame, ...] = ()

    def add(
        self, height: float, draw: Draw, *, space: float = 0, keeps: bool = False, again: Slab | None = None
    ) -> None:
        """Anything that is drawn by a function, `height` high."""
        self.slabs.append(Slab(height, draw, space, keeps, self.frames, again))

    def text(
        self,
        runs: Sequence[Run],
        *,
        leading: float,
        space: float = 0,
        kind: str = "P",
        keeps: bool = False,
        language: str = "",
    ) -> Element:
        """A text of an element of its own. Neither its first nor its last line stands alone on a page."""
        element = self.element.add(kind, language=language)
        lines = break_lines(runs, self.width)
        last = len(lines) - 1
        for place, line in enumerate(lines):
            together = keeps if place == last else place in (0, last - 1)
            self._line(line, element, leading, space if place == 0 else 0, together, ends=place == last)
        return element

    def _line(
        self, line: Line, element: Element, leading: float, space: float, keeps: bool, *, ends: bool
    ) -> None:
        left = self.left

        def draw(canvas: TaggedCanvas, top: float) -> None:
            draw_line(canvas, line, left, top - (1 - BASELINE) * leading, element, ends_text=ends)

        self.add(leading, draw, space=space, keeps=keeps)

    def fill(self, draw: Callable[[float], Draw]) -> None:
        """Something that takes the room that is left above what follows on its page: `draw(height)`."""
        self.slabs.append(Slab(0, draw(0), frames=self.frames, fill=draw))

    @contextmanager
    def first(self, **facts: Any) -> Iterator[None]:
        """Give the first slab that is added what a `Slab` may have: space, a name, the turn of a page."""
        start = len(self.slabs)
        yield
        self.slabs[start] = replace(self.slabs[start], **facts)

    @contextmanager
    def group(self, kind: str, *, numbering: str = "Decimal", language: str = "") -> Iterator[Element]:
        """An element around others: L, LI, LBody, Sect, BlockQuote."""
        outer = self.element
        self.element = outer.add(kind, numbering=numbering, language=language)
        yield self.element
        self.element = outer

    @contextmanager
    def indented(self, left: float, right: float = 0) -> Iterator[None]:
        before = self.left, self.width
        self.left, self.width = self.left + left, self.width - left - right
        yield
        self.left, self.width = before

    @contextmanager
    def framed(
        self,
        draw: Callable[[TaggedCanvas, float, float, float, float], None],
        *,
        pad: tuple[float, float],
        space: float,
        unbroken: float = 0,
    ) -> Iterator[None]:
        """A frame, drawn by a function; `pad` is the room inside it, at the sides and above and below.

        It stays on one page when it is not higher than `unbroken`.
        """
        aside, above = pad
        outer, start = self.frames, len(self.slabs)
        self.frames = (*outer, Frame(self.left, self.width, above, space, draw))
        with self.indented(aside, aside):
            yield
        self.frames = outer
        if sum(slab.height + slab.space for slab in self.slabs[start:]) <= unbroken:
            self.slabs[start:-1] = [replace(slab, keeps=True) for slab in self.slabs[start:-1]]

    @contextmanager
    def item(self, label: Run, *, indent: float) -> Iterator[None]:
        """An entry of an L: its label stands to the left of what is added, which is indented."""
        start, left = len(self.slabs), self.left
        with self.group("LI"):
            element = self.element.add("Lbl")
            with self.group("LBody"), self.indented(indent):
                yield
        first = self.slabs[start]

        def draw(canvas: TaggedCanvas, top: float) -> None:
            x = left + max(indent - label.width - label.size / 2, 0)
            draw_line(canvas, Line((label,)), x, top - (1 - BASELINE) * first.height, element)
            first.draw(canvas, top)

        self.slabs[start] = replace(first, draw=draw)
