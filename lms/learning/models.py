"""Enrolment and what was read."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lms.core.db import Base
from lms.people.models import Person


class Enrolment(Base):
    """A person takes the course; one for a person, however often they begin."""

    __tablename__ = "enrolments"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), unique=True)
    enrolled_at: Mapped[datetime]

    person: Mapped[Person] = relationship()


class LessonCompletion(Base):
    """A lesson read to its end, with the version of its text that was read."""

    __tablename__ = "lesson_completions"
    __table_args__ = (UniqueConstraint("enrolment_id", "lesson_id", name="one_completion_a_lesson"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolments.id"))
    lesson_id: Mapped[str]
    lesson_version: Mapped[str]
    completed_at: Mapped[datetime]
