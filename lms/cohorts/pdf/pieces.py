"""What the papers of the room share: the mark, lines that always fit, rules, foot, and the file itself."""

from collections.abc import Callable, Iterable
from datetime import date

from reportlab.lib.colors import Color, HexColor, black
from reportlab.lib.units import mm

from lms.core.i18n import format_date, in_language
from lms.core.i18n import gettext as _
from lms.core.mongolian import short_date
from lms.core.pdf import (
    About,
    Document,
    DoesNotFit,
    Face,
    Setting,
    TaggedCanvas,
    fit,
    missing_glyphs,
    text_width,
)

INK = HexColor(0x0B3357)
GOLD = HexColor(0xB9851A)
QUIET = HexColor(0x525D6A)
SMALLEST = 8.0  # points
CUT = "…"
# The mark of the house in a square of 32, its corner at the upper left.
_MARK = ((3, 26), (13, 26), (13, 18), (6, 18), (6, 6), (26, 6), (26, 18), (19, 18), (19, 26), (29, 26))

Page = Callable[[TaggedCanvas], None]


def make_file(title: str, pages: Iterable[Page], *, language: str, author: str, made_on: date) -> bytes:
    """One file of pages, each drawn by a function that sets its own size and ends its own page."""
    with in_language(language):
        document = Document(About(title=title, language=language, author=author, made_on=made_on))
        canvas = document.canvas()
        for draw in pages:
            draw(canvas)
        canvas.save()
        return document.finish()


def day_words(day: date, language: str) -> str:
    return short_date(day) if language == "mn" else format_date(day, language)


def plain(text: str, face: Face) -> str:
    """The text with a question mark for each sign that cannot be printed: a room's paper is never refused."""
    for sign in missing_glyphs(text, face):
        text = text.replace(sign, "?")
    return text


def fitted(text: str, face: Face, *, sizes: tuple[float, float], width: float, lines: int = 1) -> Setting:
    """Set a text so that it fits, whatever it is: smaller, on more lines, at last cut with “…”."""
    text = plain(text, face)
    try:
        return fit(text, face, sizes=sizes, width=width, lines=lines)
    except DoesNotFit:
        return _cut(text, face, sizes[1], width, lines)


def _cut(text: str, face: Face, size: float, width: float, lines: int) -> Setting:
    """Fill the lines letter by letter."""
    filled: list[str] = []
    rest = text
    while rest and len(filled) < lines:
        taken = _as_much_as_fits(rest, face, size, width)
        filled.append(taken)
        rest = rest[len(taken) :].lstrip()
    if rest:
        last = _as_much_as_fits(filled[-1], face, size, width - text_width(CUT, face, size))
        filled[-1] = last.rstrip() + CUT
    return Setting(tuple(filled), face, size)


def _as_much_as_fits(text: str, face: Face, size: float, width: float) -> str:
    """As many letters as fit; whole words when the last of them began in the second half of the line."""
    end = len(text)
    while end > 1 and text_width(text[:end], face, size) > width:
        end -= 1
    space = text.rfind(" ", 0, end + 1)
    return text[:space] if end < len(text) and space > end // 2 else text[:end]


def mark(canvas: TaggedCanvas, x: float, y: float, size: float) -> None:
    """The mark of the house, its lower left corner at x, y."""
    with canvas.artifact():
        canvas.saveState()
        canvas.translate(x, y + size)
        canvas.scale(size / 32, -size / 32)
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(3.4)
        path = canvas.beginPath()
        path.moveTo(*_MARK[0])
        for point in _MARK[1:]:
            path.lineTo(*point)
        canvas.drawPath(path)
        canvas.restoreState()


def rule(
    canvas: TaggedCanvas,
    ends: tuple[float, float, float, float],
    *,
    width: float = 0.5,
    colour: Color = black,
    dash: tuple[float, ...] = (),
) -> None:
    """A line from x, y to x, y; stands inside an artifact."""
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(width)
    canvas.setDash(list(dash))
    canvas.line(*ends)
    canvas.setDash([])


def text_line(
    canvas: TaggedCanvas, x: float, y: float, setting: Setting, *, kind: str = "P", **how: object
) -> None:
    """Lines as one element that is read aloud."""
    with canvas.tag(kind):
        canvas.write_lines(x, y, setting, **how)  # type: ignore[arg-type]


def crop_marks(
    canvas: TaggedCanvas, xs: Iterable[float], ys: Iterable[float], page: tuple[float, float]
) -> None:
    """Short lines at the page's edge where the knife goes."""
    reach = 4 * mm
    with canvas.artifact():
        for x in xs:
            rule(canvas, (x, 0, x, reach), width=0.3)
            rule(canvas, (x, page[1] - reach, x, page[1]), width=0.3)
        for y in ys:
            rule(canvas, (0, y, reach, y), width=0.3)
            rule(canvas, (page[0] - reach, y, page[0], y), width=0.3)


def page_of(page: int, pages: int) -> str:
    return str(_("Page %(page)s/%(pages)s", page=page, pages=pages))
