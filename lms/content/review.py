"""Everything that an editor should know of a reading: its errors, and what should be looked at again."""

from lms.content.checks import check_language
from lms.content.limits import Limits
from lms.content.loader import Reading
from lms.content.problems import Problem, in_order
from lms.content.review_lessons import figure_names, review_lesson, review_module
from lms.content.review_quizzes import review_quiz


def review(reading: Reading, limits: Limits | None = None) -> list[Problem]:
    """Errors and warnings of a reading, by file and line."""
    limits = limits or Limits()
    check_language(reading.passages, reading.notes)
    asked: dict[str, set[int]] = {}
    for file in reading.quizzes:
        for question in file.quiz.questions:
            asked.setdefault(question.lesson_id, set()).add(question.outcome)
        if not any(problem.path == file.path for problem in reading.notes.errors):
            review_quiz(file, limits.quiz, reading.notes)
    for module in reading.modules:
        used: set[str] = set()
        for entry in module.lessons:
            files = reading.lessons.get(entry.id, {})
            if "mn" in files:
                used |= figure_names(files["mn"])
                review_lesson(files["mn"], reading.passages, limits.lesson, reading.notes)
        review_module(module, used, asked, reading.notes)
    return in_order(reading.notes.problems)
