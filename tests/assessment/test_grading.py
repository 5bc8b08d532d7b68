"""Marking, question by question: what earns a whole point, a part of it, and nothing."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lms.assessment.draw import DrawnQuestion
from lms.assessment.grading import grade, is_answered, mark, read_number
from lms.content.course import Choice, Item, Pair, Question, QuestionKind, Text

WORD = Text("үг", "word")


def question(kind: QuestionKind, **parts) -> Question:
    return Question(
        id=parts.pop("id", "q"), kind=kind, prompt=WORD, explanation=WORD, lesson_id="x", outcome=1, **parts
    )


def choices(*right: str, of: str = "abcd") -> tuple[Choice, ...]:
    return tuple(Choice(one, WORD, one in right, WORD) for one in of)


SINGLE = question(QuestionKind.SINGLE, choices=choices("b"))
MULTIPLE = question(QuestionKind.MULTIPLE, choices=choices("a", "c"))
TRUE = question(QuestionKind.TRUE_FALSE, answer=True)
MATCHING = question(
    QuestionKind.MATCHING,
    pairs=tuple(Pair(one, WORD, WORD) for one in ("x", "y", "z")),
    extras=(Item("w", WORD),),
)
ORDERING = question(QuestionKind.ORDERING, items=tuple(Item(one, WORD) for one in ("p", "q", "r")))
NUMBER = question(QuestionKind.NUMBER, answer=1400.9, tolerance=0.05)
SHORT = question(QuestionKind.SHORT, accept=("Иргэдийн Төлөөлөгчдийн Хурал", "ИТХ"))


@pytest.mark.parametrize(
    ("asked", "answer", "points"),
    [
        (SINGLE, "b", 1),
        (SINGLE, "a", 0),
        (MULTIPLE, ["a", "c"], 1),
        (MULTIPLE, ["a"], Fraction(1, 2)),
        (MULTIPLE, ["a", "b"], 0),
        (MULTIPLE, ["a", "b", "c", "d"], 0),
        (TRUE, "true", 1),
        (TRUE, "false", 0),
        (MATCHING, {"x": "x", "y": "y", "z": "z"}, 1),
        (MATCHING, {"x": "x", "y": "w", "z": "y"}, Fraction(1, 3)),
        (ORDERING, {"p": "1", "q": "2", "r": "3"}, 1),
        (ORDERING, {"p": "2", "q": "1", "r": "3"}, Fraction(1, 3)),
        (NUMBER, "1,400.9", 1),
        (NUMBER, "1400,94", 1),
        (NUMBER, "1401", 0),
        (NUMBER, "мянга", 0),
        (SHORT, "итх", 1),
        (SHORT, "  иргэдийн   төлөөлөгчдийн хурал ", 1),
        (SHORT, "иргэдийн тєлєєлєгчдийн хурал", 1),
        (SHORT, "УИХ", 0),
        (SINGLE, None, 0),
        (MULTIPLE, [], 0),
        (MATCHING, {"x": ""}, 0),
    ],
)
def test_what_an_answer_earns(asked, answer, points):
    assert mark(asked, answer).points == points


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1,400.9", "1400.9"),
        ("1 400,9", "1400.9"),
        ("2,243", "2243"),
        ("2,5", "2.5"),
        ("0,125", "0.125"),
        ("240,248,887 ₮", "240248887"),
        ("41.7%", "41.7"),
        ("1.4 төг", "1.4"),
        ("-3", "-3"),
        ("1,2,3", None),
        ("", None),
        ("арав", None),
        ("1e5", None),
        ("9" * 40, None),
    ],
)
def test_numbers_are_read_as_people_write_them(typed, value):
    assert read_number(typed) == (Decimal(value) if value else None)


@given(st.text())
def test_any_text_can_be_read_as_a_number_or_is_none(typed):
    assert read_number(typed) is None or isinstance(read_number(typed), Decimal)


def test_a_percentage_is_rounded_down_and_the_pass_mark_is_exact():
    asked = [DrawnQuestion(question(QuestionKind.TRUE_FALSE, answer=True, id=str(n)), ()) for n in range(15)]
    result = grade(asked, {str(n): "true" for n in range(11)})
    assert (result.percent, result.reaches(73), result.reaches(74)) == (73, True, False)
    assert grade(asked, {str(n): "true" for n in range(12)}).reaches(80)


def test_a_quiz_without_questions_is_worth_nothing():
    assert grade([], {}).percent == 0


def test_an_empty_field_is_no_answer():
    assert [is_answered(one) for one in ("", "  ", [], {}, {"a": ""}, None, "0", ["a"])] == [False] * 6 + [
        True,
        True,
    ]
