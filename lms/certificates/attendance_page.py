"""Where the words of an attendance paper stand: A4 portrait, plain, no frame, half-days in a table."""

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from lms.certificates import ornament
from lms.certificates.attendance import AttendanceFacts, AttendanceWording, AttendedHalfDay
from lms.core.codes import pretty
from lms.core.pdf import DoesNotFit, Face, Setting, TaggedCanvas, draw_qr, fit

TEXT = HexColor(0x1A2330)
QUIET = HexColor(0x525D6A)
LEFT, RIGHT, TOP, BOTTOM = 25 * mm, 185 * mm, 272 * mm, 25 * mm
BROAD = RIGHT - LEFT
SMALLEST = 8.0
QR = 25 * mm
COLUMNS = (34 * mm, 30 * mm, 30 * mm, 66 * mm)
FLOOR = 82 * mm  # the table ends above it


def draw_page(canvas: TaggedCanvas, facts: AttendanceFacts, words: AttendanceWording) -> None:
    """Write everything, in the order in which it is read. Raises `DoesNotFit`, `MissingGlyph`."""
    canvas.setPageSize(A4)
    y = _head(canvas, facts, words)
    y = _workshop(canvas, facts, words, y)
    y = _table(canvas, facts, words, y - 7 * mm)
    y = _titles(canvas, facts, y - 7 * mm)
    if y < FLOOR:
        raise DoesNotFit(facts.workshop_title)
    _foot(canvas, facts, words)
    canvas.showPage()


def _head(canvas: TaggedCanvas, facts: AttendanceFacts, words: AttendanceWording) -> float:
    issuer = fit(facts.issuer_name, Face.SANS, sizes=(10, SMALLEST), width=BROAD)
    _say(canvas, LEFT, TOP, issuer, colour=QUIET)
    with canvas.artifact():
        ornament.stroke(canvas, [(LEFT, TOP - 4 * mm), (RIGHT, TOP - 4 * mm)], TEXT, 0.25 * mm)
    _say(canvas, LEFT, TOP - 20 * mm, Setting((words.kind,), Face.SANS_BOLD, 24), kind="H1")
    sentence = fit(words.sentence, Face.SANS, sizes=(11.5, 9), width=BROAD, lines=2)
    _say(canvas, LEFT, TOP - 31 * mm, sentence)
    name = _name(facts)
    y = TOP - 44 * mm
    _say(canvas, LEFT, y, name)
    return y - (len(name.lines) - 1) * 1.25 * name.size - 10 * mm


def _name(facts: AttendanceFacts) -> Setting:
    try:
        return fit(facts.full_name, Face.SANS_BOLD, sizes=(20, 13), width=BROAD, lines=2)
    except DoesNotFit:
        names = [name for name in (facts.family_name, facts.given_name) if name]
        size = min(fit(name, Face.SANS_BOLD, sizes=(13, SMALLEST), width=BROAD).size for name in names)
        return Setting(tuple(names), Face.SANS_BOLD, size)


def _workshop(canvas: TaggedCanvas, facts: AttendanceFacts, words: AttendanceWording, y: float) -> float:
    title = fit(facts.workshop_title, Face.SANS_BOLD, sizes=(13, 9), width=BROAD, lines=3)
    _say(canvas, LEFT, y, title)
    y -= (len(title.lines) - 1) * 1.25 * title.size + 8 * mm
    for label, text in (
        (words.code, facts.workshop_code),
        (words.place, facts.place),
        (words.organisations, ", ".join(facts.organisations)),
    ):
        setting = fit(text, Face.SANS, sizes=(10.5, SMALLEST), width=BROAD - 45 * mm, lines=3)
        _say(canvas, LEFT, y, Setting((label,), Face.SANS, 9.5), colour=QUIET)
        _say(canvas, LEFT + 45 * mm, y, setting)
        y -= (len(setting.lines) - 1) * 1.25 * setting.size + 6.5 * mm
    return y


def _table(canvas: TaggedCanvas, facts: AttendanceFacts, words: AttendanceWording, y: float) -> float:
    row = 7.5 * mm if len(facts.half_days) <= 8 else 5.2 * mm
    lines = [y + 5.5 * mm - row * place for place in range(len(facts.half_days) + 2)]
    with canvas.artifact():
        for place, line in enumerate(lines):
            ornament.stroke(canvas, [(LEFT, line), (RIGHT, line)], TEXT, 0.5 if place > 1 else 1)
    with canvas.group("Table"):
        _cells(canvas, (words.day, words.half_day, words.hours, words.taught), y, head=True)
        for half_day in facts.half_days:
            y -= row
            _cells(canvas, _columns(half_day, words), y)
    y = lines[-1] - 6 * mm
    attended = words.attended.format(attended=len(facts.half_days), held=facts.held)
    _say(canvas, LEFT, y, Setting((attended,), Face.SANS_BOLD, 10.5))
    return y


def _columns(half_day: AttendedHalfDay, words: AttendanceWording) -> tuple[str, ...]:
    half = words.halves[half_day.half != "morning"]
    modules = ", ".join(str(number) for number in half_day.modules)
    return (words.short_day(half_day.on), half, f"{half_day.starts}–{half_day.ends}", modules or "–")


def _cells(canvas: TaggedCanvas, cells: tuple[str, ...], y: float, *, head: bool = False) -> None:
    x = LEFT
    face = Face.SANS_BOLD if head else Face.SANS
    with canvas.group("TR"):
        for text, width in zip(cells, COLUMNS, strict=True):
            with canvas.tag("TH" if head else "TD"):
                setting = fit(text, face, sizes=(10, SMALLEST), width=width - 2 * mm)
                canvas.write_lines(x + 1 * mm, y, setting, colour=TEXT)
            x += width


def _titles(canvas: TaggedCanvas, facts: AttendanceFacts, y: float) -> float:
    """What the numbers of the modules stand for."""
    with canvas.group("L"):
        for number, title in facts.titles:
            setting = fit(title, Face.SANS, sizes=(9, SMALLEST), width=BROAD - 7 * mm, lines=3)
            with canvas.group("LI"):
                with canvas.tag("Lbl"):
                    canvas.write(LEFT, y, str(number), Face.SANS_BOLD, 9, colour=TEXT)
                with canvas.tag("LBody"):
                    canvas.write_lines(LEFT + 7 * mm, y, setting, leading=1.25, colour=TEXT)
            y -= len(setting.lines) * 1.25 * setting.size + 1.2 * mm
    return y


def _foot(canvas: TaggedCanvas, facts: AttendanceFacts, words: AttendanceWording) -> None:
    issued = Setting((words.issued.format(day=words.long_day(facts.issued_on)),), Face.SANS, 10.5)
    _say(canvas, LEFT, 74 * mm, issued)
    for x, caption in ((LEFT, words.coordinator), (LEFT + 60 * mm, words.trainer)):
        with canvas.artifact():
            ornament.stroke(canvas, [(x, 57 * mm), (x + 50 * mm, 57 * mm)], TEXT, 0.25 * mm)
        _say(canvas, x, 52.5 * mm, Setting((caption,), Face.SANS, 9), colour=QUIET)
    plain = fit(words.no_certificate, Face.SANS, sizes=(9, SMALLEST), width=BROAD - QR - 8 * mm, lines=2)
    _say(canvas, LEFT, BOTTOM + 17 * mm, plain, colour=QUIET)
    _say(canvas, LEFT, BOTTOM + 6 * mm, Setting((words.check_code,), Face.SANS, 9), colour=QUIET)
    _say(canvas, LEFT + 24 * mm, BOTTOM + 6 * mm, Setting((pretty(facts.code),), Face.SANS_BOLD, 12, 30))
    address = words.address.format(host=facts.verify_host)
    setting = fit(address, Face.SANS, sizes=(9, SMALLEST), width=BROAD - QR - 8 * mm)
    read_aloud = words.qr.format(address=facts.verify_url)
    box = (LEFT, BOTTOM - 2, LEFT + setting.width, BOTTOM + 9)
    with canvas.group("P"), canvas.tag("Link", address=facts.verify_url, alt=read_aloud, box=box):
        canvas.write_lines(LEFT, BOTTOM, setting, colour=QUIET)
    box = (RIGHT - QR, BOTTOM, RIGHT, BOTTOM + QR)
    with canvas.tag("Figure", alt=read_aloud, box=box):
        draw_qr(canvas, facts.verify_url, x=RIGHT - QR, y=BOTTOM, size=QR)


def _say(
    canvas: TaggedCanvas, x: float, y: float, setting: Setting, *, kind: str = "P", colour: Color = TEXT
) -> None:
    with canvas.tag(kind):
        canvas.write_lines(x, y, setting, leading=1.25, colour=colour)
