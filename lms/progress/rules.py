"""What counts as completed (pure): the only place that decides it.

A module is earned when every lesson of it was read and its test was passed. The course is
completed when all its modules are earned. The same objects that decide are the reasons that
a learner reads: one for each rule not yet met.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from lms.assessment.queries import QuizResult
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


Unmet = LessonNotRead | TestNotPassed


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
    course: Course, done: Mapping[str, LessonDone], results: Mapping[str, QuizResult]
) -> CourseStatus:
    """Where somebody stands who has read `done` (by lesson id) and has `results` (by quiz id)."""
    return CourseStatus(tuple(module_status(course, module, done, results) for module in course.modules))


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
