"""Each block of a lesson has a number of its own, the same in both languages."""

import pytest

from lms.content.anchors import number_blocks
from lms.content.course import Block
from lms.content.lesson_html import LessonHtml
from lms.content.loader import load
from lms.content.markdown import lesson_parser
from tests.content.conftest import SAMPLE

ROOT = SAMPLE.parents[1]
TEXT = """Эхний [мөр](term:a)
үргэлжилнэ.[^s1]

## Нэгдүгээр хэсэг

- нэг
- хоёр

  хоёрын үргэлжлэл
  - дотор

> Ишлэл.

### Дэд гарчиг

| А | Дүн |
| --- | ---: |
| | 1 |

## Хоёрдугаар хэсэг

::: key
1. гол
:::

::: figure
![Худаг](well.svg)

Зургийн тайлбар.
:::
"""


def test_blocks_are_numbered_through_the_sections():
    assert number_blocks(lesson_parser().parse(TEXT)) == (
        Block("p1", 0, ("Эхний мөр үргэлжилнэ.",)),
        Block("p2", 1, ("нэг", "хоёр", "хоёрын үргэлжлэл", "дотор")),
        Block("p3", 1, ("Ишлэл.",)),
        Block("p4", 1, ("Дэд гарчиг",)),
        Block("p5", 1, ("А – Дүн", "1")),
        Block("p6", 2, ("гол",)),
        Block("p7", 2, ("Зургийн тайлбар.",)),
    )


@pytest.mark.parametrize(
    "opening",
    [
        '<p id="p1">',
        '<h2 id="s1">',
        '<ul id="p2">',
        '<blockquote id="p3">',
        '<h3 id="p4">',
        '<div class="scroll" id="p5" ',
        '<h2 id="s2">',
        '<ol id="p6">',
        '<figure id="p7">',
    ],
)
def test_a_drawn_lesson_carries_the_numbers(opening):
    parser = lesson_parser()
    tokens = parser.parse(TEXT)
    number_blocks(tokens)
    assert opening in LessonHtml("mn", "01-asking", {}).render(parser, tokens)


def test_a_number_names_the_same_place_in_both_languages():
    """What a result in one language opens is there in the other, too."""
    different = [
        lesson.id
        for lesson in load(ROOT / "modules", ROOT / "quizzes").lessons
        if _shape(lesson, "mn") != _shape(lesson, "en")
    ]
    assert different == []


def _shape(lesson, language):
    return [(block.id, block.section, len(block.lines)) for block in lesson.bodies[language].blocks]
