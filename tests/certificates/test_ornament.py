"""The border: one closed line whose hammers meet the corners."""

from itertools import pairwise

import pytest

from lms.certificates.ornament import CERTIFICATE, EDGE, KNOT, STRAND, TIP, Frame

LINE = CERTIFICATE.line()


def test_hammers_have_one_length_on_all_sides_and_leave_square_corners():
    frame = CERTIFICATE
    assert frame.along * frame.hammer + 2 * frame.corner == pytest.approx(297)
    assert frame.up * frame.hammer + 2 * frame.corner == pytest.approx(210)


def test_the_line_is_closed_and_only_ever_level_or_upright():
    for (x, y), (next_x, next_y) in pairwise([*LINE, LINE[0]]):
        assert (x == pytest.approx(next_x)) != (y == pytest.approx(next_y))


@pytest.mark.parametrize(
    "mirror", [lambda x, y: (297 - x, y), lambda x, y: (x, 210 - y), lambda x, y: (297 - x, 210 - y)]
)
def test_the_border_is_the_same_from_all_sides(mirror):
    def rounded(points):
        return {(round(x, 6), round(y, 6)) for x, y in points}

    assert rounded(mirror(*point) for point in LINE) == rounded(LINE)


def test_the_line_touches_neither_the_rule_nor_the_knots():
    nearest = min(min(x, y, 297 - x, 210 - y) for x, y in LINE)
    assert nearest == pytest.approx(CERTIFICATE.inset - CERTIFICATE.depth)
    assert nearest > EDGE + 2
    reach = TIP * 2**0.5 * KNOT + STRAND
    x, y = CERTIFICATE.knots(EDGE)[0]
    assert EDGE + 1 < x - reach
    assert x + reach < CERTIFICATE.corner
    assert x == y


def test_a_frame_of_other_proportions_meets_its_corners_too():
    frame = Frame(width=200, height=100, along=12, up=4, inset=14)
    assert frame.hammer == 12.5
    assert frame.corner == 25
    assert frame.line()[0] == (25, 14)
    assert len(frame.knots(8)) == 4
