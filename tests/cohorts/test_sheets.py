"""Sign-in sheets: printed, signed, brought back, closed once the totals agree."""

import pypdfium2
import pytest

from lms.cohorts import queries
from lms.cohorts.errors import CohortLocked, SheetClosed
from lms.cohorts.models import CohortStatus, CountOnly, MarkStatus, ParticipantRole, Source
from lms.cohorts.pdf.sheet import spare_rows_for
from lms.cohorts.queries import papers
from lms.cohorts.rules import Attendance
from lms.cohorts.services import sheets
from lms.cohorts.services.sheets import Returned
from lms.cohorts.sheet_rules import Counted, Unnamed, disagreements
from lms.core.clock import now
from lms.core.codes import pretty
from lms.people.roles import Role
from tests.cohorts.rooms import add, make_workshop, mark
from tests.factories import make_account


@pytest.fixture
def workshop(cast):
    """Three people: in Mongolian order Ану, Өлзий, Сараа; registered in another one."""
    made = make_workshop(cast.saraa)
    for name in ("Сараа", "Өлзий", "Ану"):
        add(made, name, phone=None)
    return made


@pytest.fixture
def session(workshop):
    return workshop.sessions[0]


@pytest.fixture
def sheet(session, cast):
    return sheets.print_sheet(session, spare_rows=4, by=cast.saraa, at=now())


@pytest.fixture
def saraa(cast, visit):
    return visit(cast.saraa)


def names(session, sheet):
    people = papers.participants_by_id(sheet.rows)
    return [people[row].enrolment.person.given_name for row in sheet.rows]


BOLD = {"row-4-given_name": "Болд", "row-4-family_name": "Дорж", "signatures": "4", "spare_rows": "1"}


def send(saraa, sheet, **fields):
    """The form of the sheet as a browser sends it, with a choice that it had not shown before."""
    filled = saraa.page(f"/sheets/{sheet.number}").form(name="signatures").values
    return saraa.post(f"/sheets/{sheet.number}", data={**filled, **BOLD, **fields})


def close(saraa, sheet, **fields):
    return saraa.submit(f"/sheets/{sheet.number}", {"spare_rows": "0", **fields}, name="signatures")


def came(session):
    people = {one.id: one.enrolment.person.given_name for one in queries.participants_of(session.cohort)}
    return {people[key]: value for key, value in queries.register_of(session).items()}


# Printing


def test_a_sheet_holds_the_counted_people_in_mongolian_order(session, sheet, workshop):
    assert names(session, sheet) == ["Ану", "Өлзий", "Сараа"]


def test_trainers_do_not_sign_with_the_participants(workshop, session, cast):
    add(workshop, "Багш", role=ParticipantRole.TRAINER)
    sheet = sheets.print_sheet(session, spare_rows=4, by=cast.saraa, at=now())
    assert "Багш" not in names(session, sheet)


def test_printing_again_is_the_same_sheet_until_somebody_is_added(workshop, session, sheet, cast):
    assert sheets.print_sheet(session, spare_rows=4, by=cast.saraa, at=now()) is sheet
    add(workshop, "Болд")
    assert sheets.print_sheet(session, spare_rows=4, by=cast.saraa, at=now()) is not sheet


def test_a_number_that_is_taken_is_not_given_again(session, sheet, workshop, cast, monkeypatch):
    drawn = iter([sheet.number, "7K3M9T"])
    monkeypatch.setattr("lms.core.codes.short_code", lambda *signs: next(drawn))
    other = sheets.print_sheet(workshop.sessions[1], spare_rows=4, by=cast.saraa, at=now())
    assert other.number == "7K3M9T"


def test_the_trainer_downloads_the_sheet(saraa, session):
    sent = saraa.post(f"/sessions/{session.public_id}/sheet", follow_redirects=True)
    text = pypdfium2.PdfDocument(sent.data)[0].get_textpage().get_text_range()
    sheet = papers.open_sheet_of(session)
    assert all(words in text for words in (pretty(sheet.number), "Өлзий", session.cohort.code, "Эгэх төсөл"))


@pytest.mark.parametrize(("people", "rows"), [(0, 14), (10, 14), (11, 28), (24, 28), (40, 56)])
def test_spare_rows_fill_the_last_page_and_are_four_at_least(people, rows):
    assert people + spare_rows_for(people) == rows


# Coming back


@pytest.mark.parametrize("spelling", ["{}", "{} ", "lower"])
def test_the_number_opens_the_sheet_however_it_is_typed(saraa, sheet, spelling):
    typed = pretty(sheet.number).lower() if spelling == "lower" else spelling.format(sheet.number)
    assert saraa.get("/sheets", query_string={"number": typed}).location == f"/sheets/{sheet.number}"


def test_an_unknown_number_is_answered_in_words(saraa):
    assert saraa.get("/sheets").status_code == 200
    answer = saraa.get("/sheets", query_string={"number": "7K3M9T"})
    assert (answer.status_code, "7K3M9T" in answer.text) == (404, True)


def test_tapping_the_missing_marks_everybody(saraa, sheet, session):
    assert close(saraa, sheet, missing=["2"], signatures="2").status_code == 303
    assert came(session) == {
        "Ану": Attendance.PRESENT,
        "Өлзий": Attendance.ABSENT,
        "Сараа": Attendance.PRESENT,
    }
    assert saraa.get(f"/sheets/{sheet.number}").status_code == 200


def test_what_the_roll_call_said_of_coming_late_stays(saraa, sheet, session, workshop, cast):
    late, absent = queries.participants_of(workshop)[:2]
    mark(session, late, cast.saraa, MarkStatus.LATE)
    mark(session, absent, cast.saraa, MarkStatus.ABSENT)
    close(saraa, sheet, missing=["2"], signatures="2")
    assert came(session)["Сараа"] is Attendance.LATE
    assert len(queries.marks_of(session)[absent.id]) == 1


def test_totals_that_disagree_write_nothing_and_keep_what_was_typed(saraa, sheet, session):
    answer = close(saraa, sheet, missing=["2"], signatures="3", spare_rows="1")
    assert answer.status_code == 422
    assert "3" in answer.text
    assert 'value="2" checked' in answer.text
    assert set(came(session).values()) == {Attendance.UNMARKED}


def test_a_spare_row_becomes_a_person_who_is_present(saraa, sheet, session, workshop):
    fields = {"row-4-given_name": "Ганбаяр", "row-4-family_name": "Пүрэв", "row-4-gender": "male"}
    assert close(saraa, sheet, signatures="4", spare_rows="1", **fields).status_code == 303
    newest = queries.participants_of(workshop)[-1]
    assert (newest.enrolment.person.given_name, newest.source) == ("Ганбаяр", Source.SHEET)
    assert came(session)["Ганбаяр"] is Attendance.PRESENT


def test_somebody_alike_has_to_be_chosen_first(saraa, sheet, session, workshop, cast):
    answer = send(saraa, sheet)
    assert (answer.status_code, cast.bold.person.public_id in answer.text) == (422, True)
    assert send(saraa, sheet, **{"row-4-who": cast.bold.person.public_id}).status_code == 303
    assert queries.place_of(workshop, cast.bold.person) is not None


def test_somebody_new_with_a_known_name_is_somebody_new(saraa, sheet, workshop, cast):
    assert send(saraa, sheet, **{"row-4-who": "new"}).status_code == 303
    assert queries.place_of(workshop, cast.bold.person) is None


def test_somebody_who_is_on_the_register_is_not_added_twice(saraa, sheet, workshop, cast):
    add(workshop, "Болд", person=cast.bold.person)
    two = {"row-5-given_name": "Энхжаргал", "signatures": "5", "spare_rows": "2"}
    answer = send(saraa, sheet, **two, **{"row-4-who": cast.bold.person.public_id})
    assert answer.status_code == 422
    assert len(queries.participants_of(workshop)) == 4


@pytest.mark.parametrize(
    "fields",
    [
        {"signatures": ""},
        {"signatures": "хоёр"},
        {"signatures": "999"},
        {"row-4-phone": "123", "row-4-given_name": "Болд"},
        {"row-4-family_name": "Дорж"},
    ],
)
def test_what_cannot_be_read_is_asked_for_again(saraa, sheet, session, fields):
    assert close(saraa, sheet, **{"signatures": "3", **fields}).status_code == 422
    assert sheet.closed_at is None


def test_people_without_a_name_are_counted_apart(saraa, sheet, db_session, workshop):
    close(saraa, sheet, signatures="4", spare_rows="1", illegible="1", refused="2")
    tallies = {one.reason: one.people for one in db_session.query(CountOnly)}
    assert tallies == {"illegible": 1, "refused": 2}
    assert len(queries.participants_of(workshop)) == 3


def test_a_sheet_is_closed_once(saraa, sheet, session, cast):
    close(saraa, sheet, signatures="3")
    back = Returned(frozenset(), (), {}, Counted(3, 0))
    with pytest.raises(SheetClosed):
        sheets.close_sheet(sheet, session, back, by=cast.saraa, at=now())
    assert saraa.post(f"/sheets/{sheet.number}", data={"signatures": "3"}).status_code == 409


def test_a_row_taken_off_the_register_gets_no_mark(saraa, sheet, session, workshop, cast):
    queries.participants_of(workshop)[0].removed_at = now()
    assert close(saraa, sheet, signatures="2").status_code == 303
    assert set(came(session)) == {"Ану", "Өлзий"}


def test_a_locked_workshop_takes_no_sheet(saraa, sheet, workshop, session, cast):
    workshop.status = CohortStatus.LOCKED
    assert saraa.get(f"/sheets/{sheet.number}").status_code == 409
    with pytest.raises(CohortLocked):
        sheets.print_sheet(session, spare_rows=4, by=cast.saraa, at=now())
    tally = {"people": "2", "reason": "refused"}
    assert saraa.post(f"/workshops/{workshop.public_id}/count-only", data=tally).status_code == 409


def test_another_trainers_sheet_is_not_there(visit, cast, sheet):
    other = visit(make_account(role=Role.TRAINER))
    for address in (f"/sheets/{sheet.number}", f"/sheets/{sheet.number}.pdf"):
        assert other.get(address).status_code == 404
    assert visit(cast.dulmaa).get(f"/sheets/{sheet.number}").status_code == 200


# Without a sheet


def test_a_tally_needs_no_sheet(saraa, workshop, db_session):
    address = f"/workshops/{workshop.public_id}/count-only"
    saraa.post(address, data={"people": "3", "reason": "left"})
    saraa.post(address, data={"people": "0", "reason": "left"})
    saraa.post(address, data={"people": "3", "reason": "nonsense"})
    assert [(one.people, one.reason) for one in db_session.query(CountOnly)] == [(3, "left")]


# Rules


@pytest.mark.parametrize(
    ("signatures", "spare", "wrong"),
    [(30, 2, []), (29, 2, ["signatures"]), (30, 1, ["spare_rows"]), (1, 9, ["signatures", "spare_rows"])],
)
def test_totals_are_the_sums_of_the_rows(signatures, spare, wrong):
    found = disagreements(
        Counted(signatures, spare), signed=28, walk_ins=1, unnamed={Unnamed.ILLEGIBLE: 1, Unnamed.LEFT: 5}
    )
    assert [one.what for one in found] == wrong
