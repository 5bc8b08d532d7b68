"""Workshops that a list names: found by their code, or made with the days and place it tells."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from lms.cohorts import queries
from lms.cohorts.lists.people import Flaw, ListedRow, ListedWorkshop, RowKind
from lms.cohorts.lists.reasons import Reason
from lms.cohorts.models import Cohort, CohortStatus, HalfDay
from lms.cohorts.queries import imports
from lms.cohorts.services.cohorts import NewCohort, NewSession, new_cohort
from lms.people.models import Account

CODE = re.compile(r"[А-ЯӨҮЁ]{2,3}-\d{4}-\d{2,4}")
MOST_DAYS = 14
LONGEST_TITLE = 200


def key_of(named: ListedWorkshop | None) -> Any:
    """Rows with equal keys belong to one workshop; a code is enough by itself."""
    if named is None:
        return None
    if code := code_of(named):
        return code
    return named.title.casefold(), named.days, named.region_code


def code_of(named: ListedWorkshop) -> str | None:
    return named.title if CODE.fullmatch(named.title) else None


def check_workshops(rows: Sequence[ListedRow], facts: Mapping[str, Any], *, by: Account) -> list[ListedRow]:
    """The rows, with a flaw at each whose workshop cannot be found or made."""
    told: dict[str, ListedWorkshop] = {}
    flaws: dict[tuple[str, tuple[date, ...], str | None], Reason | None] = {}
    checked = []
    for row in rows:
        named = row.workshop or ListedWorkshop()
        key = (named.title, named.days, named.region_code)
        if key not in flaws:
            before = told.setdefault(named.title, named) if code_of(named) else named
            flaws[key] = _flaw(named, facts, by) or (
                Reason.WORKSHOP_DIFFERS if before.days != named.days else None
            )
        why = flaws[key]
        flaw = Flaw(str(row.number), why, named.title) if why else None
        checked.append(_with(row, flaw) if flaw else row)
    return checked


def _with(row: ListedRow, flaw: Flaw) -> ListedRow:
    return replace(row, kind=RowKind.ERROR, flaws=(*row.flaws, flaw))


def _flaw(named: ListedWorkshop, facts: Mapping[str, Any], by: Account) -> Reason | None:
    code = code_of(named)
    if code and imports.code_is_taken(code):
        cohort = queries.cohort_by_code(by, code)
        if cohort is None:
            return Reason.WORKSHOP_NOT_YOURS
        return Reason.WORKSHOP_LOCKED if cohort.status is CohortStatus.LOCKED else None
    if not named.title or len(named.title) > LONGEST_TITLE:
        return Reason.NO_WORKSHOP
    if not days_of(named):
        return Reason.NO_DAYS
    return None if named.region_code or facts.get("region_code") else Reason.NO_PLACE


def cohort_named(named: ListedWorkshop, facts: Mapping[str, Any], *, by: Account, at: datetime) -> Cohort:
    """The workshop with the code, or a new one; `check_workshops` has said before that it can be had."""
    code = code_of(named)
    if code and (cohort := queries.cohort_by_code(by, code)):
        return cohort
    new = NewCohort(
        title=facts["title"] if code else named.title,
        region_code=named.region_code or facts["region_code"],
        venue=named.venue or facts["venue"],
        implementer=facts["implementer"],
        sessions=[NewSession(day, half) for day in days_of(named) for half in HalfDay],
        code=code,
    )
    return new_cohort(new, by=by, at=at)


def days_of(named: ListedWorkshop) -> list[date]:
    """Every day from the first to the last; none when it is longer than two weeks or runs backwards."""
    if not named.days:
        return []
    first, last = named.days[0], named.days[-1]
    length = (last - first).days
    return [first + timedelta(days=day) for day in range(length + 1)] if 0 <= length < MOST_DAYS else []
