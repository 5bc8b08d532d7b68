"""People come onto a register by any of the ways, and are recognised, corrected, taken off."""

import pytest

from lms.cohorts import queries, services
from lms.cohorts.errors import AlreadyOnRegister
from lms.cohorts.models import ParticipantRole
from lms.cohorts.places import day_there
from lms.cohorts.rules import Attendance
from lms.content.store import current_course
from lms.core import codes
from lms.core.clock import now
from lms.learning.services import complete_lesson
from lms.people.groups import Gender, LearnerGroup
from lms.people.models import Person
from tests.cohorts.rooms import add, make_workshop
from tests.factories import make_person

OPEN = {"region_code": "", "group": "", "disability": "", "role": "participant"}


def on_register(workshop) -> list[str]:
    return [one.enrolment.person.given_name for one in queries.participants_of(workshop)]


@pytest.fixture
def today(cast):
    """Сараа's workshop of today."""
    return make_workshop(cast.saraa, on=day_there(now(), "43"))


def walk_in(visitor, workshop, session=None, **typed):
    query = f"?session={session.public_id}" if session else ""
    address = f"/workshops/{workshop.public_id}/participants/new{query}"
    return visitor.submit(address, {"given_name": "Номин", **typed}, name="given_name")


def test_a_walk_in_is_on_the_register_and_present_at_once(cast, visit, today):
    session = today.sessions[0]
    answer = walk_in(visit(cast.saraa), today, session, gender="female", birth_year="1990", phone="9911 2233")
    assert answer.headers["Location"] == f"/sessions/{session.public_id}/attendance"
    place = queries.participants_of(today)[0]
    assert (place.gender, place.birth_year, place.phone, place.region_code) == (
        Gender.FEMALE,
        1990,
        "99112233",
        "43",
    )
    assert queries.register_of(session) == {place.id: Attendance.PRESENT}


def test_without_a_half_day_named_the_only_one_of_today_is_meant(cast, visit):
    workshop = make_workshop(cast.saraa, on=day_there(now(), "43"))
    services.replan(workshop, {}, [], [workshop.sessions[1]], by=cast.saraa, at=now())
    walk_in(visit(cast.saraa), workshop)
    assert list(queries.register_of(workshop.sessions[0]).values()) == [Attendance.PRESENT]


def test_on_another_day_nobody_is_marked(cast, visit):
    workshop = make_workshop(cast.saraa)
    answer = walk_in(visit(cast.saraa), workshop, disability="no", role="guest", group="cso")
    assert answer.headers["Location"] == f"/workshops/{workshop.public_id}"
    place = queries.participants_of(workshop)[0]
    assert (place.role, place.group) == (ParticipantRole.GUEST, LearnerGroup.CSO)
    assert queries.registers_of(workshop) == {}


@pytest.mark.parametrize("wrong", [{"given_name": ""}, {"phone": "12"}, {"birth_year": "19"}])
def test_a_walk_in_that_cannot_be_is_answered_and_kept(cast, visit, wrong):
    workshop = make_workshop(cast.saraa)
    answer = walk_in(visit(cast.saraa), workshop, organisation="ЗДТГ", **wrong)
    assert (answer.status_code, on_register(workshop)) == (422, [])
    assert "ЗДТГ" in answer.text


def test_somebody_who_may_be_known_is_asked_about_and_nothing_is_written(cast, visit):
    workshop = make_workshop(cast.saraa)
    known = make_person(family_name="Пүрэв", given_name="Номин", birth_year=1990)
    saraa = visit(cast.saraa)
    typed = {"family_name": "Пурэв", "birth_year": "1990"}
    answer = walk_in(saraa, workshop, **typed)
    assert (answer.status_code, on_register(workshop)) == (422, [])
    assert known.public_id in answer.text
    address = f"/workshops/{workshop.public_id}/participants/new"
    form = {"given_name": "Номин", **typed, **OPEN}
    assert saraa.post(address, data={**form, "who": known.public_id}).status_code == 303
    place = queries.participants_of(workshop)[0]
    assert place.enrolment.person_id == known.id
    assert (place.group, place.phone) == (known.group, known.phone)
    again = saraa.post(address, data={**form, "who": known.public_id})
    assert (again.status_code, on_register(workshop)) == (409, ["Номин"])
    saraa.post(address, data={**form, "who": "new"})
    assert len(on_register(workshop)) == 2


def test_only_somebody_who_was_offered_can_be_chosen(cast, visit):
    workshop = make_workshop(cast.saraa)
    form = {"given_name": "Номин", **OPEN, "who": cast.tumur.person.public_id}
    visit(cast.saraa).post(f"/workshops/{workshop.public_id}/participants/new", data=form)
    place = queries.participants_of(workshop)[0]
    assert place.enrolment.person_id != cast.tumur.person_id


def test_while_one_types_candidates_are_named_with_reasons(cast, visit):
    workshop = make_workshop(cast.saraa)
    known = make_person(family_name="Пүрэв", given_name="Номин", phone="99112233")
    asked = {"given_name": "Номин", "phone": "99112233", "region_code": "43"}
    answer = visit(cast.saraa).get(f"/workshops/{workshop.public_id}/candidates", query_string=asked).json
    assert [one["who"] for one in answer["found"]] == [known.public_id]
    assert "99112233" not in answer["found"][0]["about"]
    asked = {"given_name": "Номин", "birth_year": "1985"}
    answer = visit(cast.saraa).get(f"/workshops/{workshop.public_id}/candidates", query_string=asked).json
    assert len(answer["found"]) == 1


def test_what_the_register_says_is_corrected(cast, visit, db_session):
    workshop = make_workshop(cast.saraa)
    place = add(workshop, "Наран", gender=Gender.MALE)
    sent = {"given_name": "Нараа", "organisation": "Сургууль", "gender": "female", "consent": "y"}
    visit(cast.saraa).submit(f"/participants/{place.public_id}", sent, name="given_name")
    db_session.expire_all()
    person = place.enrolment.person
    assert (person.given_name, person.gender, place.organisation, place.consent) == (
        "Нараа",
        Gender.FEMALE,
        "Сургууль",
        True,
    )


def test_a_correction_leaves_what_a_person_says_of_themselves(cast):
    workshop = make_workshop(cast.saraa)
    person = make_person(given_name="Нараа", region_code="21")
    place = add(workshop, "Нараа", person=person, region_code="43")
    new = services.NewParticipant("Дорж", "Нараа", region_code="65")
    services.correct(place, new, by=cast.saraa)
    assert (place.region_code, person.region_code) == ("65", "21")


def test_taking_off_is_undone_with_the_same_number(cast, visit, db_session):
    workshop = make_workshop(cast.saraa)
    place, saraa = add(workshop, "Болд"), visit(cast.saraa)
    saraa.post(f"/participants/{place.public_id}/off")
    assert on_register(workshop) == []
    assert "Болд" in saraa.get(f"/workshops/{workshop.public_id}").text
    saraa.post(f"/participants/{place.public_id}/back")
    assert on_register(workshop) == ["Болд"]


def test_somebody_taken_off_who_comes_again_has_the_old_place(cast):
    workshop = make_workshop(cast.saraa)
    place = add(workshop, "Болд")
    services.take_off(place, by=cast.saraa, at=now())
    assert add(workshop, "Болд", person=place.enrolment.person) is place
    assert place.removed_at is None


def test_no_two_badges_of_a_workshop_have_one_code(cast, monkeypatch):
    workshop = make_workshop(cast.saraa)
    drawn = iter(["ACEH0", "ACEH0", "KMPT1"])
    monkeypatch.setattr(codes, "short_code", lambda signs: next(drawn))
    assert [add(workshop, name).badge_code for name in ("Болд", "Номин")] == ["ACEH0", "KMPT1"]


def test_recognising_makes_one_person_and_leaves_no_empty_row(cast, visit, db_session):
    workshop = make_workshop(cast.saraa)
    known = make_person(family_name="Дорж", given_name="Номин")
    place = add(workshop, "Номин")
    made = place.enrolment.person_id
    saraa = visit(cast.saraa)
    address = f"/participants/{place.public_id}"
    assert known.public_id in saraa.get(address).text
    assert saraa.post(f"{address}/recognise", data={"who": "anybody"}).status_code == 404
    assert saraa.post(f"{address}/recognise", data={"who": known.public_id}).status_code == 303
    db_session.expire_all()
    assert place.enrolment.person_id == known.id
    assert db_session.get(Person, made) is None


def test_a_row_that_something_hangs_on_stays_when_somebody_is_recognised(cast, db_session):
    workshop = make_workshop(cast.saraa)
    place, known = add(workshop, "Номин"), make_person(given_name="Номин")
    made = place.enrolment.person
    complete_lesson(made, current_course().lessons[0], at=now())
    services.recognise(place, known, by=cast.saraa, at=now())
    db_session.expire_all()
    assert db_session.get(Person, made.id) is not None
    assert place.enrolment.person_id == known.id


def test_an_account_is_never_taken_away_by_recognising(cast):
    workshop = make_workshop(cast.saraa)
    place = add(workshop, "Болд", person=cast.bold.person)
    services.recognise(place, make_person(), by=cast.saraa, at=now())
    assert cast.bold.person.account is cast.bold


def test_nobody_gets_two_places_by_recognising(cast):
    workshop = make_workshop(cast.saraa)
    first, second = add(workshop, "Номин"), add(workshop, "Номин")
    with pytest.raises(AlreadyOnRegister):
        services.recognise(second, first.enrolment.person, by=cast.saraa, at=now())
