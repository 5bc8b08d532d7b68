"""Forty people are called on a phone: counted in taps, and timed at a thumb's pace.

`LMS_TEST_PACE=0.7 python3 dev.py test tests/journeys/test_roll_call.py -s` waits so many seconds
before each tap and twice as many for each name read aloud, and prints the figures.
"""

import os
import time

from sqlalchemy import select

from lms.cohorts import queries
from lms.cohorts.models import Session
from lms.cohorts.places import day_there
from lms.cohorts.rules import Attendance
from lms.core.clock import now
from lms.core.db import db
from lms.people.roles import Role
from tests.cohorts.rooms import add, make_workshop
from tests.factories import SELENGE, make_account
from tests.journeys.steps import Visit, sign_in

PACE = float(os.environ.get("LMS_TEST_PACE", "0"))
ABSENT = (3, 11, 20, 33)
SECONDS = 90
NAMES = "Болд Номин Өлзий Үүрий Ёлка".split()


class Thumb:
    """Taps and counts; reads each name aloud before going on."""

    def __init__(self) -> None:
        self.taps = 0
        self.began = time.monotonic()

    def tap(self, control) -> None:
        control.scroll_into_view_if_needed()
        time.sleep(PACE)
        control.tap()
        self.taps += 1

    def read(self, row) -> None:
        row.scroll_into_view_if_needed()
        time.sleep(2 * PACE)

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.began


def room_of_forty(site):
    """A trainer whose workshop of today has forty people."""
    with site.record_book():
        trainer = make_account(role=Role.TRAINER)
        workshop = make_workshop(trainer, on=day_there(now(), SELENGE))
        for number in range(40):
            add(
                workshop,
                f"{'Болд Номин Өлзий Үүрий Ёлка'.split()[number % 5]}{number:02}",
                organisation="ЗДТГ",
            )
        return trainer.personal_code, workshop.public_id, workshop.sessions[0].public_id


def register(site, session_id):
    with site.record_book():
        session = db.session.scalars(select(Session).where(Session.public_id == session_id)).one()
        return list(queries.register_of(session).values())


def test_forty_people_are_called_with_few_taps_and_in_time(phone, site):
    code, _, session_id = room_of_forty(site)
    visit = Visit(phone, site)
    sign_in(visit, code)
    thumb = Thumb()
    thumb.tap(phone.locator("main a[href='/workshops']"))
    thumb.tap(phone.locator("main .card.now a[href*='/sessions/']").first)
    phone.wait_for_url("**/attendance")
    assert thumb.taps <= 3
    rows = phone.locator(".roll > li")
    for place in range(rows.count()):
        thumb.read(rows.nth(place))
        if place in ABSENT:
            thumb.tap(rows.nth(place).locator(".seg.a"))
    thumb.tap(phone.locator("#rest"))
    assert phone.locator(".bar [data-count=came]").inner_text() == str(40 - len(ABSENT))
    thumb.tap(phone.locator(".bar button"))
    phone.locator("main .box.ok").wait_for()
    assert thumb.taps <= 3 + len(ABSENT) + 2
    assert thumb.seconds <= SECONDS
    print(f"40 people: {thumb.taps} taps, {thumb.seconds:.0f} s")
    said = register(site, session_id)
    assert said.count(Attendance.PRESENT) == 40 - len(ABSENT)
    assert said.count(Attendance.ABSENT) == len(ABSENT)


def test_the_rest_can_be_taken_back_before_saving(phone, site):
    code, _, session_id = room_of_forty(site)
    sign_in(Visit(phone, site), code)
    phone.goto(f"/sessions/{session_id}/attendance")
    phone.locator("#rest").tap()
    phone.locator("#rest").tap()
    assert phone.locator(".bar [data-count=open]").inner_text() == "40"
    assert set(register(site, session_id)) == {Attendance.UNMARKED}


def test_without_script_the_roll_is_called_all_the_same(without_script, site):
    code, _, session_id = room_of_forty(site)
    page = without_script
    sign_in(Visit(page, site), code)
    page.goto(f"/sessions/{session_id}/attendance")
    page.locator(".roll > li").nth(2).locator(".seg.a").click()
    page.locator("#rest").click()
    page.locator(".bar button").click()
    page.locator("main .box.ok").wait_for()
    said = register(site, session_id)
    assert (said.count(Attendance.PRESENT), said.count(Attendance.ABSENT)) == (39, 1)


def test_a_known_person_is_offered_while_one_types(phone, site):
    code, workshop_id, _ = room_of_forty(site)
    sign_in(Visit(phone, site), code)
    phone.goto(f"/workshops/{workshop_id}/participants/new")
    phone.locator("#given_name").fill("Болд00")
    phone.locator("#family_name").fill("Дорж")
    offered = phone.locator("#maybe input[name=who]")
    offered.last.wait_for()
    assert offered.last.get_attribute("value") == "new"
    offered.last.check()
    phone.locator("form#walk-in .row .btn").tap()
    phone.locator("main .box.ok").wait_for()
