"""Which questions an attempt gets, and in which order it shows their parts (pure)."""

import random
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from lms.content.course import Choice, Item, Pair, Question, QuestionKind, Quiz


@dataclass(frozen=True, slots=True)
class DrawnQuestion:
    """A question as one attempt shows it.

    `order`: ids of choices, of right-hand sides (pairs, then extras) or of items, as shown.
    """

    question: Question
    order: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        return {"question": self.question.to_json(), "order": list(self.order)}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "DrawnQuestion":
        return cls(Question.from_json(data["question"]), tuple(data["order"]))


def draw(quiz: Quiz, seed: str) -> tuple[DrawnQuestion, ...]:
    """Draw the quiz's number of questions (all when it names none), the same ones for the same seed."""
    chance = random.Random(f"{quiz.id}:{seed}")  # noqa: S311 - it must be repeatable; nothing secret hangs on it
    questions = _spread(quiz, chance) if quiz.draw else list(quiz.questions)
    return tuple(DrawnQuestion(question, _order(question, chance)) for question in questions)


def _spread(quiz: Quiz, chance: random.Random) -> list[Question]:
    """Take in turn from each lesson, so that no lesson of the module is left out."""
    by_lesson: dict[str, list[Question]] = defaultdict(list)
    for question in chance.sample(quiz.questions, len(quiz.questions)):
        by_lesson[question.lesson_id].append(question)
    piles = list(by_lesson.values())
    taken: list[Question] = []
    while len(taken) < min(quiz.draw, len(quiz.questions)):
        taken += [pile.pop() for pile in piles if pile]
    drawn = taken[: quiz.draw]
    chance.shuffle(drawn)
    return drawn


def _order(question: Question, chance: random.Random) -> tuple[str, ...]:
    parts: tuple[Choice | Pair | Item, ...] = (
        *question.choices,
        *question.pairs,
        *question.extras,
        *question.items,
    )
    ids = [part.id for part in parts]
    shuffled = chance.sample(ids, len(ids))
    if question.kind is QuestionKind.ORDERING and shuffled == ids:
        shuffled.reverse()  # never show the answer as it stands
    return tuple(shuffled)
