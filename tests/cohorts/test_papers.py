"""What is printed for a room: every paper rendered, every square read back from the page."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZipFile

import pikepdf
import pypdfium2
import pytest
import zxingcpp

from lms.cohorts import notices, print_words, services
from lms.cohorts.models import ParticipantRole
from lms.cohorts.pdf import badge, make_file, poster, sheet, slip
from lms.cohorts.pdf.badge import BadgeFacts
from lms.cohorts.pdf.pieces import fitted
from lms.cohorts.pdf.poster import PosterFacts
from lms.cohorts.pdf.sheet import SheetFacts, SheetRow
from lms.cohorts.pdf.slip import SlipFacts
from lms.cohorts.services import NewSession
from lms.content.store import current_course
from lms.core.i18n import in_language
from lms.core.pdf import Face, text_width
from lms.people.groups import Gender, LearnerGroup
from lms.people.roles import Role
from tests.cohorts.rooms import add, make_workshop
from tests.factories import make_account

LONG = "Ваанчигдоржжамбалнамжилцэрэндондогбалжиннямсүрэнгомбоцэдэнма"[:60]
DAY = date(2026, 11, 24)
ROWS = (
    SheetRow(1, "Пүрэв", "Мөнхбаясгалан", "Эрдэнэбулган сумын эрүүл мэндийн төв", "99112233", "эм", "Төр"),
    SheetRow(2, LONG, LONG, f"{LONG} {LONG} {LONG}"),
    SheetRow(3, "", "Бо字лд"),
)
SHEET = SheetFacts(
    number="7K3M9T",
    cohort_code="АР-2026-03",
    title="Төсөв ба оролцоо",
    place="Архангай аймаг, “Шилэн танхим”",
    half_day="Өглөө, 1 дэх өдөр",
    day=DAY,
    hours="09:00–13:00",
    teaches=("1. Төсөв",),
    organisations=("Эгэх төсөл", "Сан"),
    rows=ROWS,
    spare_rows=sheet.spare_rows_for(3),
    printed_on=DAY,
    language="mn",
)
BADGE = BadgeFacts("Пүрэв", "Өлзий", "Соёлын төв", "", "7K3M9", "https://egekh.test/b/A/7K3M9", "АР-2026-03")
SLIP = SlipFacts(
    "Пүрэв Өлзий", "АР-2026-03", "7K3M9T", "493027", "https://e.test/claim?code=7", "e.test", "Сараа"
)
POSTER = PosterFacts(
    "Төсөв ба оролцоо", "2026.11.24", "09:00–18:00", "Архангай", "Сан", "Үзэг", "https://e.test/join/x", "mn"
)


def made(pages, language="mn"):
    return make_file("Хуудас", pages, language=language, author="Эгэх", made_on=DAY)


def texts(file):
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(file)]


def squares(file):
    """What a phone reads on each page."""
    pages = pypdfium2.PdfDocument(file)
    return [{code.text for code in zxingcpp.read_barcodes(page.render(scale=3).to_pil())} for page in pages]


@pytest.fixture
def workshop(cast):
    made = make_workshop(cast.saraa, funder="Сан", khoroo="3", soum_code="4301", days=2)
    add(made, "Болд", gender=Gender.MALE, group=LearnerGroup.CSO, organisation="ТББ", phone="99112233")
    add(made, "Багш", role=ParticipantRole.TRAINER)
    services.open_joining(made, by=cast.saraa)
    return made


@pytest.fixture
def saraa(cast, visit):
    return visit(cast.saraa)


# Drawings


@pytest.mark.parametrize("language", ["mn", "en"])
def test_the_same_facts_make_the_same_file(app, language):
    pages = [
        *sheet.pages(replace(SHEET, language=language)),
        *badge.pages([BADGE] * 9),
        *slip.pages([SLIP] * 5),
        poster.page(POSTER, "a4"),
        poster.page(POSTER, "a3"),
    ]
    file = made(pages, language)
    assert file == made(pages, language)
    with pikepdf.open(BytesIO(file)) as pdf:
        assert (len(pdf.pages), str(pdf.Root.Lang)) == (7, language)
        assert "/StructTreeRoot" in pdf.Root


def test_a_sheet_says_its_number_twice_on_every_page(app):
    many = tuple(replace(ROWS[0], number=number) for number in range(1, 31))
    file = made(sheet.pages(replace(SHEET, rows=many, spare_rows=sheet.spare_rows_for(30))))
    pages = texts(file)
    assert [text.count("7K3-M9T") for text in pages] == [2, 2, 2]
    assert ["1/3" in pages[0], "3/3" in pages[2]] == [True, True]


def test_a_sheet_without_people_is_all_spare_rows(app):
    text = texts(made(sheet.pages(replace(SHEET, rows=(), spare_rows=14))))[0]
    assert re.search(r"^14\b", text, re.MULTILINE)


def test_a_sign_that_cannot_be_printed_becomes_a_question_mark(app):
    assert "Бо?лд" in texts(made(sheet.pages(SHEET)))[0]


@pytest.mark.parametrize("text", [LONG, f"{LONG} {LONG}", "үг " * 60, "", "а"])
@pytest.mark.parametrize("lines", [1, 2])
def test_whatever_is_written_fits_its_place(text, lines):
    setting = fitted(text, Face.SANS, sizes=(11, 8), width=100, lines=lines)
    assert len(setting.lines) <= max(lines, 1)
    assert all(text_width(line, setting.face, setting.size) <= 100.01 for line in setting.lines)


def test_eight_badges_stand_on_a_page_and_each_square_is_read(app):
    badges = [replace(BADGE, url=f"https://egekh.test/b/A/{number}") for number in range(9)]
    found = squares(made(badge.pages(badges)))
    assert [len(page) for page in found] == [8, 1]


def test_a_badge_may_be_sparse_or_full(app):
    full = replace(
        BADGE, role="Сургагч багш", given_name=LONG, family_name=LONG, organisation=f"{LONG} {LONG}"
    )
    empty = replace(BADGE, organisation="", family_name="")
    text = texts(made(badge.pages([full, empty])))[0]
    assert "Сургагч багш" in text


def test_four_slips_stand_on_a_page_with_code_pin_and_square(app):
    file = made(slip.pages([SLIP] * 5))
    assert ["493 027" in text and "7K3-M9T" in text for text in texts(file)] == [True, True]
    assert squares(file) == [{SLIP.url}, {SLIP.url}]


@pytest.mark.parametrize("size", ["a4", "a3"])
def test_the_poster_is_read_by_phones(app, size):
    file = made([poster.page(POSTER, size)])
    assert squares(file) == [{POSTER.url}]


def test_a_poster_without_a_link_says_what_when_and_where(app):
    file = made([poster.page(replace(POSTER, url="", bring=""), "a4")])
    assert (squares(file), "Архангай" in texts(file)[0]) == ([set()], True)


# Doors


def test_the_page_of_papers_lists_every_sheet(saraa, workshop):
    address = f"/workshops/{workshop.public_id}/papers"
    assert saraa.get(address).status_code == 200
    saraa.post(f"/sessions/{workshop.sessions[0].public_id}/sheet")
    assert any(link.startswith("/sheets/") for link in saraa.page(address).links.values())


def test_one_button_prints_everything_for_the_room(saraa, workshop):
    sent = saraa.post(f"/workshops/{workshop.public_id}/pack", data={"as": "pdf", "slips": "y"})
    read = set().union(*squares(sent.data))
    assert sent.headers["Content-Disposition"] == 'attachment; filename="SE-2026-01-pack.pdf"'
    assert len(pypdfium2.PdfDocument(sent.data)) == 7  # badges, four sheets, slips, poster
    assert {address.split("/")[3].split("?")[0] for address in read} == {"b", "claim", "join"}


def test_every_badge_of_the_pack_opens_its_owner(saraa, workshop):
    file = saraa.get(f"/workshops/{workshop.public_id}/badges.pdf").data
    for address in squares(file)[0]:
        assert saraa.get(address.removeprefix("https://egekh.test")).status_code == 200


def test_the_pack_may_be_a_zip_of_files(saraa, workshop):
    sent = saraa.post(f"/workshops/{workshop.public_id}/pack", data={"as": "zip"})
    with ZipFile(BytesIO(sent.data)) as packed:
        names = packed.namelist()
        assert packed.read(names[0])[:5] == b"%PDF-"
    assert (names[0], names[-1], len(names)) == ("01-badges.pdf", "06-poster-a4.pdf", 6)


def test_an_empty_workshop_has_a_poster_and_no_badges(saraa, cast):
    empty = make_workshop(cast.saraa, sessions=[])
    assert saraa.get(f"/workshops/{empty.public_id}/papers").status_code == 200
    assert saraa.get(f"/workshops/{empty.public_id}/badges.pdf").status_code == 404
    assert saraa.get(f"/workshops/{empty.public_id}/poster.pdf").status_code == 200
    sent = saraa.post(f"/workshops/{empty.public_id}/pack", data={"as": "pdf", "slips": "y"})
    assert len(pypdfium2.PdfDocument(sent.data)) == 1


def test_what_was_not_offered_is_refused(saraa, workshop):
    assert saraa.post(f"/workshops/{workshop.public_id}/pack", data={"as": "exe"}).status_code == 400
    assert saraa.get(f"/workshops/{workshop.public_id}/poster.pdf?size=a0").status_code == 404


def test_another_trainer_prints_nothing(visit, cast, workshop):
    other = visit(make_account(role=Role.TRAINER))
    for page in ("papers", "badges.pdf", "poster.pdf", "slips", "notice", "workshop.ics", "feedback"):
        assert other.get(f"/workshops/{workshop.public_id}/{page}").status_code == 404


# Notices


def test_the_announcement_names_days_place_and_address(saraa, workshop):
    text = saraa.page(f"/workshops/{workshop.public_id}/notice").text
    assert "2026 оны 11 дүгээр сарын 24–25" in text
    assert f"https://egekh.test/join/{workshop.join_token}" in text


def test_without_link_and_days_the_announcement_leaves_them_out(saraa, cast):
    bare = make_workshop(cast.saraa, sessions=[])
    assert "/join/" not in saraa.page(f"/workshops/{bare.public_id}/notice").text
    assert b"VEVENT" not in saraa.get(f"/workshops/{bare.public_id}/workshop.ics").data


@pytest.mark.parametrize(
    ("region", "zone", "offset"), [("84", "Asia/Hovd", "+0700"), ("65", "Asia/Ulaanbaatar", "+0800")]
)
def test_the_calendar_keeps_the_time_of_the_place(cast, region, zone, offset):
    workshop = make_workshop(cast.saraa, region_code=region)
    at = datetime(2026, 11, 22, 1, 2, 3, tzinfo=UTC)
    facts = {"title": "Төсөв; оролцоо, " + "үг " * 40, "place": "Ховд", "host": "egekh.test", "address": ""}
    text = notices.calendar(workshop.sessions, at=at, **facts)
    assert f"DTSTART;TZID={zone}:20261124T090000\r\n" in text
    assert f"TZOFFSETTO:{offset}" in text
    assert "SUMMARY:Төсөв\\; оролцоо\\, " in text
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


def test_the_calendar_file_is_downloaded_with_the_address(saraa, workshop):
    page = saraa.get(f"/workshops/{workshop.public_id}/workshop.ics")
    assert page.mimetype == "text/calendar"
    assert "URL:https://egekh.test/join/" in page.text.replace("\r\n ", "")


# Words


def test_places_and_half_days_in_words(app, workshop):
    afternoon = workshop.sessions[3]
    with in_language("en"):
        assert print_words.place_words(workshop, "en").endswith("Соёлын төв")
        assert print_words.half_day_words(afternoon) == "Afternoon, day 2"
        assert print_words.days_words(workshop.sessions, "en") == "24 November 2026 – 25 November 2026"
        assert print_words.days_words(workshop.sessions[:2], "en") == "24 November 2026"


def test_a_place_may_be_named_in_words(app, cast):
    workshop = make_workshop(cast.saraa, region_code="1107", khoroo="Хороо төв", soum_code=None)
    assert "Хороо төв" in print_words.place_words(workshop, "mn")


def test_a_module_that_the_course_no_longer_has_is_left_out(app, cast):
    gone = [NewSession(DAY, half.half, ("gone",)) for half in make_workshop(cast.saraa).sessions[:1]]
    workshop = make_workshop(cast.saraa, sessions=gone)
    assert print_words.module_words(workshop.sessions[0], current_course(), "mn") == ()


def test_one_long_word_is_broken_and_loses_nothing_when_two_lines_hold_it():
    word = "Ш" * 12
    setting = fitted(word, Face.SANS, sizes=(11, 8), width=text_width(word, Face.SANS, 8) * 0.7, lines=2)
    assert "".join(setting.lines) == word
