"""The half-days of a workshop: what was sent of each, and what is wrong with it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from flask_babel import gettext
from werkzeug.datastructures import MultiDict

from lms.cohorts.forms.workshop import read_day
from lms.cohorts.models import HalfDay, Session
from lms.cohorts.services import NewSession
from lms.core.forms import tidy

CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")
SPARE_ROWS = 2


@dataclass(slots=True)
class PlannedRow:
    """One row of the plan as typed; `session` is None for a spare row."""

    key: str
    session: Session | None
    on: str = ""
    half: str = HalfDay.MORNING
    starts: str = ""
    ends: str = ""
    module_ids: list[str] = field(default_factory=list)
    out: bool = False
    errors: list[str] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return self.session is None and not (self.on or self.module_ids)

    @property
    def half_day(self) -> tuple[date | None, str]:
        return read_day(self.on), self.half

    def new_session(self) -> NewSession:
        on = read_day(self.on)
        assert on is not None
        return NewSession(
            on, HalfDay(self.half), tuple(self.module_ids), read_clock(self.starts), read_clock(self.ends)
        )


def read_clock(typed: str) -> str | None:
    """09:30 from 9:30 or 9.30; None when it is no time of day."""
    found = CLOCK.fullmatch(typed)
    return f"{int(found[1]):02}:{found[2]}" if found else None


def shown_rows(sessions: Sequence[Session]) -> list[PlannedRow]:
    """The plan as it is, and spare rows."""
    rows = [
        PlannedRow(
            one.public_id, one, one.on.isoformat(), one.half, one.starts, one.ends, list(one.module_ids)
        )
        for one in sessions
    ]
    return rows + [PlannedRow(f"new{place}", None) for place in range(1, SPARE_ROWS + 1)]


def sent_rows(
    sent: MultiDict[str, str], sessions: Sequence[Session], module_ids: Sequence[str]
) -> list[PlannedRow]:
    """The plan as sent, each row with its errors; only halves and modules that there are come through."""
    rows = [_read(sent, row, module_ids) for row in shown_rows(sessions)]
    staying = [row for row in rows if not row.out and not row.is_empty]
    for row in staying:
        _check(row)
        if row.half_day[0] and sum(other.half_day == row.half_day for other in staying) > 1:
            row.errors.append(gettext("Two rows have the same day and half-day."))
    return rows


def _read(sent: MultiDict[str, str], row: PlannedRow, module_ids: Sequence[str]) -> PlannedRow:
    half = sent.get(f"{row.key}-half", "")
    return PlannedRow(
        row.key,
        row.session,
        tidy(sent.get(f"{row.key}-on"))[:20],
        half if half in set(HalfDay) else HalfDay.MORNING,
        tidy(sent.get(f"{row.key}-starts"))[:10],
        tidy(sent.get(f"{row.key}-ends"))[:10],
        [one for one in module_ids if one in sent.getlist(f"{row.key}-modules")],
        bool(sent.get(f"{row.key}-out")),
    )


def _check(row: PlannedRow) -> None:
    if read_day(row.on) is None:
        row.errors.append(gettext("Write the day as 2026-11-24."))
    starts, ends = read_clock(row.starts), read_clock(row.ends)
    needed = row.session is not None
    if any(read is None and (typed or needed) for typed, read in ((row.starts, starts), (row.ends, ends))):
        row.errors.append(gettext("Write times as 09:00 and 13:00."))
    elif starts and ends and starts >= ends:
        row.errors.append(gettext("The end has to come after the beginning."))
