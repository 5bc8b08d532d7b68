"""Tables of a form: columns with their names, rows to write in, boxes to tick, words to circle."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from reportlab.lib.units import mm

from lms.content.papers import Blank, FormPart
from lms.content.reference import Text
from lms.core.pdf import Face, TaggedCanvas, text_width
from lms.core.pdf.flow import Draw
from lms.core.pdf.runs import Line, break_lines, draw_line
from lms.core.pdf.story import BASELINE, Story
from lms.core.pdf.structure import Element
from lms.learning.pdf import look

BOX, TICK = 3.4 * mm, 13.0  # to tick; from one box to the next below
TEXT = look.Style(9.5, 12, 0)
NAME = look.Style(8.5, 11, 0, Face.SANS_BOLD)
HEAD, RULE = 1.0, 0.5  # thickness of the rules below the names of the columns, and elsewhere
ASIDE = 4.0  # between a rule and the words beside it


def draw_table(story: Story, part: FormPart, language: str, pitch: float) -> None:
    """Add the table of a part; its rows are so many writing lines high."""
    total = sum(column.width for column in part.columns)
    widths = [story.width * column.width / total for column in part.columns]
    edges = [story.left, *(story.left + end for end in accumulate(widths))]
    with story.group("Table"):
        names = [
            _broken(column.label[language], NAME, width)
            for column, width in zip(part.columns, widths, strict=True)
        ]
        with story.group("TR"):
            heads = [story.element.add("TH") for _column in part.columns]
        story.add(max(map(len, names)) * NAME.leading + 6, _head(edges, names, heads), space=8)
        for label in (*part.rows, *[None] * part.empty):
            with story.group("TR"):
                first = story.element.add("TH", scope="Row") if label else story.element.add("TD")
                cells = [first, *(story.element.add("TD") for _column in part.columns[1:])]
            height = part.lines * pitch
            lines = _broken(label[language], TEXT, widths[0]) if label else ()
            tallest = max(len(lines) * TEXT.leading, *(len(column.tick) * TICK for column in part.columns))
            height = max(height, tallest + 5)
            story.add(height, _Row(edges, part.columns, cells, lines, language, height).draw)


def draw_ticks(
    canvas: TaggedCanvas, element: Element, texts: Sequence[Text], language: str, x: float, baseline: float
) -> float:
    """Boxes to tick, each with its word; returns where they end."""
    for text in texts:
        with canvas.artifact():
            canvas.setStrokeColor(look.TEXT)
            canvas.setLineWidth(0.8)
            canvas.rect(x, baseline - 1.5, BOX, BOX)
        with canvas.more_of(element):
            canvas.write(x + BOX + 4, baseline, text[language], TEXT.face, TEXT.size, colour=TEXT.colour)
        x += tick_width(text[language])
    return x


def tick_width(word: str) -> float:
    return BOX + 4 + text_width(word, TEXT.face, TEXT.size) + 10


def _broken(text: str, style: look.Style, width: float) -> tuple[Line, ...]:
    return break_lines([style.run(text)], width - 2 * ASIDE)


def _words(
    canvas: TaggedCanvas, lines: Sequence[Line], x: float, top: float, leading: float, element: Element
) -> None:
    for place, line in enumerate(lines):
        y = top - place * leading - (1 - BASELINE) * leading
        draw_line(canvas, line, x + ASIDE, y, element, ends_text=line is lines[-1])


def _head(edges: Sequence[float], names: Sequence[Sequence[Line]], heads: Sequence[Element]) -> Draw:
    height = max(map(len, names)) * NAME.leading + 6

    def draw(canvas: TaggedCanvas, top: float) -> None:
        for left, lines, element in zip(edges, names, heads, strict=False):
            _words(canvas, lines, left, top - 3, NAME.leading, element)
        with canvas.artifact():
            _rules(canvas, edges, top, height, HEAD)

    return draw


@dataclass(frozen=True, slots=True)
class _Row:
    edges: Sequence[float]
    columns: Sequence[Blank]
    cells: Sequence[Element]
    label: Sequence[Line]
    language: str
    height: float

    def draw(self, canvas: TaggedCanvas, top: float) -> None:
        above = (self.height - len(self.label) * TEXT.leading) / 2
        _words(canvas, self.label, self.edges[0], top - above, TEXT.leading, self.cells[0])
        for place, (column, cell) in enumerate(zip(self.columns, self.cells, strict=True)):
            left, right = self.edges[place], self.edges[place + 1]
            if column.tick:
                self._ticks(canvas, column.tick, cell, (left, right), top)
            if column.circle:
                self._circles(canvas, column.circle, cell, (left, right), top - self.height / 2 - 4)
        with canvas.artifact():
            _rules(canvas, self.edges, top, self.height, RULE)

    def _ticks(
        self,
        canvas: TaggedCanvas,
        texts: Sequence[Text],
        cell: Element,
        ends: tuple[float, float],
        top: float,
    ) -> None:
        """Boxes side by side, or one below the other where the column is too narrow."""
        left, right = ends
        wide = sum(tick_width(text[self.language]) for text in texts) > right - left
        rows = [[text] for text in texts] if wide else [texts]
        baseline = top - self.height / 2 - 3 + TICK * (len(rows) - 1) / 2
        for place, row in enumerate(rows):
            draw_ticks(canvas, cell, row, self.language, left + ASIDE, baseline - TICK * place)

    def _circles(
        self,
        canvas: TaggedCanvas,
        texts: Sequence[Text],
        cell: Element,
        ends: tuple[float, float],
        baseline: float,
    ) -> None:
        """Words at even distances, with room to draw a circle round each."""
        left, right = ends
        step = (right - left) / len(texts)
        for place, text in enumerate(texts):
            with canvas.more_of(cell):
                x = left + (place + 0.5) * step
                canvas.write(
                    x, baseline, text[self.language], TEXT.face, 12, align="centre", colour=TEXT.colour
                )


def _rules(canvas: TaggedCanvas, edges: Sequence[float], top: float, height: float, thick: float) -> None:
    """The rules between the columns and below a row; above the first, too."""
    canvas.setStrokeColor(look.TEXT)
    canvas.setLineWidth(RULE)
    for edge in edges:
        canvas.line(edge, top, edge, top - height)
    if thick == HEAD:
        canvas.line(edges[0], top, edges[-1], top)
    canvas.setLineWidth(thick)
    canvas.line(edges[0], top - height, edges[-1], top - height)
