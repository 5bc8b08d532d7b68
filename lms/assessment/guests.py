"""Checks of somebody who has not registered: kept in the browser's session, theirs on registering.

Kept under `guest["checks"][quiz id]`: seed, answers, and `at` once handed in.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from lms.assessment import services
from lms.assessment.grading import Answers
from lms.content.course import Quiz, UnknownContent
from lms.content.store import current_course
from lms.people.models import Person
from lms.people.signals import guest_became_person


def keep_check(kept: dict[str, Any], quiz: Quiz, answers: Answers, *, seed: str, at: datetime | None) -> None:
    """Note answers in what the browser keeps; `at` when they were handed in."""
    checks = kept.setdefault("checks", {})
    checks[quiz.id] = {"seed": seed, "answers": dict(answers), "at": at.isoformat() if at else None}


def kept_check(kept: Mapping[str, Any], quiz: Quiz) -> dict[str, Any] | None:
    check: dict[str, Any] | None = kept.get("checks", {}).get(quiz.id)
    return check


@guest_became_person.connect
def take_over_checks(person: Person, *, kept: Mapping[str, Any], at: datetime) -> None:
    """Make the guest's checks the person's own attempts."""
    course = current_course()
    for quiz_id, check in kept.get("checks", {}).items():
        try:
            quiz = course.quiz(quiz_id)
        except UnknownContent:
            continue  # the check was taken out of the course meanwhile
        attempt = services.start_attempt(person, quiz, at=at, seed=check["seed"])
        if check["at"]:
            done_at = datetime.fromisoformat(check["at"])
            services.submit_attempt(attempt, check["answers"], at=done_at, pass_mark=quiz.pass_mark)
        else:
            services.save_answers(attempt, check["answers"], at=at)
