"""Name badges: 90 × 55 mm, eight on an A4 page, with cut marks and a QR code."""

from dataclasses import dataclass

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from lms.cohorts.pdf.pieces import GOLD, QUIET, SMALLEST, Page, crop_marks, fitted, mark, rule, text_line
from lms.core.codes import pretty
from lms.core.i18n import gettext as _
from lms.core.pdf import Face, Setting, TaggedCanvas, draw_qr

WIDTH, HEIGHT = 90 * mm, 55 * mm
ACROSS, DOWN = 2, 4
LEFT = (A4[0] - ACROSS * WIDTH) / 2
BOTTOM = (A4[1] - DOWN * HEIGHT) / 2
PAD = 5 * mm
QR = 21 * mm


@dataclass(frozen=True, slots=True)
class BadgeFacts:
    """One badge. `role` is empty for those who take part; `url` opens the badge in a trainer's phone."""

    family_name: str
    given_name: str
    organisation: str
    role: str
    code: str
    url: str
    workshop: str


def pages(badges: list[BadgeFacts]) -> list[Page]:
    a_page = ACROSS * DOWN
    chunks = [badges[start : start + a_page] for start in range(0, len(badges), a_page)]

    def page(chunk: list[BadgeFacts], heading: bool) -> Page:
        return lambda canvas: _draw(canvas, chunk, heading=heading)

    return [page(chunk, place == 0) for place, chunk in enumerate(chunks)]


def _draw(canvas: TaggedCanvas, badges: list[BadgeFacts], *, heading: bool) -> None:
    canvas.setPageSize(A4)
    head = Setting((_("Name badges"),), Face.SANS, SMALLEST)
    text_line(canvas, LEFT + 6 * mm, A4[1] - 14 * mm, head, kind="H1" if heading else "P", colour=QUIET)
    xs = [LEFT + WIDTH * place for place in range(ACROSS + 1)]
    ys = [BOTTOM + HEIGHT * place for place in range(DOWN + 1)]
    crop_marks(canvas, xs, ys, A4)
    for place, badge in enumerate(badges):
        row, column = divmod(place, ACROSS)
        _badge(canvas, badge, xs[column], ys[DOWN - 1 - row])
    canvas.showPage()


def _badge(canvas: TaggedCanvas, badge: BadgeFacts, x: float, y: float) -> None:
    with canvas.artifact():
        canvas.setStrokeColor(QUIET)
        canvas.setLineWidth(0.3)
        canvas.rect(x, y, WIDTH, HEIGHT, stroke=1, fill=0)
        rule(canvas, (x + PAD, y + 44.5 * mm, x + WIDTH - PAD, y + 44.5 * mm), width=1.2, colour=GOLD)
    mark(canvas, x + PAD, y + 46 * mm, 5.5 * mm)
    with canvas.group("Sect"):
        _words(canvas, badge, x, y)
        box = (x + WIDTH - PAD - QR, y + PAD, x + WIDTH - PAD, y + PAD + QR)
        with canvas.tag("Figure", alt=_("QR code of the badge: %(code)s", code=badge.code), box=box):
            draw_qr(canvas, badge.url, x=box[0], y=box[1], size=QR)


def _words(canvas: TaggedCanvas, badge: BadgeFacts, x: float, y: float) -> None:
    top = fitted(badge.workshop, Face.SANS, sizes=(9, SMALLEST), width=72 * mm)
    text_line(canvas, x + PAD + 8 * mm, y + 47.7 * mm, top, colour=QUIET)
    given = fitted(badge.given_name, Face.SANS_BOLD, sizes=(9 * mm, 5 * mm), width=WIDTH - 2 * PAD)
    text_line(canvas, x + PAD, y + 34.5 * mm, given)
    narrow = WIDTH - 3 * PAD - QR
    family = fitted(badge.family_name, Face.SANS, sizes=(4.6 * mm, SMALLEST), width=narrow)
    text_line(canvas, x + PAD, y + 26.5 * mm, family)
    about = " · ".join(filter(None, (badge.role, badge.organisation)))
    if about:
        work = fitted(about, Face.SANS, sizes=(4 * mm, SMALLEST), width=narrow, lines=2)
        text_line(canvas, x + PAD, y + 20.5 * mm, work, leading=1.2)
    code = Setting((pretty(badge.code),), Face.SANS_BOLD, 5 * mm, 40)
    text_line(canvas, x + PAD, y + PAD + 0.5 * mm, code)
