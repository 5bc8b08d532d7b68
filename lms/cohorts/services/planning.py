"""A list that was read becomes a plan: who is new, who is known, what somebody has to decide."""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from lms.cohorts.lists.halfdays import mark_columns
from lms.cohorts.lists.people import ListedPerson, ListedRow, RowKind
from lms.cohorts.lists.plan import (
    NEW,
    OUT,
    PEOPLE_KINDS,
    PERSON,
    ROW,
    Option,
    Plan,
    PlannedRow,
    State,
    columns_shown,
    plan_from,
)
from lms.cohorts.lists.reading import ListReading
from lms.cohorts.models import Cohort, ImportBatch
from lms.cohorts.services.past import check_workshops
from lms.core.db import db
from lms.people.matching import Candidate, Wanted, candidates_for, judge
from lms.people.models import Account, Person, name_key

_AT_ONCE = 500


def start_import(
    reading: ListReading,
    file_name: str,
    *,
    cohort: Cohort | None,
    by: Account,
    at: datetime,
    facts: Mapping[str, Any] | None = None,
) -> ImportBatch:
    """Keep what was read with a plan for it. `cohort` None: the list names its workshops itself."""
    plan = plan_import(reading, cohort=cohort, by=by, facts=facts or {})
    batch = ImportBatch(
        public_id=secrets.token_urlsafe(12),
        cohort_id=cohort.id if cohort else None,
        file_name=file_name,
        reading=plan.to_json(),
        made_by_id=by.id,
        made_at=at,
    )
    db.session.add(batch)
    db.session.flush()
    return batch


def decide(batch: ImportBatch, decisions: Mapping[int, str]) -> Plan:
    """Keep decisions by row number; answers with the plan as it is then."""
    plan = plan_from(batch.reading).decided(dict(decisions))
    batch.reading = plan.to_json()
    return plan


def plan_import(
    reading: ListReading, *, cohort: Cohort | None, by: Account, facts: Mapping[str, Any]
) -> Plan:
    """What an import of the reading would do."""
    rows = [row for row in reading.rows if row.kind in PEOPLE_KINDS]
    if cohort is None:
        rows = check_workshops(rows, facts, by=by)
    return Plan(
        sheet=reading.sheet,
        header_row=reading.header_row,
        columns=columns_shown(reading.columns),
        rows=tuple(match_rows(rows, region=cohort.region_code if cohort else None)),
        others=tuple(row for row in reading.rows if row.kind not in PEOPLE_KINDS),
        mark_columns=mark_columns(reading.columns, cohort.sessions if cohort else ()),
        other_sheets=reading.other_sheets,
        encoding=reading.encoding,
        facts=dict(facts),
    )


def match_again(batch: ImportBatch, *, region: str | None) -> Plan:
    """Match the rows that were to be new people once more: somebody has been written down meanwhile."""
    plan = plan_from(batch.reading)
    fresh = {one.row.number: one for one in match_rows([one.row for one in plan.rows], region=region)}
    rows = tuple(
        fresh[one.row.number] if one.decision == NEW and _says_more(fresh[one.row.number], one) else one
        for one in plan.rows
    )
    plan = replace(plan, rows=rows)
    batch.reading = plan.to_json()
    return plan


def _says_more(fresh: PlannedRow, old: PlannedRow) -> bool:
    return bool({option.value for option in fresh.options} - {option.value for option in old.options})


def match_rows(rows: Sequence[ListedRow], *, region: str | None) -> Iterable[PlannedRow]:
    """Every row with the people it may mean, known ones and those of earlier rows."""
    wanted = [_wanted(row.person, region) for row in rows]
    known = _candidates(wanted)
    earlier: dict[str, list[tuple[ListedRow, Person]]] = {}
    for row, want, candidates in zip(rows, wanted, known, strict=True):
        if row.person is None or want is None:
            yield PlannedRow(row, State.ERROR, decision=OUT)
            continue
        same = [
            (other, found)
            for other, person in earlier.get(name_key(want.given_name), [])
            if (found := judge(want, person)).score >= _WORTH and _agrees(found)
        ]
        yield _planned(row, candidates, same)
        transient = Person(
            family_name=want.family_name,
            given_name=want.given_name,
            phone=want.phone,
            birth_year=want.birth_year,
            region_code=want.region_code,
        )
        earlier.setdefault(name_key(want.given_name), []).append((row, transient))


_WORTH = 60  # within one list: more than a given name


def _agrees(found: Candidate) -> bool:
    return not any(one.startswith("other_") for one in found.why)


def _planned(
    row: ListedRow, known: Sequence[Candidate], same: Sequence[tuple[ListedRow, Candidate]]
) -> PlannedRow:
    options = tuple(
        Option(
            f"{PERSON}{one.person.public_id}",
            one.person.full_name,
            tuple(one.why),
            _facts(one.person),
        )
        for one in known
    )
    before = tuple(Option(f"{ROW}{other.number}", _name(other), tuple(found.why)) for other, found in same)
    options = (*before, *options)
    if row.kind is RowKind.ERROR:
        return PlannedRow(row, State.ERROR, decision=OUT)
    if row.kind is RowKind.HIDDEN:
        return PlannedRow(row, State.HIDDEN, options, OUT)
    if sure_rows := [other for other, found in same if found.sure]:
        return PlannedRow(row, State.REPEATED, options, f"{ROW}{sure_rows[0].number}")
    sure = [one for one in known if one.sure]
    if len(sure) == 1 and not same:
        return PlannedRow(row, State.MATCH, options, f"{PERSON}{sure[0].person.public_id}")
    if options:
        return PlannedRow(row, State.POSSIBLE, options)
    return PlannedRow(row, State.NEW, decision=NEW)


def _facts(person: Person) -> str:
    """What tells people of one name apart; of the phone the end is enough."""
    end = f"…{person.phone[-2:]}" if person.phone else ""
    return " · ".join(str(fact) for fact in (person.birth_year, end) if fact)


def _name(row: ListedRow) -> str:
    person = row.person
    return f"{person.family_name} {person.given_name}".strip() if person else ""


def _wanted(person: ListedPerson | None, region: str | None) -> Wanted | None:
    if person is None:
        return None
    return Wanted(
        person.family_name,
        person.given_name,
        person.birth_year,
        person.phone,
        person.region_code or region,
    )


def _candidates(wanted: Sequence[Wanted | None]) -> list[list[Candidate]]:
    """Candidates of each row, asked for in parts; a row without a name has none."""
    asked = [one for one in wanted if one]
    found: list[list[Candidate]] = []
    for start in range(0, len(asked), _AT_ONCE):
        found.extend(candidates_for(asked[start : start + _AT_ONCE]))
    answers = iter(found)
    return [next(answers) if one else [] for one in wanted]
