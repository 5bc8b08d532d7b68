"""The questions before and after the course on paper: two versions, and which letters are right (pure)."""

import random
from dataclasses import dataclass

from lms.content.course import Choice, Question, Quiz

LETTERS = "ABCDEFGH"
VERSIONS = ("A", "B")


@dataclass(frozen=True, slots=True)
class PaperQuestion:
    """A question as one version prints it, its choices in their order there."""

    number: int
    question: Question
    choices: tuple[Choice, ...]

    @property
    def key(self) -> str:
        """The letter, or letters, to be circled."""
        return ", ".join(
            letter for letter, choice in zip(LETTERS, self.choices, strict=False) if choice.correct
        )


def paper_questions(quiz: Quiz, version: str) -> tuple[PaperQuestion, ...]:
    """The questions in the order of the file, those without choices left out.

    Version A has the choices as the file has them; in B each stands elsewhere, so that nothing can
    be copied from a neighbour. The same quiz gives the same papers.
    """
    chance = random.Random(f"{quiz.id}:{version}")  # noqa: S311 - it must be repeatable; nothing secret hangs on it
    with_choices = [question for question in quiz.questions if question.choices]
    return tuple(
        PaperQuestion(number, question, _order(question, chance, moved=version != VERSIONS[0]))
        for number, question in enumerate(with_choices, 1)
    )


def _order(question: Question, chance: random.Random, *, moved: bool) -> tuple[Choice, ...]:
    """The choices, turned like a wheel: by at least one place, and never once around."""
    count = len(question.choices)
    by = chance.randrange(1, count) if moved and count > 1 else 0
    return question.choices[by:] + question.choices[:by]
