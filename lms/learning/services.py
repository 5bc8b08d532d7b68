"""Verbs that write enrolments. Nothing here commits."""

from datetime import datetime

from lms.content.course import Lesson
from lms.core.db import insert_new
from lms.learning import queries
from lms.learning.models import Enrolment, LessonCompletion
from lms.people.models import Person


def enrol(person: Person, *, at: datetime) -> Enrolment:
    """The person's enrolment; made on first use. Two taps at once make one."""
    insert_new(Enrolment, [{"person_id": person.id, "enrolled_at": at}])
    enrolment = queries.enrolment_of(person)
    assert enrolment is not None
    return enrolment


def complete_lesson(person: Person, lesson: Lesson, *, at: datetime, version: str | None = None) -> None:
    """Note that a lesson was read. Again is no harm: the first time and its version stay."""
    row = {
        "enrolment_id": enrol(person, at=at).id,
        "lesson_id": lesson.id,
        "lesson_version": version or lesson.version,
        "completed_at": at,
    }
    insert_new(LessonCompletion, [row])
