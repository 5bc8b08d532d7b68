"""The trainer's guide: timing, and all that is needed to teach each lesson, answers included."""

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

import pytest

from lms.content import boxes
from lms.content.course import Choice, Item, Pair, Question, QuestionKind, Text
from lms.content.prose import Paragraph, opening, plain
from lms.learning.pdf.answers import answer_of, misconceptions, parts_of
from lms.learning.pdf.guide import draw_guide
from lms.learning.pdf.wording import EN, MN
from tests.printing import kinds_of, pages_of, text_of


def flat(text: str) -> str:
    """Without spaces: a line may end anywhere."""
    return "".join(text.replace("\ufffe", "-").split())


def says(file: bytes) -> Callable[[str], bool]:
    printed = flat(text_of(file))
    return lambda text: flat(text) in printed


@pytest.mark.parametrize("module_id", ["accountability", "health"])
def test_a_guide_has_all_that_a_trainer_needs_for_each_lesson(real_press, module_id):
    course, language = real_press.course, real_press.language
    module = course.module(module_id)
    printed = says(draw_guide(real_press, module))
    for lesson in module.lessons:
        body, hint = lesson.bodies[language], course.hints[lesson.id]
        wanted = [outcome[language] for outcome in lesson.outcomes]
        wanted += [text[language] for text in hint.prepare]
        wanted += [hint.group[language], lesson.title[language]]
        wanted += [plain(part.words) for part in opening(body.prose) if isinstance(part, Paragraph)]
        for question in course.quiz(lesson.check_id).questions:
            wanted += [question.prompt[language], question.explanation[language]]
            wanted += [choice.text[language] for choice in question.choices]
            wanted += [why for _text, why in misconceptions(question, language)]
        assert [text for text in wanted if not printed(text)] == []


def test_the_test_of_the_module_stays_a_test(real_press):
    """A guide may be left lying about: it has the keys of the checks, which anybody may try, no others."""
    course, language = real_press.course, real_press.language
    module = course.module("health")
    printed = says(draw_guide(real_press, module))
    prompts = [question.prompt[language] for question in course.quiz(module.test_id).questions]
    assert [prompt for prompt in prompts if printed(prompt)] == []


def test_timing_stands_before_the_lessons_for_both_rooms(real_press):
    module = real_press.course.module("budget")
    pages = pages_of(draw_guide(real_press, module))
    words = real_press.words.guide
    before = " ".join(pages[:2])
    for text in (words.days(2), words.days(4), words.pause, words.test, words.brisk, words.calm):
        assert text in before
    assert words.afternoon.format(day=1) in pages[0]
    assert words.morning.format(day=2) in pages[1]
    assert words.afternoon.format(day=2) in pages[1]


def test_a_guide_is_tagged_and_the_same_each_time(press):
    file = draw_guide(press, press.course.module("asking"))
    assert file == draw_guide(press, press.course.module("asking"))
    kinds = kinds_of(file)
    assert kinds.count("H1") == 1
    assert {"H2", "H3", "Table", "TH", "TD", "L", "LI", "P"} <= set(kinds)


def test_a_lesson_without_a_hint_an_exercise_or_a_key_does_with_less(press):
    course = press.course
    lesson = course.lesson("how-to-share")
    body = replace(lesson.bodies[press.language], prose=(Paragraph(()),))
    bare = replace(lesson, bodies=MappingProxyType({"mn": body, press.language: body}))
    module = replace(course.module("counting"), lessons=(bare,))
    quiz = replace(course.quiz(lesson.check_id), questions=(QUESTIONS[QuestionKind.TRUE_FALSE],))
    other = replace(
        course,
        modules=(course.modules[0], module),
        quizzes=MappingProxyType({**course.quizzes, quiz.id: quiz}),
    )
    printed = text_of(draw_guide(replace(press, course=other), module))
    words = press.words.guide
    for text in (words.group, words.misconceptions, boxes.word("key", press.language)):
        assert text not in printed
    assert words.days(1) in printed


# Questions and their keys


def text(words: str) -> Text:
    return Text(words, words)


def question(kind: QuestionKind, **facts) -> Question:
    return Question("q", kind, text("Асуулт?"), text("Учир нь."), "how-to-share", 1, **facts)


CHOICES = (Choice("1", text("тийм"), True, text("Зөв.")), Choice("2", text("үгүй"), False, text("Буруу.")))
QUESTIONS = {
    QuestionKind.SINGLE: question(QuestionKind.SINGLE, choices=CHOICES),
    QuestionKind.MULTIPLE: question(QuestionKind.MULTIPLE, choices=(*CHOICES, replace(CHOICES[0], id="3"))),
    QuestionKind.TRUE_FALSE: question(QuestionKind.TRUE_FALSE, answer=False),
    QuestionKind.MATCHING: question(QuestionKind.MATCHING, pairs=(Pair("1", text("хэн"), text("иргэн")),)),
    QuestionKind.ORDERING: question(QuestionKind.ORDERING, items=(Item("1", text("эхэнд")),)),
    QuestionKind.NUMBER: question(QuestionKind.NUMBER, answer=36.4, unit=text("хувь")),
    QuestionKind.SHORT: question(QuestionKind.SHORT, accept=("шилэн данс", "glass account")),
}
ANSWERS = {
    QuestionKind.SINGLE: "а",
    QuestionKind.MULTIPLE: "а, в",
    QuestionKind.TRUE_FALSE: "Худал",
    QuestionKind.MATCHING: "",
    QuestionKind.ORDERING: "",
    QuestionKind.NUMBER: "36.4 хувь",
    QuestionKind.SHORT: "шилэн данс",
}


@pytest.mark.parametrize("kind", QuestionKind)
def test_each_kind_of_question_has_its_answer_in_words(kind):
    assert answer_of(QUESTIONS[kind], "mn", MN.guide) == ANSWERS[kind]


def test_answers_are_those_of_the_language():
    assert answer_of(QUESTIONS[QuestionKind.SHORT], "en", EN.guide) == "glass account"
    assert answer_of(replace(QUESTIONS[QuestionKind.SHORT], accept=("ТЕЗ",)), "en", EN.guide) == "ТЕЗ"
    assert answer_of(replace(QUESTIONS[QuestionKind.NUMBER], unit=None), "en", EN.guide) == "36.4"
    assert answer_of(replace(QUESTIONS[QuestionKind.TRUE_FALSE], answer=True), "en", EN.guide) == "True"


def test_what_stands_below_a_prompt_says_what_is_right():
    assert parts_of(QUESTIONS[QuestionKind.SINGLE], "mn") == [("тийм", True), ("үгүй", False)]
    assert parts_of(QUESTIONS[QuestionKind.MATCHING], "mn") == [("хэн – иргэн", True)]
    assert parts_of(QUESTIONS[QuestionKind.ORDERING], "mn") == [("эхэнд", True)]
    assert parts_of(QUESTIONS[QuestionKind.NUMBER], "mn") == []


def test_misconceptions_are_the_wrong_choices_of_plain_questions():
    found = {kind: list(misconceptions(QUESTIONS[kind], "mn")) for kind in QuestionKind}
    assert found.pop(QuestionKind.SINGLE) == [("үгүй", "Буруу.")]
    assert not any(found.values())


def test_every_kind_of_question_can_be_printed(press):
    course = press.course
    check_id = course.lesson("how-to-share").check_id
    quiz = replace(course.quiz(check_id), questions=tuple(QUESTIONS.values()))
    other = replace(course, quizzes=MappingProxyType({**course.quizzes, check_id: quiz}))
    printed = says(draw_guide(replace(press, course=other), course.module("counting")))
    assert printed("хэн – иргэн")
    assert printed("1. эхэнд")
    assert printed(press.words.guide.answer.format(answer="36.4 хувь"))
