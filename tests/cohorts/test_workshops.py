"""A workshop is planned and corrected."""

from datetime import date

import pytest

from lms.cohorts import queries, services
from lms.cohorts.errors import CohortLocked, SessionHasMarks
from lms.cohorts.forms.plan import read_clock
from lms.cohorts.forms.workshop import read_day
from lms.cohorts.models import Cohort, CohortStatus, HalfDay, PartialCounts
from lms.cohorts.places import LETTERS, day_there, moment_there, soums, zone_of
from lms.cohorts.services import NewSession
from lms.core.clock import now
from lms.people.regions import regions
from lms.people.roles import Role
from tests.cohorts.rooms import add, make_workshop, mark
from tests.factories import make_account

PAST = date(2026, 3, 2)
GOOD = {
    "title": "Төсөв ба оролцоо",
    "region_code": "65",
    "place": "эрдэнэбулган",
    "venue": "Соёлын төв",
    "implementer": "Эгэх төсөл",
    "first_day": "2026-11-24",
    "days": "2",
}


def newest(db_session) -> Cohort:
    return db_session.query(Cohort).order_by(Cohort.id.desc()).first()


def test_every_region_has_letters_and_a_clock():
    assert set(LETTERS) == set(regions())
    assert len(set(LETTERS.values())) == 30
    assert {code for code in regions() if zone_of(code).key == "Asia/Hovd"} == {"83", "84", "85"}


def test_a_day_is_that_of_the_place_whoever_looks(app):
    nine = moment_there(date(2026, 11, 24), "00:30", "84")
    assert day_there(nine, "84") == date(2026, 11, 24)
    assert moment_there(date(2026, 11, 24), "09:00", "84") > moment_there(date(2026, 11, 24), "09:00", "65")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-11-24", date(2026, 11, 24)),
        ("2026.1.5", date(2026, 1, 5)),
        ("24/11/2026", None),
        ("1999-01-01", None),
        ("soon", None),
    ],
)
def test_a_day_is_read_in_the_usual_ways(typed, day):
    assert read_day(typed) == day


@pytest.mark.parametrize(
    ("typed", "clock"), [("9:00", "09:00"), ("14.30", "14:30"), ("25:00", None), ("", None)]
)
def test_a_time_is_read_in_the_usual_ways(typed, clock):
    assert read_clock(typed) == clock


def test_planning_makes_code_half_days_and_modules(cast, visit, db_session):
    answer = visit(cast.saraa).submit("/workshops/new", GOOD, name="title")
    assert answer.status_code == 303
    workshop = newest(db_session)
    assert (workshop.code, soums()[workshop.soum_code].name_mn) == ("АР-2026-01", "Эрдэнэбулган")
    assert [one.module_ids for one in workshop.sessions] == [
        ["asking"],
        ["asking"],
        ["counting"],
        ["counting"],
    ]
    assert [one.account_id for one in workshop.trainers] == [cast.saraa.id]


def test_a_district_takes_any_khoroo(cast, visit, db_session):
    visit(cast.saraa).submit(
        "/workshops/new", {**GOOD, "region_code": "1107", "place": "3-р хороо"}, name="title"
    )
    workshop = newest(db_session)
    assert (workshop.khoroo, workshop.soum_code) == ("3-р хороо", None)


@pytest.mark.parametrize(
    "wrong",
    [
        {"place": "Тарвагатай"},
        {"first_day": "маргааш"},
        {"first_day": ""},
        {"share_needed": "0"},
        {"share_needed": "ихэнх"},
        {"region_code": ""},
        {"title": ""},
    ],
)
def test_what_cannot_be_is_answered_and_kept(cast, visit, wrong, db_session):
    answer = visit(cast.saraa).submit("/workshops/new", {**GOOD, **wrong}, name="title")
    assert answer.status_code == 422
    assert "Соёлын төв" in answer.text
    assert newest(db_session) is None


def test_the_list_shows_mine_and_what_is_on_today(cast, visit):
    mine = make_workshop(cast.saraa, on=day_there(now(), "43"))
    others = make_workshop(cast.dulmaa)
    page = visit(cast.saraa).get("/workshops").text
    assert mine.code in page
    assert f"/sessions/{mine.sessions[0].public_id}/attendance" in page
    assert others.code not in page
    assert others.code in visit(cast.dulmaa).get("/workshops").text


def test_a_trainer_of_the_workshop_may_lead_it(cast, visit):
    colleague = make_account(role=Role.TRAINER)
    workshop = make_workshop(cast.saraa, trainers=[colleague])
    assert visit(colleague).get(f"/workshops/{workshop.public_id}").status_code == 200


def test_facts_are_corrected_and_trainers_changed(cast, visit, db_session):
    workshop = make_workshop(cast.saraa, trainers=[cast.saraa, cast.dulmaa])
    sent = {"venue": "Сургууль", "trainers": cast.dulmaa.public_id, "partial_counts": "half"}
    visit(cast.saraa).submit(f"/workshops/{workshop.public_id}/edit", sent, name="venue")
    db_session.expire_all()
    assert (workshop.venue, workshop.partial_counts) == ("Сургууль", PartialCounts.HALF)
    assert [one.account_id for one in workshop.trainers] == [cast.dulmaa.id]


def test_a_colleagues_change_is_shown_before_it_is_written_over(cast, visit, db_session):
    workshop = make_workshop(cast.saraa, funder="Сан", partner="ТББ")
    saraa, address = visit(cast.saraa), f"/workshops/{workshop.public_id}/edit"
    form = saraa.page(address).form(name="venue").values
    saraa.submit(address, {"venue": "Шинэ танхим"}, name="venue")
    answer = saraa.post(address, data={**form, "venue": "Өөр газар"})
    assert answer.status_code == 409
    assert "Шинэ танхим" in answer.text
    assert "Өөр газар" in answer.text
    db_session.expire_all()
    assert workshop.venue == "Шинэ танхим"


def test_a_district_workshop_is_shown_again_with_its_khoroo(cast, visit):
    workshop = make_workshop(cast.saraa, region_code="1107", khoroo="3-р хороо")
    saraa = visit(cast.saraa)
    assert 'value="3-р хороо"' in saraa.get(f"/workshops/{workshop.public_id}/edit").text
    assert "3-р хороо" in saraa.get(f"/workshops/{workshop.public_id}").text


def test_half_days_change_places_and_come_and_go(cast, visit, db_session):
    workshop = make_workshop(cast.saraa)
    first, second = workshop.sessions
    sent = {
        f"{first.public_id}-half": "afternoon",
        f"{first.public_id}-starts": "14:00",
        f"{first.public_id}-ends": "17.30",
        f"{second.public_id}-half": "morning",
        f"{second.public_id}-starts": "9:00",
        f"{second.public_id}-ends": "12:00",
        "new3-on": "2026-11-25",
    }
    saraa, address = visit(cast.saraa), f"/workshops/{workshop.public_id}/plan"
    names = saraa.page(address).form(name=f"{first.public_id}-on").names
    spare = sorted(name for name in names if name.startswith("new") and name.endswith("-on"))
    sent[spare[0]] = sent.pop("new3-on")
    assert saraa.submit(address, sent, name=f"{first.public_id}-on").status_code == 303
    db_session.expire_all()
    assert [(one.id, one.half, one.ends) for one in workshop.sessions[:2]] == [
        (second.id, HalfDay.MORNING, "12:00"),
        (first.id, HalfDay.AFTERNOON, "17:30"),
    ]
    assert len(workshop.sessions) == 3
    gone = workshop.sessions[2]
    saraa.submit(address, {f"{gone.public_id}-out": "y"}, name=f"{gone.public_id}-on")
    db_session.expire_all()
    assert len(workshop.sessions) == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"on": "24 November"},
        {"starts": "morning"},
        {"starts": "13:00", "ends": "09:00"},
        {"half": "afternoon"},
    ],
)
def test_a_plan_that_cannot_be_changes_nothing(cast, visit, wrong, db_session):
    workshop = make_workshop(cast.saraa)
    key = workshop.sessions[0].public_id
    sent = {f"{key}-{name}": value for name, value in wrong.items()}
    answer = visit(cast.saraa).submit(f"/workshops/{workshop.public_id}/plan", sent, name=f"{key}-on")
    assert answer.status_code == 422
    assert 'class="err"' in answer.text
    db_session.expire_all()
    assert workshop.sessions[0].half is HalfDay.MORNING


def test_a_half_day_with_attendance_stays_in_the_plan(cast):
    workshop = make_workshop(cast.saraa)
    mark(workshop.sessions[0], add(workshop, "Болд"), cast.saraa)
    with pytest.raises(SessionHasMarks):
        services.replan(workshop, {}, [], [workshop.sessions[0]], by=cast.saraa, at=now())


def test_a_code_of_ones_own_stays_and_a_locked_plan_does_not_move(cast):
    workshop = make_workshop(cast.saraa, code="ӨМ-2019-07")
    assert workshop.code == "ӨМ-2019-07"
    workshop.status = CohortStatus.LOCKED
    with pytest.raises(CohortLocked):
        services.replan(workshop, {}, [NewSession(PAST, HalfDay.MORNING)], [], by=cast.saraa, at=now())


def test_two_who_plan_at_once_get_two_codes(cast, monkeypatch):
    make_workshop(cast.saraa)
    monkeypatch.setattr(queries, "codes_beginning", lambda start: [])
    assert make_workshop(cast.saraa).code.endswith("-02")
