"""People come onto a register once, by number, and attendance is kept once."""

from datetime import date

import pytest

from lms.cohorts import queries, services
from lms.cohorts.errors import AlreadyOnRegister, CohortLocked
from lms.cohorts.models import CohortStatus, HalfDay, MarkStatus, Source
from lms.cohorts.rules import Attendance
from lms.cohorts.services import Mark, NewParticipant, Outcome
from lms.core.clock import now
from tests.cohorts.rooms import add, make_workshop


def test_people_get_numbers_in_the_order_they_come(cast):
    workshop = make_workshop(cast.saraa)
    added = [add(workshop, name) for name in ("Өлзий", "Болд", "Сараа")]
    assert [one.number for one in queries.participants_of(workshop)] == [1, 2, 3]
    ordered = queries.in_mongolian_order(added)
    assert [one.enrolment.person.given_name for one in ordered] == ["Болд", "Өлзий", "Сараа"]


def test_the_same_person_is_not_put_on_a_register_twice(cast):
    workshop = make_workshop(cast.saraa)
    first = add(workshop, "Болд")
    with pytest.raises(AlreadyOnRegister):
        add(workshop, "Болд", person=first.enrolment.person)


def test_a_locked_register_takes_nobody(cast):
    workshop = make_workshop(cast.saraa)
    workshop.status = CohortStatus.LOCKED
    with pytest.raises(CohortLocked):
        add(workshop, "Болд")


def test_a_mark_sent_twice_is_kept_once(cast):
    workshop = make_workshop(cast.saraa)
    bold, session = add(workshop, "Болд"), workshop.sessions[0]
    mark = Mark("m1", bold.id, MarkStatus.PRESENT, now())
    outcomes = [
        services.record_marks(session, [mark], by=cast.saraa, way="roll_call", at=now())["m1"]
        for _ in range(2)
    ]
    assert outcomes == [Outcome.RECORDED, Outcome.KNOWN]
    assert queries.register_of(session) == {bold.id: Attendance.PRESENT}
    assert queries.registers_of(workshop) == {session.id: {bold.id: Attendance.PRESENT}}


def test_a_mark_for_somebody_else_is_refused(cast):
    here, there = make_workshop(cast.saraa), make_workshop(cast.saraa)
    stranger = add(there, "Төмөр")
    mark = Mark("m2", stranger.id, MarkStatus.PRESENT, now())
    assert services.record_marks(here.sessions[0], [mark], by=cast.saraa, way="sheet", at=now()) == {
        "m2": Outcome.REFUSED
    }


def test_a_mark_made_offline_waits_when_the_workshop_was_locked_meanwhile(cast):
    workshop = make_workshop(cast.saraa)
    bold, session = add(workshop, "Болд"), workshop.sessions[0]
    workshop.status = CohortStatus.LOCKED
    mark = Mark("m3", bold.id, MarkStatus.PRESENT, now())
    with pytest.raises(CohortLocked):
        services.record_marks(session, [mark], by=cast.saraa, way="roll_call", at=now())
    kept = services.record_marks(session, [mark], by=cast.saraa, way="roll_call", at=now(), may_wait=True)
    assert kept == {"m3": Outcome.WAITING}
    assert queries.register_of(session) == {bold.id: Attendance.UNMARKED}


def test_codes_count_up_within_a_place_and_a_year(cast):
    codes = [make_workshop(cast.saraa, on=date(2022, 3, 1)).code for _ in range(2)]
    assert codes == ["СЭ-2022-01", "СЭ-2022-02"]
    assert make_workshop(cast.saraa, on=date(2023, 3, 1), region_code="65").code == "АР-2023-01"


def test_half_days_stand_in_order_with_the_usual_hours(cast):
    workshop = make_workshop(cast.saraa, days=2)
    assert [(one.half, one.starts, one.ends) for one in workshop.sessions[:2]] == [
        (HalfDay.MORNING, "09:00", "13:00"),
        (HalfDay.AFTERNOON, "14:00", "18:00"),
    ]


def test_a_person_found_again_is_one_person(cast):
    first, second = make_workshop(cast.saraa), make_workshop(cast.saraa)
    bold = add(first, "Болд").enrolment.person
    again = services.add_participant(
        second,
        NewParticipant("Дорж", "Болд", organisation="ЗДТГ"),
        person=bold,
        source=Source.EARLIER,
        by=cast.saraa,
        at=now(),
    )
    assert again.enrolment.person is bold
    assert (again.organisation, again.enrolment.person.given_name) == ("ЗДТГ", "Болд")
