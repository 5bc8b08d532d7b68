"""Drawing: repeatable, spread over the lessons, and never showing the order that is asked for."""

from collections import Counter

import pytest

from lms.assessment.draw import DrawnQuestion, draw
from lms.content.course import Item, Question, QuestionKind, Quiz, QuizKind, Text

WORD = Text("үг", "word")


def quiz(lessons: str, draw_count: int) -> Quiz:
    asked = tuple(
        Question(f"q{n}", QuestionKind.TRUE_FALSE, WORD, WORD, lesson, 1, answer=True)
        for n, lesson in enumerate(lessons)
    )
    return Quiz("bank", QuizKind.TEST, asked, "v1", module_id="m", draw=draw_count)


def test_the_same_seed_draws_the_same_questions():
    bank = quiz("aaabbbccc", 5)
    assert draw(bank, "1") == draw(bank, "1")
    assert len({tuple(one.question.id for one in draw(bank, str(seed))) for seed in range(20)}) > 5


@pytest.mark.parametrize("seed", range(12))
def test_every_lesson_of_the_module_is_asked_about(seed):
    lessons = Counter(one.question.lesson_id for one in draw(quiz("aaaaaaaabbbc", 6), str(seed)))
    assert set(lessons) == {"a", "b", "c"}
    assert sum(lessons.values()) == 6


def test_a_quiz_that_draws_nothing_asks_all_in_order():
    assert [one.question.id for one in draw(quiz("aab", 0), "1")] == ["q0", "q1", "q2"]


def test_a_bank_smaller_than_the_draw_is_asked_whole():
    assert len(draw(quiz("ab", 5), "1")) == 2


def test_an_ordering_never_stands_in_its_right_order():
    items = (Item("first", WORD), Item("second", WORD))
    asked = Question("o", QuestionKind.ORDERING, WORD, WORD, "a", 1, items=items)
    bank = Quiz("bank", QuizKind.CHECK, (asked,), "v1")
    assert {draw(bank, str(seed))[0].order for seed in range(10)} == {("second", "first")}


def test_what_was_drawn_can_be_kept_and_read_again(app):
    from lms.content.store import current_course

    for bank in current_course().quizzes.values():
        for one in draw(bank, "1"):
            assert DrawnQuestion.from_json(one.to_json()) == one
