"""Where the words of a certificate stand: from the top down, the free space shared out between them."""

from collections.abc import Callable
from dataclasses import dataclass

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.units import mm

from lms.certificates import ornament
from lms.certificates.facts import CertificateFacts, EarnedModule
from lms.certificates.ornament import GOLD, INK
from lms.certificates.wording import Wording
from lms.core.codes import pretty
from lms.core.pdf import DoesNotFit, Face, Setting, TaggedCanvas, draw_qr, fit
from lms.progress.rules import Way

TEXT = HexColor(0x1A2330)
QUIET = HexColor(0x525D6A)

LEFT, RIGHT, MIDDLE = 30 * mm, 267 * mm, 148.5 * mm
TOP, FOOT, BOTTOM = 184.5 * mm, 57.5 * mm, 25.5 * mm  # of the words, of the modules, of the last line
BROAD = 215 * mm
CAPITAL = 0.714  # height of a capital letter in all four faces
LEADING = 1.36
SMALLEST = 8.0  # points
CLOSEST = 0.6  # how much of the space between blocks has to stay when there is much to say


@dataclass(frozen=True, slots=True)
class Block:
    """Something of a known height, drawn from its top downwards.

    `before` is the space it wants above it; of the space left over it takes `share` parts.
    """

    height: float
    before: float
    share: float
    draw: Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The canvas of one certificate, what it says and in which words."""

    canvas: TaggedCanvas
    facts: CertificateFacts
    words: Wording

    def lines(
        self,
        setting: Setting,
        before: float,
        *,
        kind: str = "P",
        colour: Color = TEXT,
        language: str = "",
        share: float = 1,
    ) -> Block:
        """Centred lines of one element."""

        def draw(top: float) -> None:
            with self.canvas.tag(kind, language=language):
                baseline = top - CAPITAL * setting.size
                self.canvas.write_lines(
                    MIDDLE, baseline, setting, leading=LEADING, align="centre", colour=colour
                )

        height = (CAPITAL + LEADING * (len(setting.lines) - 1)) * setting.size
        return Block(height, before, share, draw)


def draw_words(sheet: Sheet) -> None:
    """Write everything, in the order in which it is read."""
    blocks = [*_head(sheet), *_name(sheet), *_course(sheet), _modules(sheet)]
    spaces = sum(block.before for block in blocks)
    room = TOP - FOOT - sum(block.height for block in blocks)
    if room < CLOSEST * spaces:
        raise DoesNotFit(sheet.facts.course_title(sheet.facts.language))
    part = max(room - spaces, 0) / sum(block.share for block in blocks)
    top = TOP
    for block in blocks:
        top -= block.before * min(room / spaces, 1) + block.share * part
        block.draw(top)
        top -= block.height
    _signatures(sheet)
    _check(sheet)


def _head(sheet: Sheet) -> list[Block]:
    words = sheet.words
    issuer = fit(sheet.facts.issuer_name.upper(), Face.SANS, sizes=(10, SMALLEST), width=BROAD, tracking=90)
    capitals = words.heading.isupper()
    size = 15 * mm if capitals else 11.5 * mm
    heading = Setting((words.heading,), Face.SERIF_BOLD, size, 95 if capitals else 15)
    small = Setting((words.small_heading,), Face.SERIF, 12.5, 40)
    return [
        sheet.lines(issuer, 0, colour=INK, share=0),
        sheet.lines(heading, 5 * mm, kind="H1", colour=INK),
        sheet.lines(small, 4.2 * mm, colour=QUIET, language=words.other_language, share=0.3),
    ]


def _name(sheet: Sheet) -> list[Block]:
    setting = set_name(sheet.facts)
    before = _little(sheet, sheet.words.before_name, 5 * mm)
    after = _little(sheet, sheet.words.after_name, 4 * mm)
    rule_width = min(max(setting.width + 16 * mm, 120 * mm), BROAD)
    tails = 0.28 * setting.size  # how far р and у reach below the line
    rule = Block(
        tails + 2 * mm,
        1 * mm,
        0,
        lambda top: ornament.name_rule(sheet.canvas, MIDDLE, top - tails, rule_width),
    )
    return [*before, sheet.lines(setting, 5 * mm), rule, *after]


def set_name(facts: CertificateFacts) -> Setting:
    """The name in one line of 13 mm down to 9 mm, else in two lines as large as they go."""
    one_line = (13 * mm, 9 * mm)
    try:
        return fit(facts.full_name, Face.SERIF_BOLD, sizes=one_line, width=BROAD)
    except DoesNotFit:
        names = [name for name in (facts.family_name, facts.given_name) if name]
        sizes = (9 * mm, SMALLEST)
        size = min(fit(name, Face.SERIF_BOLD, sizes=sizes, width=BROAD).size for name in names)
        return Setting(tuple(names), Face.SERIF_BOLD, size)


def _little(sheet: Sheet, text: str, before: float) -> list[Block]:
    return [sheet.lines(Setting((text,), Face.SERIF, 12), before, share=0.6)] if text else []


def _course(sheet: Sheet) -> list[Block]:
    facts, words = sheet.facts, sheet.words
    title = words.quotes.format(title=facts.course_title(words.language))
    other = facts.course_title(words.other_language)
    sentence = words.sentence(len(facts.modules), facts.hours)
    large, middle, small = (5.6 * mm, 4 * mm), (12.5, SMALLEST), (10.5, SMALLEST)
    return [
        sheet.lines(fit(title, Face.SERIF_BOLD, sizes=large, width=195 * mm, lines=3), 4.5 * mm),
        sheet.lines(fit(sentence, Face.SERIF, sizes=middle, width=BROAD), 3.5 * mm, share=0.5),
        sheet.lines(
            fit(other, Face.SERIF, sizes=small, width=BROAD, lines=2),
            3 * mm,
            colour=QUIET,
            language=words.other_language,
            share=0.2,
        ),
    ]


MODULE_SIZE, WAY_SIZE = 10.0, 8.5
COLUMNS = (LEFT, LEFT + 124 * mm)
COLUMN = 113 * mm
INDENT = 8.5 * mm


def _modules(sheet: Sheet) -> Block:
    """The modules in two columns, read along the rows."""
    modules = sheet.facts.modules
    settings = [
        fit(
            module.title(sheet.words.language),
            Face.SANS,
            sizes=(MODULE_SIZE, SMALLEST),
            width=COLUMN - INDENT,
            lines=3,
        )
        for module in modules
    ]
    rows = [settings[start : start + 2] for start in range(0, len(settings), 2)]
    heights = [max(_module_height(setting) for setting in row) for row in rows]
    gap = 5 * mm

    def draw(top: float) -> None:
        with sheet.canvas.group("L"):
            for place, (module, setting) in enumerate(zip(modules, settings, strict=True)):
                row, column = divmod(place, 2)
                _module(sheet, module, setting, COLUMNS[column], top - sum(heights[:row]) - gap * row)

    return Block(sum(heights) + gap * (len(rows) - 1), 5 * mm, 1.6, draw)


def _module_height(setting: Setting) -> float:
    return (CAPITAL + LEADING * (len(setting.lines) - 1)) * setting.size + 1.6 * WAY_SIZE


def _module(sheet: Sheet, module: EarnedModule, setting: Setting, x: float, top: float) -> None:
    canvas, words = sheet.canvas, sheet.words
    baseline = top - CAPITAL * setting.size
    last = baseline - LEADING * (len(setting.lines) - 1) * setting.size
    way = words.online if module.way is Way.ONLINE else words.room
    with canvas.group("LI"):
        with canvas.tag("Lbl"):
            canvas.write(x, baseline - 0.6, str(module.number), Face.SERIF_BOLD, 15, colour=GOLD)
        with canvas.group("LBody"):
            with canvas.tag("P"):
                canvas.write_lines(x + INDENT, baseline, setting, leading=LEADING, colour=TEXT)
            with canvas.tag("P"):
                earned = f"{way} · {words.short_day(module.earned_on)}"
                canvas.write(x + INDENT, last - 1.6 * WAY_SIZE, earned, Face.SANS, WAY_SIZE, colour=QUIET)


def _signatures(sheet: Sheet) -> None:
    canvas, words = sheet.canvas, sheet.words
    with canvas.tag("P"):
        issued = words.issued.format(day=words.day(sheet.facts.issued_on))
        canvas.write(LEFT, 46 * mm, issued, Face.SANS, 11, colour=TEXT)
    for x, caption in ((LEFT, words.coordinator), (LEFT + 72 * mm, words.trainer)):
        with canvas.artifact():
            ornament.stroke(canvas, [(x, 30.5 * mm), (x + 62 * mm, 30.5 * mm)], TEXT, 0.25 * mm)
        with canvas.tag("P"):
            canvas.write(x, BOTTOM, caption, Face.SANS, 9, colour=QUIET)


QR = 27 * mm


def _check(sheet: Sheet) -> None:
    """The code beside the QR, and the address to type."""
    canvas, facts, words = sheet.canvas, sheet.facts, sheet.words
    edge = RIGHT - QR - 6 * mm
    with canvas.tag("P"):
        canvas.write(edge, 40.5 * mm, words.code, Face.SANS, 9, align="right", colour=QUIET)
    with canvas.tag("P"):
        canvas.write(
            edge, 33.5 * mm, pretty(facts.code), Face.SANS_BOLD, 15, align="right", tracking=30, colour=TEXT
        )
    address = fit(
        words.address.format(host=facts.verify_host), Face.SANS, sizes=(9, SMALLEST), width=100 * mm
    )
    box = (edge - address.width, BOTTOM - 3, edge, BOTTOM + 9)
    read_aloud = words.qr.format(address=facts.verify_url)
    with canvas.group("P"), canvas.tag("Link", address=facts.verify_url, alt=read_aloud, box=box):
        canvas.write_lines(edge, BOTTOM, address, align="right", colour=QUIET)
    box = (RIGHT - QR, BOTTOM, RIGHT, BOTTOM + QR)
    with canvas.tag("Figure", alt=read_aloud, box=box):
        draw_qr(canvas, facts.verify_url, x=RIGHT - QR, y=BOTTOM, size=QR)
