"""Plain SVG figures read as shapes for paper."""

from itertools import pairwise
from math import hypot, pi

import pytest

from lms.core.drawings import Ink, Lettering, NotDrawable, Outline, Writing, read_svg
from lms.core.drawings.paths import path
from lms.core.drawings.shapes import STILL, joined, moved, scaled, turned

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" width="100" height="50"{}>{}</svg>'


def parts(inside: str, attributes: str = ""):
    return read_svg(SVG.format(attributes, inside)).parts


def only(inside: str):
    (part,) = parts(inside)
    return part


def corners(outline: Outline) -> list[tuple[float, float]]:
    """Where the steps of an outline end, moved by its matrix."""
    a, b, c, d, e, f = outline.matrix
    ends = [points[-1] for _kind, points in outline.steps if points]
    return [(round(a * x + c * y + e, 3), round(b * x + d * y + f, 3)) for x, y in ends]


def curve_at(start, points, along: float) -> tuple[float, float]:
    (a, b, c), back = points, 1 - along
    weights = (back**3, 3 * back**2 * along, 3 * back * along**2, along**3)
    x, y = (
        sum(weight * point[axis] for weight, point in zip(weights, (start, a, b, c), strict=True))
        for axis in (0, 1)
    )
    return x, y


# Shapes


@pytest.mark.parametrize(
    ("shape", "ends"),
    [
        ('<line x1="1" y1="2" x2="3" y2="4"/>', [(1, 2), (3, 4)]),
        ('<polyline points="1,2 3,4 5 6"/>', [(1, 2), (3, 4), (5, 6)]),
        ('<polygon points="1,2 3,4 5,6"/>', [(1, 2), (3, 4), (5, 6)]),
        ('<rect x="1" y="2" width="3" height="4"/>', [(1, 2), (4, 2), (4, 6), (1, 6)]),
        ('<path d="M1 2 3 4H7V8L1-2z"/>', [(1, 2), (3, 4), (7, 4), (7, 8), (1, -2)]),
        ('<path d="m1 2 3 4h7v8l1-2zm.5.5"/>', [(1, 2), (4, 6), (11, 6), (11, 14), (12, 12), (1.5, 2.5)]),
        ('<path d="M1 1c1 0 2 0 3 3 1 0 2 0 3 3"/>', [(1, 1), (4, 4), (7, 7)]),
        ('<path d="M0 0Q 1e1 0 10 10"/>', [(0, 0), (10, 10)]),
    ],
)
def test_a_shape_becomes_straight_lines_and_curves(shape, ends):
    assert corners(only(shape)) == ends


def test_what_is_closed_ends_where_it_began():
    closed = [only(shape).steps[-1] for shape in ('<polygon points="1,2 3,4"/>', '<path d="M1 1L2 2Z"/>')]
    assert closed == [("Z", ())] * 2
    assert only('<polyline points="1,2 3,4"/>').steps[-1] == ("L", ((3, 4),))


@pytest.mark.parametrize(
    "shape",
    [
        '<circle cx="50" cy="20" r="10"/>',
        '<ellipse cx="50" cy="20" rx="10" ry="10"/>',
        '<rect x="40" y="10" width="20" height="20" rx="99"/>',
        '<rect x="40" y="10" width="20" height="20" ry="10"/>',
        '<path d="M60 20A10 10 0 0 1 50 30A10 10 0 1 1 60 20"/>',
        '<path d="M60 20A10 10 0 0 0 50 10A10 10 0 1 0 60 20"/>',
        '<path d="M60 20a10 10 45 0 1-20 0"/>',
        '<path d="M60 20A1 1 0 0 0 40 20"/>',
    ],
)
def test_a_round_shape_is_round(shape):
    start = None
    for kind, points in only(shape).steps:
        if kind == "C":
            for along in (0.25, 0.5, 0.75, 1):
                x, y = curve_at(start, points, along)
                assert hypot(x - 50, y - 20) == pytest.approx(10, abs=0.01)
        start = points[-1] if points else start


def test_an_arc_goes_the_way_that_its_flags_say():
    lengths = {}
    for flags in ("0 0", "0 1", "1 0", "1 1"):
        steps = path(f"M60 20A10 10 0 {flags} 50 30")
        start, length = (60, 20), 0
        for _kind, points in steps[1:]:
            places = [curve_at(start, points, along / 50) for along in range(51)]
            length += sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(places))
            start = points[-1]
        lengths[flags] = length
    quarter = pytest.approx(5 * pi, rel=0.001)
    assert (lengths["0 0"], lengths["0 1"]) == (quarter, quarter)
    assert lengths["1 0"] == lengths["1 1"] == pytest.approx(15 * pi, rel=0.001)


def test_an_arc_without_a_radius_is_a_line_and_one_without_a_way_is_nothing():
    assert path("M1 1A0 5 0 0 0 9 9")[1:] == (("L", ((9, 9),)),)
    assert path("M1 1A5 5 0 0 0 1 1")[1:] == ()


# Looks


def test_ink_is_handed_down_and_may_change_on_the_way():
    first, second = parts(
        '<g fill="none" stroke="#ABC" stroke-width="3" stroke-dasharray="4 2" stroke-linecap="round">'
        '<path d="M0 0H1"/><path d="M0 0H1" fill="white" stroke="none" stroke-dasharray="none"'
        ' stroke-linejoin="bevel"/></g>'
    )
    assert first.ink == Ink(None, "#aabbcc", 3, (4, 2), 1, 0)
    assert second.ink == Ink("#ffffff", None, 3, (), 1, 2)
    assert only('<path d="M0 0H1"/>').ink == Ink("#000000", None, 1)


@pytest.mark.parametrize(
    ("transform", "place"),
    [
        ("translate(5)", (6, 2)),
        ("translate(5, 7)", (6, 9)),
        ("scale(2)", (2, 4)),
        ("scale(2 3)", (2, 6)),
        ("rotate(90)", (-2, 1)),
        ("rotate(90 1 0)", (-1, 0)),
        ("matrix(1 0 0 1 5 5)", (6, 7)),
        ("translate(5) scale(2), rotate(90)", (1, 2)),
    ],
)
def test_a_transform_moves_what_it_stands_on(transform, place):
    line = only(f'<g transform="{transform}"><line x1="1" y1="2" x2="1" y2="2"/></g>')
    assert corners(line)[0] == place


def test_matrices_are_joined_from_the_inside_out():
    assert joined(moved(1, 2), scaled(3, 4)) == (3, 0, 0, 4, 1, 2)
    assert joined(STILL, turned(0, 5, 5)) == pytest.approx(STILL)


# Texts


def test_a_text_keeps_its_words_and_every_placed_tspan_begins_a_line():
    first, second, third = parts(
        '<text x="5" y="6" font-size="20" font-weight="bold" text-anchor="middle">  Нэг\n '
        '<tspan font-weight="normal" fill="#fff">хоёр </tspan> гурав <tspan x="7" dy="9"> дөрөв </tspan>'
        '<tspan y="30">тав</tspan><tspan x="0" y="0"> </tspan></text>'
    )
    assert first == Lettering(
        5,
        6,
        "middle",
        (
            Writing("Нэг ", 20, True, "#000000"),
            Writing("хоёр ", 20, False, "#ffffff"),
            Writing("гурав", 20, True, "#000000"),
        ),
    )
    assert (second.x, second.y, second.words[0].text) == (7, 15, "дөрөв")
    assert (third.x, third.y, third.words[0].text) == (7, 30, "тав")


def test_a_text_that_is_not_filled_is_black():
    assert only('<text fill="none">а</text>').words[0].colour == "#000000"


def test_a_drawing_knows_its_smallest_letters():
    drawing = read_svg(SVG.format(' role="img"', '<text font-size="22">а</text><text>б</text>'))
    assert (drawing.left, drawing.top, drawing.width, drawing.height) == (0, 0, 100, 50)
    assert drawing.smallest_letters == 16
    assert read_svg(SVG.format("", "<title>а</title><desc>б</desc>")).smallest_letters == 0


# Arrow heads

HEAD = (
    '<defs><marker id="a" viewBox="0 0 10 10" refX="10" refY="5" markerWidth="5" markerHeight="5" {}>'
    '<path d="M0 0L10 5L0 10z"/><text>х</text></marker></defs>'
)


@pytest.mark.parametrize(
    ("marker", "line", "tip"),
    [
        ('orient="auto"', '<line x1="0" y1="0" x2="20" y2="0" marker-end="url(#a)"/>', (20, 0)),
        ('orient="auto"', '<path d="M0 0V20" marker-end="url(#a)" stroke-width="2"/>', (0, 20)),
        ('orient="auto-start-reverse"', '<path d="M5 5H20" marker-start="url(#a)"/>', (5, 5)),
        ('orient="90"', '<polyline points="0,0 9,9" marker-end="url(#a)" marker-start="none"/>', (9, 9)),
        ("", '<path d="M3 3L3 3" marker-end="url(#a)"/>', (3, 3)),
    ],
)
def test_an_arrow_head_stands_on_the_end_of_its_line(marker, line, tip):
    _line, head = parts(HEAD.format(marker) + line)
    assert corners(head)[1] == tip


def test_an_arrow_head_looks_where_the_line_goes_and_grows_with_it():
    down = '<g transform="translate(1 1)"><path d="M0 0V20" marker-end="url(#a)" stroke-width="2"/></g>'
    assert corners(parts(HEAD.format('orient="auto"') + down)[1]) == [(6, 11), (1, 21), (-4, 11)]
    back = '<path d="M0 20V0" marker-start="url(#a)" stroke-width="2"/>'
    plain = HEAD.format('orient="auto-start-reverse" markerUnits="userSpaceOnUse"')
    assert corners(parts(plain + back)[1]) == [(2.5, 15), (0, 20), (-2.5, 15)]


# Refusals


@pytest.mark.parametrize(
    ("inside", "thing"),
    [
        ("<image/>", "<image>"),
        ('<rect style="fill:red"/>', '<rect style="fill:red">'),
        ('<rect opacity="0.5"/>', '<rect opacity="0.5">'),
        ('<rect fill="red"/>', 'fill="red"'),
        ('<rect width="5px"/>', '"5px"'),
        ('<text font-weight="thin">а</text>', 'font-weight="thin"'),
        ('<path d="M0 0S1 1 2 2"/>', 'd="M0 0S1 1 2 2"'),
        ('<path d="L0 0"/>', 'd="L0 0"'),
        ('<path d="5 5"/>', 'd="5 5"'),
        ('<path d="M"/>', 'd="M"'),
        ('<path d="M1 1L1"/>', 'd="M1 1L1"'),
        ('<path d="M1 1Z1"/>', 'd="M1 1Z1"'),
        ("<path/>", 'd=""'),
        ('<polygon points="1,2"/>', 'points="1,2"'),
        ('<polyline points="1,2 3,4 5"/>', 'points="1,2 3,4 5"'),
        ('<g transform="skewX(5)"/>', 'transform="skewX(5)"'),
        ('<g transform="rotate(1 2)"/>', 'transform="rotate(1 2)"'),
        ('<path d="M0 0H1" marker-end="url(#b)"/>', "url(#b)"),
        (HEAD.format('orient="up"') + '<path d="M0 0H1" marker-end="url(#a)"/>', 'orient="up"'),
        ("<text><tspan><tspan>а</tspan></tspan></text>", "<tspan><tspan>"),
        ('<text><tspan dy="5">а</tspan></text>', "<tspan dy> without x"),
    ],
)
def test_what_would_look_otherwise_on_paper_is_refused(inside, thing):
    with pytest.raises(NotDrawable) as refused:
        parts(inside)
    assert refused.value.thing == thing


@pytest.mark.parametrize(
    "text", ["<svg", "<!DOCTYPE svg><svg/>", "<html/>", SVG.replace("0 0 100 50", "0 0").format("", "")]
)
def test_what_is_no_figure_is_refused(text):
    with pytest.raises(NotDrawable):
        read_svg(text)
