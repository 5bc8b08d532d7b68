"""What people say of a workshop: six questions, no name. The table, the questions and their sums."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from lms.core.db import Base
from lms.core.i18n import lazy_gettext as _

SCORES = (1, 2, 3, 4, 5)
# Five to be scored; the sixth is a free text.
QUESTIONS = {
    "useful": _("What I learned is useful to me."),
    "clear": _("The trainers explained clearly."),
    "practice": _("There was enough practice and talk."),
    "materials": _("The handouts and the lessons help me."),
    "apply": _("I shall use it in my soum or at my work."),
}
TEXT_QUESTION = _("What should we do better next time?")
LONGEST_TEXT = 1000
FEWEST_TO_SHOW = 5  # answers below which texts and sums are not shown, so that nobody is recognised


class FeedbackAnswer(Base):
    """One person's answers, without who or at what hour."""

    __tablename__ = "feedback_answers"

    id: Mapped[int] = mapped_column(primary_key=True)
    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohorts.id"), index=True)
    scores: Mapped[dict[str, Any]] = mapped_column(JSON)  # question → 1 to 5; what was left out is not there
    text: Mapped[str | None]
    way: Mapped[str]  # phone, paper
    on: Mapped[date]


@dataclass(frozen=True, slots=True)
class QuestionSum:
    """One question: how many gave each score, from 1 to 5."""

    question: str
    counts: tuple[int, ...]

    @property
    def answers(self) -> int:
        return sum(self.counts)

    @property
    def mean(self) -> float | None:
        """To one decimal; None when nobody answered."""
        total = sum(score * count for score, count in zip(SCORES, self.counts, strict=True))
        return round(total / self.answers, 1) if self.answers else None


@dataclass(frozen=True, slots=True)
class Summary:
    """What everybody said together; `people` is how many came, so that the share is known."""

    answers: int
    people: int
    on_paper: int
    questions: tuple[QuestionSum, ...]
    texts: tuple[str, ...]

    @property
    def is_shown(self) -> bool:
        return self.answers >= FEWEST_TO_SHOW

    @property
    def percent(self) -> int | None:
        return min(100, round(100 * self.answers / self.people)) if self.people else None


def summarise(answers: Sequence[FeedbackAnswer], *, people: int) -> Summary:
    """Texts come in alphabetical order, not in the order in which they were given."""
    questions = tuple(
        QuestionSum(
            question,
            tuple(sum(answer.scores.get(question) == score for answer in answers) for score in SCORES),
        )
        for question in QUESTIONS
    )
    return Summary(
        answers=len(answers),
        people=people,
        on_paper=sum(answer.way == "paper" for answer in answers),
        questions=questions,
        texts=tuple(sorted(answer.text for answer in answers if answer.text)),
    )
