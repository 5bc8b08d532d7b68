"""The frozen course: found by id, walked in order, questions kept and read back."""

import json
from dataclasses import FrozenInstanceError

import pytest

from lms.content.course import Course, Question, QuestionKind, Quiz, Text, UnknownContent
from lms.content.loader import load
from tests.content.conftest import SAMPLE


@pytest.fixture(scope="module")
def course() -> Course:
    return load(SAMPLE / "modules", SAMPLE / "quizzes")


def test_a_text_speaks_both_languages():
    text = Text(mn="төсөв", en="budget")
    assert (text["mn"], text["en"]) == ("төсөв", "budget")


def test_modules_and_lessons_stand_in_order(course):
    assert [module.number for module in course.modules] == [1, 2]
    assert [(lesson.module_id, lesson.number, lesson.id) for lesson in course.lessons] == [
        ("asking", 1, "whom-to-ask"),
        ("asking", 2, "what-to-ask"),
        ("counting", 1, "how-to-count"),
        ("counting", 2, "how-to-share"),
    ]


def test_everything_is_found_by_its_id(course):
    assert course.module("counting").folder == "02-counting"
    assert course.lesson("how-to-share").title.en == "How to share?"
    assert course.quiz("test-asking").draw == 2
    assert course.quiz("test-asking").question("board").lesson_id == "whom-to-ask"


@pytest.mark.parametrize("find", [Course.module, Course.lesson, Course.quiz, Course.lesson_after])
def test_an_unknown_id_is_refused(course, find):
    with pytest.raises(UnknownContent):
        find(course, "nothing")
    with pytest.raises(UnknownContent):
        Quiz.question(course.quiz("pre-post"), "nothing")


def test_lessons_follow_each_other_across_modules(course):
    assert course.lesson_before("whom-to-ask") is None
    assert course.lesson_after("what-to-ask").id == "how-to-count"
    assert course.lesson_before("how-to-count").id == "what-to-ask"
    assert course.lesson_after("how-to-share") is None


def test_the_sample_has_all_seven_kinds_of_questions(course):
    kinds = {question.kind for quiz in course.quizzes.values() for question in quiz.questions}
    assert kinds == set(QuestionKind)


def test_each_question_comes_back_from_json_as_it_was(course):
    for quiz in course.quizzes.values():
        for question in quiz.questions:
            assert Question.from_json(json.loads(json.dumps(question.to_json()))) == question


def test_nothing_of_the_course_can_be_changed(course):
    with pytest.raises(FrozenInstanceError):
        course.hours = 3
    with pytest.raises(TypeError):
        course.quizzes["x"] = course.quiz("pre-post")
    with pytest.raises(TypeError):
        course.lesson("whom-to-ask").bodies["mn"] = None
