"""The way of a workshop: planned, held, checked, locked; and back, for a reason."""

from datetime import datetime

from lms.cohorts import queries
from lms.cohorts.errors import NotYoursToLeadBack, ReasonMissing, StepRefused
from lms.cohorts.models import Cohort, CohortStatus, StatusChange
from lms.cohorts.queries.quality import Finding, findings_in
from lms.cohorts.rules import NEXT_STEP, STOPS
from lms.cohorts.signals import cohort_locked
from lms.core import audit
from lms.core.db import db
from lms.people.models import Account
from lms.people.roles import Role


def stopping(cohort: Cohort, findings: list[Finding]) -> list[Finding]:
    """What has to be put right before the next step; nothing when there is no next step."""
    step = NEXT_STEP.get(cohort.status)
    return [one for one in findings if step and one.flaw in STOPS[step]]


def take_step(cohort: Cohort, *, seen: CohortStatus, by: Account, at: datetime) -> CohortStatus:
    """Go on from the status `seen`. Raises `StepRefused` when something is missing or it moved meanwhile."""
    queries.hold_register(cohort)
    db.session.refresh(cohort)
    step = NEXT_STEP.get(cohort.status)
    if step is None or cohort.status is not seen or stopping(cohort, findings_in(cohort, at=at)):
        raise StepRefused
    _move(cohort, step, None, by, at)
    if step is CohortStatus.LOCKED:
        cohort_locked.send(cohort, by=by, at=at)
    return step


def lead_back(cohort: Cohort, *, reason: str, by: Account, at: datetime) -> CohortStatus:
    """One step back. Raises `NotYoursToLeadBack` (a coordinator may), `ReasonMissing`, `StepRefused`."""
    queries.hold_register(cohort)
    db.session.refresh(cohort)
    before = {after: before for before, after in NEXT_STEP.items()}.get(cohort.status)
    if by.role.rank < Role.COORDINATOR.rank:
        raise NotYoursToLeadBack
    if not reason:
        raise ReasonMissing
    if before is None:
        raise StepRefused
    _move(cohort, before, reason, by, at)
    return before


def _move(cohort: Cohort, to: CohortStatus, reason: str | None, by: Account, at: datetime) -> None:
    db.session.add(
        StatusChange(cohort_id=cohort.id, before=cohort.status, after=to, reason=reason, by_id=by.id, at=at)
    )
    audit.record(
        "workshop moved",
        cohort.public_id,
        actor=by.public_id,
        before=cohort.status.value,
        after=to.value,
    )
    cohort.status = to
    db.session.flush()
