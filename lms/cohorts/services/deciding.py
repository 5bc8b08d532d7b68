"""A named person decides: which of two marks counts, and whether a module counts."""

from datetime import datetime

from lms.cohorts import queries
from lms.cohorts.errors import NothingToDecide, ReasonMissing
from lms.cohorts.models import AttendanceMark, MarkStatus, Override, Participant, Session
from lms.cohorts.rules import Attendance
from lms.cohorts.services.doors import refuse_locked
from lms.core import audit
from lms.core.codes import new_token
from lms.core.db import db
from lms.people.models import Account


def decide_mark(
    session: Session,
    participant_id: int,
    status: MarkStatus,
    *,
    reason: str,
    by: Account,
    at: datetime,
) -> None:
    """Settle a dispute. Both marks stay; raises `NothingToDecide`, `ReasonMissing`, `CohortLocked`."""
    refuse_locked(session.cohort)
    if queries.register_of(session).get(participant_id) is not Attendance.DISPUTED:
        raise NothingToDecide
    if not reason:
        raise ReasonMissing
    db.session.add(
        AttendanceMark(
            id=new_token(),
            session_id=session.id,
            participant_id=participant_id,
            status=status,
            at=at,
            received_at=at,
            by_id=by.id,
            way="decision",
            decides=True,
            reason=reason,
        )
    )
    db.session.flush()


def decide_module(
    place: Participant, module_id: str, *, earned: bool, reason: str, by: Account, at: datetime
) -> Override:
    """Count, or do not count, a module of the room by one's own word; the decision before is undone."""
    refuse_locked(place.cohort)
    if not reason:
        raise ReasonMissing
    undo_decision(place, module_id, by=by, at=at)
    override = Override(
        participant_id=place.id, module_id=module_id, earned=earned, reason=reason, by_id=by.id, at=at
    )
    db.session.add(override)
    db.session.flush()
    audit.record("module decided", place.public_id, actor=by.public_id, module=module_id, earned=earned)
    return override


def undo_decision(place: Participant, module_id: str, *, by: Account, at: datetime) -> None:
    """Let the attendance speak again; the decision stays on record."""
    refuse_locked(place.cohort)
    if override := queries.open_override(place, module_id):
        override.undone_by_id, override.undone_at = by.id, at
        db.session.flush()
        audit.record("module decision undone", place.public_id, actor=by.public_id, module=module_id)
