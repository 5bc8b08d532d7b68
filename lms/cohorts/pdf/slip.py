"""Claim slips: A6, four on an A4 page. The PIN is printed once and kept nowhere."""

from dataclasses import dataclass

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from lms.cohorts.pdf.pieces import GOLD, QUIET, SMALLEST, Page, crop_marks, fitted, mark, rule, text_line
from lms.core.codes import pretty
from lms.core.i18n import gettext as _
from lms.core.pdf import Face, Setting, TaggedCanvas, draw_qr

WIDTH, HEIGHT = A4[0] / 2, A4[1] / 2
PAD = 10 * mm
QR = 27 * mm


@dataclass(frozen=True, slots=True)
class SlipFacts:
    """One slip. `url` opens the page with the code filled in, `address` is what a person types."""

    name: str
    workshop: str
    code: str
    pin: str
    url: str
    address: str
    helper: str


def pages(slips: list[SlipFacts]) -> list[Page]:
    chunks = [slips[start : start + 4] for start in range(0, len(slips), 4)]

    def page(chunk: list[SlipFacts], heading: bool) -> Page:
        return lambda canvas: _draw(canvas, chunk, heading=heading)

    return [page(chunk, place == 0) for place, chunk in enumerate(chunks)]


def _draw(canvas: TaggedCanvas, slips: list[SlipFacts], *, heading: bool) -> None:
    canvas.setPageSize(A4)
    crop_marks(canvas, [WIDTH], [HEIGHT], A4)
    with canvas.artifact():
        rule(canvas, (WIDTH, 0, WIDTH, A4[1]), width=0.3, dash=(2, 4))
        rule(canvas, (0, HEIGHT, A4[0], HEIGHT), width=0.3, dash=(2, 4))
    for place, slip in enumerate(slips):
        row, column = divmod(place, 2)
        _slip(canvas, slip, column * WIDTH, HEIGHT * (1 - row), heading=heading and place == 0)
    canvas.showPage()


def _slip(canvas: TaggedCanvas, slip: SlipFacts, x: float, y: float, *, heading: bool) -> None:
    left, top, width = x + PAD, y + HEIGHT - PAD, WIDTH - 2 * PAD
    mark(canvas, left, top - 7 * mm, 7 * mm)
    title = fitted(_("Your own page on Egekh"), Face.SANS_BOLD, sizes=(13, 10), width=width - 10 * mm)
    text_line(canvas, left + 10 * mm, top - 5.2 * mm, title, kind="H1" if heading else "P")
    name = fitted(slip.name, Face.SANS_BOLD, sizes=(16, 9), width=width, lines=2)
    text_line(canvas, left, top - 17 * mm, name, leading=1.2)
    workshop = fitted(slip.workshop, Face.SANS, sizes=(9, SMALLEST), width=width, lines=2)
    text_line(canvas, left, top - 30 * mm, workshop, colour=QUIET)
    with canvas.artifact():
        rule(canvas, (left, top - 37.5 * mm, left + width, top - 37.5 * mm), width=1.2, colour=GOLD)
    _secrets(canvas, slip, left, top - 45 * mm)
    box = (left + width - QR, top - 69 * mm, left + width, top - 69 * mm + QR)
    with canvas.tag("Figure", alt=_("QR code of the page. Address: %(address)s", address=slip.url), box=box):
        draw_qr(canvas, slip.url, x=box[0], y=box[1], size=QR)
    _steps(canvas, slip, left, top - 80 * mm, width)
    helper = fitted(slip.helper, Face.SANS, sizes=(SMALLEST, SMALLEST), width=width, lines=2)
    text_line(canvas, left, y + PAD + 3.5 * mm, helper, colour=QUIET, leading=1.25)


def _secrets(canvas: TaggedCanvas, slip: SlipFacts, left: float, y: float) -> None:
    rows = ((_("Personal code"), pretty(slip.code)), (_("PIN"), f"{slip.pin[:3]} {slip.pin[3:]}"))
    for words, secret in rows:
        text_line(canvas, left, y, Setting((words,), Face.SANS, 9), colour=QUIET)
        text_line(canvas, left, y - 8 * mm, Setting((secret,), Face.SANS_BOLD, 18, 30))
        y -= 15.5 * mm


def _steps(canvas: TaggedCanvas, slip: SlipFacts, left: float, y: float, width: float) -> None:
    steps = (
        _(
            "Scan the square with your phone’s camera, or open this address: %(address)s",
            address=slip.address,
        ),
        _("Write the code and the PIN, then choose a password of your own."),
        _("There you find your workshops and certificates and go on with the lessons. Keep this slip safe."),
    )
    with canvas.group("L"):
        for number, words in enumerate(steps, start=1):
            setting = fitted(words, Face.SANS, sizes=(9.5, SMALLEST), width=width - 7 * mm, lines=3)
            with canvas.group("LI"):
                with canvas.tag("Lbl"):
                    canvas.write(left, y, str(number), Face.SANS_BOLD, 11)
                with canvas.group("LBody"), canvas.tag("P"):
                    canvas.write_lines(left + 7 * mm, y, setting, leading=1.3)
            y -= (len(setting.lines) * 1.3 * setting.size) + 2.2 * mm
