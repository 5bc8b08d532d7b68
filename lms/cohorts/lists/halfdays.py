"""Which half-days of a workshop an attendance column speaks of."""

from collections.abc import Sequence
from datetime import date

from lms.cohorts.lists.halves import HalfHeader
from lms.cohorts.lists.header import Column
from lms.cohorts.lists.plan import MarkColumn
from lms.cohorts.models import Session


def mark_columns(columns: Sequence[Column], sessions: Sequence[Session]) -> tuple[MarkColumn, ...]:
    """Each attendance column with the half-days it fills; a half-day is filled once, by the first."""
    filled: set[int] = set()
    made = []
    for column in columns:
        if column.half is None:
            continue
        fitting = tuple(one.id for one in _fitting(column.half, sessions))
        fitting = () if filled & set(fitting) else fitting
        filled |= set(fitting)
        made.append(MarkColumn(column.letters, column.title, column.number, fitting))
    return tuple(made)


def _fitting(told: HalfHeader, sessions: Sequence[Session]) -> list[Session]:
    days = sorted({one.on for one in sessions})
    wanted = _day(told, days)
    return [one for one in sessions if one.on == wanted and told.half in (None, one.half)]


def _day(told: HalfHeader, days: Sequence[date]) -> date | None:
    """The one day that a header can mean."""
    if told.on:
        return told.on
    if told.ordinal:
        return days[told.ordinal - 1] if told.ordinal <= len(days) else None
    if told.day:
        fitting = [day for day in days if day.day == told.day and told.month in (None, day.month)]
    else:
        fitting = list(days)
    return fitting[0] if len(fitting) == 1 else None
