"""Tables and figures on pages."""

from itertools import pairwise

import pytest

from lms.core.drawings import read_svg
from lms.core.pdf.figures import draw_figure
from lms.core.pdf.grid import Cell, Setting, column_widths, least_width, table
from lms.core.pdf.runs import Run
from tests.printing import elements_of, kinds_of, pages_of, pictures_of, text_of, told

# Tables

SET = Setting(leading=12)


def rows(*texts: str) -> list[list[Cell]]:
    head, *body = (text.split("|") for text in texts)
    return [
        [Cell((Run(cell),), heads="Column") for cell in head],
        *(
            [Cell((Run(cell),) if cell else (), right=place == 1) for place, cell in enumerate(row)]
            for row in body
        ),
    ]


def test_a_table_says_what_heads_what():
    file = told(lambda story: table(story, rows("Хэн|Хэд", "Иргэн|12", "Албан хаагч|"), SET, space=5))
    assert text_of(file) == "Хэн Хэд Иргэн 12 Албан хаагч"
    assert kinds_of(file) == ["Document", "Table", "TR", "TH", "TH", *["TR", "TD", "TD"] * 2]
    assert [facts["Scope"] for kind, facts in elements_of(file) if kind == "TH"] == ["Column"] * 2


def test_rows_may_have_heads_and_a_table_may_have_none():
    cells = [[Cell((Run("Хэн"),), heads="Row"), Cell((Run("12"),))]]
    file = told(lambda story: table(story, cells, SET))
    assert [facts["Scope"] for kind, facts in elements_of(file) if kind == "TH"] == ["Row"]


def test_a_long_table_repeats_its_head_on_paper_only():
    file = told(lambda story: table(story, rows("Хэн|Хэд", *["Иргэн|12"] * 30), SET), height=200)
    pages = pages_of(file)
    assert len(pages) > 2
    assert all(page.startswith("Хэн Хэд Иргэн") for page in pages)
    assert kinds_of(file).count("TH") == 2


def test_columns_get_what_they_want_where_there_is_room():
    sizes = column_widths(rows("а|б", "нэг|нэг хоёр гурав"), 300, SET)
    assert sum(sizes) == pytest.approx(300)
    assert sizes[0] < sizes[1]


def test_a_narrow_column_is_not_squeezed_for_a_wide_one():
    texts = rows("Хэзээ|Юу", "11 дүгээр сарын 15|" + "Улсын Их Хурал төсвийг батална. " * 9)
    first, second = column_widths(texts, 400, SET)
    assert first == pytest.approx(Run("11 дүгээр сарын 15").width + 2 * SET.aside)
    assert first + second == pytest.approx(400)
    several = rows("а|б|в", "|".join(["Улсын Их Хурал төсвийг батална. " * 5] * 3))
    assert column_widths(several, 300, SET) == pytest.approx([100, 100, 100], rel=0.05)


def test_a_table_too_narrow_for_its_words_shares_the_room():
    texts = rows("а|б", "Эрүүлмэндийнбайгууллага|нийгмийндаатгал")
    assert least_width(texts, SET) > 120
    assert sum(column_widths(texts, 120, SET)) == pytest.approx(120)
    assert "байгууллага" in text_of(told(lambda story: table(story, texts, SET, widths=(200, 200))))


# Figures

FIGURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">'
    '<rect width="100" height="50" fill="#ffffff"/>'
    '<path d="M0 0H50V50H0z" stroke="#000" stroke-width="0" stroke-dasharray="4 2"/>'
    '<circle cx="75" cy="25" r="10" fill="none" stroke="#000"/>'
    '<text x="75" y="48" font-size="8" text-anchor="middle">Эгэх <tspan font-weight="bold">тал</tspan></text>'
    "</svg>"
)


def test_a_figure_is_drawn_line_by_line_and_its_words_stay_words():
    def tell(story):
        element = story.element.add("Figure", alt="Зураг", box=(50, 600, 250, 700))

        def draw(canvas, top):
            with canvas.more_of(element):
                draw_figure(canvas, read_svg(FIGURE), x=50, y=top - 100, width=200)

        story.add(100, draw)

    file = told(tell)
    assert text_of(file) == "Эгэх тал"
    assert elements_of(file)[1][1]["alt"] == "Зураг"
    (picture,) = pictures_of(file, 1)
    left, right = picture.getpixel((100, 842 - 710)), picture.getpixel((200, 842 - 710))
    assert (left, right) == (0, 255)
    assert all(a <= b for a, b in pairwise([0, left, right]))
