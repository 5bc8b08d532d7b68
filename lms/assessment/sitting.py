"""The check that a visitor has in hand: a learner's is in the record, a guest's in the browser's session."""

from dataclasses import dataclass
from typing import Any

from lms.assessment import guests, queries, services
from lms.assessment.draw import DrawnQuestion, draw
from lms.assessment.models import Attempt
from lms.content.course import Quiz
from lms.core.clock import now
from lms.people.access import person_if_any
from lms.people.signing_in import guest_notes, keep_guest_notes


@dataclass(slots=True)
class Sitting:
    """Which go at the check it is, its questions, the answers so far."""

    go: int
    drawn: tuple[DrawnQuestion, ...]
    answers: dict[str, Any]


def check_in_hand(quiz: Quiz) -> Sitting:
    """Nothing is written for somebody who only looks: the order follows from the number of the go."""
    person = person_if_any()
    if person is None:
        check = guests.kept_check(guest_notes(), quiz)
        go = 1 if check is None else int(check["seed"]) + bool(check["at"])
        return Sitting(go, draw(quiz, str(go)), check["answers"] if check and not check["at"] else {})
    if attempt := queries.open_attempt(person, quiz.id):
        return Sitting(int(attempt.seed), attempt.drawn, given(attempt))
    last = queries.last_submitted(person, quiz.id)
    go = int(last.seed) + 1 if last else 1
    return Sitting(go, draw(quiz, str(go)), {})


def keep_check(quiz: Quiz, sitting: Sitting, *, hand_in: bool) -> None:
    person = person_if_any()
    if person is None:
        kept = guest_notes()
        guests.keep_check(kept, quiz, sitting.answers, seed=str(sitting.go), at=now() if hand_in else None)
        keep_guest_notes(kept)
        return
    attempt = services.start_attempt(person, quiz, at=now(), seed=str(sitting.go))
    if hand_in:
        services.submit_attempt(attempt, sitting.answers, at=now(), pass_mark=quiz.pass_mark)
    else:
        services.save_answers(attempt, sitting.answers, at=now())


def given(attempt: Attempt) -> dict[str, Any]:
    """The answers of an attempt so far, by question id."""
    return {question_id: response.answer for question_id, response in queries.responses_of(attempt).items()}
