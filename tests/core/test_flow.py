"""Long texts on pages: lines, what stays together, frames, lists, tables, figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lms.core.mongolian import ALPHABET
from lms.core.pdf import Face
from lms.core.pdf.flow import Frame, Slab, paginate
from lms.core.pdf.runs import Line, Run, break_lines, draw_line, whole_width, widest_word
from lms.core.pdf.story import Story
from lms.core.pdf.structure import Element
from tests.printing import elements_of, kinds_of, pages_of, text_of, told

sentences = st.lists(st.text(ALPHABET, min_size=1, max_size=14), min_size=1, max_size=30).map(" ".join)


def words(line: Line) -> str:
    return "".join(run.text for run in line.runs)


# Lines


@given(sentences, st.floats(60, 300))
def test_lines_hold_all_words_and_keep_to_the_width(text, width):
    lines = break_lines([Run(text)], width)
    put_together = "".join(words(line) + (" " if line.ends else "") for line in lines).strip()
    assert put_together == text
    assert all(line.width <= width + 0.5 for line in lines)


def test_words_of_several_looks_are_one_word_where_no_space_divides_them():
    lines = break_lines([Run("нэг хоёр"), Run("[1]", size=7, rise=4), Run(". гурав", Face.SANS_BOLD)], 50)
    assert [words(line) for line in lines] == ["нэг", "хоёр[1].", "гурав"]
    assert [run.text for run in lines[1].runs] == ["хоёр", "[1]", "."]


def test_a_writer_may_end_a_line():
    assert [words(line) for line in break_lines([Run("нэг \n\n хоёр")], 300)] == ["нэг", "", "хоёр"]
    assert whole_width([Run("нэг\nнэг нэг")]) == pytest.approx(Run("нэг нэг").width, abs=0.5)
    assert whole_width([]) == widest_word([]) == 0
    assert break_lines([], 100) == ()


def test_a_word_wider_than_its_line_is_broken_after_a_sign_else_between_letters():
    address = break_lines([Run("www.publicinvestment.gov.mn")], 130)
    assert [words(line) for line in address] == ["www.publicinvestment.", "gov.mn"]
    assert [line.ends for line in address] == [False, True]
    letters = break_lines([Run("Эрүүлмэндийнанханшат")], 60)
    assert len(letters) > 2
    assert "".join(map(words, letters)) == "Эрүүлмэндийнанханшат"


def test_no_short_word_ends_a_text_alone():
    text = "Энэ хүн шийдвэрт нөлөөлж чадах уу гэж асуугаад байна шүү дээ"
    width = Run(text.removesuffix(" дээ")).width + 1
    assert [words(line).split()[-2:] for line in break_lines([Run(text)], width)][-1] == ["шүү", "дээ"]


def test_a_link_is_an_element_with_its_place_and_its_name():
    def tell(story):
        runs = [Run("Үзэх "), Run("хаяг", underline="solid", address="https://egekh.test/a", says="Хаяг")]
        story.text([*runs, Run(" ба "), Run("нэр", underline="dotted", slanted=True)], leading=15)

    file = told(tell)
    assert text_of(file) == "Үзэх хаяг ба нэр"
    assert ("Link", {"alt": "Хаяг"}) in elements_of(file)


def test_what_is_drawn_again_is_not_read_aloud_again():
    def tell(story):
        line = Line((Run("хаяг", address="https://egekh.test/a"),))
        story.add(20, lambda canvas, top: draw_line(canvas, line, 60, top - 15, None))

    file = told(tell)
    assert text_of(file) == "хаяг"
    assert kinds_of(file) == ["Document"]


# Pages


def nothing(_canvas, _top) -> None: ...


def slab(height: float = 100, **facts) -> Slab:
    return Slab(height, nothing, **facts)


def laid(slabs, height: float = 300) -> list[list[int]]:
    """Which slabs, by their numbers, stand on which page."""
    numbers = {id(each): number for number, each in enumerate(slabs)}
    return [[numbers.get(id(each), -1) for each, _top in page.slabs] for page in paginate(slabs, height)]


def test_slabs_fill_a_page_before_they_begin_another():
    assert laid([slab() for _ in range(7)]) == [[0, 1, 2], [3, 4, 5], [6]]


def test_what_keeps_together_stands_on_one_page():
    assert laid([slab(), slab(), slab(keeps=True), slab(), slab()]) == [[0, 1], [2, 3, 4]]
    assert laid([slab(keeps=True), slab(keeps=True)]) == [[0, 1]]


def test_what_is_too_tall_for_any_page_is_divided_all_the_same():
    assert laid([slab(), *(slab(keeps=True) for _ in range(4))]) == [[0, 1, 2], [3, 4]]
    assert laid([slab(500), slab()]) == [[0], [1]]


def test_a_slab_may_begin_a_page():
    assert laid([slab(turns=True), slab(), slab(turns=True)]) == [[0, 1], [2]]


def test_free_room_stands_between_slabs_but_not_on_top_of_a_page():
    (first, second, third), (fourth,) = (
        [top for _slab, top in page.slabs] for page in paginate([slab(80, space=20) for _ in range(4)], 300)
    )
    assert (first, second, third, fourth) == (0, 100, 200, 0)


def test_the_head_of_a_table_is_drawn_again_on_the_next_page():
    head = slab(50, keeps=True)
    again = slab(50)
    pages = paginate([head, *(slab(again=again) for _ in range(5))], 300)
    assert [[each.height for each, _top in page.slabs] for page in pages] == [
        [50, 100, 100],
        [50, 100, 100],
        [50, 100],
    ]


def test_a_frame_is_closed_on_each_page_that_it_reaches():
    outer = Frame(0, 100, 10, 5, lambda *_: None)
    inner = Frame(0, 100, 3, 7, lambda *_: None)
    slabs = [slab(50), slab(frames=(outer,)), slab(frames=(outer, inner)), slab(frames=(outer,)), slab(50)]
    first, second = paginate(slabs, 320)
    assert [top for _slab, top in first.slabs] == [0, 65, 175]
    assert sorted((top, bottom) for _frame, top, bottom in first.frames) == [(55, 288), (172, 278)]
    assert first.height == 288
    assert [top for _slab, top in second.slabs] == [10, 125]
    assert [(top, bottom) for _frame, top, bottom in second.frames] == [(0, 120)]


def test_what_fills_takes_the_room_that_is_left():
    heights = []

    def filling(height: float):
        heights.append(height)
        return nothing

    filler = Slab(0, nothing, fill=filling)
    (page,) = paginate([slab(), filler, slab(50)], 300)
    assert [top for _slab, top in page.slabs] == [0, 100, 250]
    assert heights == [150]
    assert paginate([slab()], 300)[0].height == 100
    assert paginate([], 300)[0].height == 0


# Stories


def test_the_lines_of_a_text_are_one_element_though_it_goes_on_overleaf():
    file = told(lambda story: story.text([Run("нэг хоёр гурав " * 60)], leading=15), height=100)
    assert kinds_of(file) == ["Document", "P"]
    pages = pages_of(file)
    assert len(pages) > 2
    assert " ".join(pages).split() == ["нэг", "хоёр", "гурав"] * 60


def test_neither_the_first_nor_the_last_line_stands_alone():
    story = Story(Element("Document"), 400)
    story.text([Run("нэг хоёр гурав " * 30)], leading=10)
    kept = [each.keeps for each in story.slabs]
    assert (kept[0], kept[-2], kept[-1]) == (True, True, False)
    assert not any(kept[1:-2])


def test_a_list_has_labels_and_bodies_and_says_how_it_is_numbered():
    def tell(story):
        with story.group("L", numbering="Disc"):
            for text in ("нэг", "хоёр"):
                with story.first(space=4), story.item(Run("•"), indent=20):
                    story.text([Run(text)], leading=15)

    file = told(tell)
    assert text_of(file) == "• нэг • хоёр"
    assert kinds_of(file) == ["Document", "L", *["LI", "Lbl", "LBody", "P"] * 2]
    assert elements_of(file)[1][1]["ListNumbering"] == "Disc"


def test_a_small_frame_stays_on_one_page_and_a_large_one_does_not():
    story = Story(Element("Document"), 400)
    for unbroken in (100, 10):
        with story.framed(lambda *_: None, pad=(10, 5), space=8, unbroken=unbroken):
            story.add(30, nothing)
            story.add(30, nothing)
    assert [each.keeps for each in story.slabs] == [True, False, False, False]
    assert story.left == 0
    assert all(each.frames[0].width == 400 for each in story.slabs)
