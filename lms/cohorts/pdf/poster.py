"""The poster for the wall of the soum hall: what, when, where, and the square to register with. A4 or A3."""

from dataclasses import dataclass

from reportlab.lib.pagesizes import A3, A4
from reportlab.lib.units import mm

from lms.cohorts.pdf.pieces import GOLD, INK, QUIET, Page, fitted, mark, rule, text_line
from lms.core.i18n import gettext as _
from lms.core.pdf import Face, Setting, TaggedCanvas, draw_qr

SIZES = {"a4": A4, "a3": A3}
LEFT, WIDTH = 20 * mm, 170 * mm  # of A4; A3 is the same, larger
QR = 62 * mm


@dataclass(frozen=True, slots=True)
class PosterFacts:
    """`url` registers somebody; without one the poster only says what, when and where."""

    title: str
    days: str
    hours: str
    place: str
    organisations: str
    bring: str
    url: str
    language: str


def page(facts: PosterFacts, size: str) -> Page:
    """The poster in `a4` or `a3`."""

    def draw(canvas: TaggedCanvas) -> None:
        paper = SIZES[size]
        scale = paper[0] / A4[0]
        canvas.setPageSize(paper)
        canvas.scale(scale, scale)
        _draw(canvas, facts, scale)
        canvas.showPage()

    return draw


def _draw(canvas: TaggedCanvas, facts: PosterFacts, scale: float) -> None:
    mark(canvas, LEFT, 262 * mm, 16 * mm)
    text_line(canvas, LEFT + 21 * mm, 266.5 * mm, Setting((_("Free workshop"),), Face.SANS, 22), colour=QUIET)
    with canvas.artifact():
        rule(canvas, (LEFT, 256 * mm, LEFT + WIDTH, 256 * mm), width=2.4, colour=GOLD)
    title = fitted(facts.title, Face.SANS_BOLD, sizes=(38, 16), width=WIDTH, lines=4)
    y = 256 * mm - 8 * mm - 0.72 * title.size
    text_line(canvas, LEFT, y, title, kind="H1", leading=1.18, colour=INK)
    y = 183 * mm
    for label, words in (
        (_("When"), f"{facts.days} · {facts.hours}"),
        (_("Where"), facts.place),
        (_("Bring along"), facts.bring),
    ):
        if words:
            y = _fact(canvas, label, words, y)
    if facts.url:
        _register(canvas, facts, scale)
    backers = fitted(facts.organisations, Face.SANS, sizes=(12, 9), width=WIDTH, lines=2)
    text_line(canvas, LEFT, 20 * mm, backers, colour=QUIET)


def _fact(canvas: TaggedCanvas, label: str, words: str, y: float) -> float:
    setting = fitted(words, Face.SANS_BOLD, sizes=(19, 12), width=WIDTH - 42 * mm, lines=2)
    text_line(canvas, LEFT, y, Setting((label,), Face.SANS, 15), colour=QUIET)
    text_line(canvas, LEFT + 42 * mm, y, setting, leading=1.25)
    return y - len(setting.lines) * 1.25 * setting.size - 5 * mm


def _register(canvas: TaggedCanvas, facts: PosterFacts, scale: float) -> None:
    y = 40 * mm
    box = (scale * LEFT, scale * y, scale * (LEFT + QR), scale * (y + QR))
    alt = _("QR code to register. Address: %(address)s", address=facts.url)
    with canvas.tag("Figure", alt=alt, box=box):
        draw_qr(canvas, facts.url, x=LEFT, y=y, size=QR)
    beside = LEFT + QR + 12 * mm
    width = WIDTH - QR - 12 * mm
    call = fitted(_("Register now with your phone"), Face.SANS_BOLD, sizes=(26, 16), width=width, lines=2)
    text_line(canvas, beside, y + QR - 0.75 * call.size, call, leading=1.2, colour=INK)
    how = fitted(
        _("Open the camera of your phone, hold it over the square and touch the address that appears."),
        Face.SANS,
        sizes=(14, 10),
        width=width,
        lines=4,
    )
    text_line(canvas, beside, y + 30 * mm, how, leading=1.3)
    address = facts.url.partition("://")[2]
    text_line(
        canvas, beside, y + 1 * mm, fitted(address, Face.SANS_BOLD, sizes=(14, 8), width=width, lines=2)
    )
