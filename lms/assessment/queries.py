"""Reading attempts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from lms.assessment.models import Attempt, Moment, Response
from lms.core.db import db
from lms.people.models import Person


@dataclass(frozen=True, slots=True)
class QuizResult:
    """What a person has to show for one quiz: best percent, and when it was first passed."""

    best: int
    passed_at: datetime | None
    attempts: int


def open_attempt(
    person: Person, quiz_id: str, moment: Moment | None = None, *, for_update: bool = False
) -> Attempt | None:
    """`for_update` waits for another tab that is writing it, and sees what that tab has written."""
    query = select(Attempt).where(
        Attempt.person_id == person.id,
        Attempt.quiz_id == quiz_id,
        Attempt.moment == moment,
        Attempt.submitted_at.is_(None),
    )
    if for_update:
        query = query.with_for_update(of=Attempt).execution_options(populate_existing=True)
    return db.session.scalar(query)


def attempt_of_seed(person: Person, quiz_id: str, seed: str) -> Attempt:
    return db.session.scalars(
        select(Attempt).where(
            Attempt.person_id == person.id, Attempt.quiz_id == quiz_id, Attempt.seed == seed
        )
    ).one()


def attempts_by_moment(person: Person, quiz_id: str) -> dict[Moment, Attempt]:
    """The attempts before and after the course, open or handed in, with their responses."""
    attempts = db.session.scalars(
        select(Attempt)
        .where(Attempt.person_id == person.id, Attempt.quiz_id == quiz_id, Attempt.moment.is_not(None))
        .options(selectinload(Attempt.responses))
    )
    return {attempt.moment: attempt for attempt in attempts if attempt.moment}


def attempt_of(person: Person, public_id: str, *, for_update: bool = False) -> Attempt | None:
    """The person's own attempt; another's is as unknown as one that never was."""
    query = select(Attempt).where(Attempt.public_id == public_id, Attempt.person_id == person.id)
    return db.session.scalar(query.with_for_update(of=Attempt) if for_update else query)


def submitted_attempts(person: Person, quiz_id: str) -> Sequence[Attempt]:
    """Oldest first."""
    return db.session.scalars(
        select(Attempt)
        .where(Attempt.person_id == person.id, Attempt.quiz_id == quiz_id, Attempt.submitted_at.is_not(None))
        .order_by(Attempt.submitted_at, Attempt.id)
        .options(selectinload(Attempt.responses))
    ).all()


def last_submitted(person: Person, quiz_id: str) -> Attempt | None:
    attempts = submitted_attempts(person, quiz_id)
    return attempts[-1] if attempts else None


def responses_of(attempt: Attempt) -> dict[str, Response]:
    """The answers kept so far, by question id."""
    rows = db.session.scalars(select(Response).where(Response.attempt_id == attempt.id))
    return {row.question_id: row for row in rows}


def quiz_results(person: Person) -> dict[str, QuizResult]:
    """By quiz id, over all submitted attempts."""
    return quiz_results_by([person.id]).get(person.id, {})


def quiz_results_by(person_ids: Iterable[int]) -> dict[int, dict[str, QuizResult]]:
    """Person's id → quiz id → result, over all submitted attempts; nobody who has submitted none."""
    passed_at = func.min(Attempt.submitted_at).filter(Attempt.passed.is_(True))
    rows = db.session.execute(
        select(Attempt.person_id, Attempt.quiz_id, func.max(Attempt.percent), passed_at, func.count())
        .where(Attempt.person_id.in_(list(person_ids)), Attempt.submitted_at.is_not(None))
        .group_by(Attempt.person_id, Attempt.quiz_id)
    ).all()
    found: dict[int, dict[str, QuizResult]] = {}
    for person_id, quiz_id, best, when, count in rows:
        found.setdefault(person_id, {})[quiz_id] = QuizResult(best or 0, when, count)
    return found
