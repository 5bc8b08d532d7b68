"""A lesson's prose on paper: the same words in the same order as on the screen."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from reportlab.lib.units import mm

from lms.content import boxes
from lms.content.prose import Box, Heading, Listing, Paragraph, Part, Picture, Quotation, Table, Words, plain
from lms.core.drawings import Drawing, read_svg
from lms.core.pdf import TaggedCanvas
from lms.core.pdf.figures import draw_figure
from lms.core.pdf.grid import Cell, least_width, table
from lms.core.pdf.runs import Run
from lms.core.pdf.story import Story
from lms.core.pdf.structure import Element
from lms.learning.pdf import look
from lms.learning.pdf.look import BODY, CELL, HEADING, IN_LIST, INDENT, LABEL, SMALL, SUBHEADING, TABLE, Style

SMALLEST_LETTERS = 8.0  # of a figure
FIGURE_HEIGHT = 118 * mm
CAPTION = 48 * mm  # the least room for a caption beside its figure
QUOTED = 40 * mm  # a quotation that is not higher stays on one page


@dataclass(frozen=True, slots=True)
class Measure:
    """How generous a paper is."""

    lines: int  # to write on below an exercise, at the most
    letters: float  # size of the smallest in a figure
    unbroken: float  # a box that is not higher stays on one page


ROOMY = Measure(lines=8, letters=9.5, unbroken=62 * mm)
SNUG = Measure(lines=3, letters=8.25, unbroken=36 * mm)
ANSWERED = Measure(lines=0, letters=9.5, unbroken=62 * mm)  # nobody writes into a guide

ICONS = {
    name: read_svg(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
        f'<g fill="none" stroke="#1a2330" stroke-width="2.4">{drawing}</g></svg>'
    )
    for name, drawing in boxes.DRAWINGS.items()
}


@dataclass
class Typesetter:
    """Sets parts below one another; `deeper` headings stand in a paper of several lessons."""

    story: Story
    language: str
    links: look.Links
    deeper: int = 0
    measure: Measure = ROOMY

    def parts(self, parts: Sequence[Part], style: Style = BODY) -> None:
        for place, part in enumerate(parts):
            following = parts[place + 1] if place + 1 < len(parts) else None
            start = len(self.story.slabs)
            self._part(part, style, following)
            if place and isinstance(parts[place - 1], Table | Picture):
                self._more_space(start)

    def _more_space(self, start: int) -> None:
        """A little more than between paragraphs, below what stands by itself."""
        slab = self.story.slabs[start]
        self.story.slabs[start] = replace(slab, space=max(slab.space, BODY.space + 4))

    def _part(self, part: Part, style: Style, following: Part | None) -> None:
        match part:
            case Heading():
                look_of = HEADING if part.level == 2 else SUBHEADING
                self.heading(list(self._runs(part.words, look_of)), part.level, look_of)
            case Paragraph():
                leads = isinstance(following, Listing | Table) and plain(part.words).rstrip().endswith(":")
                self.text(part.words, style, keeps=leads)
            case Listing():
                self._listing(part, style)
            case Table():
                self._table(part)
            case Quotation():
                with self.quoted():
                    self.parts(part.parts, style)
            case Picture():
                self._picture(part)
            case _:
                self._box(part, style)

    def heading(self, runs: list[Run], level: int, style: Style) -> Element:
        kind = f"H{level + self.deeper}"
        return self.story.text(runs, leading=style.leading, space=style.space, kind=kind, keeps=True)

    def text(self, words: Words, style: Style = BODY, *, keeps: bool = False) -> None:
        runs = list(self._runs(words, style))
        self.story.text(runs, leading=style.leading, space=style.space, keeps=keeps)

    def plain(self, text: str, style: Style = BODY) -> None:
        """A paragraph of one look."""
        self.story.text([style.run(text)], leading=style.leading, space=style.space)

    def points(self, texts: Sequence[str], style: Style = IN_LIST) -> None:
        """A list with dots."""
        with self.story.group("L", numbering="Disc"):
            for text in texts:
                with self.story.first(space=IN_LIST.space), self.story.item(style.run("•"), indent=INDENT):
                    self.story.text([style.run(text)], leading=style.leading)

    def _runs(self, words: Words, style: Style, *, bold: bool = False) -> Iterator[Run]:
        return look.runs(words, style, self.links, bold=bold)

    @contextmanager
    def quoted(self) -> Iterator[None]:
        """With a bar on the left."""
        with self.story.framed(_bar, pad=(12, 1), space=BODY.space + 2, unbroken=QUOTED):
            yield

    def _listing(self, part: Listing, style: Style) -> None:
        numbering = "Disc" if part.first is None else "Decimal"
        with self.story.group("L", numbering=numbering):
            for place, item in enumerate(part.items):
                label = "•" if part.first is None else f"{part.first + place}."
                space = style.space if place == 0 else IN_LIST.space
                with self.story.first(space=space), self.story.item(style.run(label), indent=INDENT):
                    self.parts(item, style)

    def _table(self, part: Table) -> None:
        style, setting = CELL, TABLE
        rows = self._cells(part, style)
        while least_width(rows, setting) > self.story.width and style.size > 8.25:
            style = replace(style, size=style.size - 0.5, leading=style.leading - 0.5)
            setting = replace(setting, leading=style.leading)
            rows = self._cells(part, style)
        table(self.story, rows, setting, space=BODY.space + 2)

    def _cells(self, part: Table, style: Style) -> list[list[Cell]]:
        def cell(words: Words, column: int, heads: str) -> Cell:
            return Cell(tuple(self._runs(words, style, bold=bool(heads))), heads, part.figures[column])

        head = [
            cell(words, place, "" if part.names_rows and not place else "Column")
            for place, words in enumerate(part.head)
        ]
        body = [
            [
                cell(words, place, "Row" if part.names_rows and not place else "")
                for place, words in enumerate(row)
            ]
            for row in part.rows
        ]
        return [head, *body]

    def _picture(self, part: Picture) -> None:
        """The figure with its caption beside it, or below where there is no room."""
        drawing, story = part.drawing, self.story
        scale = min(self._scale(drawing), story.width / drawing.width)
        width, height = drawing.width * scale, drawing.height * scale
        element = story.element.add("Figure", alt=part.alt)
        left, start = story.left, len(story.slabs)

        def draw(canvas: TaggedCanvas, top: float) -> None:
            element.page, element.box = canvas.getPageNumber() - 1, (left, top - height, left + width, top)
            with canvas.more_of(element):
                draw_figure(canvas, drawing, x=left, y=top - height, width=width)

        story.add(height, draw, space=BODY.space + 3, keeps=True)
        caption = list(self._runs(part.caption, SMALL))
        if story.width - width - 12 < CAPTION:
            story.text(caption, leading=SMALL.leading, space=SMALL.space, kind="Caption")
            return
        with story.indented(width + 12):
            story.text(caption, leading=SMALL.leading, kind="Caption")
        self._beside(start)

    def _scale(self, drawing: Drawing) -> float:
        """As large as reads well, smaller where a figure is tall, but never too small to read."""
        letters = drawing.smallest_letters or self.measure.letters
        wanted, least = self.measure.letters / letters, SMALLEST_LETTERS / letters
        return max(min(wanted, FIGURE_HEIGHT / drawing.height), least)

    def _beside(self, start: int) -> None:
        """Lay the slabs after `start` beside the one there, at its foot."""
        figure, *lines = self.story.slabs[start:]
        above = figure.height - sum(line.height for line in lines)

        def draw(canvas: TaggedCanvas, top: float) -> None:
            figure.draw(canvas, top)
            y = top - max(above, 0)
            for line in lines:
                line.draw(canvas, y)
                y -= line.height

        self.story.slabs[start:] = [replace(figure, draw=draw, keeps=False)]

    def _box(self, part: Box, style: Style) -> None:
        heavy = part.name in ("exercise", "warning", "key")
        with self.framed(part.name, boxes.word(part.name, self.language, part.minutes), heavy=heavy):
            with self.story.first(space=IN_LIST.space):
                self.parts(part.parts, style)
            if part.name == "exercise":
                self.writing_lines(min(lines_for(part.minutes), self.measure.lines))

    @contextmanager
    def framed(self, name: str, label: str, *, heavy: bool = False) -> Iterator[None]:
        """A box with its sign and its word."""
        frame = _heavy_frame if heavy else _frame
        with self.story.framed(frame, pad=(11, 8), space=BODY.space + 4, unbroken=self.measure.unbroken):
            self._label(name, label)
            yield

    def _label(self, name: str, label: str) -> None:
        story, icon, left = self.story, ICONS.get(name), self.story.left
        with story.indented(17 if icon else 0):
            story.text([LABEL.run(label)], leading=LABEL.leading, keeps=True)
        line = story.slabs[-1]

        def draw(canvas: TaggedCanvas, top: float) -> None:
            if icon:
                with canvas.artifact():
                    draw_figure(canvas, icon, x=left, y=top - 12.6, width=11.5)
            line.draw(canvas, top)

        story.slabs[-1] = replace(line, draw=draw)

    def writing_lines(self, count: int) -> None:
        """Lines to write on."""
        left, right = self.story.left, self.story.left + self.story.width

        def draw(canvas: TaggedCanvas, top: float) -> None:
            with canvas.artifact():
                look.ruled_lines(canvas, left, right, top, 1)

        for place in range(count):
            self.story.add(look.LINE, draw, keeps=place < count - 1)


def lines_for(minutes: int) -> int:
    """How many lines to write on an exercise wants."""
    return max(4, 2 + minutes // 5)


def _frame(canvas: TaggedCanvas, x: float, y: float, width: float, height: float) -> None:
    canvas.setStrokeColor(look.TEXT)
    canvas.setLineWidth(1)
    canvas.rect(x + 0.5, y, width - 1, height)


def _heavy_frame(canvas: TaggedCanvas, x: float, y: float, width: float, height: float) -> None:
    _frame(canvas, x, y, width, height)
    canvas.setFillColor(look.TEXT)
    canvas.rect(x, y - 0.5, 4, height + 1, stroke=0, fill=1)


def _bar(canvas: TaggedCanvas, x: float, y: float, width: float, height: float) -> None:
    canvas.setStrokeColor(look.QUIET)
    canvas.setLineWidth(1.5)
    canvas.line(x + 1, y, x + 1, y + height)
