"""Where in the budget year a day stands."""

from datetime import date
from itertools import pairwise

import pytest

from lms.content.loader import load
from lms.content.reference import CalendarDate, Text, Window
from lms.learning.budget_year import by_month, day_in, nearest, next_date, windows_on
from lms.learning.year_picture import BAR, LANE, LEFT, RIGHT, draw_year
from tests.conftest import ROOT

WORDS = Text("үг", "word")


def window(opens, closes, certainty="advice"):
    return Window(
        "w", "local", opens, closes, WORDS, WORDS, "lesson", certainty, ("s",), date(2026, 11, 22), None
    )


def dated(name, *, opens=None, closes=None, scope="state"):
    when, checked = (None if closes else WORDS), date(2026, 1, 1)
    return CalendarDate(
        name, scope, opens, closes, when, WORDS, WORDS, None, None, "seen", 2025, ("s",), checked, None
    )


@pytest.fixture(scope="module")
def course():
    return load(ROOT / "modules", ROOT / "quizzes")


@pytest.mark.parametrize(
    ("opens", "closes", "day", "is_open", "days", "from_", "until"),
    [
        # the edges of a window
        ("01-01", "05-31", "2026-01-01", True, 150, "2026-01-01", "2026-05-31"),
        ("01-01", "05-31", "2026-05-30", True, 1, "2026-01-01", "2026-05-31"),
        ("01-01", "05-31", "2026-05-31", True, 0, "2026-01-01", "2026-05-31"),
        ("01-01", "05-31", "2026-06-01", False, 214, "2027-01-01", "2027-05-31"),
        ("10-01", "11-15", "2026-09-30", False, 1, "2026-10-01", "2026-11-15"),
        ("10-01", "11-15", "2026-10-01", True, 45, "2026-10-01", "2026-11-15"),
        ("10-01", "11-15", "2026-11-16", False, 319, "2027-10-01", "2027-11-15"),
        # one day only
        ("03-08", "03-08", "2026-03-08", True, 0, "2026-03-08", "2026-03-08"),
        ("03-08", "03-08", "2026-03-09", False, 364, "2027-03-08", "2027-03-08"),
        # leap years
        ("01-01", "05-31", "2028-02-29", True, 92, "2028-01-01", "2028-05-31"),
        ("07-01", "08-31", "2028-02-28", False, 124, "2028-07-01", "2028-08-31"),
        ("02-29", "03-10", "2028-02-29", True, 10, "2028-02-29", "2028-03-10"),
        ("02-29", "03-10", "2027-02-28", True, 10, "2027-02-28", "2027-03-10"),
        ("01-10", "02-29", "2027-02-28", True, 0, "2027-01-10", "2027-02-28"),
        ("01-10", "02-29", "2027-03-01", False, 315, "2028-01-10", "2028-02-29"),
        # the turn of the year
        ("12-15", "01-15", "2026-12-31", True, 15, "2026-12-15", "2027-01-15"),
        ("12-15", "01-15", "2027-01-01", True, 14, "2026-12-15", "2027-01-15"),
        ("12-15", "01-15", "2027-01-15", True, 0, "2026-12-15", "2027-01-15"),
        ("12-15", "01-15", "2027-01-16", False, 333, "2027-12-15", "2028-01-15"),
        ("01-01", "05-31", "2026-12-31", False, 1, "2027-01-01", "2027-05-31"),
    ],
)
def test_a_window_on_a_day(opens, closes, day, is_open, days, from_, until):
    (one,) = windows_on([window(opens, closes)], date.fromisoformat(day))
    assert (one.is_open, one.days) == (is_open, days)
    assert (one.opens_on.isoformat(), one.closes_on.isoformat()) == (from_, until)


def test_each_day_of_four_years_is_counted_down_without_a_gap(course):
    """Whatever the day: the window opens or closes on the day that was named the day before."""
    for window_ in course.windows:
        before = None
        for ordinal in range(date(2026, 1, 1).toordinal(), date(2030, 1, 1).toordinal()):
            day = date.fromordinal(ordinal)
            (one,) = windows_on([window_], day)
            assert one.is_open == (window_.opens <= f"{day:%m-%d}" <= window_.closes)
            if before is not None and before.days > 0:
                assert one.days == before.days - 1 or (
                    before.days == 1 and one.is_open and not before.is_open
                )
            before = one


@pytest.mark.parametrize(
    ("day", "numbers", "is_open"),
    [
        ("2026-11-22", [1], False),
        ("2027-03-01", [1], True),
        ("2027-06-20", [2], False),
        ("2027-07-25", [2], True),
        ("2027-09-15", [3], False),
        ("2027-11-15", [3], True),
    ],
)
def test_the_windows_of_the_course_through_the_year(course, day, numbers, is_open):
    found = nearest(windows_on(course.windows, date.fromisoformat(day)))
    assert [one.number for one in found] == numbers
    assert all(one.is_open == is_open for one in found)


def test_of_open_windows_the_one_that_closes_first_stands_in_front():
    day = date(2026, 3, 1)
    found = nearest(windows_on([window("01-01", "05-31"), window("02-01", "03-05")], day))
    assert [one.number for one in found] == [2, 1]
    assert nearest(()) == ()


def test_advice_is_told_from_law():
    law, advice = windows_on([window("01-01", "02-01", "seen"), window("01-01", "02-01")], date(2026, 1, 5))
    assert (law.is_advice, advice.is_advice) == (False, True)


def test_the_next_date_may_be_today_or_next_year():
    dates = [dated("spring", closes="04-15"), dated("autumn", closes="11-15"), dated("any")]
    assert next_date(dates, date(2026, 11, 15)) == (date(2026, 11, 15), dates[1])
    assert next_date(dates, date(2026, 11, 16)) == (date(2027, 4, 15), dates[0])
    assert next_date(dates[2:], date(2026, 1, 1)) is None


def test_dates_stand_by_month_and_those_without_a_day_come_last():
    dates = [
        dated("c", closes="11-25"),
        dated("none"),
        dated("a", closes="01-10"),
        dated("b", opens="11-01", closes="12-05"),
    ]
    months = by_month(dates)
    assert [(month.number, [one.id for one in month.dates]) for month in months] == [
        (1, ["a"]),
        (11, ["b", "c"]),
        (None, ["none"]),
    ]
    assert by_month(dates[2:3])[-1].number == 1


def test_no_date_of_the_course_is_lost(course):
    shown = [one.id for month in by_month(course.calendar) for one in month.dates]
    assert sorted(shown) == sorted(one.id for one in course.calendar)


def test_29_february_is_the_last_day_of_february_in_other_years():
    assert day_in(2028, "02-29") == date(2028, 2, 29)
    assert day_in(2027, "02-29") == date(2027, 2, 28)


@pytest.mark.parametrize("year", [2027, 2028])
def test_the_months_fill_the_drawing_side_by_side(year):
    months = draw_year((), (), date(year, 6, 15)).months
    assert months[0].x == LEFT
    assert months[-1].x + months[-1].width == pytest.approx(RIGHT, abs=0.2)
    for month, following in pairwise(months):
        assert month.x + month.width == pytest.approx(following.x, abs=0.2)


def test_today_moves_from_the_left_edge_to_the_right(course):
    january, december = (draw_year((), (), date(2027, *day)) for day in ((1, 1), (12, 31)))
    assert january.today_x == pytest.approx(LEFT, abs=1)
    assert december.today_x == pytest.approx(RIGHT, abs=1)
    assert (january.says_today_on_the_left, december.says_today_on_the_left) == (False, True)


def test_a_bar_begins_and_ends_with_its_months():
    picture = draw_year(windows_on([window("01-01", "05-31")], date(2027, 3, 1)), (), date(2027, 3, 1))
    (lane,) = picture.lanes
    (bar,) = lane.bars
    assert bar.x == picture.months[0].x
    assert bar.x + bar.width == pytest.approx(picture.months[5].x, abs=0.2)
    assert (lane.is_open, lane.is_advice) == (True, True)
    assert lane.y >= BAR
    assert picture.days_y > lane.y + LANE / 2


def test_a_window_over_new_year_has_two_bars():
    (lane,) = draw_year(windows_on([window("12-15", "01-15")], date(2027, 6, 1)), (), date(2027, 6, 1)).lanes
    first, second = lane.bars
    assert first.x == LEFT
    assert second.x + second.width == pytest.approx(RIGHT, abs=0.2)


def test_the_days_of_the_calendar_stand_by_their_budget(course):
    picture = draw_year(windows_on(course.windows, date(2026, 11, 22)), course.calendar, date(2026, 11, 22))
    fixed = [one.scope for one in course.calendar if one.closes]
    assert len(picture.state_days) == fixed.count("state")
    assert len(picture.local_days) == fixed.count("local")
    assert all(LEFT <= x <= RIGHT for x in (*picture.state_days, *picture.local_days))
