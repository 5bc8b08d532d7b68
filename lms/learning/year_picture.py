"""The year as a drawing: twelve months, a bar for each window, the days of the calendar, today (pure).

All numbers are in units of the drawing, which is `WIDTH` wide; the template writes them into SVG.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lms.content.course import CalendarDate
from lms.learning.budget_year import WindowOnDay, day_in

WIDTH = 480
LEFT, RIGHT = 40, 472  # of the months
TOP = 34  # below the numbers of the months
LANE = 40
BAR = 24


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the year; `number` is that of a month or of a window."""

    number: int
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Lane:
    """A window: its bars (two, when it lasts over New Year) and how they look."""

    number: int
    y: float
    bars: tuple[Span, ...]
    is_open: bool
    is_advice: bool


@dataclass(frozen=True, slots=True)
class Picture:
    year: int
    months: tuple[Span, ...]
    lanes: tuple[Lane, ...]
    state_days: tuple[float, ...]
    local_days: tuple[float, ...]
    days_y: float
    today_x: float
    height: float

    @property
    def says_today_on_the_left(self) -> bool:
        """Whether the word stands before the line: late in the year there is no room behind it."""
        return self.today_x > (LEFT + RIGHT) / 2


def draw_year(windows: Sequence[WindowOnDay], dates: Iterable[CalendarDate], today: date) -> Picture:
    year = today.year
    days_y = TOP + LANE * len(windows) + LANE / 2
    days = [(one.scope, _x(day_in(year, one.closes)) + _day(year) / 2) for one in dates if one.closes]
    return Picture(
        year=year,
        months=tuple(_month(year, number) for number in range(1, 13)),
        lanes=tuple(
            Lane(
                one.number,
                TOP + LANE * place + (LANE - BAR) / 2,
                tuple(_bars(one, year)),
                one.is_open,
                one.is_advice,
            )
            for place, one in enumerate(windows)
        ),
        state_days=tuple(x for scope, x in days if scope == "state"),
        local_days=tuple(x for scope, x in days if scope == "local"),
        days_y=days_y,
        today_x=round(_x(today) + _day(year) / 2, 1),
        height=days_y + LANE / 2 + 26,
    )


def _month(year: int, number: int) -> Span:
    first = date(year, number, 1)
    after = date(year + number // 12, number % 12 + 1, 1)
    return _span(number, first, after - timedelta(days=1))


def _bars(one: WindowOnDay, year: int) -> list[Span]:
    opens, closes = day_in(year, one.window.opens), day_in(year, one.window.closes)
    if opens <= closes:
        return [_span(one.number, opens, closes)]
    return [
        _span(one.number, date(year, 1, 1), closes),
        _span(one.number, opens, date(year, 12, 31)),
    ]


def _span(number: int, first: date, last: date) -> Span:
    """From the beginning of the first day to the end of the last."""
    x = _x(first)
    return Span(number, x, round(_x(last) + _day(last.year) - x, 1))


def _x(day: date) -> float:
    return round(LEFT + _day(day.year) * (day.timetuple().tm_yday - 1), 1)


def _day(year: int) -> float:
    """How wide a day is."""
    return (RIGHT - LEFT) / date(year, 12, 31).timetuple().tm_yday
