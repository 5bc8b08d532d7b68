"""Forms to fill in by hand and hints for trainers, as the course's files describe them."""

import pytest

from lms.content.course import LANGUAGES, Text, UnknownContent
from lms.content.papers import Blank
from tests.content.conftest import SAMPLE

FORMS = "modules/forms.toml"
ROOT = SAMPLE.parents[1]


def test_a_form_has_parts_of_fields_or_of_columns(desk):
    form = desk.load().form("count-sheet")
    assert (form.title["en"], form.lesson_id, form.is_landscape) == ("Count sheet", "how-to-count", False)
    fields, table = form.parts
    assert fields.fields[1] == Blank(Text("Худаг", "Well"), 6, tick=(Text("бий", "yes"), Text("алга", "no")))
    assert [column.width for column in table.columns] == [2, 1]
    assert table.columns[1].circle == (Text("1", "1"), Text("2", "2"))
    assert (table.rows, table.empty, table.lines) == ((Text("Дээд", "Upper"), Text("Доод", "Lower")), 1, 1)
    assert table.note == Text("Тоог дугуйлна.", "Draw a circle round the number.")


def test_fields_fill_a_line_of_twelve_parts_before_they_begin_another(desk):
    lines = desk.load().form("count-sheet").parts[0].field_lines()
    assert [[field.label["en"] for field in line] for line in lines] == [["Bagh", "Well"], ["Note"]]


def test_a_hint_says_what_to_prepare_and_how_a_room_works(desk):
    hint = desk.load().hints["what-to-ask"]
    assert [text["en"] for text in hint.prepare] == ["Three cards", "A large sheet"]
    assert hint.group["mn"] == "Гурвуулаа ажиллана."


def test_a_course_may_do_without_forms_and_hints(desk):
    desk.path(FORMS).unlink()
    desk.path("modules/trainers.toml").unlink()
    desk.replace("modules/tools.toml", 'form = "count-sheet"\n', "")
    course = desk.load()
    assert (course.forms, course.hints) == ((), {})
    with pytest.raises(UnknownContent):
        course.form("count-sheet")


def test_a_tool_names_a_form_that_is_there(desk):
    desk.replace("modules/tools.toml", 'form = "count-sheet"', 'form = "lost-sheet"')
    (error,) = desk.errors()
    assert error.startswith("modules/tools.toml:18:")
    assert "lost-sheet" in error


def test_forms_that_cannot_be_read_make_no_tool_wrong(desk):
    desk.add(FORMS, "[[form")
    assert [error.split(":")[0] for error in desk.errors()] == [FORMS]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('lesson = "how-to-count"', 'lesson = "gone"', 3),
        ('page = "portrait"', 'page = "square"', 4),
        ('mn = "Баг", en = "Bagh", width = 6', 'mn = "Баг", en = "Bagh", width = 13', 14),
        ('mn = "Баг", en = "Bagh", width = 6', 'mn = "Баг", en = "Bagh", wide = 6', 14),
        ('mn = "Баг", en = "Bagh", width = 6', 'mn = "Баг", width = 6', 14),
        ('rows.mn = ["Дээд", "Доод"]\nrows.en = ["Upper", "Lower"]\nempty = 1\n', "", 19),
        ("empty = 1\n", "empty = 1\nheight = 2\n", 27),
        ('id = "share-sheet"', 'id = "count-sheet"', 31),
    ],
)
def test_what_is_wrong_with_a_form_is_told_with_its_line(desk, old, new, line):
    desk.replace(FORMS, old, new)
    (error,) = desk.errors()
    assert error.startswith(f"{FORMS}:{line}:")


def test_a_form_without_parts_is_wrong(desk):
    desk.write(FORMS, desk.path(FORMS).read_text(encoding="utf-8").split("[[form.part]]")[0])
    assert any(error.startswith(f"{FORMS}:1:") for error in desk.errors())


def test_a_hint_belongs_to_a_lesson(desk):
    desk.replace("modules/trainers.toml", 'id = "what-to-ask"', 'id = "gone"')
    (error,) = desk.errors()
    assert error.startswith("modules/trainers.toml:2:")


@pytest.mark.parametrize(
    ("file", "old", "shown"),
    [
        ("modules/01-asking/what-to-ask.mn.md", "Асуусан хүн", "漢"),
        ("modules/01-asking/media/well.mn.svg", "Голд нь", "✓"),
        ("quizzes/check-how-to-count.toml", 'prompt.mn = "40', "\u2009"),
    ],
)
def test_a_sign_that_cannot_be_printed_is_refused_before_anybody_prints_it(desk, file, old, shown):
    desk.replace(file, old, old + shown)
    (error,) = desk.errors()
    assert error.startswith(f"{file}:")
    assert "“U+2009”" in error if shown == "\u2009" else f"“{shown}”" in error


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_tool_and_each_lesson_of_the_course_has_its_papers(real_course, language):
    wanted = {tool.form for tool in real_course.tools if tool.form} | {"joint-plan"}
    assert {form.id for form in real_course.forms} == wanted
    assert set(real_course.hints) == {lesson.id for lesson in real_course.lessons}
    assert all(hint.prepare and hint.group[language] for hint in real_course.hints.values())


@pytest.fixture(scope="module")
def real_course():
    from lms.content.loader import load

    return load(ROOT / "modules", ROOT / "quizzes")
