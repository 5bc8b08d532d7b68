"""How the lessons of a module fill the half-days of a room: pure arithmetic over their minutes.

A half-day begins at nine or at two. Parts are rounded up to five minutes. The first break stands where
half of the work is done, and nobody sits for longer than two hours.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from math import ceil

from lms.content.course import Course, Lesson, Module
from lms.content.prose import exercise_minutes

MORNING, AFTERNOON = time(9), time(14)
BREAK, TEST, LONGEST = 15, 20, 120
ROUND = 5


class PartKind(StrEnum):
    LESSON = "lesson"
    BREAK = "break"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a room goes: half-days a module, how often an exercise's minutes, minutes to share results."""

    half_days: int
    exercise: int
    sharing: int


BRISK = Pace(half_days=1, exercise=1, sharing=0)  # two days for four modules
CALM = Pace(half_days=2, exercise=2, sharing=15)  # four days


@dataclass(frozen=True, slots=True)
class Part:
    """Some minutes of a half-day; a lesson's are its reading, its exercise and what is shared after it."""

    kind: PartKind
    starts: time
    minutes: int
    lesson: Lesson | None = None
    reading: int = 0
    exercise: int = 0
    sharing: int = 0


@dataclass(frozen=True, slots=True)
class HalfDay:
    """One half of day `day` (from 1) of the whole course, and what is done in it."""

    day: int
    is_morning: bool
    module: Module
    parts: tuple[Part, ...]

    @property
    def lessons(self) -> list[Lesson]:
        return [part.lesson for part in self.parts if part.lesson]

    @property
    def minutes(self) -> int:
        return sum(part.minutes for part in self.parts)

    @property
    def starts(self) -> time:
        return MORNING if self.is_morning else AFTERNOON

    @property
    def ends(self) -> time:
        return _later(self.starts, self.minutes)


def days(course: Course, pace: Pace) -> int:
    return ceil(len(course.modules) * pace.half_days / 2)


def plan(module: Module, pace: Pace) -> list[HalfDay]:
    """The half-days of a module, as they lie when the whole course is given in its order."""
    halves = _divided(module.lessons, pace)
    planned = []
    for place, lessons in enumerate(halves):
        number = (module.number - 1) * pace.half_days + place
        is_morning = number % 2 == 0
        starts = MORNING if is_morning else AFTERNOON
        parts = _parts(lessons, pace, starts, has_test=place == len(halves) - 1)
        planned.append(HalfDay(number // 2 + 1, is_morning, module, tuple(parts)))
    return planned


def _divided(lessons: Sequence[Lesson], pace: Pace) -> list[Sequence[Lesson]]:
    """Lessons in their order, divided where both parts last as nearly as long as can be."""
    if pace.half_days == 1 or len(lessons) < 2:
        return [lessons]
    lasts = [sum(_lasts(lesson, pace)) for lesson in lessons]
    cuts = range(1, len(lessons))
    best = min(cuts, key=lambda cut: abs(sum(lasts[:cut]) - sum(lasts[cut:]) - TEST))
    return [lessons[:best], lessons[best:]]


def _lasts(lesson: Lesson, pace: Pace) -> tuple[int, int, int]:
    """Minutes to read, to do the exercise and to share; together a multiple of five."""
    exercise = exercise_minutes(lesson.bodies["mn"].prose) * pace.exercise
    wanted = lesson.minutes + exercise + pace.sharing
    return lesson.minutes + ceil(wanted / ROUND) * ROUND - wanted, exercise, pace.sharing


def _parts(lessons: Sequence[Lesson], pace: Pace, starts: time, *, has_test: bool) -> list[Part]:
    rows = [(PartKind.LESSON, lesson, _lasts(lesson, pace)) for lesson in lessons]
    work: list[tuple[PartKind, Lesson | None, tuple[int, int, int]]] = [*rows]
    work += [(PartKind.TEST, None, (TEST, 0, 0))] if has_test else []
    half = sum(sum(lasts) for *_, lasts in work) / 2
    parts: list[Part] = []
    clock = since = 0  # minutes since the start, and since the last break
    for kind, lesson, lasts in work:
        is_half = clock == since >= half  # no break yet
        if since and (is_half or since + sum(lasts) > LONGEST):
            parts.append(Part(PartKind.BREAK, _later(starts, clock), BREAK))
            clock, since = clock + BREAK, 0
        parts.append(Part(kind, _later(starts, clock), sum(lasts), lesson, *lasts))
        clock, since = clock + sum(lasts), since + sum(lasts)
    return parts


def _later(start: time, minutes: int) -> time:
    hours, rest = divmod(start.hour * 60 + start.minute + minutes, 60)
    return time(hours, rest)
