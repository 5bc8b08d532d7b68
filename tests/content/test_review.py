"""What an editor is asked to look at again."""
# ruff: noqa: E501  a table of faults reads best with one fault a line

import pytest

from lms.content.course import Choice, Question, QuestionKind, Text
from lms.content.limits import LessonLimits, Limits, Measure, QuizLimits
from lms.content.review import review
from lms.content.review_quizzes import biases

LESSON = "modules/01-asking/whom-to-ask.mn.md"
TABLE = "modules/01-asking/what-to-ask.mn.md"
ANY = Measure(0)
SMALL = Limits(
    LessonLimits(words=Measure(30, 80), terms=Measure(1, 3), sections=Measure(1, 2)),
    QuizLimits(
        check=Measure(1), test=Measure(2), prepost=Measure(2), kinds_in_a_check=Measure(1), choices=Measure(2)
    ),
)


@pytest.fixture
def warned(desk):
    def warnings() -> list[str]:
        return [desk.shown(problem) for problem in review(desk.read(), SMALL)]

    return warnings


def test_the_sample_is_clean_by_its_own_measures(warned):
    assert warned() == []


def test_the_sample_is_too_short_for_a_real_course(desk):
    told = desk.warnings()
    assert f"{LESSON}:1: Words in the lesson: 70. From 600 to 900 is the measure." in told
    assert "quizzes/pre-post.toml:1: Questions in the quiz: 2. 10 is the measure." in told
    assert "quizzes/test-asking.toml:1: Questions in the quiz: 3. At least 25 is the measure." in told


def test_a_warning_does_not_stop_the_load(desk):
    assert desk.warnings()
    assert desk.load()


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (LESSON, "- Хурал шийднэ.\n", "", f"{LESSON}:1: Points in the key box: 2. 3 is the measure."),
        (LESSON, "[эндээс]", "[энэ худаг](term:well) [эндээс]", f"{LESSON}:24: The term “well” is linked more than once."),
        (LESSON, "хатжээ.", "хатжээ. Нэг сард 36.4 хувь буурсан.", f"{LESSON}:5: A figure, date or law has no source: “Нэг сард 36.4 хувь буурсан.…”."),
        (LESSON, "хатжээ.", "хатжээ. " + "Ус " * 24 + "ус.", f"{LESSON}:5: A sentence has 25 words: “Ус Ус"),
        ("modules/01-asking/whom-to-ask.en.md", 'translated_from = "', 'translated_from = "0', "whom-to-ask.en.md:4: The Mongolian text has changed since it was translated. Bring it up to date, then run: flask content stamp whom-to-ask"),
        ("modules/01-asking/whom-to-ask.en.md", "translated_from", "# translated_from", "whom-to-ask.en.md:2: The translation does not say which Mongolian text it was made from."),
        ("modules/01-asking/module.toml", '"хурлын үүргийг тайлбарлана"]', '"хурлын үүргийг тайлбарлана", "дүнг бодно"]', "“outcomes” has 3 entries"),
        ("modules/glossary.toml", "id = \"report\"", "id = \"paper\"", "Nothing has this id: term “report”"),
        ("modules/published-ids.txt", "term well\n", "", "modules/published-ids.txt:1: Ids not published yet: 1. The first is: term well. Before people use them, run: flask content publish-ids"),
        ("modules/01-asking/media/well.mn.svg", "</svg>", "<g/>" * 1600 + "</svg>", "well.mn.svg:1: The figure weighs 6 KB."),
        ("modules/01-asking/media/well.mn.svg", "гурван айл</desc>", "бюджет</desc>", "well.mn.svg:3: This reads like a translation: “бюджет”."),
        ("quizzes/test-asking.toml", "Салхины чимээнээс", "Салхи", "quizzes/test-asking.toml:1: In 2 of 3 questions the right choice is the longest (mn). Reorder the choices"),
        ("quizzes/check-whom-to-ask.toml", 'id = "rota"\nmn = "Дарааллыг"\nen = "The rota"\ncorrect = true', 'id = "rota"\nmn = "Дарааллыг"\nen = "The rota"', "check-whom-to-ask.toml:33: Right choices in the question: 1. At least 2 is the measure."),
    ],
)  # fmt: skip
def test_each_weakness_is_told_with_its_place(desk, warned, name, old, new, message):
    desk.replace(name, old, new)
    if message.startswith("whom"):
        message = f"modules/01-asking/{message}"
    assert any(message in problem for problem in warned()), warned()


def test_a_lesson_without_its_parts_is_told(desk, warned):
    text = desk.path(TABLE).read_text(encoding="utf-8")
    desk.write(TABLE, text[: text.index("\n| Асуулт")])
    told = warned()
    for part in ("::: example", "::: exercise", "::: key", "::: figure / | … |"):
        assert any(f"{TABLE}:1: The lesson has no {part}." in problem for problem in told)


def test_many_long_sentences_are_told_together(desk, warned):
    desk.replace(TABLE, "Худагны засварт", (" ".join(["Ус"] * 19) + ". ") * 4 + "Худагны засварт")
    assert any("4 of 11 sentences have more than 18 words." in problem for problem in warned()), warned()


def test_a_figure_that_no_lesson_shows_is_told(desk, warned):
    for language in ("mn", "en"):
        picture = desk.path(f"modules/01-asking/media/well.{language}.svg").read_text(encoding="utf-8")
        desk.write(f"modules/01-asking/media/hill.{language}.svg", picture)
    assert warned() == [
        "modules/01-asking/media/hill.mn.svg:1: No lesson shows this figure. Show it in a figure box, or delete it."
    ]


def test_an_outcome_that_nobody_asks_about_is_told(desk, warned):
    desk.replace("quizzes/check-how-to-count.toml", "outcome = 2", "outcome = 1")
    desk.replace("quizzes/check-how-to-count.toml", "outcome = 2", "outcome = 1")
    assert warned() == [
        (
            "modules/02-counting/module.toml:15: No question asks about this outcome of how-to-count: "
            "“тоог харьцуулна”. Add a question to the check or to the module test."
        )
    ]


def test_sentences_and_quizzes_of_a_broken_course_are_reviewed_as_far_as_possible(desk):
    desk.path(LESSON).unlink()
    desk.replace("quizzes/check-whom-to-ask.toml", "correct = true", "")
    told = [desk.shown(problem) for problem in review(desk.read())]
    assert f"{LESSON}:1: This file is missing. Write it, or remove what names it." in told
    assert any(problem.startswith(TABLE) for problem in told)


# Banks of questions

BOTH = Text("", "")


def single(right: int, lengths: tuple[int, ...]) -> Question:
    choices = tuple(
        Choice(str(place), Text("а" * length, "a" * length), place == right, BOTH)
        for place, length in enumerate(lengths, 1)
    )
    return Question("q", QuestionKind.SINGLE, BOTH, BOTH, "x", 1, choices=choices)


def truth(answer: bool) -> Question:
    return Question("t", QuestionKind.TRUE_FALSE, BOTH, BOTH, "x", 1, answer=answer)


def told(*questions: Question) -> list[str]:
    return [str(message) for message in biases(questions, QuizLimits())]


def test_a_bank_without_a_pattern_is_fair():
    assert (
        told(single(1, (5, 6, 4)), single(2, (4, 5, 4)), single(3, (5, 4, 5)), truth(True), truth(False))
        == []
    )
    assert told() == []


def test_a_right_choice_that_is_mostly_the_longest_is_told():
    questions = [single(place, tuple(9 if place == each else 5 for each in (1, 2, 3))) for place in (1, 2, 3)]
    assert told(*questions) == [
        "In 3 of 3 questions the right choice is the longest (mn).",
        "In 3 of 3 questions the right choice is the longest (en).",
    ]


def test_a_choice_as_long_as_another_is_not_the_longest():
    assert told(single(1, (5, 5, 4)), single(2, (5, 5, 4)), single(3, (5, 4, 5))) == []


def test_a_right_choice_that_stands_mostly_in_one_place_is_told():
    questions = [single(2, (5, 4, 5))] * 3 + [single(1, (4, 5, 5)), single(3, (5, 5, 4))]
    assert told(*questions) == []
    assert told(*questions, single(2, (5, 4, 5))) == [
        "In 4 of 6 questions the right choice stands in place 2."
    ]
    assert told(single(2, (5, 4, 5)), single(2, (5, 4, 5))) == [
        "In 2 of 2 questions the right choice stands in place 2."
    ]


def test_three_truths_in_a_row_are_told():
    assert told(truth(True), truth(True)) == []
    assert told(truth(True), truth(True), truth(True)) == [
        "All true-or-false questions have the same answer."
    ]
