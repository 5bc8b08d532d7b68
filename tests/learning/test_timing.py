"""Minutes of lessons, exercises and breaks as half-days of a room."""

from dataclasses import replace
from datetime import time

import pytest

from lms.content.prose import exercise_minutes
from lms.learning.timing import BREAK, BRISK, CALM, LONGEST, TEST, PartKind, days, plan

PACES = [BRISK, CALM]


def halves(course, pace) -> list[tuple[int, bool]]:
    return [(half.day, half.is_morning) for module in course.modules for half in plan(module, pace)]


def test_four_modules_take_two_days_or_four(real_course):
    assert [days(real_course, pace) for pace in PACES] == [2, 4]
    for pace, last in ((BRISK, 2), (CALM, 4)):
        every = [(day, is_morning) for day in range(1, last + 1) for is_morning in (True, False)]
        assert halves(real_course, pace) == every


@pytest.mark.parametrize("pace", PACES)
def test_every_lesson_has_its_place_and_its_minutes(real_course, pace):
    for module in real_course.modules:
        parts = [part for half in plan(module, pace) for part in half.parts if part.lesson]
        assert tuple(part.lesson for part in parts) == module.lessons
        for part in parts:
            exercise = exercise_minutes(part.lesson.bodies["mn"].prose) * pace.exercise
            assert part.exercise == exercise
            assert part.lesson.minutes <= part.reading < part.lesson.minutes + 5
            assert part.minutes == part.reading + exercise + pace.sharing
            assert part.minutes % 5 == 0


@pytest.mark.parametrize("pace", PACES)
def test_parts_follow_one_another_and_the_test_comes_last(real_course, pace):
    for module in real_course.modules:
        planned = plan(module, pace)
        for half in planned:
            clock = half.starts.hour * 60
            for part in half.parts:
                assert part.starts.hour * 60 + part.starts.minute == clock
                clock += part.minutes
            assert half.ends == time(*divmod(clock, 60))
        last = planned[-1].parts[-1]
        assert (last.kind, last.minutes) == (PartKind.TEST, TEST)
        assert sum(part.kind is PartKind.TEST for half in planned for part in half.parts) == 1


@pytest.mark.parametrize("pace", PACES)
def test_nobody_sits_too_long_and_no_half_day_is_without_a_break(real_course, pace):
    for module in real_course.modules:
        for half in plan(module, pace):
            since, breaks = 0, 0
            for part in half.parts:
                if part.kind is PartKind.BREAK:
                    assert (part.minutes, since > 0) == (BREAK, True)
                    since, breaks = 0, breaks + 1
                else:
                    since += part.minutes
                    assert since <= LONGEST
            assert breaks >= 1
            assert half.minutes <= 4 * 60


def test_a_module_of_one_lesson_is_not_divided(sample_course):
    module = sample_course.modules[0]
    one = replace(module, lessons=module.lessons[:1])
    assert [len(half.lessons) for half in plan(one, CALM)] == [1]
    assert [len(half.lessons) for half in plan(module, CALM)] == [1, 1]
