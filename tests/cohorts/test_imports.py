"""A list is sent, looked at, decided and written: all of it or nothing, once."""

import io
from datetime import date

import pytest
from openpyxl import load_workbook

from lms.cohorts import import_job, queries
from lms.cohorts.errors import ListUndecided
from lms.cohorts.models import CohortStatus, ImportBatch
from lms.cohorts.rules import Attendance
from lms.cohorts.services.importing import write_import
from lms.cohorts.services.planning import decide
from lms.core.clock import now
from lms.core.db import db
from lms.people.groups import Gender
from tests.cohorts.lists.making import workbook
from tests.cohorts.rooms import add, make_workshop
from tests.cohorts.sending import NARAN, SOLONGO, TITLES, names, people_called, send, write
from tests.factories import make_person
from tests.pages import Page


@pytest.fixture
def workshop(cast):
    return make_workshop(cast.saraa, on=date(2026, 11, 24))


@pytest.fixture
def saraa(cast, visit):
    return visit(cast.saraa)


def test_a_list_is_written_only_when_confirmed(saraa, workshop):
    there = send(saraa, workshop, [TITLES, SOLONGO, NARAN])
    assert there.status_code == 303
    page = saraa.page(there.location)
    assert "Ганбат Солонго" in page.text
    assert names(workshop) == []
    assert write(saraa, there.location).status_code == 303
    assert names(workshop) == ["Ганбат Солонго", "Пүрэв Наран"]
    place = queries.participants_of(workshop)[0]
    assert (place.phone, place.gender, place.birth_year, place.source) == (
        "95112233", Gender.FEMALE, 1988, "imported",
    )  # fmt: skip


def test_confirming_twice_writes_once(saraa, workshop):
    path = send(saraa, workshop, [TITLES, SOLONGO]).location
    write(saraa, path)
    assert write(saraa, path).status_code == 303
    assert names(workshop) == ["Ганбат Солонго"]
    assert people_called("Солонго") == 1
    assert "1" in saraa.page(path).text


def test_a_person_surely_known_is_not_made_again(saraa, workshop):
    known = make_person(family_name="Ганбат", given_name="Солонго", phone="95112233", birth_year=1988)
    path = send(saraa, workshop, [TITLES, SOLONGO]).location
    write(saraa, path)
    assert [one.enrolment.person.id for one in queries.participants_of(workshop)] == [known.id]


def test_who_may_be_known_has_to_be_decided(saraa, workshop):
    known = make_person(family_name="Ганбат", given_name="Солонго", phone=None, birth_year=None)
    path = send(saraa, workshop, [TITLES, SOLONGO]).location
    refused = write(saraa, path)
    assert "show=open" in refused.location
    assert names(workshop) == []
    write(saraa, path, **{"who-2": f"person:{known.public_id}"})
    assert [one.enrolment.person.id for one in queries.participants_of(workshop)] == [known.id]


def test_a_decision_that_the_row_does_not_offer_is_not_taken(saraa, workshop, cast):
    path = send(saraa, workshop, [TITLES, SOLONGO]).location
    write(saraa, path, **{"who-2": f"person:{cast.bold.person.public_id}", "who-x": "new", "who-9": "out"})
    assert names(workshop) == ["Ганбат Солонго"]


def test_decisions_are_kept_without_writing(saraa, workshop):
    path = send(saraa, workshop, [TITLES, SOLONGO, NARAN]).location
    kept = saraa.post(path, data={"who-2": "out", "show": "", "page": "1", "keep": "1"})
    assert kept.status_code == 303
    assert names(workshop) == []
    write(saraa, path)
    assert names(workshop) == ["Пүрэв Наран"]


def test_a_switch_of_language_keeps_what_was_decided(saraa, workshop):
    path = send(saraa, workshop, [TITLES, SOLONGO]).location
    shown = saraa.post(path, data={"who-2": "out", "write": "1", "switch_language": "en"})
    assert shown.status_code == 200
    assert 'value="out" selected' in shown.text
    assert names(workshop) == []


def test_a_person_listed_twice_comes_once(saraa, workshop):
    path = send(saraa, workshop, [TITLES, SOLONGO, SOLONGO]).location
    write(saraa, path)
    assert names(workshop) == ["Ганбат Солонго"]
    assert people_called("Солонго") == 1
    assert db.session.query(ImportBatch).one().reading["result"]["repeated"] == 1


def test_namesakes_in_one_list_are_asked_about(saraa, workshop):
    rows = [TITLES, SOLONGO, ["Ганбат", "Солонго", None, None, None]]
    path = send(saraa, workshop, rows).location
    assert "show=open" in write(saraa, path).location
    write(saraa, path, **{"who-3": "new"})
    assert names(workshop) == ["Ганбат Солонго", "Ганбат Солонго"]
    assert people_called("Солонго") == 2


def test_somebody_on_the_register_already_is_counted_as_there(saraa, workshop):
    known = make_person(family_name="Ганбат", given_name="Солонго", phone="95112233", birth_year=1988)
    add(workshop, "Солонго", "Ганбат", person=known)
    path = send(saraa, workshop, [TITLES, SOLONGO, NARAN]).location
    write(saraa, path)
    assert names(workshop) == ["Ганбат Солонго", "Пүрэв Наран"]
    assert db.session.query(ImportBatch).one().reading["result"]["there"] == 1


def test_somebody_written_down_meanwhile_is_asked_about(saraa, workshop):
    path = send(saraa, workshop, [TITLES, SOLONGO]).location
    make_person(family_name="Ганбат", given_name="Солонго", phone=None, birth_year=None)
    assert "show=open" in write(saraa, path).location
    assert names(workshop) == []
    write(saraa, path, **{"who-2": "new"})
    assert people_called("Солонго") == 2


def test_rows_with_errors_are_left_out_and_come_back_as_a_file(saraa, workshop):
    rows = [
        [*TITLES, "РД"],
        [*SOLONGO, "УК88030212"],
        [None, "Б.Болд, Д.Сараа", "=1+1", None, None, "УК88030213"],
    ]
    path = send(saraa, workshop, rows).location
    assert "РД" in saraa.page(path).text
    write(saraa, path)
    assert names(workshop) == ["Ганбат Солонго"]
    file = saraa.get(f"{path}/errors.xlsx")
    sheet = load_workbook(io.BytesIO(file.data)).active
    lines = [[cell.value for cell in row] for row in sheet.rows]
    assert lines[0][:5] == TITLES
    assert lines[1][1:3] == ["Б.Болд, Д.Сараа", "=1+1"]
    assert {cell.data_type for cell in sheet[2]} <= {"s", "n"}
    assert lines[1][5].startswith("B3: ")
    assert "88030213" not in str(lines)
    assert "88030212" not in str(db.session.query(ImportBatch).one().reading)


def test_hidden_rows_come_only_when_somebody_says_so(saraa, workshop):
    content = workbook([TITLES, SOLONGO, NARAN], hidden_rows=[3])
    path = send(saraa, workshop, content).location
    write(saraa, path, **{"who-3": "new"})
    assert names(workshop) == ["Ганбат Солонго", "Пүрэв Наран"]


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7",
        b"\x89PNG\r\n",
        b"PK\x03\x04junk xl/workbook.xml",
        b"   ",
        "Өдөр;Цаг\n1;2\n".encode(),
        'Нэр\n"Болд'.encode() + b"\n" * 30,
    ],
)
def test_a_file_that_is_no_list_is_refused_in_words(saraa, workshop, content):
    answer = send(saraa, workshop, content)
    assert (answer.status_code, send(saraa, workshop, b"").status_code) == (422, 422)
    assert Page(answer.text).with_class("err")
    assert db.session.query(ImportBatch).count() == 0


def send_bytes(visitor, workshop, count):
    """A body of so many bytes in one piece: the test client would keep a large one in a file."""
    head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'
    return visitor.post(
        f"/workshops/{workshop.public_id}/import",
        data=head + b"a" * count + b"\r\n--x--\r\n",
        content_type="multipart/form-data; boundary=x",
        headers={"X-CSRFToken": visitor.csrf_token()},
    )


def test_a_list_may_be_larger_than_a_form_but_not_endless(saraa, workshop):
    assert send_bytes(saraa, workshop, 3 * 1024 * 1024).status_code == 422
    assert send_bytes(saraa, workshop, 11 * 1024 * 1024).status_code == 413


def test_a_locked_workshop_takes_no_list(saraa, workshop):
    path = send(saraa, workshop, [TITLES, SOLONGO]).location
    workshop.status = CohortStatus.LOCKED
    assert send(saraa, workshop, [TITLES, SOLONGO]).status_code == 409
    assert write(saraa, path).status_code == 409
    assert names(workshop) == []


def test_another_trainers_list_is_not_there(saraa, workshop, cast, visit):
    path = send(saraa, workshop, [TITLES, SOLONGO]).location
    cast.tumur.role = cast.saraa.role
    other = visit(cast.tumur)
    assert other.get(path).status_code == 404
    assert other.get(f"{path}/errors.xlsx").status_code == 404
    assert send(other, workshop, [TITLES]).status_code == 404
    assert visit(cast.dulmaa).get(path).status_code == 200


def test_an_attendance_grid_brings_people_and_their_marks(saraa, workshop):
    rows = [
        ["Овог", "Нэр", "Утас", "11 сарын 24-ний өглөө", "24-ний үдээс хойш", "25-ны өглөө"],
        ["Ганбат", "Солонго", "95112233", "+", "-", "+"],
        ["Пүрэв", "Наран", "95112244", "хоцорсон", None, None],
    ]
    path = send(saraa, workshop, rows).location
    page = saraa.page(path)
    assert "25-ны өглөө" in page.text
    write(saraa, path)
    morning, afternoon = workshop.sessions
    solongo, naran = queries.participants_of(workshop)
    assert queries.register_of(morning) == {solongo.id: Attendance.PRESENT, naran.id: Attendance.LATE}
    assert queries.register_of(afternoon) == {solongo.id: Attendance.ABSENT, naran.id: Attendance.UNMARKED}


def test_a_long_list_is_written_by_the_worker(saraa, workshop, monkeypatch, app):
    monkeypatch.setattr(import_job, "LONG", 1)
    monkeypatch.setattr(import_job, "_STEP", 2)
    path = send(saraa, workshop, [TITLES, SOLONGO, NARAN]).location
    assert write(saraa, path).status_code == 303
    assert names(workshop) == ["Ганбат Солонго", "Пүрэв Наран"]
    assert import_job.how_far(path.rsplit("/", 1)[1]) is None


def test_while_the_worker_writes_the_page_says_how_far_it_is(saraa, workshop):
    path = send(saraa, workshop, [TITLES, SOLONGO, NARAN]).location
    handle = path.rsplit("/", 1)[1]
    import_job.begin(handle, 2)
    page = saraa.page(path)
    assert page.all("progress")
    assert write(saraa, path).status_code == 303
    assert names(workshop) == []
    import_job._path(handle).unlink()


def test_a_long_list_for_a_workshop_that_was_locked_meanwhile_writes_nothing(
    saraa, workshop, monkeypatch, cast
):
    monkeypatch.setattr(import_job, "LONG", 1)
    path = send(saraa, workshop, [TITLES, SOLONGO, NARAN]).location
    workshop.status = CohortStatus.LOCKED
    write(saraa, path)
    assert saraa.page(path).with_class("bad")
    assert names(workshop) == []


def test_a_list_that_is_gone_is_no_work(app):
    import_job.write_list(batch_id=99, account_id="nobody")


def test_a_long_plan_is_shown_in_pages(saraa, workshop):
    rows = [
        TITLES,
        *(
            [
                f"Дорж{chr(0x430 + place % 30)}{chr(0x430 + place // 30)}",
                f"Нэр{chr(0x430 + place % 30)}{chr(0x430 + place // 30)}",
                None,
                None,
                None,
            ]
            for place in range(60)
        ),
    ]
    path = send(saraa, workshop, rows).location
    assert len(saraa.page(path).all("select")) == 50
    assert len(saraa.page(f"{path}?page=2").all("select")) == 10
    assert len(saraa.page(f"{path}?page=99999").all("select")) == 10
    assert saraa.page(f"{path}?show=errors&page=x").with_class("empty")


def test_the_service_refuses_an_undecided_list_and_knows_a_written_one(saraa, workshop, cast):
    make_person(family_name="Ганбат", given_name="Солонго", phone=None, birth_year=None)
    send(saraa, workshop, [TITLES, SOLONGO])
    batch = db.session.query(ImportBatch).one()
    with pytest.raises(ListUndecided):
        write_import(batch, by=cast.saraa, at=now())
    decide(batch, {2: "new"})
    first = write_import(batch, by=cast.saraa, at=now())
    assert first == write_import(batch, by=cast.saraa, at=now())
    assert first["added"] == 1


def test_a_grid_column_without_marks_records_nothing(saraa, workshop):
    path = send(saraa, workshop, [["Овог", "Нэр", "24-ний өглөө"], ["Ганбат", "Солонго", None]]).location
    write(saraa, path)
    assert set(queries.register_of(workshop.sessions[0]).values()) == {Attendance.UNMARKED}
