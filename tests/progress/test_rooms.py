"""Modules earned in the room, online, or both: each counted once."""

from datetime import date, timedelta
from itertools import product

import pytest

from lms.cohorts import services
from lms.cohorts.models import MarkStatus, PartialCounts, ParticipantRole
from lms.cohorts.places import moment_there
from lms.cohorts.queries import stays_of
from lms.content.store import current_course
from lms.core.clock import now
from lms.progress.queries import status_of, status_of_cohort
from lms.progress.rules import (
    DecidedAgainst,
    HalfDaysMissed,
    LessonNotRead,
    ModuleStatus,
    Way,
    with_room,
)
from tests.cohorts.rooms import add, make_workshop, mark
from tests.factories import earn_modules, make_person

DAY = date(2026, 3, 2)


def room(cast, *, days=1, **fields):
    workshop = make_workshop(cast.saraa, on=DAY, days=days, **fields)
    return workshop, add(workshop, "Болд")


def attend(cast, workshop, place, statuses):
    for session, status in zip(workshop.sessions, statuses, strict=True):
        mark(session, place, cast.saraa, status)


def standing(place):
    return status_of_cohort([place], current_course())[place.id]


@pytest.mark.parametrize("ways", list(product([None, Way.ONLINE, Way.ROOM, "both"], repeat=4)))
def test_the_ways_through_four_modules_count_each_module_once(app, ways):
    """Not at all, online, in the room, or both; the 2⁴ of online and room are among them."""
    module, early, late = current_course().modules[0], now() - timedelta(days=2), now()
    statuses = []
    for way in ways:
        online = way in (Way.ONLINE, "both")
        unmet = () if online else (LessonNotRead(module.lessons[0]),)
        status = ModuleStatus(module, 0, unmet, late if online else None, ())
        statuses.append(with_room(status, [early] if way in (Way.ROOM, "both") else [None]))
    assert [one.is_earned for one in statuses] == [way is not None for way in ways]
    earned = [one.way for one in statuses if one.is_earned]
    assert earned == [Way.ONLINE if way is Way.ONLINE else Way.ROOM for way in ways if way]
    assert all(one.earned_at for one in statuses if one.is_earned)


def test_being_there_earns_the_module_at_the_end_of_the_half_day(cast):
    workshop, place = room(cast)
    attend(cast, workshop, place, [MarkStatus.PRESENT, MarkStatus.LATE])
    status = standing(place)
    assert [one.way for one in status.modules] == [Way.ROOM, Way.ROOM]
    assert status.modules[0].earned_at == moment_there(DAY, "13:00", "43")
    assert status.is_completed


def test_too_little_is_said_in_half_days(cast):
    workshop, place = room(cast, days=2)
    attend(
        cast, workshop, place, [MarkStatus.PRESENT, MarkStatus.PRESENT, MarkStatus.ABSENT, MarkStatus.PRESENT]
    )
    asking, counting = standing(place).modules
    assert counting.way is Way.ROOM
    assert asking.unmet_in_room == (HalfDaysMissed(asking.module, 50, 80, (workshop.sessions[2],)),)


@pytest.mark.parametrize(("partial", "earned"), [(PartialCounts.WHOLE, True), (PartialCounts.HALF, False)])
def test_coming_late_counts_as_the_workshop_says(cast, partial, earned):
    workshop, place = room(cast, partial_counts=partial)
    attend(cast, workshop, place, [MarkStatus.LATE, MarkStatus.LEFT_EARLY])
    assert standing(place).is_completed is earned


def test_a_smaller_share_may_be_enough(cast):
    workshop, place = room(cast, days=2, share_needed=50)
    attend(
        cast, workshop, place, [MarkStatus.PRESENT, MarkStatus.ABSENT, MarkStatus.ABSENT, MarkStatus.ABSENT]
    )
    assert [one.is_earned for one in standing(place).modules] == [True, False]


def test_earned_both_ways_the_earlier_day_wins(cast):
    workshop, place = room(cast)
    attend(cast, workshop, place, [MarkStatus.PRESENT, MarkStatus.PRESENT])
    in_room = moment_there(DAY, "13:00", "43")
    person = place.enrolment.person
    earn_modules(person, modules=1, at=in_room - timedelta(days=1))
    status = status_of(person, current_course())
    assert [one.way for one in status.modules] == [Way.ONLINE, Way.ROOM]
    assert status.modules_earned == 2


def test_a_decision_counts_a_module_and_its_undoing_lets_the_marks_speak(cast):
    _, place = room(cast)
    module = current_course().modules[0]
    services.decide_module(place, module.id, earned=True, reason="Гарын үсэг бий", by=cast.saraa, at=now())
    assert standing(place).modules[0].way is Way.ROOM
    services.decide_module(place, module.id, earned=False, reason="Андуурсан", by=cast.saraa, at=now())
    status = standing(place).modules[0]
    assert status.unmet_in_room == (DecidedAgainst(status.module, "Андуурсан"),)
    services.undo_decision(place, module.id, by=cast.saraa, at=now())
    services.undo_decision(place, module.id, by=cast.saraa, at=now())
    assert isinstance(standing(place).modules[0].unmet_in_room[0], HalfDaysMissed)


def test_staff_and_those_taken_off_earn_nothing_in_the_room(cast):
    workshop, place = room(cast)
    trainer = add(workshop, "Сараа", role=ParticipantRole.TRAINER)
    attend(cast, workshop, place, [MarkStatus.PRESENT, MarkStatus.PRESENT])
    attend(cast, workshop, trainer, [MarkStatus.PRESENT, MarkStatus.PRESENT])
    services.take_off(place, by=cast.saraa, at=now())
    assert [standing(one).modules_earned for one in (place, trainer)] == [0, 0]
    assert stays_of([make_person().id]) == {}


def test_the_pages_say_who_has_what_and_why_not(cast, visit):
    workshop, place = room(cast)
    attend(cast, workshop, place, [MarkStatus.PRESENT, MarkStatus.ABSENT])
    saraa = visit(cast.saraa)
    address = f"/participants/{place.public_id}/progress"
    assert address in saraa.get(f"/workshops/{workshop.public_id}/progress").text
    page = saraa.page(address)
    assert "80" in page.text
    decide = f"/participants/{place.public_id}/modules/counting"
    assert saraa.post(decide, data={"do": "count"}).status_code == 422
    assert saraa.post(decide, data={"do": "count", "reason": "Шалгалт өгсөн"}).status_code == 303
    assert "Шалгалт өгсөн" in saraa.page(address).text
    assert standing(place).is_completed
    assert saraa.get(f"/workshops/{workshop.public_id}/progress").text.count("✓") == 2
    saraa.post(decide, data={"do": "refuse", "reason": "Андуурсан"})
    assert "Андуурсан" in saraa.page(address).text
    saraa.post(decide, data={"do": "undo"})
    assert not standing(place).is_completed
    assert saraa.post(decide, data={"do": "guess"}).status_code == 400
    assert saraa.post(decide.replace("counting", "x"), data={"do": "undo"}).status_code == 404


def test_a_learner_sees_what_the_room_earned(cast, visit):
    workshop = make_workshop(cast.saraa, on=DAY)
    place = add(workshop, "Болд", person=cast.bold.person)
    attend(cast, workshop, place, [MarkStatus.PRESENT, MarkStatus.PRESENT])
    assert "<details" not in visit(cast.bold).get("/progress").text


def test_a_workshop_without_the_module_or_people_says_so(cast, visit):
    workshop = make_workshop(cast.saraa, sessions=[])
    saraa = visit(cast.saraa)
    assert saraa.get(f"/workshops/{workshop.public_id}/progress").status_code == 200
    place = add(workshop, "Болд")
    assert saraa.get(f"/participants/{place.public_id}/progress").status_code == 200
