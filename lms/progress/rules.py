"""What counts as completed (pure): the only place that decides it.

A module is earned online when every lesson of it was read and its test was passed, or in the
room by being there for the needed share of the half-days that teach it, or by a named person's
decision. Earned both ways it counts once, from the earlier day. The course is completed when
all its modules are earned. The same objects that decide are the reasons that a learner reads:
one for each rule not yet met.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from fractions import Fraction

from lms.assessment.models import Attempt, Moment
from lms.assessment.queries import QuizResult
from lms.cohorts.models import Session
from lms.cohorts.places import moment_there
from lms.cohorts.queries import Stay
from lms.cohorts.rules import Attendance, share
from lms.content.course import Course, Lesson, Module
from lms.learning.queries import LessonDone


@dataclass(frozen=True, slots=True)
class LessonNotRead:
    lesson: Lesson
    kind = "lesson"


@dataclass(frozen=True, slots=True)
class TestNotPassed:
    """`best` is the best percent so far, None before the first attempt."""

    module: Module
    best: int | None
    pass_mark: int
    kind = "test"
    __test__ = False  # not a test case, whatever pytest thinks of the name


@dataclass(frozen=True, slots=True)
class HalfDaysMissed:
    """In the room too little was attended; `percent` of `needed`, and the half-days that lack."""

    module: Module
    percent: int
    needed: int
    missed: tuple[Session, ...]
    kind = "room"


@dataclass(frozen=True, slots=True)
class DecidedAgainst:
    """A named person decided that the room does not count for this module."""

    module: Module
    reason: str
    kind = "decided"


Unmet = LessonNotRead | TestNotPassed
UnmetInRoom = HalfDaysMissed | DecidedAgainst


class Way(StrEnum):
    """How a module was earned."""

    ONLINE = "online"
    ROOM = "room"


@dataclass(frozen=True, slots=True)
class ModuleStatus:
    module: Module
    lessons_read: int
    unmet: tuple[Unmet, ...]
    earned_at: datetime | None
    changed: tuple[Lesson, ...]
    way: Way = Way.ONLINE
    unmet_in_room: tuple[UnmetInRoom, ...] = ()  # one for each workshop that taught the module

    @property
    def is_earned(self) -> bool:
        return not self.unmet

    @property
    def is_begun(self) -> bool:
        return self.lessons_read > 0 or any(
            isinstance(one, TestNotPassed) and one.best is not None for one in self.unmet
        )


@dataclass(frozen=True, slots=True)
class CourseStatus:
    modules: tuple[ModuleStatus, ...]

    @property
    def is_completed(self) -> bool:
        return all(module.is_earned for module in self.modules)

    @property
    def unmet(self) -> tuple[Unmet, ...]:
        return tuple(one for module in self.modules for one in module.unmet)

    @property
    def next_step(self) -> Unmet | None:
        """The first rule not met, in the order of the course; None when there is none."""
        return next(iter(self.unmet), None)

    @property
    def lessons_read(self) -> int:
        return sum(module.lessons_read for module in self.modules)

    @property
    def modules_earned(self) -> int:
        return sum(module.is_earned for module in self.modules)


def course_status(
    course: Course,
    done: Mapping[str, LessonDone],
    results: Mapping[str, QuizResult],
    stays: Sequence[Stay] = (),
) -> CourseStatus:
    """Where somebody stands: `done` by lesson id, `results` by quiz id, `stays` in rooms."""
    return CourseStatus(
        tuple(
            with_room(module_status(course, module, done, results), [in_room(module, one) for one in stays])
            for module in course.modules
        )
    )


def module_status(
    course: Course, module: Module, done: Mapping[str, LessonDone], results: Mapping[str, QuizResult]
) -> ModuleStatus:
    unmet: list[Unmet] = [LessonNotRead(lesson) for lesson in module.lessons if lesson.id not in done]
    result = results.get(module.test_id)
    if result is None or result.passed_at is None:
        pass_mark = course.quiz(module.test_id).pass_mark
        unmet.append(TestNotPassed(module, result.best if result else None, pass_mark))
    read = [(lesson, done[lesson.id]) for lesson in module.lessons if lesson.id in done]
    return ModuleStatus(
        module=module,
        lessons_read=len(read),
        unmet=tuple(unmet),
        earned_at=None if unmet else max([*(one.at for _, one in read), result.passed_at]),  # type: ignore[union-attr, type-var]
        changed=tuple(lesson for lesson, one in read if one.version != lesson.version),
    )


def in_room(module: Module, stay: Stay) -> datetime | UnmetInRoom | None:
    """When the module was earned in this workshop, or why it was not; None when it was not taught there."""
    override = stay.overrides.get(module.id)
    if override:
        return override.at if override.earned else DecidedAgainst(module, override.reason)
    taught = [one for one in stay.cohort.sessions if module.id in one.module_ids]
    if not taught:
        return None
    said = [stay.attendance.get(one.id, Attendance.UNMARKED) for one in taught]
    attended = share(said, stay.cohort.partial_counts)
    if attended * 100 >= stay.cohort.share_needed:
        last = next(one for one, what in zip(reversed(taught), reversed(said), strict=True) if what.came)
        return moment_there(last.on, last.ends, stay.cohort.region_code)
    missed = tuple(one for one, what in zip(taught, said, strict=True) if not what.came)
    return HalfDaysMissed(module, _percent(attended), stay.cohort.share_needed, missed)


def with_room(online: ModuleStatus, rooms: Sequence[datetime | UnmetInRoom | None]) -> ModuleStatus:
    """The better of what was earned online and in rooms: once, from the earlier day."""
    earned = [one for one in rooms if isinstance(one, datetime)]
    if not earned:
        why_not = tuple(one for one in rooms if isinstance(one, HalfDaysMissed | DecidedAgainst))
        return replace(online, unmet_in_room=() if online.is_earned else why_not)
    first = min(earned)
    if online.earned_at and online.earned_at <= first:
        return online
    return replace(online, unmet=(), earned_at=first, way=Way.ROOM)


def moment_offered(status: CourseStatus, taken: Mapping[Moment, Attempt]) -> Moment | None:
    """Which of the tests before and after the course somebody may take now, if they like.

    The first before any lesson is read; begun, it may be finished while no module is earned. The
    second once the last module is read or earned. Each is handed in once; nothing depends on them.
    """
    before, after = taken.get(Moment.PRE), taken.get(Moment.POST)
    last = status.modules[-1]
    if last.is_earned or last.lessons_read == len(last.module.lessons):
        return Moment.POST if after is None or after.is_open else None
    if before is None:
        begun = any(module.is_begun or module.is_earned for module in status.modules)
        return None if begun else Moment.PRE
    return Moment.PRE if before.is_open and not status.modules_earned else None


def _percent(part: Fraction) -> int:
    return int(part * 100)
