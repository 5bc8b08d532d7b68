"""From files to the course: what it holds, and when its versions change."""

from datetime import date

import pytest

from lms.content.course import QuestionKind, QuizKind


def test_the_sample_loads_without_a_word(desk):
    reading = desk.read()
    assert reading.notes.problems == []
    assert reading.course is not None


def test_the_course_says_what_its_file_says(desk):
    course = desk.load()
    assert (course.id, course.version, course.hours, course.license) == (
        "well-course",
        "2026.1",
        2,
        "CC BY 4.0",
    )
    assert course.title.mn == "Худгийн сургалт"


def test_a_module_knows_its_figures(desk):
    assert [module.figures for module in desk.load().modules] == [("well.en.svg", "well.mn.svg"), ()]


def test_terms_sources_dates_and_tools_are_read(desk):
    course = desk.load()
    assert course.terms["citizens-meeting"].abbreviation.mn == "ИНХ"
    assert course.terms["citizens-meeting"].abbreviation.en == ""
    assert course.terms["well"].abbreviation is None
    assert (course.sources["s1"].address, course.sources["ours"].address) == ("example.mn/well", None)
    assert [(day.opens, day.closes, day.law) for day in course.calendar] == [
        ("03-01", "03-31", "law-water"),
        (None, None, None),
    ]
    assert course.calendar[1].when.en == "Every spring"
    assert course.windows[0].lesson_id == "what-to-ask"
    assert [step.en for step in course.tools[0].steps] == ["Count the families.", "Measure the buckets."]


def test_a_course_may_have_no_calendar_and_no_tools(desk):
    desk.path("modules/calendar.toml").unlink()
    desk.path("modules/tools.toml").unlink()
    course = desk.load()
    assert (course.calendar, course.windows, course.tools) == ((), (), ())


def test_a_tool_may_have_no_form(desk):
    desk.replace("modules/tools.toml", 'form = "count-sheet"\n', "")
    assert desk.load().tools[0].form is None


def test_a_lesson_has_a_body_in_each_language(desk):
    lesson = desk.load().lesson("whom-to-ask")
    body = lesson.bodies["mn"]
    assert lesson.minutes == 3
    assert [outcome.en for outcome in lesson.outcomes] == [
        "say whom to ask",
        "explain what the meeting is for",
    ]
    assert [(section.id, section.title) for section in body.sections] == [
        ("s1", "Хэн хариуцдаг вэ?"),
        ("s2", "Юу хийх вэ?"),
    ]
    assert body.term_ids == ("well", "report", "citizens-meeting")
    assert body.source_ids == ("law-water", "s1")
    assert body.law_checked == date(2026, 11, 20)
    assert body.words == 70


def test_a_check_and_a_test_know_where_they_belong(desk):
    course = desk.load()
    check, test = course.quiz("check-how-to-count"), course.quiz("test-counting")
    assert (check.kind, check.lesson_id, check.module_id) == (QuizKind.CHECK, "how-to-count", None)
    assert (check.pass_mark, check.draw, check.attempts, check.wait_minutes) == (80, 0, 0, 0)
    assert (test.kind, test.lesson_id, test.module_id) == (QuizKind.TEST, None, "counting")
    assert (test.pass_mark, test.draw, test.attempts, test.wait_minutes) == (50, 0, 3, 0)
    assert course.quiz("pre-post").kind is QuizKind.PREPOST


def test_a_question_of_a_check_belongs_to_its_lesson(desk):
    question = desk.load().quiz("check-how-to-count").question("buckets")
    assert (question.lesson_id, question.outcome, question.kind) == ("how-to-count", 1, QuestionKind.NUMBER)
    assert (question.answer, question.tolerance, question.unit.mn) == (80, 0.5, "сав")


def test_short_answers_of_both_languages_count_once(desk):
    assert desk.load().quiz("check-how-to-count").question("meeting").accept == (
        "ИНХ",
        "Нийтийн Хурал",
        "INKh",
    )


def test_loading_twice_gives_the_same_course(desk):
    assert desk.load() == desk.load()


def test_the_hash_does_not_depend_on_the_folder_or_on_line_ends(desk):
    before = desk.load()
    path = desk.path("modules/01-asking/what-to-ask.en.md")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    desk.modules = desk.modules.rename(desk.root / "texts")
    assert desk.load() == before


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("modules/course.toml", "2026.1", "2026.2"),
        ("modules/01-asking/media/well.mn.svg", "#e7eff7", "#ffffff"),
        ("modules/01-asking/whom-to-ask.mn.md", "хатжээ", "ширгэжээ"),
        ("quizzes/pre-post.toml", "a fact", "a proof"),
        ("modules/tools.toml", "difficulty = 1", "difficulty = 2"),
    ],
)
def test_every_file_counts_for_the_hash(desk, name, old, new):
    before = desk.load().hash
    desk.replace(name, old, new)
    assert desk.load().hash != before


def test_the_version_of_a_lesson_changes_with_its_words_only(desk):
    name = "modules/01-asking/whom-to-ask.en.md"
    before = desk.load().lesson("whom-to-ask").version
    desk.replace(name, "## What to do?", "\n\n## What to do?  ")
    desk.add(name, "\n\n")
    assert desk.load().lesson("whom-to-ask").version == before
    desk.replace(name, "is dry.", "is empty.")
    assert desk.load().lesson("whom-to-ask").version != before


def test_the_version_of_a_quiz_changes_with_its_words_and_settings(desk):
    before = desk.load()
    desk.replace("quizzes/test-asking.toml", "draw = 2", "draw = 3")
    desk.replace("quizzes/pre-post.toml", "a fact", "a proof")
    after = desk.load()
    changed = [
        quiz_id for quiz_id in before.quizzes if before.quiz(quiz_id).version != after.quiz(quiz_id).version
    ]
    assert changed == ["pre-post", "test-asking"]


def test_a_letter_typed_in_two_pieces_is_the_same_letter(desk):
    before = desk.load()
    desk.replace("modules/01-asking/whom-to-ask.mn.md", "нээлттэй", "нээлттэ\u0438\u0306")
    assert desk.load() == before
