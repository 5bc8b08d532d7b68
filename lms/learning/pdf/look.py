"""What our papers look like: sizes, faces, colours. Black alone is enough; nothing is under 8 points."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.units import mm

from lms.content.prose import Span
from lms.core.drawings import read_svg
from lms.core.pdf import Face, TaggedCanvas
from lms.core.pdf.grid import Setting
from lms.core.pdf.runs import Run

INK = HexColor(0x0B3357)
TEXT = HexColor(0x1A2330)
QUIET = HexColor(0x525D6A)

ACROSS, DOWN = 16 * mm, 18 * mm  # margins of a page
LINE = 9 * mm  # from one writing line to the next

MARK = read_svg(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="3 4.3 26 23.4">'
    '<path d="M3 26h10v-8H6V6h20v12h-7v8h10" fill="none" stroke="#0b3357" stroke-width="3.4"/></svg>'
)


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set; `space` is the free room above it."""

    size: float
    leading: float
    space: float
    face: Face = Face.SANS
    colour: Color = TEXT

    def run(self, text: str, *, bold: bool = False, **looks: object) -> Run:
        face = Face.SANS_BOLD if bold else self.face
        return Run(_bound(text), face, self.size, colour=self.colour, **looks)  # type: ignore[arg-type]


TITLE = Style(21, 26, 6, Face.SERIF_BOLD, INK)
LESSON = Style(18, 23, 4, Face.SERIF_BOLD, INK)
HEADING = Style(14.5, 18.5, 18, Face.SANS_BOLD)
SUBHEADING = Style(11.5, 15, 12, Face.SANS_BOLD)
BODY = Style(11, 15, 7)
IN_LIST = Style(11, 15, 3)
CELL = Style(9.75, 13, 0)
PART = Style(10.5, 14, 7, Face.SANS_BOLD)
LABEL = Style(11, 15, 0, Face.SANS_BOLD)
FACTS = Style(9.5, 13, 0, colour=QUIET)
NARROW = Style(10, 13.75, 5)  # text of a guide
SMALL = Style(9.25, 12.75, 4)
TINY = Style(8.25, 11, 2.5)

TABLE = Setting(leading=CELL.leading)
INDENT = 18.0  # of a list's text

Links = dict[str, tuple[str, str]]  # of a lesson by its id: address and title


# Small words that belong to the one before them, and what a figure counts; a dash does not begin a line.
_BOUND = re.compile(
    r"(?<=[^\W\d_]) (?=(?:уу|үү|юу|юү|вэ|бэ|нь|ч|л)\b)|(?<=\d) (?=[^\W\d_]{1,7}\b|₮)| (?=[–−] )"
)


def _bound(text: str) -> str:
    """The text with spaces that no line ends at, where a reader would stumble over the break."""
    return _BOUND.sub("\u00a0", text)


def runs(words: Iterable[Span], style: Style, links: Links, *, bold: bool = False) -> Iterator[Run]:
    """Words of the course in a style: terms dotted, links underlined and live, marks of sources raised."""
    for span in words:
        if span.source:
            yield Run(span.text, style.face, style.size * 0.68, style.size * 0.36, colour=style.colour)
            continue
        looks: dict[str, object] = {"slanted": span.emphasis}
        kind, _sign, wanted = span.link.partition(":")
        if kind == "term":
            looks["underline"] = "dotted"
        elif kind == "lesson":
            address, title = links[wanted]
            looks |= {"underline": "solid", "address": address, "says": title}
        elif kind:
            looks |= {"underline": "solid", "address": span.link, "says": span.text}
        yield style.run(span.text, bold=bold or span.bold, **looks)


def ruled_lines(canvas: TaggedCanvas, left: float, right: float, top: float, count: int) -> None:
    """Lines to write on, below one another; stand inside an artifact."""
    canvas.setStrokeColor(QUIET)
    canvas.setLineWidth(0.4)
    for place in range(1, count + 1):
        canvas.line(left, top - place * LINE, right, top - place * LINE)
