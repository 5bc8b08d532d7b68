"""The prose of a lesson as plain parts: the same words as its HTML, and nothing of its looks."""

import re

import pytest
from markupsafe import Markup

from lms.content.course import LANGUAGES
from lms.content.loader import load
from lms.content.prose import (
    Box,
    Heading,
    Listing,
    Paragraph,
    Picture,
    Quotation,
    Span,
    Table,
    boxes_of,
    exercise_minutes,
    opening,
    plain,
)
from tests.content.conftest import SAMPLE

ROOT = SAMPLE.parents[1]
LESSON = "modules/01-asking/what-to-ask.{}.md"
FRONT = '+++\nlesson = "what-to-ask"\nlaw_checked = 2026-11-20\n+++\n'


@pytest.fixture
def prose(desk):
    """Reads a text as the Mongolian prose of a lesson."""

    def read(text: str):
        desk.write(LESSON.format("mn"), FRONT + text)
        return desk.read().lessons["what-to-ask"]["mn"].body.prose

    return read


def words(part) -> str:
    return part.words[0].text


def test_every_kind_of_part_is_read(prose):
    parts = prose(
        "Асуулт?\n\n## Гарчиг\n\n### Бага гарчиг\n\n- нэг\n- хоёр\n\n3. гурав\n\n> Үг\n\n"
        "| А | Б |\n| --- | --: |\n| в | 1 |\n\n::: figure\n![Худаг](well.svg)\n\nТайлбар.\n:::\n\n"
        "::: exercise 10\nБичнэ.\n:::\n"
    )
    kinds = [Paragraph, Heading, Heading, Listing, Listing, Quotation, Table, Picture, Box]
    assert [type(part) for part in parts] == kinds
    _question, two, three, dots, numbers, quotation, table, picture, box = parts
    assert (two.level, words(two), three.level) == (2, "Гарчиг", 3)
    assert (dots.first, numbers.first) == (None, 3)
    assert [words(item[0]) for item in dots.items] == ["нэг", "хоёр"]
    assert words(quotation.parts[0]) == "Үг"
    assert (table.figures, table.names_rows) == ((False, True), False)
    assert [[plain(cell) for cell in row] for row in (table.head, *table.rows)] == [["А", "Б"], ["в", "1"]]
    assert (picture.alt, plain(picture.caption), picture.drawing.width) == ("Худаг", "Тайлбар.", 720)
    assert (box.name, box.minutes, words(box.parts[0])) == ("exercise", 10, "Бичнэ.")


def test_words_keep_what_they_are(prose):
    (paragraph,) = prose("Нэг **хоёр *гурав*** [дөрөв](term:well)[^ours]\nтав  \nзургаа[^s1][^ours]\n")
    assert paragraph.words == (
        Span("Нэг "),
        Span("хоёр ", bold=True),
        Span("гурав", bold=True, emphasis=True),
        Span(" "),
        Span("дөрөв", link="term:well"),
        Span("[1]", source=1),
        Span(" тав\nзургаа"),
        Span("[2]", source=2),
        Span("[1]", source=1),
    )


def test_a_table_with_an_empty_corner_names_its_rows(prose):
    (table,) = prose("| | Б |\n| --- | --- |\n| в | г |\n")
    assert table.names_rows


def test_the_opening_ends_at_the_first_heading_and_boxes_are_found(prose):
    parts = prose(
        "Нэг.\n\nХоёр.\n\n## Гарчиг\n\n::: note\nТав.\n:::\n\n"
        "::: exercise 10\nА\n:::\n\n::: exercise 5\nБ\n:::\n"
    )
    assert [words(part) for part in opening(parts)] == ["Нэг.", "Хоёр."]
    assert opening(parts[:1]) == parts[:1]
    assert [box.minutes for box in boxes_of(parts, "exercise")] == [10, 5]
    assert exercise_minutes(parts) == 15


def test_what_a_lesson_must_not_hold_is_left_out(prose):
    parts = prose("Нэг `код` <b>\n\n---\n\n::: figure\nҮг\n:::\n\n::: figure\n![а](gone.svg)\n\nб\n:::\n")
    assert [plain(part.words) for part in parts] == ["Нэг  <b>"]


def test_a_figure_that_only_a_screen_could_show_is_refused(desk):
    desk.replace("modules/01-asking/media/well.mn.svg", 'r="60"', 'r="60" opacity="0.5"')
    (error,) = desk.errors()
    assert error.startswith("modules/01-asking/media/well.mn.svg:1: ")
    assert '<circle opacity="0.5">' in error


def spoken(parts) -> list[str]:
    """All words of some parts, in the order of the page; numbers of lists are not written in either."""
    found: list[str] = []
    for part in parts:
        match part:
            case Heading() | Paragraph():
                found += [span.text for span in part.words]
            case Listing():
                found += [word for item in part.items for word in spoken(item)]
            case Table():
                cells = [cell for row in (part.head, *part.rows) for cell in row]
                found += [f"{''.join(span.text for span in cell)} " for cell in cells]
            case Picture():
                found += [span.text for span in part.caption]
            case _:
                found += spoken(part.parts)
        found.append(" ")
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_parts_say_what_the_page_says(language):
    course = load(ROOT / "modules", ROOT / "quizzes")
    for lesson in course.lessons:
        body = lesson.bodies[language]
        page = re.sub(
            r"<b><svg.*?</b>|\u2060", "", str(body.html)
        )  # names of boxes, and no break before marks
        assert " ".join("".join(spoken(body.prose)).split()) == Markup(page).striptags()
