"""Attempts and responses."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lms.assessment.draw import DrawnQuestion
from lms.core.db import Base, short_enum
from lms.people.models import Person

# Of a test before or after the course there is one a person, open or not.
OPEN = "submitted_at IS NULL AND moment IS NULL"


class Moment(StrEnum):
    """When the same questions are asked: before the course and after it."""

    PRE = "pre"
    POST = "post"


class Attempt(Base):
    """One go of a person at a quiz, with its questions as they were drawn.

    A later edit of the bank changes neither what was asked nor what it earned. `moment` is that of
    the test before and after the course; it is neither passed nor failed.
    """

    __tablename__ = "attempts"
    __table_args__ = (
        CheckConstraint("percent BETWEEN 0 AND 100", name="percent_is_a_percentage"),
        Index(
            "one_open_attempt",
            "person_id",
            "quiz_id",
            unique=True,
            sqlite_where=text(OPEN),
            postgresql_where=text(OPEN),
        ),
        UniqueConstraint("person_id", "quiz_id", "moment", name="one_attempt_a_moment"),
        UniqueConstraint("person_id", "quiz_id", "seed", name="one_attempt_a_seed"),
        Index("ix_attempts_person_quiz", "person_id", "quiz_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    quiz_id: Mapped[str]
    quiz_version: Mapped[str]
    seed: Mapped[str]
    moment: Mapped[Moment | None] = mapped_column(short_enum(Moment))
    drawn_json: Mapped[list[dict[str, Any]]] = mapped_column("drawn", JSON)
    started_at: Mapped[datetime]
    submitted_at: Mapped[datetime | None]
    percent: Mapped[int | None]
    passed: Mapped[bool | None]

    person: Mapped[Person] = relationship()
    responses: Mapped[list["Response"]] = relationship(back_populates="attempt")

    @property
    def is_open(self) -> bool:
        return self.submitted_at is None

    @property
    def right(self) -> int:
        """How many questions were answered fully right."""
        return sum(response.points == 1 for response in self.responses)

    @property
    def drawn(self) -> tuple[DrawnQuestion, ...]:
        return tuple(DrawnQuestion.from_json(one) for one in self.drawn_json)


class Response(Base):
    """The answer to one question of an attempt, as last saved."""

    __tablename__ = "responses"
    __table_args__ = (UniqueConstraint("attempt_id", "question_id", name="one_response_a_question"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempts.id"))
    question_id: Mapped[str]
    answer: Mapped[Any] = mapped_column(JSON)
    saved_at: Mapped[datetime]
    points: Mapped[float | None]

    attempt: Mapped[Attempt] = relationship(back_populates="responses")
