"""The course as it stands in `modules/` and `quizzes/`."""

from collections import Counter

import pytest

from lms.content.checks import check_language
from lms.content.course import QuestionKind, QuizKind
from lms.content.limits import QuizLimits
from lms.content.loader import Reading, load, read
from lms.content.problems import Notes
from lms.content.review_quizzes import biases
from lms.core import html
from tests.content.conftest import SAMPLE

ROOT = SAMPLE.parents[1]


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(ROOT / "modules", ROOT / "quizzes")


def test_the_course_has_no_error(reading):
    assert [str(problem) for problem in reading.notes.errors] == []


def test_its_language_has_no_slip(reading):
    notes = Notes()
    check_language(reading.passages, notes)
    assert [str(problem) for problem in notes.problems] == []


def test_it_has_four_modules_of_six_lessons_in_two_languages(reading):
    assert [len(module.lessons) for module in reading.course.modules] == [6, 6, 6, 6]
    assert {tuple(lesson.bodies) for lesson in reading.course.lessons} == {("mn", "en")}


def test_it_asks_two_hundred_questions_of_seven_kinds(reading):
    kinds = Counter(question.kind for quiz in reading.course.quizzes.values() for question in quiz.questions)
    assert kinds.total() >= 200
    assert set(kinds) == set(QuestionKind)
    for quiz in reading.course.quizzes.values():
        assert len(quiz.questions) >= {QuizKind.CHECK: 5, QuizKind.TEST: 25, QuizKind.PREPOST: 10}[quiz.kind]


def test_nobody_can_guess_the_right_answers_by_length_or_place(reading):
    bank = [question for quiz in reading.course.quizzes.values() for question in quiz.questions]
    assert [str(message) for message in biases(bank, QuizLimits(same_place_share=0.4))] == []


def test_every_outcome_is_asked_about(reading):
    asked = {
        (question.lesson_id, question.outcome)
        for quiz in reading.course.quizzes.values()
        for question in quiz.questions
    }
    outcomes = {
        (lesson.id, number)
        for lesson in reading.course.lessons
        for number in range(1, len(lesson.outcomes) + 1)
    }
    assert outcomes - asked == set()


def test_every_outside_address_can_be_linked(reading):
    addresses = [source.address for source in reading.course.sources.values() if source.address]
    assert [address for address in addresses if not html.is_allowed("a", "href", f"https://{address}")] == []


def test_each_body_is_cleaned_once(monkeypatch):
    cleaned = []
    monkeypatch.setattr(html, "clean", lambda text, clean=html.clean: cleaned.append(text) or clean(text))
    course = load(ROOT / "modules", ROOT / "quizzes")
    assert len(cleaned) == len(set(cleaned)) == 2 * len(course.lessons)


def test_loading_it_again_gives_the_same_course(reading):
    assert load(ROOT / "modules", ROOT / "quizzes") == reading.course
