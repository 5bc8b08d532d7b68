"""The roll call: three states, one mark a tap, two trainers who disagree."""

import re

import pytest

from lms.cohorts import queries
from lms.cohorts.models import CohortStatus, MarkStatus
from lms.cohorts.rules import Attendance
from lms.people.roles import Role
from tests.cohorts.rooms import add, make_workshop, mark
from tests.factories import make_account


@pytest.fixture
def room(cast):
    """Сараа's workshop with three people, and the address of its first roll call."""
    workshop = make_workshop(cast.saraa)
    people = [add(workshop, name, organisation="ЗДТГ") for name in ("Болд", "Номин", "Өлзий")]
    return workshop, people, f"/sessions/{workshop.sessions[0].public_id}/attendance"


def said(workshop, people):
    register = queries.register_of(workshop.sessions[0])
    return [register[one.id] for one in people]


def call(visitor, address, answers):
    return visitor.submit(address, {f"p-{one.public_id}": what for one, what in answers.items()}, name="page")


def test_only_what_was_tapped_is_recorded(cast, visit, room):
    workshop, people, address = room
    answer = call(visit(cast.saraa), address, {people[0]: "present", people[1]: "absent"})
    assert answer.status_code == 303
    assert said(workshop, people) == [Attendance.PRESENT, Attendance.ABSENT, Attendance.UNMARKED]


def test_the_rest_are_here_fills_in_the_page_and_writes_nothing(cast, visit, room):
    workshop, people, address = room
    answer = visit(cast.saraa).submit(
        address, {f"p-{people[1].public_id}": "absent", "rest": "present"}, name="page"
    )
    assert answer.status_code == 200
    assert said(workshop, people) == [Attendance.UNMARKED] * 3
    assert answer.text.count('value="present" checked') == 2
    assert answer.text.count('value="absent" checked') == 1


def test_sending_the_same_page_twice_makes_one_mark(cast, visit, room):
    workshop, people, address = room
    saraa = visit(cast.saraa)
    page = re.search(r'name="page" value="([^"]+)"', saraa.get(address).text)[1]
    for _ in range(2):
        saraa.post(address, data={"page": page, f"p-{people[0].public_id}": "late"})
    assert [len(marks) for marks in queries.marks_of(workshop.sessions[0]).values()] == [1]
    assert said(workshop, people)[0] is Attendance.LATE


def test_a_page_sent_as_it_was_records_nothing(cast, visit, room):
    workshop, people, address = room
    saraa = visit(cast.saraa)
    call(saraa, address, {people[0]: "present"})
    call(saraa, address, {})
    assert len(queries.marks_of(workshop.sessions[0])[people[0].id]) == 1


def test_what_is_no_status_is_not_recorded(cast, visit, room):
    workshop, people, address = room
    visit(cast.saraa).post(address, data={"page": "x", f"p-{people[0].public_id}": "asleep"})
    assert said(workshop, people)[0] is Attendance.UNMARKED


def test_a_colleague_who_disagrees_makes_a_dispute_that_a_named_person_decides(cast, visit, room):
    workshop, people, address = room
    mark(workshop.sessions[0], people[0], cast.dulmaa, MarkStatus.ABSENT)
    saraa = visit(cast.saraa)
    call(saraa, address, {people[0]: "present"})
    assert said(workshop, people)[0] is Attendance.DISPUTED
    page = saraa.page(address)
    assert "Сараа" in page.text
    assert "Дулмаа" in page.text
    decide = address.replace("attendance", "decide")
    form = {"participant": people[0].public_id, "status": "present"}
    assert saraa.post(decide, data=form).status_code == 422
    assert saraa.post(decide, data={**form, "reason": "Гарын үсэгтэй"}).status_code == 303
    assert said(workshop, people)[0] is Attendance.PRESENT
    assert saraa.post(decide, data={**form, "reason": "Дахин"}).status_code == 409


def test_a_dispute_is_decided_only_about_somebody_of_the_room_and_with_a_status(cast, visit, room):
    _, people, address = room
    saraa, decide = visit(cast.saraa), address.replace("attendance", "decide")
    assert saraa.post(decide, data={"participant": "nobody", "status": "present"}).status_code == 404
    wrong = {"participant": people[0].public_id, "status": "asleep"}
    assert saraa.post(decide, data=wrong).status_code == 400


def test_the_rest_leaves_a_dispute_alone(cast, visit, room):
    workshop, people, address = room
    for trainer, status in ((cast.saraa, MarkStatus.PRESENT), (cast.dulmaa, MarkStatus.ABSENT)):
        mark(workshop.sessions[0], people[0], trainer, status)
    answer = visit(cast.saraa).post(address, data={"rest": "present"})
    assert answer.text.count('value="present" checked') == 2


def test_a_badge_typed_in_either_alphabet_marks_its_owner(cast, visit, room):
    workshop, people, address = room
    saraa, badge = visit(cast.saraa), people[2].badge_code
    typed = badge.lower().translate(str.maketrans("acehkmptx", "асенкмртх"))
    saraa.post(address.replace("attendance", "badge"), data={"code": typed})
    assert said(workshop, people)[2] is Attendance.PRESENT


def test_a_badge_of_nobody_is_answered_in_words(cast, visit, room):
    workshop, people, address = room
    saraa = visit(cast.saraa)
    for typed in ("", "11111", "not a code"):
        answer = saraa.post(
            address.replace("attendance", "badge"), data={"code": typed}, follow_redirects=True
        )
        assert 'class="box slim warn"' in answer.text
    assert said(workshop, people) == [Attendance.UNMARKED] * 3


def test_the_address_on_a_badge_shows_its_owner_and_marks_by_one_button(cast, visit, room):
    workshop, people, _ = room
    saraa, address = visit(cast.saraa), f"/b/{workshop.code}/{people[1].badge_code}"
    assert "Номин" in saraa.page(address).h1
    other = make_workshop(cast.saraa).sessions[0]
    assert saraa.post(address, data={"session": other.public_id}).status_code == 404
    assert saraa.post(address, data={"session": workshop.sessions[0].public_id}).status_code == 303
    assert said(workshop, people)[1] is Attendance.PRESENT
    assert saraa.get(f"/b/{workshop.code}/11111").status_code == 404
    assert saraa.get(f"/b/СЭ-1999-01/{people[1].badge_code}").status_code == 404


def test_a_locked_workshop_takes_no_mark_by_any_door(cast, visit, room):
    workshop, people, address = room
    workshop.status = CohortStatus.LOCKED
    saraa = visit(cast.saraa)
    assert 'name="page"' in saraa.get(address).text
    sent = [
        saraa.post(address, data={"page": "x", f"p-{people[0].public_id}": "present"}),
        saraa.post(address.replace("attendance", "badge"), data={"code": people[0].badge_code}),
        saraa.post(address.replace("attendance", "badge"), data={"code": "11111"}),
        saraa.post(
            address.replace("attendance", "decide"),
            data={"participant": people[0].public_id, "status": "present", "reason": "x"},
        ),
    ]
    assert [one.status_code for one in sent] == [409] * 4


def test_an_empty_room_says_how_to_fill_it(cast, visit):
    workshop = make_workshop(cast.saraa)
    page = visit(cast.saraa).get(f"/sessions/{workshop.sessions[0].public_id}/attendance").text
    assert f"/workshops/{workshop.public_id}/participants/new" in page


def test_another_trainers_room_is_not_there(cast, visit, room):
    workshop, people, address = room
    stranger = visit(make_account(role=Role.TRAINER))
    addresses = [
        address,
        f"/workshops/{workshop.public_id}",
        f"/participants/{people[0].public_id}",
        f"/participants/{people[0].public_id}/progress",
        f"/workshops/{workshop.public_id}/progress",
        f"/b/{workshop.code}/{people[0].badge_code}",
    ]
    assert {stranger.get(one).status_code for one in addresses} == {404}
    assert {visit(cast.dulmaa).get(one).status_code for one in addresses} == {200}


def test_the_other_language_keeps_what_was_tapped(cast, visit, room):
    workshop, people, address = room
    sent = {f"p-{people[0].public_id}": "absent", "switch_language": "en"}
    answer = visit(cast.saraa).submit(address, sent, name="page")
    assert answer.text.count('value="absent" checked') == 1
    assert said(workshop, people) == [Attendance.UNMARKED] * 3
