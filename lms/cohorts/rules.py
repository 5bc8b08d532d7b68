"""What marks add up to (pure)."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from fractions import Fraction
from operator import attrgetter

from lms.cohorts.models import AttendanceMark, MarkStatus, PartialCounts


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
