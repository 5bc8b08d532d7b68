"""Marking answers (pure): what each kind of question counts, and when a quiz is passed.

Every question counts one point. Several right choices, pairs and places are counted in
parts; a wrong choice takes one back.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from lms.assessment.draw import DrawnQuestion
from lms.content.course import Question, QuestionKind
from lms.core.mongolian import search_key

# As a browser sends it and as it is kept: an id, a list of ids, ids by id, places by id, or text.
Answer = str | list[str] | dict[str, str]
Answers = Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Mark:
    """What one answer earned, out of 1."""

    points: Fraction
    answered: bool

    @property
    def is_right(self) -> bool:
        return self.points == 1


@dataclass(frozen=True, slots=True)
class Grade:
    """What an attempt earned."""

    points: Fraction
    out_of: int
    marks: Mapping[str, Mark]

    @property
    def percent(self) -> int:
        """Rounded down: 79.9 is never shown as the 80 that would have passed."""
        return int(self.points * 100 / self.out_of) if self.out_of else 0

    def reaches(self, pass_mark: int) -> bool:
        return self.points * 100 >= pass_mark * self.out_of


def grade(drawn: Iterable[DrawnQuestion], answers: Answers) -> Grade:
    """Mark a whole attempt; what was not answered earns nothing."""
    marks = {one.question.id: mark(one.question, answers.get(one.question.id)) for one in drawn}
    return Grade(sum((m.points for m in marks.values()), Fraction(0)), len(marks), marks)


def mark(question: Question, answer: Answer | None) -> Mark:
    if not is_answered(answer):
        return Mark(Fraction(0), answered=False)
    return Mark(_MARKERS[question.kind](question, answer), answered=True)


def is_answered(answer: Answer | None) -> bool:
    """Whether there is anything in it: an empty field is not an answer."""
    if isinstance(answer, dict):
        return any(answer.values())
    if isinstance(answer, str):
        return bool(answer.strip())
    return bool(answer)


def _single(question: Question, answer: Any) -> Fraction:
    return Fraction(answer in {choice.id for choice in question.choices if choice.correct})


def _true_false(question: Question, answer: Any) -> Fraction:
    return Fraction(answer == ("true" if question.answer else "false"))


def _multiple(question: Question, answer: Any) -> Fraction:
    right = {choice.id for choice in question.choices if choice.correct}
    chosen = set(answer)
    return max(Fraction(0), Fraction(len(chosen & right) - len(chosen - right), len(right)))


def _matching(question: Question, answer: Any) -> Fraction:
    return Fraction(sum(answer.get(pair.id) == pair.id for pair in question.pairs), len(question.pairs))


def _ordering(question: Question, answer: Any) -> Fraction:
    places = (answer.get(item.id) == str(place) for place, item in enumerate(question.items, 1))
    return Fraction(sum(places), len(question.items))


def _number(question: Question, answer: Any) -> Fraction:
    value = read_number(answer)
    if value is None or question.answer is None:
        return Fraction(0)
    off = abs(value - Decimal(str(question.answer)))
    return Fraction(off <= Decimal(str(question.tolerance)))


def _short(question: Question, answer: Any) -> Fraction:
    return Fraction(search_key(answer) in {search_key(accepted) for accepted in question.accept})


_MARKERS = {
    QuestionKind.SINGLE: _single,
    QuestionKind.TRUE_FALSE: _true_false,
    QuestionKind.MULTIPLE: _multiple,
    QuestionKind.MATCHING: _matching,
    QuestionKind.ORDERING: _ordering,
    QuestionKind.NUMBER: _number,
    QuestionKind.SHORT: _short,
}


def read_number(typed: str) -> Decimal | None:
    """A number as people write it: 1,400.9 · 1 400,9 · 2243 ₮ · 41.7%; None when it is none."""
    text = re.sub(r"[\s_%₮']|төг(рөг)?", "", typed.casefold())
    if "," in text:
        thousands = "." in text or re.fullmatch(r"-?[1-9]\d{0,2}(,\d{3})+", text)
        text = text.replace(",", "" if thousands else ".")
    if not re.fullmatch(r"-?\d{1,15}(\.\d{1,9})?", text):
        return None
    try:
        return Decimal(text)
    except InvalidOperation:  # pragma: no cover - the pattern lets only numbers through
        return None
