"""The way of a workshop, and what stands in it."""

from datetime import date

from lms.cohorts import queries, services
from lms.cohorts.models import Cohort, CohortStatus, MarkStatus
from lms.cohorts.rules import Flaw
from lms.cohorts.services import NewCohort
from lms.cohorts.signals import cohort_locked
from lms.core.clock import now
from lms.people.groups import Gender
from tests.cohorts.rooms import add, make_workshop, mark

PAST = date(2026, 3, 2)


def held(by, **fields) -> Cohort:
    """A past workshop with one person who was there all the time."""
    workshop = make_workshop(by, on=PAST, **fields)
    person = add(workshop, "Болд", gender=Gender.MALE)
    for session in workshop.sessions:
        mark(session, person, by)
    return workshop


def test_the_way_goes_to_the_lock_and_tells_higher_rooms(cast, visit, db_session):
    workshop, heard = held(cast.saraa), []
    saraa, address = visit(cast.saraa), f"/workshops/{workshop.public_id}/step"

    def note(cohort, by, at):
        heard.append(cohort.code)

    with cohort_locked.connected_to(note):
        for seen in ("planned", "held", "checked"):
            assert saraa.post(address, data={"seen": seen}).status_code == 303
    db_session.expire_all()
    assert (workshop.status, heard) == (CohortStatus.LOCKED, [workshop.code])
    assert saraa.post(address, data={"seen": "locked"}).status_code == 409
    assert saraa.post(address, data={"seen": "anywhere"}).status_code == 400
    assert (
        "<form" not in saraa.get(f"/workshops/{workshop.public_id}").text.split("<main")[1].split("</main")[0]
    )
    assert saraa.get(f"/workshops/{workshop.public_id}/edit").status_code == 409


def test_a_step_that_a_colleague_took_meanwhile_is_not_taken_twice(cast, visit):
    workshop = held(cast.saraa)
    saraa, address = visit(cast.saraa), f"/workshops/{workshop.public_id}/step"
    assert [saraa.post(address, data={"seen": "planned"}).status_code for _ in range(2)] == [303, 409]


def test_only_a_coordinator_leads_back_and_only_for_a_reason(cast, visit, db_session):
    workshop = held(cast.saraa)
    workshop.status = CohortStatus.LOCKED
    address = f"/workshops/{workshop.public_id}/back"
    assert visit(cast.saraa).post(address, data={"reason": "Алдаа"}).status_code == 403
    dulmaa = visit(cast.dulmaa)
    assert dulmaa.post(address).status_code == 422
    assert dulmaa.post(address, data={"reason": "Нэр буруу"}).status_code == 303
    db_session.expire_all()
    assert workshop.status is CohortStatus.CHECKED
    page = dulmaa.page(f"/workshops/{workshop.public_id}").text
    assert "Нэр буруу" in page
    workshop.status = CohortStatus.PLANNED
    assert dulmaa.post(address, data={"reason": "Нэр буруу"}).status_code == 409


def flaws(workshop) -> list[Flaw]:
    return [one.flaw for one in queries.findings_in(workshop, at=now())]


def test_a_clean_register_has_no_flaw(cast):
    assert flaws(held(cast.saraa)) == []


def test_a_plan_without_half_days_or_people_goes_nowhere(cast, visit):
    workshop = services.new_cohort(NewCohort("Сургалт", "43", "Танхим", "Эгэх"), by=cast.saraa, at=now())
    assert flaws(workshop) == [Flaw.NO_HALF_DAYS, Flaw.NO_PEOPLE]
    address = f"/workshops/{workshop.public_id}"
    saraa = visit(cast.saraa)
    assert saraa.get(address).status_code == 200
    assert saraa.post(f"{address}/step", data={"seen": "planned"}).status_code == 409


def test_what_has_not_begun_is_named(cast):
    workshop = make_workshop(cast.saraa, on=date(2099, 1, 5))
    add(workshop, "Болд", gender=Gender.MALE)
    assert flaws(workshop) == [Flaw.NOT_BEGUN, Flaw.NOT_BEGUN]


def test_every_seeded_fault_is_found(cast, visit):
    workshop, other = held(cast.saraa), make_workshop(cast.saraa, on=PAST)
    here = queries.participants_of(workshop)[0]
    there = add(other, "Болд", person=here.enrolment.person)
    mark(other.sessions[0], there, cast.saraa)
    mark(workshop.sessions[1], here, cast.dulmaa, MarkStatus.ABSENT)
    for _ in range(2):
        add(workshop, "Сараа", "Лхам", phone="99887766")
    workshop.sessions[0].ends = "15:00"
    found = flaws(workshop)
    assert found == [
        Flaw.UNMARKED,
        Flaw.UNMARKED,
        Flaw.DISPUTED,
        Flaw.IMPOSSIBLE_TIME,
        Flaw.TWO_PLACES,
        Flaw.ALIKE,
        Flaw.NO_GENDER,
        Flaw.NO_GENDER,
    ]
    page = visit(cast.saraa).get(f"/workshops/{workshop.public_id}").text
    assert page.count("#icon") == 0
    assert "0%" in page


def test_somebody_surely_known_from_elsewhere_is_named(cast):
    known = {"phone": "99112233", "birth_year": 1980, "region_code": "43", "gender": Gender.MALE}
    add(make_workshop(cast.saraa), "Төмөр", **known)
    workshop = held(cast.saraa)
    place = add(workshop, "Төмөр", **known)
    for session in workshop.sessions:
        mark(session, place, cast.saraa)
    assert flaws(workshop) == [Flaw.ALIKE]


def test_absent_there_is_not_two_places(cast):
    workshop, other = held(cast.saraa), make_workshop(cast.saraa, on=PAST)
    here = queries.participants_of(workshop)[0]
    mark(other.sessions[0], add(other, "Болд", person=here.enrolment.person), cast.saraa, MarkStatus.ABSENT)
    assert flaws(workshop) == []
