"""The questions before and after the course on paper."""

from datetime import date
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from lms.assessment.grading import mark
from lms.assessment.paper import LETTERS, VERSIONS, paper_questions
from lms.assessment.pdf import Paper, draw_papers
from lms.content.course import Choice, Question, QuestionKind, Quiz, QuizKind, Text
from lms.content.loader import load
from tests.conftest import ROOT

DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def course():
    return load(ROOT / "modules", ROOT / "quizzes")


@pytest.fixture(scope="module")
def quiz(course):
    return course.quiz("pre-post")


@pytest.fixture
def file(app, course, quiz):
    return draw_papers(Paper(course, quiz, "mn", "Эгэх сургалтын баг", DAY))


def texts(file):
    pages = pypdfium2.PdfDocument(file)
    found = [" ".join(page.get_textpage().get_text_range().split()) for page in pages]
    pages.close()
    return found


def test_version_a_has_the_choices_in_the_order_of_the_file(quiz):
    for asked, question in zip(paper_questions(quiz, "A"), quiz.questions, strict=True):
        assert asked.choices == question.choices


def test_in_version_b_every_choice_stands_elsewhere(quiz):
    for one, other in zip(paper_questions(quiz, "A"), paper_questions(quiz, "B"), strict=True):
        assert set(one.choices) == set(other.choices)
        assert all(a is not b for a, b in zip(one.choices, other.choices, strict=True))
        assert one.key != other.key


def test_the_key_marks_what_the_site_marks(quiz):
    for version in VERSIONS:
        for asked in paper_questions(quiz, version):
            for letter, choice in zip(LETTERS, asked.choices, strict=False):
                assert mark(asked.question, choice.id).is_right == (letter == asked.key)


def test_the_right_letters_are_spread(quiz):
    for version in VERSIONS:
        keys = [asked.key for asked in paper_questions(quiz, version)]
        assert max(keys.count(letter) for letter in "ABCD") <= len(keys) / 2


def test_the_same_quiz_gives_the_same_paper(course, quiz, app):
    first, second = (draw_papers(Paper(course, quiz, "mn", "Баг", DAY)) for _ in range(2))
    assert first == second


def test_each_version_begins_on_its_own_page_and_the_key_stands_apart(file):
    pages = texts(file)
    assert [page.split()[-1] for page in pages] == ["1/2", "2/2", "1/2", "2/2", "1/1"]


@pytest.mark.parametrize("language", ["mn", "en"])
def test_it_says_every_question_and_choice_in_both_versions(app, course, quiz, language):
    pages = texts(draw_papers(Paper(course, quiz, language, "Egekh", DAY)))
    versions = " ".join(pages[:2]), " ".join(pages[2:4])
    for text in versions:
        for question in quiz.questions:
            assert question.prompt[language] in text
            assert [choice.id for choice in question.choices if choice.text[language] not in text] == []
            assert question.explanation[language] not in text
    for question in quiz.questions:
        assert question.explanation[language] in pages[4]


def test_it_is_tagged_in_reading_order(file):
    with pikepdf.open(BytesIO(file)) as opened:
        assert str(opened.Root.Lang) == "mn"
        kinds = [str(child.S) for child in opened.Root.StructTreeRoot.K.K]
    assert kinds.count("/H1") == 3
    assert kinds.count("/L") == 20


def test_only_trainers_may_print_it(client, cast, visit):
    assert client.get("/quizzes/pre-post.pdf").status_code == 303
    assert visit(cast.bold).get("/quizzes/pre-post.pdf").status_code == 403
    for account in (cast.saraa, cast.dulmaa):
        page = visit(account).get("/quizzes/pre-post.pdf")
        assert (page.status_code, page.mimetype) == (200, "application/pdf")
        assert page.data.startswith(b"%PDF")


def test_it_is_drawn_in_the_language_of_the_page(cast, visit):
    saraa = visit(cast.saraa)
    assert saraa.get("/quizzes/pre-post.pdf?lang=en").data != saraa.get("/quizzes/pre-post.pdf?lang=mn").data


def made(number, choices):
    words = Text("үг", "word")
    return Question(
        f"q{number}",
        QuestionKind.SINGLE,
        Text("Асуулт " * 60, "Question " * 60),
        words,
        "lesson",
        1,
        choices=tuple(Choice(f"c{place}", words, place == 0, words) for place in range(choices)),
    )


def test_a_long_quiz_goes_on_overleaf_and_one_without_choices_is_left_out(app, course):
    questions = (*(made(number, 4) for number in range(30)), made(30, 0), made(31, 1))
    quiz = Quiz("pre-post", QuizKind.PREPOST, questions, "v")
    assert len(paper_questions(quiz, "B")) == 31
    pages = texts(draw_papers(Paper(course, quiz, "en", "Egekh", DAY)))
    assert pages[0].endswith(f"1/{(len(pages) - 1) // 2}") or len(pages) > 5
