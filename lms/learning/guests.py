"""What somebody read before registering: `guest["lessons"][lesson id]` is [version, moment]."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from lms.content.course import Lesson, UnknownContent
from lms.content.store import current_course
from lms.learning import services
from lms.learning.queries import LessonDone
from lms.people.models import Person
from lms.people.signals import guest_became_person


def keep_lesson(kept: dict[str, Any], lesson: Lesson, *, at: datetime) -> None:
    kept.setdefault("lessons", {}).setdefault(lesson.id, [lesson.version, at.isoformat()])


def kept_lessons(kept: Mapping[str, Any]) -> dict[str, LessonDone]:
    return {
        lesson_id: LessonDone(version, datetime.fromisoformat(at))
        for lesson_id, (version, at) in kept.get("lessons", {}).items()
    }


@guest_became_person.connect
def take_over_lessons(person: Person, *, kept: Mapping[str, Any], at: datetime) -> None:
    """Make what the guest read the person's own; `at` is when they registered."""
    course = current_course()
    services.enrol(person, at=at)
    for lesson_id, done in kept_lessons(kept).items():
        try:
            lesson = course.lesson(lesson_id)
        except UnknownContent:
            continue  # the lesson was taken out of the course meanwhile
        services.complete_lesson(person, lesson, at=done.at, version=done.version)
