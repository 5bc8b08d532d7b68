"""Which attempt a visitor may have: their own."""

from werkzeug.exceptions import NotFound

from lms.assessment import queries
from lms.assessment.models import Attempt
from lms.content.course import Quiz, QuizKind, UnknownContent
from lms.content.store import current_course
from lms.people.models import Person


def own_attempt(person: Person, public_id: str, *, for_update: bool = False) -> Attempt:
    """Raises 404 for another's attempt as for none."""
    attempt = queries.attempt_of(person, public_id, for_update=for_update)
    if attempt is None:
        raise NotFound
    return attempt


def lesson_check(lesson_id: str) -> Quiz:
    """The check of a lesson; 404 for an unknown lesson."""
    try:
        course = current_course()
        return course.quiz(course.lesson(lesson_id).check_id)
    except UnknownContent:
        raise NotFound from None


def module_test(module_id: str) -> Quiz:
    """The test of a module; 404 for an unknown module."""
    try:
        course = current_course()
        quiz = course.quiz(course.module(module_id).test_id)
    except UnknownContent:
        raise NotFound from None
    assert quiz.kind is QuizKind.TEST
    return quiz


def questions_of_moments() -> Quiz | None:
    """The questions asked before and after the course; a course may have none."""
    quizzes = current_course().quizzes.values()
    return next((quiz for quiz in quizzes if quiz.kind is QuizKind.PREPOST), None)
