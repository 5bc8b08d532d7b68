"""Tables: columns as wide as their words want, rows that no page break divides, a head on every page."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from reportlab.lib.colors import black

from lms.core.pdf.document import TaggedCanvas
from lms.core.pdf.flow import Draw, Slab
from lms.core.pdf.runs import Line, Run, break_lines, draw_line, whole_width, widest_word
from lms.core.pdf.story import BASELINE, Story
from lms.core.pdf.structure import Element

HEAD_RULE, RULE = 1.0, 0.4  # points


@dataclass(frozen=True, slots=True)
class Cell:
    """Words of a cell; `heads` is Column or Row where it names one; figures stand at the `right`."""

    runs: tuple[Run, ...] = ()
    heads: str = ""
    right: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """How a table is set: leading, room at the sides and above and below in a cell, all in points."""

    leading: float
    aside: float = 5
    above: float = 3.5


Rows = Sequence[Sequence[Cell]]


def least_width(rows: Rows, setting: Setting) -> float:
    """How wide a table has to be for none of its words to be broken."""
    return sum(_least(column) + 2 * setting.aside for column in zip(*rows, strict=True))


def column_widths(rows: Rows, width: float, setting: Setting) -> list[float]:
    """Widths of the columns of a table so wide.

    None is narrower than its longest word. One that wants no more than an even share gets what it
    wants; the others divide the rest by what they hold.
    """
    columns = list(zip(*rows, strict=True))
    least = [_least(column) + 2 * setting.aside for column in columns]
    wanted = [max(map(_wanted, column)) + 2 * setting.aside for column in columns]
    if sum(least) >= width:
        return [each * width / sum(least) for each in least]
    if sum(wanted) <= width:
        return [each * width / sum(wanted) for each in wanted]
    given: dict[int, float] = {}
    for place in sorted(range(len(columns)), key=wanted.__getitem__):
        rest = width - sum(given.values())
        others = sum(least[other] for other in range(len(columns)) if other not in given and other != place)
        if wanted[place] <= min(rest / (len(columns) - len(given)), rest - others):
            given[place] = wanted[place]
    open_places = [place for place in range(len(columns)) if place not in given]
    low, high = (sum(sizes[place] for place in open_places) for sizes in (least, wanted))
    share = (width - sum(given.values()) - low) / (high - low)
    return [
        given.get(place, least[place] + (wanted[place] - least[place]) * share)
        for place in range(len(columns))
    ]


def table(
    story: Story, rows: Rows, setting: Setting, *, space: float = 0, widths: Sequence[float] = ()
) -> None:
    """Add a table; its first row is its head where its cells head columns. Raises `MissingGlyph`."""
    chosen = list(widths) or column_widths(rows, story.width, setting)
    made = [_Row(story.left, chosen, row, setting) for row in rows]
    again: Slab | None = None
    with story.group("Table"):
        for place, row in enumerate(made):
            is_head = place == 0 and any(cell.heads == "Column" for cell in row.cells)
            rule = HEAD_RULE if is_head or place == len(made) - 1 else RULE
            with story.group("TR"):
                elements = [_element(story, cell) for cell in row.cells]
            keeps = place in (0, len(made) - 2) and len(made) > 1
            draw = row.drawing(elements, rule)
            story.add(row.height, draw, space=space if place == 0 else 0, keeps=keeps, again=again)
            if is_head:
                again = Slab(row.height, row.drawing([None] * len(elements), rule))


def _element(story: Story, cell: Cell) -> Element:
    if cell.heads:
        return story.element.add("TH", scope=cell.heads)
    return story.element.add("TD")


def _least(column: Sequence[Cell]) -> float:
    return max(widest_word(cell.runs) for cell in column)


def _wanted(cell: Cell) -> float:
    return whole_width(cell.runs)


class _Row:
    def __init__(self, left: float, widths: Sequence[float], cells: Sequence[Cell], setting: Setting) -> None:
        self.cells = cells
        self.setting = setting
        self.lefts = [left, *(left + end for end in accumulate(widths))]
        self.lines = [
            break_lines(cell.runs, width - 2 * setting.aside)
            for cell, width in zip(cells, widths, strict=True)
        ]
        self.height = max(map(len, self.lines)) * setting.leading + 2 * setting.above

    def drawing(self, elements: Sequence[Element | None], rule: float) -> Draw:
        def draw(canvas: TaggedCanvas, top: float) -> None:
            for place, element in enumerate(elements):
                self._cell(canvas, top, place, element)
            with canvas.artifact():
                canvas.setStrokeColor(black)
                canvas.setLineWidth(rule)
                canvas.line(self.lefts[0], top - self.height, self.lefts[-1], top - self.height)

        return draw

    def _cell(self, canvas: TaggedCanvas, top: float, place: int, element: Element | None) -> None:
        leading, lines = self.setting.leading, self.lines[place]
        y = top - self.setting.above - (1 - BASELINE) * leading
        for number, line in enumerate(lines):
            x = self._start(line, place)
            draw_line(canvas, line, x, y - number * leading, element, ends_text=line is lines[-1])

    def _start(self, line: Line, place: int) -> float:
        if self.cells[place].right:
            return self.lefts[place + 1] - self.setting.aside - line.width
        return self.lefts[place] + self.setting.aside
