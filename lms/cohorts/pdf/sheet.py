"""The sign-in sheet of one half-day: A4 landscape, fourteen rows a page, spare rows and control totals."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reportlab.lib.colors import black
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm

from lms.cohorts.pdf.pieces import (
    QUIET,
    SMALLEST,
    Page,
    day_words,
    fitted,
    mark,
    page_of,
    rule,
    text_line,
)
from lms.core.codes import pretty
from lms.core.i18n import gettext as _
from lms.core.pdf import Face, Setting, TaggedCanvas

ROWS_A_PAGE = 14
SPARE_ROWS = 4
ROW, HEAD = 9.5 * mm, 9 * mm
LEFT, RIGHT, TOP = 12 * mm, 285 * mm, 198 * mm
TABLE_TOP = 168 * mm
# Signatures need 45 mm at least.
COLUMNS = (10 * mm, 66 * mm, 56 * mm, 24 * mm, 13 * mm, 22 * mm, 23 * mm, 59 * mm)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One person as the register has them; `gender` and `group` are short words, already translated."""

    number: int
    family_name: str
    given_name: str
    organisation: str = ""
    phone: str = ""
    gender: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """All that one sheet says. `number` is the sheet's in its stored form, `half_day` the words for it."""

    number: str
    cohort_code: str
    title: str
    place: str
    half_day: str
    day: date
    hours: str
    teaches: tuple[str, ...]
    organisations: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    spare_rows: int
    printed_on: date
    language: str


def pages(facts: SheetFacts) -> list[Page]:
    """The sheet's pages, at least one; spare rows fill the last page, but are never fewer than asked for."""
    lines: list[SheetRow | int] = [*facts.rows]
    lines += spare_numbers(facts)
    chunks = [lines[start : start + ROWS_A_PAGE] for start in range(0, len(lines), ROWS_A_PAGE)]

    def page(place: int) -> Page:
        return lambda canvas: _draw(canvas, facts, chunks[place], place + 1, len(chunks))

    return [page(place) for place in range(len(chunks))]


def spare_numbers(facts: SheetFacts) -> list[int]:
    """Numbers of the dotted rows, going on after the last person's."""
    after = max((row.number for row in facts.rows), default=0)
    return [after + place for place in range(1, facts.spare_rows + 1)]


def spare_rows_for(people: int) -> int:
    """Four at least, and as many more as fill the last page."""
    return SPARE_ROWS + -(people + SPARE_ROWS) % ROWS_A_PAGE


def _draw(
    canvas: TaggedCanvas, facts: SheetFacts, lines: list[SheetRow | int], page: int, pages: int
) -> None:
    canvas.setPageSize(landscape(A4))
    _head(canvas, facts, page, pages)
    _grid(canvas, lines)
    with canvas.group("Table"):
        _titles(canvas)
        for place, line in enumerate(lines):
            bottom = TABLE_TOP - HEAD - (place + 1) * ROW
            _row(canvas, line, bottom)
    _foot(canvas, facts, lines, page, pages)
    canvas.showPage()


def _head(canvas: TaggedCanvas, facts: SheetFacts, page: int, pages: int) -> None:
    mark(canvas, LEFT, TOP - 9 * mm, 9 * mm)
    heading = Setting((_("Sign-in sheet"),), Face.SANS_BOLD, 17)
    text_line(canvas, LEFT + 12 * mm, TOP - 6.5 * mm, heading, kind="H1" if page == 1 else "P")
    number = Setting((pretty(facts.number),), Face.SANS_BOLD, 21)
    small = Setting((_("Sheet number"),), Face.SANS, SMALLEST)
    place = Setting((page_of(page, pages),), Face.SANS, 10)
    text_line(canvas, RIGHT, TOP - 3 * mm, small, align="right", colour=QUIET)
    text_line(canvas, RIGHT, TOP - 10.5 * mm, number, align="right")
    text_line(canvas, RIGHT, TOP - 15.5 * mm, place, align="right")
    # The funder's line: names of those who hold and pay the workshop.
    backers = fitted(
        " · ".join(facts.organisations), Face.SANS, sizes=(9.5, SMALLEST), width=190 * mm, lines=1
    )
    text_line(canvas, LEFT + 12 * mm, TOP - 11.5 * mm, backers, colour=QUIET)
    title = fitted(
        f"{facts.cohort_code}   {facts.title}", Face.SANS_BOLD, sizes=(11, SMALLEST), width=225 * mm
    )
    text_line(canvas, LEFT, TOP - 18.5 * mm, title)
    when = f"{day_words(facts.day, facts.language)} · {facts.half_day} · {facts.hours} · {facts.place}"
    text_line(canvas, LEFT, TOP - 23 * mm, fitted(when, Face.SANS, sizes=(10, SMALLEST), width=273 * mm))
    teaches = fitted(" · ".join(facts.teaches), Face.SANS, sizes=(9, SMALLEST), width=273 * mm)
    text_line(canvas, LEFT, TOP - 27.5 * mm, teaches, colour=QUIET)


def _edges() -> list[float]:
    edges = [LEFT]
    for width in COLUMNS:
        edges.append(edges[-1] + width)
    return edges


def _grid(canvas: TaggedCanvas, lines: list[SheetRow | int]) -> None:
    bottom = TABLE_TOP - HEAD - len(lines) * ROW
    with canvas.artifact():
        rule(canvas, (LEFT, TABLE_TOP, RIGHT, TABLE_TOP), width=1)
        rule(canvas, (LEFT, TABLE_TOP - HEAD, RIGHT, TABLE_TOP - HEAD), width=1)
        for place, line in enumerate(lines):
            y = TABLE_TOP - HEAD - (place + 1) * ROW
            dash = (1.0, 2.5) if isinstance(line, int) else ()
            rule(canvas, (LEFT, y, RIGHT, y), width=0.5, dash=dash)
        for x in _edges():
            rule(canvas, (x, TABLE_TOP, x, bottom), width=0.4)
        rule(canvas, (LEFT, bottom, RIGHT, bottom), width=1)


def _titles(canvas: TaggedCanvas) -> None:
    words = (
        "№",
        _("Family name and given name"),
        _("Organisation, position"),
        _("Phone"),
        _("Gender"),
        _("Group"),
        _("Consent"),
        _("Signature"),
    )
    with canvas.group("TR"):
        for x, width, word in zip(_edges(), COLUMNS, words, strict=False):
            setting = fitted(word, Face.SANS_BOLD, sizes=(9, SMALLEST), width=width - 2 * mm, lines=2)
            top = TABLE_TOP - (HEAD - len(setting.lines) * setting.size * 1.2) / 2
            with canvas.tag("TH"):
                canvas.write_lines(x + 1 * mm, top - 0.9 * setting.size, setting, leading=1.2)


def _row(canvas: TaggedCanvas, line: SheetRow | int, bottom: float) -> None:
    with canvas.group("TR"):
        for place, (x, width, setting) in enumerate(zip(_edges(), COLUMNS, _cells(line), strict=False)):
            if not setting.lines:
                continue
            size, count = setting.size, len(setting.lines)
            first = bottom + ROW / 2 + (count - 1) * size * 0.575 - 0.36 * size
            with canvas.tag("TD"):
                if place == 0:
                    canvas.write_lines(x + width - 1.5 * mm, first, setting, align="right", colour=black)
                else:
                    canvas.write_lines(x + 1.2 * mm, first, setting, leading=1.15)


def _cells(line: SheetRow | int) -> Iterator[Setting]:
    number = line if isinstance(line, int) else line.number
    yield Setting((str(number),), Face.SANS_BOLD, 11)
    if isinstance(line, int):
        return
    name = f"{line.family_name} {line.given_name}".strip()
    texts = (
        (name, Face.SANS_BOLD, 11.0, 2),
        (line.organisation, Face.SANS, 9.0, 2),
        (line.phone, Face.SANS, 9.5, 1),
        (line.gender, Face.SANS, 9.0, 1),
        (line.group, Face.SANS, 9.0, 2),
    )
    for (text, face, size, lines), width in zip(texts, COLUMNS[1:], strict=False):
        if text:
            yield fitted(text, face, sizes=(size, SMALLEST), width=width - 2.4 * mm, lines=lines)
        else:
            yield Setting((), face, size)


def _foot(
    canvas: TaggedCanvas, facts: SheetFacts, lines: list[SheetRow | int], page: int, pages: int
) -> None:
    """Control totals that the trainer counts by hand, and the number once more."""
    people = sum(isinstance(line, SheetRow) for line in lines)
    counts = (
        (_("Named rows on this page: %(count)s", count=people), 0.0, 0.0),
        (_("Signatures on this page:"), 58 * mm, 18 * mm),
        (_("New people on spare rows:"), 124 * mm, 18 * mm),
        (_("Trainer’s name and signature:"), 194 * mm, 0.0),
    )
    y = 19.5 * mm
    for words, x, _box in counts:
        text_line(canvas, LEFT + x, y, fitted(words, Face.SANS, sizes=(9, SMALLEST), width=50 * mm))
    with canvas.artifact():
        for x in (58 * mm + 46 * mm, 124 * mm + 48 * mm):
            canvas.setLineWidth(0.8)
            canvas.rect(LEFT + x, y - 2.5 * mm, 14 * mm, 7.5 * mm, stroke=1, fill=0)
        rule(canvas, (LEFT + 194 * mm + 45 * mm, y - 1 * mm, RIGHT, y - 1 * mm), width=0.5)
    printed = _("Printed on %(day)s", day=day_words(facts.printed_on, facts.language))
    consent = _("Consent: tick when you agree that your name and contact are kept for this training")
    foot = f"{facts.cohort_code} · {printed} · {consent}"
    text_line(
        canvas,
        LEFT,
        12 * mm,
        fitted(foot, Face.SANS, sizes=(SMALLEST, SMALLEST), width=220 * mm),
        colour=QUIET,
    )
    number = Setting((f"{pretty(facts.number)}   {page}/{pages}",), Face.SANS_BOLD, 10)
    text_line(canvas, RIGHT, 12 * mm, number, align="right")
