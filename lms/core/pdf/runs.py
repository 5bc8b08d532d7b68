"""Running text: words of several looks and sizes, broken into lines, with links and raised marks."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain, groupby, pairwise
from math import radians, tan

from reportlab.lib.colors import Color, black

from lms.core.pdf.document import TaggedCanvas
from lms.core.pdf.faces import Face, font, kerned, text_width
from lms.core.pdf.fitting import ROUNDING
from lms.core.pdf.structure import Element

SLANT = tan(radians(11))  # our faces have no italics
SHORT = 0.12  # of a line: a word no longer than this does not end a text alone
_PIECE = re.compile(r" +|\n|[^ \n]+")
_MAY_BREAK = re.compile(r"(?<=[-–/.,])")  # inside a word that is wider than its line


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike. An `address` makes them a link, and `says` is what it is called."""

    text: str
    face: Face = Face.SANS
    size: float = 11
    rise: float = 0
    slanted: bool = False
    underline: str = ""  # solid or dotted
    colour: Color = black
    address: str = ""
    says: str = ""

    @property
    def width(self) -> float:
        return _width(self.text, self.face, self.size)


@dataclass(frozen=True, slots=True)
class Line:
    """Words side by side; `ends` tells whether the last of them is whole."""

    runs: tuple[Run, ...]
    ends: bool = True

    @property
    def width(self) -> float:
        return sum(run.width for run in self.runs)


@lru_cache(maxsize=20_000)
def _width(text: str, face: Face, size: float) -> float:
    return text_width(text, face, size)


Word = list[Run]  # the parts of one word may look different


@dataclass(slots=True)
class _Row:
    """Words and the spaces between them; `goes_on` where the next line belongs to the same text."""

    words: list[Word] = field(default_factory=list)
    ends: bool = True
    goes_on: bool = False

    @property
    def width(self) -> float:
        return sum(map(_wide, self.words))


def break_lines(runs: Iterable[Run], width: float) -> tuple[Line, ...]:
    """Lines no wider than `width`; a word that is wider itself is broken. Raises `MissingGlyph`.

    No short word stands alone in the last line of a text.
    """
    rows = [_Row()]
    for space, word in _words(runs):
        if not word:  # a line that ends where the writer ended it
            rows.append(_Row())
            continue
        for place, part in enumerate(_fitting(word, width)):
            row = rows[-1]
            gap = space if row.words and not place else None
            if row.words and row.width + (gap.width if gap else 0) + _wide(part) > width + ROUNDING:
                row.ends, row.goes_on, gap = place == 0, True, None
                row = _Row()
                rows.append(row)
            row.words += [[gap], part] if gap else [part]
    for row, following in pairwise(rows):
        _fill_up(row, following, width)
    return tuple(_line(row) for row in rows if row.words or row is not rows[-1])


def _fill_up(row: _Row, last: _Row, width: float) -> None:
    """Give a short word that stands alone a neighbour from the line above, where that has enough."""
    is_alone = row.goes_on and row.ends and not last.goes_on and len(last.words) == 1
    if is_alone and last.width < SHORT * width and len(row.words) >= 7:  # four words
        last.words[:0] = [row.words[-1], row.words[-2]]
        del row.words[-2:]


def widest_word(runs: Iterable[Run]) -> float:
    return max((_wide(word) for _space, word in _words(runs)), default=0)


def whole_width(runs: Iterable[Run]) -> float:
    """How wide the longest line stands that the writer made."""
    widths = [0.0]
    for space, word in _words(runs):
        widths[-1] += _wide(word) + (space.width if space and widths[-1] else 0)
        widths += [] if word else [0.0]
    return max(widths)


def draw_line(
    canvas: TaggedCanvas, line: Line, x: float, y: float, element: Element | None, *, ends_text: bool = True
) -> None:
    """Draw a line at x on the baseline y as part of an element; links become elements inside it.

    Without an element it is drawn once more, not to be read aloud again.
    Where the text goes on, a space is written at the end for readers that put the words together.
    """
    goes_on = line.ends and not ends_text and bool(line.runs)
    runs = (*line.runs, replace(line.runs[-1], text=" ", underline="")) if goes_on else line.runs
    for address, group in groupby(runs, key=lambda run: run.address):
        together = list(group)
        width = sum(run.width for run in together)
        if address and element:
            size = together[0].size
            link = element.add("Link", address=address, alt=together[0].says or address)
            link.page = canvas.getPageNumber() - 1
            link.box = (x, y - 0.25 * size, x + width, y + 0.9 * size)
            _draw(canvas, together, x, y, link)
        else:
            _draw(canvas, together, x, y, element)
        x += width


def _draw(canvas: TaggedCanvas, runs: Sequence[Run], x: float, y: float, element: Element | None) -> None:
    start = x
    with canvas.more_of(element) if element else canvas.artifact():
        for run in runs:
            text = canvas.beginText()
            text.setTextTransform(1, 0, SLANT if run.slanted else 0, 1, x, y + run.rise)
            text.setFont(font(run.face).fontName, run.size)
            text.setFillColor(run.colour)
            text.textOut(kerned(run.text, run.face))
            canvas.drawText(text)
            x += run.width
    if any(run.underline for run in runs):
        with canvas.artifact():
            _underline(canvas, runs, start, y)


def _underline(canvas: TaggedCanvas, runs: Sequence[Run], x: float, y: float) -> None:
    canvas.saveState()
    canvas.setLineWidth(0.5)
    for run in runs:
        if run.underline:
            canvas.setStrokeColor(run.colour)
            canvas.setDash([0.8, 1.6] if run.underline == "dotted" else [])
            canvas.line(x, y - 0.16 * run.size, x + run.width, y - 0.16 * run.size)
        x += run.width
    canvas.restoreState()


def _words(runs: Iterable[Run]) -> Iterator[tuple[Run | None, Word]]:
    """Each word with the space before it; an empty one where a line ends."""
    space: Run | None = None
    word: Word = []
    for run in runs:
        for piece in _PIECE.findall(run.text):
            if piece.strip(" \n"):
                word.append(replace(run, text=piece))
                continue
            if word:
                yield space, word
                space, word = None, []
            if piece == "\n":
                yield None, []
            else:
                space = replace(run, text=" ")
    if word:
        yield space, word


def _wide(word: Word) -> float:
    return sum(run.width for run in word)


def _fitting(word: Word, width: float) -> Iterator[Word]:
    """The word, or pieces of it where it is wider than a line: after a sign, else between letters."""
    if _wide(word) <= width:
        yield word
        return
    pieces = [replace(run, text=text) for run in word for text in _MAY_BREAK.split(run.text) if text]
    if max(piece.width for piece in pieces) > width:
        pieces = [replace(run, text=letter) for run in word for letter in run.text]
    taken: Word = []
    for piece in pieces:
        if taken and _wide(taken) + piece.width > width:
            yield taken
            taken = []
        taken = [*taken, piece]
    yield taken


def _line(row: _Row) -> Line:
    """The words of a row, those that look alike written as one."""
    merged: list[Run] = []
    for run in chain.from_iterable(row.words):
        if merged and replace(run, text="") == replace(merged[-1], text=""):
            merged[-1] = replace(run, text=merged[-1].text + run.text)
        else:
            merged.append(run)
    return Line(tuple(merged), row.ends)
