"""Attendance is recorded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from lms.cohorts import queries
from lms.cohorts.errors import CohortLocked
from lms.cohorts.models import AttendanceMark, CohortStatus, MarkStatus, Session
from lms.core.db import db, insert_new
from lms.people.models import Account


class Outcome(StrEnum):
    """What became of one mark."""

    RECORDED = "recorded"
    KNOWN = "known"
    WAITING = "waiting"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Mark:
    """One tap: `id` and `at` were made where it was tapped."""

    id: str
    participant_id: int
    status: MarkStatus
    at: datetime
    device: str | None = None
    reason: str | None = None
    decides: bool = False


def record_marks(
    session: Session,
    marks: Sequence[Mark],
    *,
    by: Account,
    way: str,
    at: datetime,
    may_wait: bool = False,
) -> dict[str, Outcome]:
    """Keep each mark once, whichever door it came through; say of each what became of it.

    `way` is roll_call, badge, sheet, import or walk_in. A mark for somebody who is not on this
    register is refused. A locked workshop raises `CohortLocked`, unless the marks `may_wait`
    (they were made offline before): then they are kept and wait for a named person.
    """
    waits = session.cohort.status is CohortStatus.LOCKED
    if waits and not may_wait:
        raise CohortLocked
    here = {one.id for one in queries.participants_of(session.cohort)}
    known = queries.mark_ids_known(mark.id for mark in marks)
    fresh = {mark.id: mark for mark in marks if mark.id not in known and mark.participant_id in here}
    if fresh:
        insert_new(AttendanceMark, [_row(session, one, by, way, at, waits) for one in fresh.values()])
        db.session.flush()
    kept = Outcome.WAITING if waits else Outcome.RECORDED
    return {mark.id: _outcome(mark, known, fresh, kept) for mark in marks}


def _outcome(mark: Mark, known: set[str], fresh: dict[str, Mark], kept: Outcome) -> Outcome:
    if mark.id in known:
        return Outcome.KNOWN
    return kept if mark.id in fresh else Outcome.REFUSED


def _row(session: Session, mark: Mark, by: Account, way: str, at: datetime, waits: bool) -> dict[str, object]:
    return {
        "id": mark.id,
        "session_id": session.id,
        "participant_id": mark.participant_id,
        "status": mark.status,
        "at": mark.at,
        "received_at": at,
        "by_id": by.id,
        "way": way,
        "device": mark.device,
        "waits": waits,
        "decides": mark.decides,
        "reason": mark.reason,
    }
