"""The result page in words, for every kind of question, right, wrong, in part and left out."""

import pytest

from lms.assessment.draw import draw
from lms.assessment.forms import read_answers, unanswered
from lms.assessment.words import answer_words, key_words, reasons
from lms.content.course import Choice, Item, Pair, Question, QuestionKind, Text
from lms.content.store import current_course
from lms.home.demo import right_answer
from tests.assessment.test_views import fields


def drawn_questions():
    return {one.question.kind: one for quiz in current_course().quizzes.values() for one in draw(quiz, "1")}


def wrong_answer(one):
    """Another part than the right one, of the same shape."""
    question = one.question
    match question.kind:
        case QuestionKind.SINGLE:
            return next(choice.id for choice in question.choices if not choice.correct)
        case QuestionKind.MULTIPLE:
            return [choice.id for choice in question.choices if not choice.correct]
        case QuestionKind.TRUE_FALSE:
            return "false" if question.answer else "true"
        case QuestionKind.MATCHING:
            return {pair.id: one.order[0] for pair in question.pairs}
        case QuestionKind.ORDERING:
            return {item.id: "1" for item in question.items}
        case QuestionKind.NUMBER:
            return "-77"
        case QuestionKind.SHORT:
            return "огт өөр үг"


@pytest.mark.parametrize("kind", list(QuestionKind))
@pytest.mark.parametrize("language", ["mn", "en"])
def test_every_kind_is_told_in_both_languages(app, kind, language):
    one = drawn_questions()[kind]
    with app.test_request_context(f"/?lang={language}"):
        for answer in (right_answer(one), wrong_answer(one)):
            assert answer_words(one, answer, language)
        assert key_words(one, language)
        assert isinstance(reasons(one, right_answer(one), language), list)


def test_a_choice_is_told_with_its_own_reason(app):
    one = drawn_questions()[QuestionKind.SINGLE]
    chosen = next(choice for choice in one.question.choices if not choice.correct)
    assert reasons(one, chosen.id, "mn") == [chosen.why["mn"]]
    assert reasons(one, None, "mn") == []


def test_an_accepted_answer_is_shown_in_the_pages_alphabet(app):
    word = Text("үг", "word")
    question = Question("s", QuestionKind.SHORT, word, word, "x", 1, accept=("шилэн данс", "glass account"))
    one = draw_one(question)
    assert (key_words(one, "mn"), key_words(one, "en")) == ("шилэн данс", "glass account")
    only = draw_one(Question("s", QuestionKind.SHORT, word, word, "x", 1, accept=("PETS",)))
    assert key_words(only, "mn") == "PETS"


def test_a_number_is_told_with_its_unit(app):
    word = Text("үг", "word")
    number = Question("n", QuestionKind.NUMBER, word, word, "x", 1, answer=2243, unit=Text("хүн", "people"))
    with app.test_request_context("/"):
        assert key_words(draw_one(number), "en") == "2,243 people"


def draw_one(question):
    from lms.content.course import Quiz, QuizKind

    return draw(Quiz("q", QuizKind.CHECK, (question,), "v"), "1")[0]


def test_what_the_fields_send_is_what_was_answered(app):
    from werkzeug.datastructures import MultiDict

    for quiz in current_course().quizzes.values():
        drawn = draw(quiz, "1")
        answers = {one.question.id: right_answer(one) for one in drawn}
        sent = MultiDict()
        for name, value in fields(drawn, answers).items():
            sent.setlist(name, value if isinstance(value, list) else [value])
        assert read_answers(drawn, sent) == answers
        assert unanswered(drawn, answers) == []


def test_a_question_with_a_part_left_out_is_not_answered(app):
    word = Text("үг", "word")
    pairs = tuple(Pair(one, word, word) for one in ("x", "y"))
    one = draw_one(Question("m", QuestionKind.MATCHING, word, word, "x", 1, pairs=pairs))
    assert unanswered([one], {"m": {"x": "x"}}) == [1]
    items = tuple(Item(i, word) for i in ("x", "y"))
    order = draw_one(Question("o", QuestionKind.ORDERING, word, word, "x", 1, items=items))
    assert unanswered([order], {"o": {"x": "1", "y": "2"}}) == []


@pytest.mark.parametrize("language", ["mn", "en"])
def test_the_result_page_of_every_check_reads_well(app, cast, visit, language):
    bold = visit(cast.bold)
    course = current_course()
    for lesson in course.lessons:
        quiz = course.quiz(lesson.check_id)
        path = f"/lessons/{lesson.id}/check"
        for go, answer in (("1", wrong_answer), ("2", right_answer)):
            drawn = draw(quiz, go)
            answers = {one.question.id: answer(one) for one in drawn}
            bold.post(path, data={"go": go, "anyway": "1", **fields(drawn, answers)})
            page = bold.get(f"{path}/result?lang={language}").text
            for one in drawn:
                assert str(one.question.explanation[language]).split("“")[0][:30] in page


def test_choices_are_never_told_by_their_ids(app):
    word = Text("үг", "word")
    choices = tuple(Choice(one, Text(f"сонголт {one}", one), one == "a", word) for one in "abc")
    one = draw_one(Question("c", QuestionKind.MULTIPLE, word, word, "x", 1, choices=choices))
    assert answer_words(one, ["a", "c"], "mn") == "сонголт a; сонголт c"
