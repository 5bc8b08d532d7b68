"""What marks add up to (pure)."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from fractions import Fraction
from operator import attrgetter

from lms.cohorts.models import AttendanceMark, CohortStatus, MarkStatus, PartialCounts


class Attendance(StrEnum):
    """One participant, one half-day."""

    UNMARKED = "unmarked"
    PRESENT = "present"
    LATE = "late"
    LEFT_EARLY = "left_early"
    ABSENT = "absent"
    DISPUTED = "disputed"

    @property
    def came(self) -> bool:
        return self in (Attendance.PRESENT, Attendance.LATE, Attendance.LEFT_EARLY)


def settle(marks: Iterable[AttendanceMark]) -> Attendance:
    """What one participant's marks for one session add up to.

    A trainer may correct herself: her latest mark counts. Two trainers who disagree make a
    dispute, and a named person decides it; the later clock does not. Marks that wait for a
    named person do not count yet.
    """
    counted = sorted((mark for mark in marks if not mark.waits), key=attrgetter("at", "received_at"))
    if decisions := [mark.status for mark in counted if mark.decides]:
        return Attendance(decisions[-1].value)
    latest: dict[int, MarkStatus] = {mark.by_id: mark.status for mark in counted}
    if not latest:
        return Attendance.UNMARKED
    statuses = set(latest.values())
    return Attendance(statuses.pop().value) if len(statuses) == 1 else Attendance.DISPUTED


def share(attendances: Sequence[Attendance], partial: PartialCounts) -> Fraction:
    """The part, 0 to 1, of these half-days that somebody was there; 0 of none is 0."""
    if not attendances:
        return Fraction(0)
    half = Fraction(1, 2) if partial is PartialCounts.HALF else Fraction(1)
    worth = {Attendance.PRESENT: Fraction(1), Attendance.LATE: half, Attendance.LEFT_EARLY: half}
    return sum((worth.get(one, Fraction(0)) for one in attendances), Fraction(0)) / len(attendances)


class Flaw(StrEnum):
    """What a register lacks; some of it stops a step of the workshop's way, the rest is to be looked at."""

    NO_HALF_DAYS = "no_half_days"
    NO_PEOPLE = "no_people"
    NOT_BEGUN = "not_begun"
    UNMARKED = "unmarked"
    DISPUTED = "disputed"
    IMPOSSIBLE_TIME = "impossible_time"
    TWO_PLACES = "two_places"
    ALIKE = "alike"
    NO_GENDER = "no_gender"


NEXT_STEP = {
    CohortStatus.PLANNED: CohortStatus.HELD,
    CohortStatus.HELD: CohortStatus.CHECKED,
    CohortStatus.CHECKED: CohortStatus.LOCKED,
}
_TO_BE_HELD = frozenset({Flaw.NO_HALF_DAYS, Flaw.NO_PEOPLE, Flaw.NOT_BEGUN})
_TO_BE_CHECKED = _TO_BE_HELD | {Flaw.UNMARKED, Flaw.DISPUTED, Flaw.IMPOSSIBLE_TIME}
STOPS = {
    CohortStatus.HELD: _TO_BE_HELD,
    CohortStatus.CHECKED: _TO_BE_CHECKED,
    CohortStatus.LOCKED: _TO_BE_CHECKED,
}


def quality(people: int, flawed: int) -> int:
    """Of the people on a register, how many per cent have nothing to be looked at; rounded down."""
    return 100 * (people - flawed) // people if people else 0
