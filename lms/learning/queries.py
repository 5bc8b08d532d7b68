"""Reading enrolments."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from lms.core.db import db
from lms.learning.models import Enrolment, LessonCompletion
from lms.people.models import Person


@dataclass(frozen=True, slots=True)
class LessonDone:
    """When a lesson was read, and in which version."""

    version: str
    at: datetime


def enrolment_of(person: Person) -> Enrolment | None:
    return db.session.scalar(select(Enrolment).where(Enrolment.person_id == person.id))


def lessons_done(person: Person) -> dict[str, LessonDone]:
    """By lesson id."""
    rows = db.session.execute(
        select(LessonCompletion.lesson_id, LessonCompletion.lesson_version, LessonCompletion.completed_at)
        .join(Enrolment, Enrolment.id == LessonCompletion.enrolment_id)
        .where(Enrolment.person_id == person.id)
    ).all()
    return {lesson_id: LessonDone(version, at) for lesson_id, version, at in rows}
