"""Handouts: the very words of the screen, on paper that can be read aloud, found again and handed out."""

import re
from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

import pytest
from markupsafe import Markup

from lms.content import boxes
from lms.content.course import Lesson
from lms.content.prose import Box, Heading, Listing, Paragraph, Part, Picture, Quotation, Span, Table
from lms.core.drawings import Lettering
from lms.learning.pdf.handout import draw_lesson, draw_module
from lms.learning.pdf.paper import Press
from lms.learning.pdf.parts import lines_for
from lms.learning.pdf.wording import EN, MN
from tests.printing import codes_of, elements_of, kinds_of, pages_of, pictures_of, text_of


def words_of(text: str) -> list[str]:
    """Words and figures, without the marks of sources."""
    return re.findall(r"\w+", re.sub(r"\[\d+\]", " ", text))


def screen(press: Press, lesson: Lesson) -> str:
    """All that the page of a lesson says of the lesson."""
    course, body, language = press.course, lesson.bodies[press.language], press.language
    terms = [course.terms[term_id] for term_id in body.term_ids]
    sources = [course.sources[source_id] for source_id in body.source_ids]
    return " ".join(
        [
            lesson.title[language],
            press.words.outcomes,
            *(outcome[language] for outcome in lesson.outcomes),
            Markup(str(body.html).replace("<", " <").replace("</b> ", "</b>")).striptags(),
            *(f"{term.name[language]} {term.definition[language]}" for term in terms),
            *(f"{source.title[language]} {source.address or ''}" for source in sources),
        ]
    )


def drawn_words(parts: tuple[Part, ...]) -> Iterator[str]:
    """Words inside the figures of a lesson: on the screen they are in the picture."""
    for part in parts:
        if isinstance(part, Picture):
            for line in part.drawing.parts:
                if isinstance(line, Lettering):
                    yield from words_of(" ".join(words.text for words in line.words))


def test_the_words_of_each_lesson_are_on_its_paper_in_their_order(real_press):
    for lesson in real_press.course.lessons:
        printed = iter(words_of(text_of(draw_lesson(real_press, lesson))))
        missing = next((word for word in words_of(screen(real_press, lesson)) if word not in printed), None)
        assert (lesson.id, missing) == (lesson.id, None)


def test_paper_adds_nothing_but_its_own_furniture(real_press):
    words, course = real_press.words, real_press.course
    fixed = [
        words.site,
        words.module,
        words.lesson,
        words.reading,
        words.exercise,
        words.terms,
        words.sources,
    ]
    fixed += [
        words.checked,
        words.laws,
        words.scan_lesson,
        words.notes,
        real_press.licence,
        "egekh test lessons",
    ]
    fixed += [course.title[real_press.language], real_press.address("")]
    for lesson in course.lessons:
        known = {*words_of(" ".join([*fixed, screen(real_press, lesson), lesson.id]))}
        known |= {*drawn_words(lesson.bodies[real_press.language].prose)}
        known |= {*words_of(words.day(lesson.bodies[real_press.language].law_checked))}
        known |= {str(number) for number in range(100)}  # pages, items, terms' abbreviations
        abbreviations = " ".join(
            term.abbreviation[real_press.language] for term in course.terms.values() if term.abbreviation
        )
        printed = words_of(text_of(draw_lesson(real_press, lesson)))
        assert [word for word in printed if word not in known | {*words_of(abbreviations)}] == []


def test_a_handout_is_tagged_and_says_what_it_is(press):
    file = draw_lesson(press, press.course.lesson("what-to-ask"))
    kinds = kinds_of(file)
    assert kinds[:4] == ["Document", "P", "P", "H1"]
    assert {"H2", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Figure", "P"} <= set(kinds)
    headings = [kind for kind in kinds if re.fullmatch(r"H\d", kind)]
    assert set(headings) <= {"H1", "H2", "H3"}
    assert headings.count("H1") == 1


def test_a_figure_is_read_aloud_by_its_alternative_text(press):
    lesson = press.course.lesson("whom-to-ask")
    (picture,) = [part for part in lesson.bodies[press.language].prose if isinstance(part, Picture)]
    figures = [facts["alt"] for kind, facts in elements_of(draw_lesson(press, lesson)) if kind == "Figure"]
    assert figures == [picture.alt, press.words.says.format(address=press.address("lessons/whom-to-ask"))]


def test_the_code_leads_back_to_the_lesson_in_its_language(press):
    (code,) = codes_of(draw_lesson(press, press.course.lesson("what-to-ask")))
    assert code == f"https://egekh.test/lessons/what-to-ask{'' if press.language == 'mn' else '?lang=en'}"


def test_every_page_has_its_number_the_course_and_the_licence(real_press):
    pages = pages_of(draw_lesson(real_press, real_press.course.lesson("score-card")))
    for number, page in enumerate(pages, 1):
        assert f"{number}/{len(pages)}" in page
        assert real_press.licence in page
        assert real_press.course.title[real_press.language] in page


def test_the_same_content_gives_the_same_bytes_and_another_address_others(press):
    lesson = press.course.lesson("what-to-ask")
    assert draw_lesson(press, lesson) == draw_lesson(press, lesson)
    elsewhere = Press(press.course, press.language, "https://other.test", press.author)
    assert draw_lesson(elsewhere, lesson) != draw_lesson(press, lesson)


def test_a_module_is_its_lessons_each_on_a_page_of_its_own(press):
    module = press.course.module("asking")
    file = draw_module(press, module)
    pages = pages_of(file)
    for lesson in module.lessons:
        (number,) = [
            number
            for number, page in enumerate(pages, 1)
            if f"{press.words.reading.format(minutes=lesson.minutes)}" in page
            and lesson.title[press.language] in page
        ]
        assert re.search(rf"{re.escape(lesson.title[press.language])} {number}\b", pages[0])
    assert [code.partition("?")[0].rpartition("/")[2] for code in codes_of(file)] == [
        "asking",
        *(lesson.id for lesson in module.lessons),
    ]
    assert [kind for kind in kinds_of(file) if kind == "H1"] == ["H1"]


def test_the_words_of_a_module_are_those_of_its_lessons(press):
    module = press.course.module("counting")
    printed = iter(words_of(text_of(draw_module(press, module))))
    for lesson in module.lessons:
        assert all(word in printed for word in words_of(screen(press, lesson)))


def test_black_alone_is_enough(real_press):
    """Printed in grey, frames, words and figures are still there: nothing but white is pale."""
    picture = pictures_of(draw_lesson(real_press, real_press.course.lesson("score-card")), 1)[0]
    assert picture.getextrema()[0] < 60


def test_a_lesson_is_hardly_ever_more_than_two_sheets_of_paper(real_press):
    """A trainer copies both sides; what would spill over is set snugly."""
    course = real_press.course
    pages = sorted(len(pages_of(draw_lesson(real_press, lesson))) for lesson in course.lessons)
    assert pages[len(pages) * 3 // 4] == 4
    assert pages[-1] <= 5


def test_an_exercise_has_lines_to_write_on_by_its_minutes():
    assert [lines_for(minutes) for minutes in (5, 10, 15, 20, 30, 90)] == [4, 4, 5, 6, 8, 20]


# Parts that the sample course does not have in every shape


def words(text: str, **looks) -> tuple[Span, ...]:
    return (Span(text, **looks),)


def with_prose(press: Press, *parts: Part) -> tuple[Press, Lesson]:
    """The sample course with one lesson that says something else, and cites and defines nothing."""
    lesson = press.course.lesson("how-to-share")
    body = replace(lesson.bodies[press.language], prose=parts, term_ids=(), source_ids=())
    lesson = replace(lesson, bodies=MappingProxyType({press.language: body}))
    return press, lesson


def test_a_lesson_may_cite_and_define_nothing(press):
    printed = text_of(draw_lesson(*with_prose(press, Paragraph(words("Нэг.")))))
    assert press.words.terms not in printed
    assert press.words.sources not in printed
    assert press.words.checked.partition("{")[0].strip() in printed


def test_lists_quotations_links_and_tables_of_any_shape(press):
    table = Table((words(""), words("Б")), ((words("эгнээ"), words("1")),), (False, True))
    wide = Table(tuple(words("Эрүүлмэндийнбайгууллага") for _ in range(5)), (), (False,) * 5)
    parts = [
        Heading(3, words("Бага гарчиг")),
        Paragraph(words("Дараах нь:")),
        Listing(((Paragraph(words("гурав")),), (Paragraph(words("дөрөв", emphasis=True)),)), 3),
        Quotation((Paragraph(words("Үг", link="https://egekh.test/x")),)),
        table,
        wide,
        Box("warning", (Paragraph(words("Хичээл", link="lesson:what-to-ask")),)),
    ]
    file = draw_lesson(*with_prose(press, *parts))
    printed = text_of(file)
    assert "Дараах нь: 3. гурав 4. дөрөв" in printed
    assert boxes.word("warning", press.language) in printed
    links = [facts["alt"] for kind, facts in elements_of(file) if kind == "Link"]
    assert links == ["Үг", press.course.lesson("what-to-ask").title[press.language]]
    assert ("TH", {"O": "Table", "Scope": "Row"}) in elements_of(file)


def test_a_caption_stands_below_a_figure_that_leaves_no_room_beside_it(press):
    body = press.course.lesson("whom-to-ask").bodies[press.language]
    (picture,) = [part for part in body.prose if isinstance(part, Picture)]
    wide = replace(picture, drawing=replace(picture.drawing, parts=()))
    narrow = Box("note", (wide, Paragraph(words("Дараа нь."))))
    file = draw_lesson(*with_prose(press, narrow, replace(wide, caption=words("Урт тайлбар " * 60))))
    assert kinds_of(file).count("Caption") == 2


@pytest.mark.parametrize(("lines", "has_notes"), [(5, True), (19, False)])
def test_notes_fill_the_last_page_where_there_is_room(press, lines, has_notes):
    parts = [Paragraph(words(f"Мөр {number}.")) for number in range(lines)]
    (page,) = pages_of(draw_lesson(*with_prose(press, *parts)))
    assert (press.words.notes in page) is has_notes


def test_the_words_of_both_languages_are_there():
    assert {name for name in MN.__slots__ if not getattr(MN, name) or not getattr(EN, name)} == set()
