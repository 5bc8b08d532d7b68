"""Where in the budget year a day stands: windows open and closed, dates by month (pure)."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from lms.content.course import CalendarDate, Window


@dataclass(frozen=True, slots=True)
class WindowOnDay:
    """A window as it stands on a day; `number` is its place in the calendar, from 1.

    `opens_on` and `closes_on` are its days now, or when it opens next. `days` counts to the last day
    while it is open (0 on the last day itself), else to the first.
    """

    number: int
    window: Window
    opens_on: date
    closes_on: date
    is_open: bool
    days: int

    @property
    def is_advice(self) -> bool:
        return self.window.certainty == "advice"


@dataclass(frozen=True, slots=True)
class Month:
    """Dates that fall into one month; those without a day of their own have no `number`."""

    number: int | None
    dates: tuple[CalendarDate, ...]


def windows_on(windows: Iterable[Window], day: date) -> tuple[WindowOnDay, ...]:
    return tuple(_window_on(number, window, day) for number, window in enumerate(windows, 1))


def nearest(windows: Sequence[WindowOnDay]) -> tuple[WindowOnDay, ...]:
    """Those that are open, the one that closes first in front; else the one that opens next."""
    by_days = sorted(windows, key=lambda one: one.days)
    return tuple(one for one in by_days if one.is_open) or tuple(by_days[:1])


def next_date(dates: Iterable[CalendarDate], day: date) -> tuple[date, CalendarDate] | None:
    """The next day that the calendar names, today included, and what falls on it."""
    coming = [(_next(one.closes, day), one) for one in dates if one.closes]
    return min(coming, key=lambda pair: pair[0], default=None)


def by_month(dates: Iterable[CalendarDate]) -> tuple[Month, ...]:
    """From January on; a time that lasts stands where it begins. What has no day comes last."""
    months: dict[int, list[tuple[str, CalendarDate]]] = {}
    without: list[CalendarDate] = []
    for one in dates:
        if first := one.opens or one.closes:
            months.setdefault(int(first[:2]), []).append((first, one))
        else:
            without.append(one)
    found = [
        Month(number, tuple(one for _first, one in sorted(rows, key=lambda row: row[0])))
        for number, rows in sorted(months.items())
    ]
    return (*found, Month(None, tuple(without))) if without else tuple(found)


def day_in(year: int, month_day: str) -> date:
    """MM-DD in a year; 29 February is the last day of February where there is none."""
    month, day = (int(part) for part in month_day.split("-"))
    return date(year, month, min(day, monthrange(year, month)[1]))


def _window_on(number: int, window: Window, day: date) -> WindowOnDay:
    """Of the times before, in and after this year the first that is not over."""
    over_new_year = window.closes < window.opens
    spans = (
        (day_in(year, window.opens), day_in(year + over_new_year, window.closes))
        for year in range(day.year - 1, day.year + 2)
    )
    opens_on, closes_on = next(span for span in spans if span[1] >= day)
    is_open = opens_on <= day
    days = ((closes_on if is_open else opens_on) - day).days
    return WindowOnDay(number, window, opens_on, closes_on, is_open, days)


def _next(month_day: str, day: date) -> date:
    this_year = day_in(day.year, month_day)
    return this_year if this_year >= day else day_in(day.year + 1, month_day)
