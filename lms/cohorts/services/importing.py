"""A plan that somebody confirmed is written: all of it or nothing, and once."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from lms.cohorts import queries
from lms.cohorts.errors import AlreadyOnRegister, ListUndecided
from lms.cohorts.lists.people import ListedRow
from lms.cohorts.lists.plan import NEW, PERSON, ROW, Plan, PlannedRow, plan_from
from lms.cohorts.models import Cohort, ImportBatch, Participant, Session, Source
from lms.cohorts.queries import imports
from lms.cohorts.services.doors import refuse_locked
from lms.cohorts.services.marks import Mark, record_marks
from lms.cohorts.services.participants import NewParticipant, add_participant
from lms.cohorts.services.past import cohort_named, key_of
from lms.core import audit
from lms.core.db import db
from lms.people.models import Account, Person

Progress = Callable[[int, int], None]


@dataclass
class Written:
    """What writing has come to so far."""

    added: int = 0
    there: int = 0
    repeated: int = 0  # the same person once more in one workshop's list
    marks: int = 0
    workshops: dict[str, str] = field(default_factory=dict)  # public id → code
    people: dict[int, Person] = field(default_factory=dict)  # by row
    places: dict[tuple[int, int], Participant] = field(default_factory=dict)  # by workshop and person


def write_import(
    batch: ImportBatch, *, by: Account, at: datetime, progress: Progress = lambda done, all_rows: None
) -> dict[str, Any]:
    """Write a decided plan; a second confirmation answers with what the first one did.

    Raises `ListUndecided` while rows are open, `CohortLocked`. Ask `match_again` before it.
    """
    imports.hold_batch(batch)
    if batch.written_at:
        return dict(batch.reading["result"])
    plan = plan_from(batch.reading)
    if plan.open_rows:
        raise ListUndecided
    written = Written()
    known = imports.people_by_handle({(one.decision or "").removeprefix(PERSON) for one in plan.coming})
    homes = _homes(batch, plan, written, by=by, at=at)
    for done, one in enumerate(plan.coming, 1):
        cohort = homes[key_of(one.row.workshop)]
        _write_row(cohort, one, known, written, by=by, at=at)
        progress(done, len(plan.coming))
    _write_marks(batch, plan, homes, written, by=by, at=at)
    result = {
        "added": written.added,
        "there": written.there,
        "repeated": written.repeated,
        "marks": written.marks,
        "out": len(plan.rows) - len(plan.coming),
        "workshops": written.workshops,
    }
    batch.reading = replace(plan, result=result).to_json()
    batch.written_at = at
    audit.record("list imported", batch.public_id, actor=by.public_id, added=written.added)
    return result


def _homes(
    batch: ImportBatch, plan: Plan, written: Written, *, by: Account, at: datetime
) -> dict[Any, Cohort]:
    """The workshop of every row: the one the list was sent to, or those that it names."""
    if batch.cohort_id is not None:
        cohort = db.session.get_one(Cohort, batch.cohort_id)
        refuse_locked(cohort)
        return {key_of(one.row.workshop): cohort for one in plan.coming} | {None: cohort}
    homes: dict[Any, Cohort] = {}
    for one in plan.coming:
        key = key_of(one.row.workshop)
        if one.row.workshop and key not in homes:
            cohort = cohort_named(one.row.workshop, plan.facts, by=by, at=at)
            refuse_locked(cohort)
            written.workshops[cohort.public_id] = cohort.code
            homes[key] = cohort
    return homes


def _write_row(
    cohort: Cohort,
    one: PlannedRow,
    known: dict[str, Person],
    written: Written,
    *,
    by: Account,
    at: datetime,
) -> None:
    person = _person(one, known, written)
    if person and (cohort.id, person.id) in written.places:
        written.people[one.row.number] = person
        written.repeated += 1
        return
    try:
        place = add_participant(
            cohort, _new(one.row, cohort), person=person, source=Source.IMPORTED, by=by, at=at
        )
        written.added += 1
    except AlreadyOnRegister:
        assert person is not None
        found = queries.place_of(cohort, person)
        assert found is not None
        place = found
        written.there += 1
    person = place.enrolment.person
    written.people[one.row.number] = person
    written.places[cohort.id, person.id] = place


def _person(one: PlannedRow, known: dict[str, Person], written: Written) -> Person | None:
    decision = one.decision or NEW
    if decision.startswith(ROW):
        return written.people.get(int(decision.removeprefix(ROW)))
    return known.get(decision.removeprefix(PERSON)) if decision.startswith(PERSON) else None


def _new(row: ListedRow, cohort: Cohort) -> NewParticipant:
    person = row.person
    assert person is not None
    return NewParticipant(
        family_name=person.family_name,
        given_name=person.given_name,
        phone=person.phone,
        email=person.email,
        region_code=person.region_code or cohort.region_code,
        group=person.group,
        gender=person.gender,
        birth_year=person.birth_year,
        disability=person.disability,
        organisation=person.organisation,
        position=person.position,
        consent=person.consent,
    )


def _write_marks(
    batch: ImportBatch, plan: Plan, homes: dict[Any, Cohort], written: Written, *, by: Account, at: datetime
) -> None:
    """Marks of the attendance columns; an id made of list, half-day and row is kept once."""
    for column in plan.mark_columns:
        for session_id in column.sessions:
            session = db.session.get_one(Session, session_id)
            marks = [
                Mark(
                    id=f"{batch.public_id}-{session_id}-{one.row.number}",
                    participant_id=written.places[session.cohort_id, person.id].id,
                    status=one.row.marks[column.number],
                    at=at,
                )
                for one in plan.coming
                if column.number in one.row.marks and (person := written.people.get(one.row.number))
            ]
            if marks:
                written.marks += len(record_marks(session, marks, by=by, way="import", at=at))
