"""Which lessons this visitor has read: a learner's are in the record, a guest's in the browser's session."""

from werkzeug.exceptions import NotFound

from lms.assessment import queries as assessment
from lms.content.course import Lesson, Module, UnknownContent
from lms.content.papers import PaperForm
from lms.content.store import current_course
from lms.learning import guests, queries
from lms.learning.queries import LessonDone
from lms.learning.tool_shelf import Neighbours, find
from lms.people.access import person_if_any
from lms.people.signing_in import guest_notes


def lesson_or_404(lesson_id: str) -> Lesson:
    try:
        return current_course().lesson(lesson_id)
    except UnknownContent:
        raise NotFound from None


def module_or_404(module_id: str) -> Module:
    try:
        return current_course().module(module_id)
    except UnknownContent:
        raise NotFound from None


def form_or_404(form_id: str) -> PaperForm:
    try:
        return current_course().form(form_id)
    except UnknownContent:
        raise NotFound from None


def tool_or_404(tool_id: str) -> Neighbours:
    try:
        return find(current_course(), tool_id)
    except UnknownContent:
        raise NotFound from None


def tests_passed_here() -> set[str]:
    """Ids of the tests that this visitor has passed; a guest takes none."""
    person = person_if_any()
    results = assessment.quiz_results(person) if person else {}
    return {quiz_id for quiz_id, result in results.items() if result.passed_at}


def lessons_done_here() -> dict[str, LessonDone]:
    person = person_if_any()
    return queries.lessons_done(person) if person else guests.kept_lessons(guest_notes())
