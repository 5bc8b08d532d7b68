"""The same questions before and after the course, side by side (pure)."""

from collections.abc import Mapping
from dataclasses import dataclass

from lms.assessment.draw import DrawnQuestion
from lms.assessment.grading import Answer, Grade, Mark


@dataclass(frozen=True, slots=True)
class Compared:
    """One question as it was answered after the course; `before` is None where it was not asked before."""

    one: DrawnQuestion
    before: Mark | None
    after: Mark
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Questions answered fully right, before and after; `before` is None without a first test."""

    before: int | None
    after: int
    of: int
    questions: tuple[Compared, ...]


def compare(
    drawn: tuple[DrawnQuestion, ...],
    answers: Mapping[str, Answer],
    *,
    before: Grade | None,
    after: Grade,
) -> Comparison:
    """`drawn` and `answers` are those of the test after the course."""
    earlier = before.marks if before else {}
    return Comparison(
        before=right_answers(before) if before else None,
        after=right_answers(after),
        of=after.out_of,
        questions=tuple(
            Compared(
                one,
                earlier.get(one.question.id),
                after.marks[one.question.id],
                answers.get(one.question.id),
            )
            for one in drawn
        ),
    )


def right_answers(grade: Grade) -> int:
    return sum(mark.is_right for mark in grade.marks.values())
