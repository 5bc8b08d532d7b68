"""What is said of a workshop is corrected: facts, trainers, half-days, the link to register oneself."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from lms.cohorts import queries
from lms.cohorts.errors import SessionHasMarks
from lms.cohorts.models import Cohort, CohortTrainer, Session
from lms.cohorts.services.cohorts import HALF_ORDER, NewCohort, NewSession, make_session
from lms.cohorts.services.doors import refuse_locked
from lms.core import audit
from lms.core.codes import new_token
from lms.core.db import db
from lms.people.models import Account

FACTS = (
    "title", "region_code", "soum_code", "khoroo", "venue", "implementer", "partner", "funder", "language",
    "partial_counts", "share_needed",
)  # fmt: skip


def stamp_of(cohort: Cohort) -> str:
    """A short sign of all facts as they stand: another one means that somebody changed them meanwhile."""
    facts = [str(getattr(cohort, name)) for name in FACTS]
    facts += sorted(str(one.account_id) for one in cohort.trainers)
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()[:16]


def change_cohort(cohort: Cohort, new: NewCohort, *, by: Account, at: datetime) -> None:
    """Write the facts and trainers of `new`; code and half-days stay. Raises `CohortLocked`."""
    refuse_locked(cohort)
    for name in FACTS:
        setattr(cohort, name, getattr(new, name))
    wanted = {one.id: one for one in new.trainers}
    for trainer in list(cohort.trainers):
        if wanted.pop(trainer.account_id, None) is None:
            db.session.delete(trainer)
    db.session.add_all(CohortTrainer(cohort_id=cohort.id, account_id=one) for one in wanted)
    db.session.flush()
    audit.record("workshop changed", cohort.public_id, actor=by.public_id)


def replan(
    cohort: Cohort,
    kept: Mapping[Session, NewSession],
    added: Sequence[NewSession],
    removed: Sequence[Session],
    *,
    by: Account,
    at: datetime,
) -> None:
    """Write the plan of half-days. Raises `SessionHasMarks` for one taken out that has attendance."""
    refuse_locked(cohort)
    if queries.sessions_in_use([one.id for one in removed]):
        raise SessionHasMarks
    for session in removed:
        db.session.delete(session)
    # Two half-days may change places: no two may stand on the same one even for a moment.
    for place, session in enumerate(kept):
        session.on = date.min + timedelta(days=place)
    db.session.flush()
    for session, new in kept.items():
        session.on, session.half, session.half_order = new.on, new.half, HALF_ORDER[new.half]
        session.starts = new.starts or session.starts
        session.ends = new.ends or session.ends
        session.module_ids = list(new.module_ids)
    db.session.add_all(make_session(cohort, one) for one in added)
    db.session.flush()
    db.session.expire(cohort, ["sessions"])
    audit.record("workshop planned again", cohort.public_id, actor=by.public_id)


def open_joining(cohort: Cohort, *, by: Account) -> None:
    """Make a link by which people register themselves; a link made before stops working."""
    refuse_locked(cohort)
    cohort.join_token = new_token()
    audit.record("registering opened", cohort.public_id, actor=by.public_id)


def close_joining(cohort: Cohort, *, by: Account) -> None:
    cohort.join_token = None
    audit.record("registering closed", cohort.public_id, actor=by.public_id)
