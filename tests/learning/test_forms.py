"""Forms on paper: one page, room for handwriting, boxes that can be told apart, the way back by a code."""

from dataclasses import replace
from itertools import pairwise

import pytest

from lms.content.papers import Blank, FormPart
from lms.content.reference import Text
from lms.core.pdf import DoesNotFit
from lms.learning.pdf.blank_forms import draw_form
from tests.printing import codes_of, elements_of, kinds_of, pages_of, pictures_of, text_of


def all_words(form, language: str) -> list[str]:
    """Everything that is to be printed of a form."""
    found = [form.title, form.how]
    for part in form.parts:
        found += [text for text in (part.title, part.note) if text]
        for blank in (*part.fields, *part.columns):
            found += [blank.label, *blank.tick, *blank.circle]
        found += part.rows
    return [text[language] for text in found]


def test_each_form_of_the_course_is_one_page_and_says_all_its_words(real_press):
    assert len(real_press.course.forms) == 6
    for form in real_press.course.forms:
        (page,) = pages_of(draw_form(real_press, form))
        page = page.replace("\ufffe", "-")
        assert [words for words in all_words(form, real_press.language) if words not in page] == []


def test_each_form_leads_to_the_lesson_that_teaches_it(real_press):
    for form in real_press.course.forms:
        file = draw_form(real_press, form)
        (code,) = codes_of(file)
        assert code == real_press.address(f"lessons/{form.lesson_id}")
        assert real_press.course.lesson(form.lesson_id).title[real_press.language] in text_of(file)


def test_a_form_lies_as_its_file_says(press):
    sizes = [
        pictures_of(draw_form(press, press.course.form(name)), 1)[0].size
        for name in ("count-sheet", "share-sheet")
    ]
    assert sizes == [(596, 842), (842, 596)]


def test_a_form_is_read_aloud_with_its_fields_and_tables(press):
    kinds = kinds_of(draw_form(press, press.course.form("count-sheet")))
    assert kinds[:6] == ["Document", "P", "H1", "P", "P", "Figure"]
    assert kinds[6:10] == ["H2", "P", "P", "P"]
    assert kinds[10:] == ["Table", "TR", "TH", "TH", *["TR", "TH", "TD"] * 2, "TR", "TD", "TD", "P"]
    scopes = [
        facts["Scope"]
        for kind, facts in elements_of(draw_form(press, press.course.form("count-sheet")))
        if kind == "TH"
    ]
    assert scopes == ["Column", "Column", "Row", "Row"]


def test_the_same_form_gives_the_same_bytes(press):
    form = press.course.form("share-sheet")
    assert draw_form(press, form) == draw_form(press, form)


# Forms of other shapes


def field(label: str, **facts) -> Blank:
    return Blank(Text(label, label), **facts)


def with_parts(press, *parts: FormPart):
    return replace(press.course.form("count-sheet"), parts=parts)


def lines_of(file: bytes) -> int:
    """Dark rows in the right half of the page, left of the edge: the lines to write on."""
    picture = pictures_of(file, 4)[0]
    column = [picture.getpixel((int(picture.width * 0.8), y)) for y in range(picture.height)]
    return sum(1 for above, here in pairwise(column) if above > 160 >= here)


def test_a_field_has_as_many_lines_as_it_asks_for(press):
    few = draw_form(press, with_parts(press, FormPart(None, None, (field("А", lines=2),))))
    many = draw_form(press, with_parts(press, FormPart(None, None, (field("А", lines=7),))))
    assert lines_of(many) - lines_of(few) == 5


def test_boxes_stand_below_one_another_where_a_column_is_narrow(press):
    ticks = tuple(Text(word, word) for word in ("тохиромжтой", "тохиромжгүй"))
    columns = (field("Дүн", width=1, tick=ticks), field("Тэмдэглэл", width=9))
    (page,) = pages_of(draw_form(press, with_parts(press, FormPart(None, None, columns=columns, empty=2))))
    assert page.count("тохиромжтой тохиромжгүй") == 2


def test_a_named_row_is_as_high_as_its_name(press):
    name = "Эрүүл мэндийн төвийн хүлээлгийн танхимын хүртээмж, цэвэр байдал " * 3
    part = FormPart(None, None, columns=(field("А", width=1), field("Б", width=2)), rows=(Text(name, name),))
    assert name.rsplit(maxsplit=1)[-1] in text_of(draw_form(press, with_parts(press, part)))


def test_a_form_that_is_too_long_for_its_page_is_refused(press):
    part = FormPart(None, None, (field("А", lines=12),) * 4)
    with pytest.raises(DoesNotFit):
        draw_form(press, with_parts(press, part))


def test_a_label_that_leaves_no_room_to_write_is_refused(press):
    part = FormPart(None, None, (field("Байгууллагын албан ёсны нэр", width=2),))
    with pytest.raises(DoesNotFit):
        draw_form(press, with_parts(press, part))
