"""How a lesson is drawn."""

import html5lib
import pytest

from lms.content.figures import Figure
from lms.content.lesson_html import LessonHtml
from lms.content.markdown import lesson_parser

FIGURES = {"well": {"mn": Figure("well.mn.svg", 720, 400)}}


def drawn(text: str, language: str = "mn") -> str:
    parser = lesson_parser()
    return str(LessonHtml(language, "01-asking", FIGURES).render(parser, parser.parse(text + "\n")))


def test_second_headings_get_stable_anchors():
    assert drawn("## Нэг\n\n### Дэд\n\n## Хоёр [x](term:a)") == (
        '<h2 id="s1">Нэг</h2>\n<h3>Дэд</h3>\n'
        '<h2 id="s2">Хоёр <a href="#t-a" class="term" id="r-a">x</a></h2>\n'
    )


def test_a_term_links_to_the_list_and_back_from_its_first_place():
    assert drawn("[төсөв](term:budget) ба [төсөв](term:budget)") == (
        '<p><a href="#t-budget" class="term" id="r-budget">төсөв</a> ба '
        '<a href="#t-budget" class="term">төсөв</a></p>\n'
    )


def test_source_marks_are_numbered_in_order_of_appearance():
    assert drawn("Нэг.[^s2] Хоёр.[^law-x][^s2]") == (
        '<p>Нэг.\u2060<sup><a href="#src-s2" id="c-s2" aria-label="Эх сурвалж 1">[1]</a></sup> '
        'Хоёр.\u2060<sup><a href="#src-law-x" id="c-law-x" aria-label="Эх сурвалж 2">[2]</a></sup>'
        '\u2060<sup><a href="#src-s2" aria-label="Эх сурвалж 1">[1]</a></sup></p>\n'
    )


def test_links_lead_to_lessons_and_to_the_web():
    assert drawn('[a](lesson:glass-account) [b](https://gic.mn/x?y=1&z "t")') == (
        '<p><a href="/lessons/glass-account">a</a> '
        '<a href="https://gic.mn/x?y=1&amp;z" rel="noopener">b</a></p>\n'
    )


@pytest.mark.parametrize(
    ("box", "language", "start", "word"),
    [
        ("note", "mn", '<div class="box"><b><svg', "Санамж"),
        ("note", "en", '<div class="box"><b><svg', "Note"),
        ("example", "mn", '<div class="box ex"><b><svg', "Жишээ"),
        ("warning", "mn", '<div class="box warn"><b><svg', "Анхаар"),
        ("exercise 10", "mn", '<div class="box do" id="exercise"><b><svg', "Дасгал · 10 минут"),
        ("exercise 10", "en", '<div class="box do" id="exercise"><b><svg', "Exercise · 10 minutes"),
        ("key", "mn", '<div class="box gist" id="key"><b><svg', "Гол санаа"),
    ],
)
def test_a_box_has_an_icon_and_a_word(box, language, start, word):
    html = drawn(f"::: {box}\nТекст\n:::", language)
    assert html.startswith(start)
    assert html.endswith(f"</svg>{word}</b>\n<p>Текст</p>\n</div>\n")
    assert 'aria-hidden="true"' in html


def test_a_text_cannot_set_an_icon_itself():
    assert "<svg" not in drawn('<b class="note">x</b>')


def test_a_second_box_of_a_kind_repeats_no_id():
    assert drawn("::: key\n- a\n:::\n\n::: key\n- b\n:::").count('id="key"') == 1


def test_a_figure_links_to_its_picture():
    assert drawn('::: figure\n![Худаг "голд"](well.svg)\n\nТайлбар.[^s1]\n:::') == (
        '<figure><a href="/media/01-asking/well.mn.svg"><img src="/media/01-asking/well.mn.svg" '
        'alt="Худаг &quot;голд&quot;" width="720" height="400" loading="lazy"></a>\n'
        '<figcaption>Тайлбар.\u2060<sup><a href="#src-s1" id="c-s1" aria-label="Эх сурвалж 1">[1]</a></sup>'
        "</figcaption>\n</figure>\n"
    )


def test_a_picture_that_is_not_there_is_left_out():
    assert "<img" not in drawn("::: figure\n![x](hill.svg)\n\nТайлбар.\n:::")


def test_a_table_scrolls_in_a_region_of_its_own():
    assert drawn("| А | Дүн |\n| --- | ---: |\n| а | 1 |") == (
        '<div class="scroll" tabindex="0" role="region" aria-label="Хүснэгт 1"><table>\n'
        '<thead>\n<tr>\n<th scope="col">А</th>\n<th class="num" scope="col">Дүн</th>\n</tr>\n</thead>\n'
        '<tbody>\n<tr>\n<td>а</td>\n<td class="num">1</td>\n</tr>\n</tbody>\n</table></div>\n'
    )


def test_an_empty_corner_makes_the_first_column_name_the_rows():
    html = drawn("| | А |\n| --- | :---: |\n| а | 1 |\n| б | 2 |", "en")
    assert 'aria-label="Table 1"' in html
    assert '<td></td>\n<th scope="col">А</th>' in html
    assert '<th scope="row">а</th>\n<td>1</td>' in html
    assert '<th scope="row">б</th>\n<td>2</td>' in html


def test_each_table_has_its_own_name():
    table = "| А |\n| --- |\n| а |\n\n"
    assert 'aria-label="Хүснэгт 2"' in drawn(table + table)


def test_plain_text_stays_plain():
    assert drawn("> үг\n\n1. нэг\n2. *хоёр* **гурав**\n\nа\nб\\\nв & г") == (
        "<blockquote>\n<p>үг</p>\n</blockquote>\n"
        "<ol>\n<li>нэг</li>\n<li><em>хоёр</em> <strong>гурав</strong></li>\n</ol>\n"
        "<p>а\nб<br>\nв &amp; г</p>\n"
    )


def test_no_id_stands_twice_in_a_drawn_lesson(desk):
    for lesson in desk.load().lessons:
        for body in lesson.bodies.values():
            elements = html5lib.parseFragment(body.html).iter()
            ids = [element.get("id") for element in elements if element.get("id")]
            assert len(ids) == len(set(ids))


def test_nothing_in_a_drawn_lesson_offends_the_policy_of_our_pages(desk):
    for lesson in desk.load().lessons:
        for body in lesson.bodies.values():
            assert "style=" not in body.html
            assert "<script" not in body.html
