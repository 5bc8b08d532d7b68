"""What marks add up to."""

from datetime import timedelta
from fractions import Fraction

import pytest

from lms.cohorts.models import AttendanceMark, MarkStatus, PartialCounts
from lms.cohorts.rules import Attendance, quality, settle, share
from lms.core.clock import now

PRESENT, ABSENT, LATE = MarkStatus.PRESENT, MarkStatus.ABSENT, MarkStatus.LATE


def tap(by: int, status: MarkStatus, minute: int = 0, **others) -> AttendanceMark:
    at = now() + timedelta(minutes=minute)
    return AttendanceMark(
        by_id=by, status=status, at=at, received_at=at, **{"waits": False, "decides": False, **others}
    )


@pytest.mark.parametrize(
    ("marks", "said"),
    [
        ([], Attendance.UNMARKED),
        ([tap(1, PRESENT)], Attendance.PRESENT),
        ([tap(1, PRESENT), tap(1, ABSENT, 1)], Attendance.ABSENT),
        ([tap(1, ABSENT, 1), tap(1, PRESENT)], Attendance.ABSENT),
        ([tap(1, PRESENT), tap(2, PRESENT, 1)], Attendance.PRESENT),
        ([tap(1, PRESENT), tap(2, ABSENT, 1)], Attendance.DISPUTED),
        ([tap(1, PRESENT), tap(2, ABSENT, 1), tap(2, PRESENT, 2)], Attendance.PRESENT),
        ([tap(1, PRESENT), tap(2, ABSENT, 1), tap(3, LATE, 2, decides=True)], Attendance.LATE),
        ([tap(1, PRESENT, waits=True)], Attendance.UNMARKED),
    ],
)
def test_marks_add_up(marks, said):
    assert settle(marks) is said


@pytest.mark.parametrize(
    ("attendances", "partial", "part"),
    [
        ([], PartialCounts.WHOLE, Fraction(0)),
        ([Attendance.PRESENT, Attendance.ABSENT], PartialCounts.WHOLE, Fraction(1, 2)),
        ([Attendance.LATE, Attendance.LEFT_EARLY], PartialCounts.HALF, Fraction(1, 2)),
        ([Attendance.LATE, Attendance.UNMARKED], PartialCounts.WHOLE, Fraction(1, 2)),
        ([Attendance.DISPUTED], PartialCounts.WHOLE, Fraction(0)),
    ],
)
def test_a_share_counts_half_days(attendances, partial, part):
    assert share(attendances, partial) == part


def test_quality_is_the_part_of_people_without_a_flaw():
    assert [quality(0, 0), quality(3, 1), quality(4, 0)] == [0, 66, 100]
