"""Verbs that write attempts. Nothing here commits."""

import secrets
from datetime import datetime
from typing import Any

from lms.assessment import queries
from lms.assessment.draw import DrawnQuestion, draw
from lms.assessment.errors import AttemptIsOver, TakenAlready
from lms.assessment.grading import Answers, Grade, grade, is_answered
from lms.assessment.models import Attempt, Moment, Response
from lms.assessment.rules import check_may_start
from lms.content.course import Quiz
from lms.core.db import db, insert_new
from lms.people.models import Person


def start_attempt(person: Person, quiz: Quiz, *, at: datetime, seed: str | None = None) -> Attempt:
    """The person's open attempt at a quiz, held until the commit; a new one when there is none.

    Of two tabs that start at once the database keeps one. Where another tab has just handed in
    the attempt of this very `seed` (the number of a check's go), that one is given, closed as it
    is. Raises `AttemptsUsedUp`, `MustWait`.
    """
    if attempt := queries.open_attempt(person, quiz.id, for_update=True):
        return attempt
    check_may_start(quiz, queries.submitted_attempts(person, quiz.id), at=at)
    seed = seed or secrets.token_hex(8)
    insert_new(Attempt, [_row(person, quiz, seed, at)])
    attempt = queries.open_attempt(person, quiz.id, for_update=True)
    return attempt or queries.attempt_of_seed(person, quiz.id, seed)


def start_at_moment(person: Person, quiz: Quiz, moment: Moment, *, at: datetime) -> Attempt:
    """The person's one attempt before, or after, the course. Raises `TakenAlready` once it is handed in."""
    insert_new(Attempt, [_row(person, quiz, secrets.token_hex(8), at) | {"moment": moment}])
    attempt = queries.open_attempt(person, quiz.id, moment)
    if attempt is None:
        raise TakenAlready
    return attempt


def _row(person: Person, quiz: Quiz, seed: str, at: datetime) -> dict[str, Any]:
    return {
        "public_id": secrets.token_urlsafe(16),
        "person_id": person.id,
        "quiz_id": quiz.id,
        "quiz_version": quiz.version,
        "seed": seed,
        "drawn_json": [one.to_json() for one in draw(quiz, seed)],
        "started_at": at,
    }


def save_answers(attempt: Attempt, answers: Answers, *, at: datetime) -> int:
    """Keep answers as they are given; say how many of the attempt's questions have one.

    A field left empty (a second tab, an older page) never erases what was saved.
    Raises `AttemptIsOver`.
    """
    if not attempt.is_open:
        raise AttemptIsOver
    asked = {one.question.id for one in attempt.drawn}
    kept = queries.responses_of(attempt)
    for question_id, answer in answers.items():
        if question_id not in asked or not is_answered(answer):
            continue
        response = kept.get(question_id)
        if response is None:
            response = Response(attempt=attempt, question_id=question_id)
            kept[question_id] = response
            db.session.add(response)
        response.answer, response.saved_at = answer, at
    db.session.flush()
    return len(kept)


def submit_attempt(attempt: Attempt, answers: Answers, *, at: datetime, pass_mark: int) -> Attempt:
    """Hand in and mark; an attempt that was handed in before stays as it was."""
    if not attempt.is_open:
        return attempt
    save_answers(attempt, answers, at=at)
    result = grade_of(attempt, attempt.drawn)
    for question_id, response in queries.responses_of(attempt).items():
        response.points = float(result.marks[question_id].points)
    attempt.submitted_at = at
    attempt.percent = result.percent
    attempt.passed = None if attempt.moment else result.reaches(pass_mark)
    db.session.flush()
    return attempt


def grade_of(attempt: Attempt, drawn: tuple[DrawnQuestion, ...]) -> Grade:
    """The marks of an attempt as it stands, by the key it was drawn with."""
    answers = {
        question_id: response.answer for question_id, response in queries.responses_of(attempt).items()
    }
    return grade(drawn, answers)
