"""Reading enrolments."""

from collections.abc import Iterable
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
    return lessons_done_by([person.id]).get(person.id, {})


def lessons_done_by(person_ids: Iterable[int]) -> dict[int, dict[str, LessonDone]]:
    """Person's id → lesson's id → when and which version; nobody who has read nothing."""
    rows = db.session.execute(
        select(
            Enrolment.person_id,
            LessonCompletion.lesson_id,
            LessonCompletion.lesson_version,
            LessonCompletion.completed_at,
        )
        .join(Enrolment, Enrolment.id == LessonCompletion.enrolment_id)
        .where(Enrolment.person_id.in_(list(person_ids)))
    ).all()
    found: dict[int, dict[str, LessonDone]] = {}
    for person_id, lesson_id, version, at in rows:
        found.setdefault(person_id, {})[lesson_id] = LessonDone(version, at)
    return found
