"""Reading answers out of a sent page.

Fields: `q-<question>` for choices, numbers and words (several for multiple choice),
`q-<question>-<row>` for the rows of matching and ordering as the page shows them. Rows and right-hand
sides are sent as their places on the page, from 1: ids of pairs and items would give the key away.
"""

from collections.abc import Iterable
from typing import Any

from werkzeug.datastructures import MultiDict

from lms.assessment.draw import DrawnQuestion
from lms.assessment.grading import Answer, is_answered
from lms.content.course import QuestionKind

LONGEST_ANSWER = 200  # signs
PART_KINDS = {QuestionKind.MATCHING, QuestionKind.ORDERING}


def read_answers(drawn: Iterable[DrawnQuestion], sent: MultiDict[str, str]) -> dict[str, Answer]:
    """The answers that were given, by question id; whatever the page did not offer is left out."""
    read = {one.question.id: _read(one, sent) for one in drawn}
    return {question_id: answer for question_id, answer in read.items() if is_answered(answer)}


def unanswered(drawn: Iterable[DrawnQuestion], answers: dict[str, Any]) -> list[int]:
    """The numbers, from 1, of the questions without an answer or with a part left out."""
    return [n for n, one in enumerate(drawn, 1) if not _is_complete(one, answers.get(one.question.id))]


def _is_complete(one: DrawnQuestion, answer: Any) -> bool:
    if one.question.kind in PART_KINDS:
        parts = one.question.pairs or one.question.items
        return isinstance(answer, dict) and all(answer.get(part.id) for part in parts)
    return is_answered(answer)


def _read(one: DrawnQuestion, sent: MultiDict[str, str]) -> Answer:
    question, name = one.question, f"q-{one.question.id}"
    match question.kind:
        case QuestionKind.MULTIPLE:
            return [choice for choice in sent.getlist(name) if choice in one.order]
        case QuestionKind.MATCHING:
            shown = {str(place): part for place, part in enumerate(one.order, 1)}
            chosen = {pair.id: sent.get(f"{name}-{row}", "") for row, pair in enumerate(question.pairs, 1)}
            return {part: shown[right] for part, right in chosen.items() if right in shown}
        case QuestionKind.ORDERING:
            places = {str(place) for place in range(1, len(question.items) + 1)}
            chosen = {part: sent.get(f"{name}-{row}", "") for row, part in enumerate(one.order, 1)}
            return {part: place for part, place in chosen.items() if place in places}
        case QuestionKind.SINGLE:
            choice = sent.get(name, "")
            return choice if choice in one.order else ""
        case QuestionKind.TRUE_FALSE:
            choice = sent.get(name, "")
            return choice if choice in ("true", "false") else ""
        case _:
            return sent.get(name, "")[:LONGEST_ANSWER].replace("\x00", "").strip()
