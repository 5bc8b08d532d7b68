"""Sign-in sheets go out and come back."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from lms.cohorts import queries
from lms.cohorts.errors import SheetClosed, TotalsDisagree
from lms.cohorts.models import (
    Cohort,
    CountOnly,
    MarkStatus,
    Participant,
    ParticipantRole,
    Session,
    Sheet,
    SheetScan,
    Source,
)
from lms.cohorts.queries import papers
from lms.cohorts.rules import Attendance
from lms.cohorts.services.doors import refuse_locked
from lms.cohorts.services.marks import Mark, record_marks
from lms.cohorts.services.participants import NewParticipant, add_participant
from lms.cohorts.sheet_rules import Counted, Unnamed, disagreements
from lms.core import audit, codes
from lms.core.db import db
from lms.people.models import Account, Person

WAY = "sheet"


@dataclass(frozen=True, slots=True)
class WalkIn:
    """Somebody on a spare row; `person` is None for somebody new."""

    new: NewParticipant
    person: Person | None


@dataclass(frozen=True, slots=True)
class Returned:
    """What stands on a sheet that came back: who did not sign, who came besides, what was counted."""

    missing: frozenset[int]
    walk_ins: Sequence[WalkIn]
    unnamed: Mapping[Unnamed, int]
    counted: Counted


def print_sheet(session: Session, *, spare_rows: int, by: Account, at: datetime) -> Sheet:
    """The sheet of a half-day in Mongolian order; the one printed before, as long as it says the same."""
    refuse_locked(session.cohort)
    ordered = queries.in_mongolian_order(queries.participants_of(session.cohort))
    rows = [one.id for one in ordered if one.role is ParticipantRole.PARTICIPANT]
    earlier = papers.open_sheet_of(session)
    if earlier and earlier.rows == rows:
        return earlier
    sheet = Sheet(
        number=_free_number(),
        session_id=session.id,
        rows=rows,
        spare_rows=spare_rows,
        printed_at=at,
        printed_by_id=by.id,
    )
    db.session.add(sheet)
    db.session.flush()
    return sheet


def close_sheet(sheet: Sheet, session: Session, back: Returned, *, by: Account, at: datetime) -> None:
    """Take over a sheet that came back: marks, new people, tallies, all or nothing.

    Raises `SheetClosed`, `CohortLocked`, `AlreadyOnRegister`, and `TotalsDisagree` when the rows do
    not make what was counted by hand.
    """
    refuse_locked(session.cohort)
    papers.hold_sheet(sheet)
    if sheet.closed_at is not None:
        raise SheetClosed
    signed = len(sheet.rows) - len(back.missing & set(sheet.rows))
    if differences := disagreements(
        back.counted, signed=signed, walk_ins=len(back.walk_ins), unnamed=back.unnamed
    ):
        raise TotalsDisagree(differences)
    came = [_walk_in(session.cohort, one, by=by, at=at) for one in back.walk_ins]
    marks = [*_marks(sheet, session, back.missing, at), *(_present(sheet, one.id, at) for one in came)]
    record_marks(session, marks, by=by, way=WAY, at=at)
    for reason, people in back.unnamed.items():
        if people:
            count_only(session.cohort, people, reason=reason, sheet=sheet, by=by, at=at)
    sheet.signatures, sheet.walk_ins = back.counted.signatures, back.counted.spare_rows
    sheet.closed_at, sheet.closed_by_id = at, by.id
    audit.record("sheet closed", sheet.number, actor=by.public_id, signatures=sheet.signatures)


def count_only(
    cohort: Cohort, people: int, *, reason: Unnamed, sheet: Sheet | None, by: Account, at: datetime
) -> CountOnly:
    """Count people without a name: a third number, never unique, never certified."""
    refuse_locked(cohort)
    tally = CountOnly(
        cohort_id=cohort.id,
        sheet_id=sheet.id if sheet else None,
        reason=reason.value,
        people=people,
        by_id=by.id,
        at=at,
    )
    db.session.add(tally)
    audit.record("counted without names", cohort.public_id, actor=by.public_id, people=people)
    return tally


def attach_scan(
    sheet: Sheet,
    kept: bytes,
    *,
    media_type: str,
    store: Callable[[bytes], str],
    by: Account,
    at: datetime,
) -> SheetScan:
    """Keep a photo or scan, which `store` writes under a name of ours; the same again is the first again."""
    sha256 = hashlib.sha256(kept).hexdigest()
    if earlier := papers.same_scan(sheet, sha256):
        return earlier
    scan = SheetScan(
        sheet_id=sheet.id,
        stored_as=store(kept),
        media_type=media_type,
        bytes=len(kept),
        sha256=sha256,
        by_id=by.id,
        at=at,
    )
    db.session.add(scan)
    audit.record("scan attached", sheet.number, actor=by.public_id, sha256=sha256)
    return scan


def _marks(sheet: Sheet, session: Session, missing: frozenset[int], at: datetime) -> list[Mark]:
    """Marks for the rows where the paper says something new; “late” stays what the roll call said."""
    register = queries.register_of(session)
    marks = []
    for row in sheet.rows:
        known = register.get(row)
        if known is None:
            continue  # taken off the register since the sheet was printed
        if row in missing and known is not Attendance.ABSENT:
            marks.append(Mark(f"{WAY}-{sheet.number}-{row}", row, MarkStatus.ABSENT, at))
        elif row not in missing and not known.came:
            marks.append(_present(sheet, row, at))
    return marks


def _present(sheet: Sheet, participant_id: int, at: datetime) -> Mark:
    return Mark(f"{WAY}-{sheet.number}-{participant_id}", participant_id, MarkStatus.PRESENT, at)


def _walk_in(cohort: Cohort, one: WalkIn, *, by: Account, at: datetime) -> Participant:
    return add_participant(cohort, one.new, person=one.person, source=Source.SHEET, by=by, at=at)


def _free_number() -> str:
    number = codes.short_code()
    while papers.sheet_number_taken(number):
        number = codes.short_code()
    return number
