"""What an editor should look at again in a bank of questions: numbers, answers that give themselves away."""

from collections import Counter
from collections.abc import Sequence
from math import ceil

from lms.content.course import LANGUAGES, Question, QuestionKind, QuizKind
from lms.content.limits import Measure, QuizLimits
from lms.content.problems import Notes
from lms.content.quizzes import QuizFile
from lms.content.tables import Row
from lms.core.i18n import lazy_gettext as _


def review_quiz(file: QuizFile, limits: QuizLimits, notes: Notes) -> None:
    quiz = file.quiz
    _measure(file.row, _("Questions in the quiz"), len(quiz.questions), getattr(limits, quiz.kind))
    if quiz.kind is QuizKind.CHECK:
        kinds = {question.kind for question in quiz.questions}
        _measure(file.row, _("Kinds of questions in the check"), len(kinds), limits.kinds_in_a_check)
    for row, question in zip(file.rows, quiz.questions, strict=True):
        _review_question(row, question, limits)
    for message in biases(quiz.questions, limits):
        notes.warn(
            file.path, 1, message, _("Reorder the choices, or make the wrong ones as full as the right one.")
        )


def _measure(row: Row, what: object, number: int, measure: Measure) -> None:
    if not measure.holds(number):
        message = _("%(what)s: %(number)s.", what=what, number=number)
        row.file.notes.warn(row.file.path, row.line(), message, measure.advice)


def _review_question(row: Row, question: Question, limits: QuizLimits) -> None:
    measures = {
        QuestionKind.SINGLE: (_("Choices in the question"), len(question.choices), limits.choices),
        QuestionKind.MULTIPLE: (_("Choices in the question"), len(question.choices), limits.choices),
        QuestionKind.MATCHING: (_("Pairs in the question"), len(question.pairs), limits.pairs),
        QuestionKind.ORDERING: (_("Steps in the question"), len(question.items), limits.items),
    }
    if question.kind in measures:
        _measure(row, *measures[question.kind])
    if question.kind is QuestionKind.MULTIPLE:
        right = sum(choice.correct for choice in question.choices)
        _measure(row, _("Right choices in the question"), right, Measure(2))


def biases(questions: Sequence[Question], limits: QuizLimits) -> list[object]:
    """How a learner who knows nothing could guess the right answers of a bank."""
    single = [question for question in questions if question.kind is QuestionKind.SINGLE]
    found: list[object] = []
    for language in LANGUAGES:
        longest = sum(_right_is_longest(question, language) for question in single)
        if longest > max(1, ceil(len(single) * limits.longest_share)):
            found.append(
                _("In %(number)s of %(all)s questions the right choice is the longest (%(language)s).",
                  number=longest, all=len(single), language=language)
            )  # fmt: skip
    found += _same_place(single, limits)
    truths = [question.answer for question in questions if question.kind is QuestionKind.TRUE_FALSE]
    if len(truths) > 2 and len(set(truths)) == 1:
        found.append(_("All true-or-false questions have the same answer."))
    return found


def _same_place(single: Sequence[Question], limits: QuizLimits) -> list[object]:
    places = Counter(_right_place(question) for question in single)
    place, number = places.most_common(1)[0] if places else (0, 0)
    if number <= max(1, ceil(len(single) * limits.same_place_share)) and number < max(len(single), 2):
        return []
    return [
        _("In %(number)s of %(all)s questions the right choice stands in place %(place)s.",
          number=number, all=len(single), place=place)
    ]  # fmt: skip


def _right_place(question: Question) -> int:
    return next(place for place, choice in enumerate(question.choices, 1) if choice.correct)


def _right_is_longest(question: Question, language: str) -> bool:
    lengths = {choice.id: len(choice.text[language]) for choice in question.choices}
    right = question.choices[_right_place(question) - 1].id
    return all(lengths[right] > length for choice_id, length in lengths.items() if choice_id != right)
