"""Tagged PDF/A files: letters, fitting lines, structure over several pages."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial
from io import BytesIO
from xml.etree import ElementTree

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from lms.core.mongolian import ALPHABET
from lms.core.pdf import (
    About,
    Document,
    DoesNotFit,
    Face,
    MissingGlyph,
    fit,
    missing_glyphs,
    printable,
    text_width,
    wrap,
)
from lms.core.pdf.structure import Mark

ABOUT = About(title="Хуудас <1> & 2", language="mn", author="Эгэх", made_on=date(2022, 1, 10))
sentences = st.lists(st.text(ALPHABET, min_size=1, max_size=12), min_size=1, max_size=12).map(" ".join)


def drawn(paint, about: About = ABOUT) -> bytes:
    document = Document(about)
    canvas = document.canvas(pagesize=A4)
    paint(canvas)
    canvas.showPage()
    canvas.save()
    return document.finish()


def opened(file: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(file))


def write(canvas, text: str = "Сайн байна уу", **how) -> None:
    canvas.write(100, 700, text, Face.SANS, 12, **how)


# Letters


def test_letters_that_a_face_lacks_are_named_once_in_their_order():
    assert missing_glyphs("Болд漢字漢", Face.SERIF_BOLD) == ["漢", "字"]
    assert missing_glyphs("Өнөр, №1 ₮", Face.SANS) == []


@pytest.mark.parametrize("sign", ["\n", "\t", "\0", "\x7f", "\u00ad", "\u200b", "\u2028", "\ue000", "\ud800"])
def test_signs_that_nobody_sees_are_never_printed(sign):
    assert missing_glyphs(f"а{sign}б", Face.SANS) == [sign]


def test_a_refusal_carries_the_letter_as_a_page_can_show_it():
    with pytest.raises(MissingGlyph) as refused:
        printable("Б漢", Face.SANS)
    assert (refused.value.letter, refused.value.shown, refused.value.text) == ("漢", "漢", "Б漢")
    assert MissingGlyph("\n", "").shown == "U+000A"
    assert MissingGlyph("\u3000", "").shown == "U+3000"


def test_letters_in_two_parts_are_put_together():
    assert printable("и\u0306", Face.SANS) == "й"


@given(st.text(max_size=20))
def test_a_text_is_printable_or_refused_and_then_has_a_width(text):
    if missing_glyphs(text, Face.SANS):
        with pytest.raises(MissingGlyph):
            text_width(text, Face.SANS, 10)
    else:
        assert text_width(text, Face.SANS, 10) >= 0


def test_pairs_are_kerned_and_tracking_stands_between_letters_only():
    pair = text_width("Та", Face.SERIF_BOLD, 1000)
    assert pair < text_width("Т", Face.SERIF_BOLD, 1000) + text_width("а", Face.SERIF_BOLD, 1000)
    assert text_width("Та", Face.SERIF_BOLD, 1000, tracking=50) == pytest.approx(pair + 50)
    assert text_width("", Face.SANS, 10, tracking=50) == 0


# Lines


@given(sentences, st.floats(80, 400))
def test_lines_hold_every_word_and_keep_to_the_width(text, width):
    try:
        lines = wrap(text, Face.SANS, 10, width)
    except DoesNotFit:
        assert max(text_width(word, Face.SANS, 10) for word in text.split()) > width
        return
    assert " ".join(lines) == text
    assert all(text_width(line, Face.SANS, 10) <= width + 0.5 for line in lines)


def test_lines_are_even():
    title = "Эрүүл мэндийн анхан шатны тусламж үйлчилгээ"
    first, second = (text_width(line, Face.SANS, 10) for line in wrap(title, Face.SANS, 10, 200))
    assert abs(first - second) < 40


def test_a_no_break_space_holds_words_together():
    assert wrap("240\u00a0₮ а", Face.SANS, 10, 33) == ("240\u00a0₮", "а")


def test_nothing_has_no_lines():
    assert wrap("", Face.SANS, 10, 100) == ()
    assert fit(" ", Face.SANS, sizes=(12, 8), width=10).width == 0


def test_a_text_gets_the_largest_size_that_fits():
    width = text_width("Өлзийсайхан", Face.SERIF, 20)
    assert fit("Өлзийсайхан", Face.SERIF, sizes=(30, 8), width=width + 0.1).size == 20
    assert fit("Өлзийсайхан", Face.SERIF, sizes=(15, 8), width=width).size == 15
    assert fit("Өлзийсайхан", Face.SERIF, sizes=(30, 19.9), width=width - 0.05).size == 19.9


def test_a_text_may_take_several_lines_before_it_shrinks():
    setting = fit("нэг хоёр гурав", Face.SANS, sizes=(20, 8), width=70, lines=3)
    assert (setting.size, setting.lines) == (20, ("нэг", "хоёр", "гурав"))


def test_a_text_that_is_too_long_at_the_smallest_size_is_refused():
    with pytest.raises(DoesNotFit) as refused:
        fit("Өлзийсайхан", Face.SANS, sizes=(12, 8), width=20)
    assert refused.value.text == "Өлзийсайхан"


# Structure


def test_the_file_says_what_it_is():
    def paint(canvas):
        with canvas.tag("H1"):
            write(canvas)

    with opened(drawn(paint)) as pdf:
        assert pdf.docinfo.Title == ABOUT.title
        assert "/Subject" not in pdf.docinfo
        xmp = pdf.Root.Metadata.read_bytes()
        assert "Хуудас <1> & 2" in "".join(ElementTree.fromstring(xmp.strip()).itertext())
        assert pdf.Root.StructTreeRoot.K.S == "/Document"
        assert pdf.pdf_version == "1.7"


@pytest.mark.parametrize(("align", "left"), [("left", 300), ("centre", 264), ("right", 228)])
def test_a_line_is_set_left_centred_or_right(align, left):
    def paint(canvas):
        with canvas.tag("P"):
            canvas.write(300, 700, "НННН", Face.SANS, 24.3, align=align)

    page = pypdfium2.PdfDocument(drawn(paint))[0]
    assert page.get_textpage().get_charbox(0)[0] == pytest.approx(left, abs=4)


def test_lines_of_a_text_are_read_as_words_apart():
    def paint(canvas):
        with canvas.tag("P"):
            canvas.write_lines(50, 700, fit("нэг хоёр", Face.SANS, sizes=(12, 8), width=40, lines=2))

    content = pypdfium2.PdfDocument(drawn(paint))[0].get_textpage().get_text_range()
    assert content.split() == ["нэг", "хоёр"]


def test_marked_content_does_not_stand_inside_other_marked_content():
    def paint(canvas):
        with canvas.tag("P"), canvas.artifact():
            write(canvas)

    with pytest.raises(ValueError, match="inside"):
        drawn(paint)


def test_each_page_counts_its_own_marks_and_an_element_may_go_on_overleaf():
    document = Document(ABOUT)
    canvas = document.canvas(pagesize=A4)
    with canvas.tag("P") as paragraph:
        write(canvas)
    with canvas.tag("P", language="en"):
        write(canvas, "Hello")
    canvas.showPage()
    with canvas.more_of(paragraph):
        write(canvas, "цааш")
    with canvas.artifact():
        write(canvas, "2")
    canvas.showPage()
    canvas.save()
    assert paragraph.children == [Mark(0, 0), Mark(1, 0)]
    with opened(document.finish()) as pdf:
        first, second = pdf.Root.StructTreeRoot.K.K
        assert [mark.Pg.objgen for mark in first.K] == [page.objgen for page in pdf.pages]
        assert second.Lang == "en"
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        assert [len(row) for row in (numbers[1], numbers[3])] == [2, 1]
        assert numbers[3][0].objgen == first.objgen
        assert [page.StructParents for page in pdf.pages] == [0, 1]


def test_files_drawn_at_the_same_time_do_not_mix():
    def page(text: str) -> bytes:
        def paint(canvas):
            with canvas.tag("P"):
                write(canvas, text)
                canvas.write(100, 600, text[::-1], Face.SERIF_BOLD, 20)

        return drawn(paint)

    texts = ["Өнөрбаяр", "Қайрат Әсел", "Zoë Šárka", "Щука №1"] * 15
    one_by_one = {text: page(text) for text in texts}
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(page, texts)) == [one_by_one[text] for text in texts]


def test_links_are_in_the_tree_and_on_their_page():
    def paint(canvas):
        for place in (700, 600):
            with canvas.tag(
                "Link", address="https://example.mn", alt="Хаяг", box=(50, place, 90, place + 10)
            ):
                canvas.write(50, place, "хаяг", Face.SANS, 9)

    with opened(drawn(paint)) as pdf:
        first, second = pdf.pages[0].Annots
        assert [link.StructParent for link in (first, second)] == [1, 2]
        assert first.F == 4
        tree = pdf.Root.StructTreeRoot
        assert tree.K.K[1].K[-1].Obj.objgen == second.objgen
        assert tree.ParentTreeNextKey == 3


class Tagged(Paragraph):
    """A paragraph of Platypus that says what it is; a piece of a split one belongs to the same element."""

    element = None

    def split(self, width, height):
        pieces = super().split(width, height)
        element = []  # the first piece drawn makes it
        for piece in pieces:
            piece.element = element if self.element is None else self.element
        return pieces

    def draw(self):
        if self.element:
            with self.canv.more_of(self.element[0]):
                super().draw()
            return
        with self.canv.tag("P") as made:
            super().draw()
        if self.element is not None:
            self.element.append(made)


def test_platypus_draws_long_texts_through_the_same_canvas():
    printable("", Face.SERIF)  # registers the face
    style = ParagraphStyle("text", fontName=Face.SERIF, fontSize=11, leading=15)
    story = [Tagged("Төсвийн хөрөнгө оруулалт. " * 400, style), Tagged("Төгсөв.", style)]
    document = Document(ABOUT)
    template = BaseDocTemplate(document.buffer, pagesize=A4)
    frame = partial(Frame, 50, 50, A4[0] - 100, A4[1] - 100)
    template.addPageTemplates(PageTemplate(frames=[frame()]))
    template.build(story, canvasmaker=document.canvas)
    file = document.finish()
    with opened(file) as pdf:
        first, last = pdf.Root.StructTreeRoot.K.K
        assert len(pdf.pages) == len(first.K) > 1
        assert len(last.K) == 1
        assert "Helvetica" not in str([font for font in pdf.objects if "/BaseFont" in str(font)])
    assert "Төгсөв." in pypdfium2.PdfDocument(file)[len(first.K) - 1].get_textpage().get_text_range()
