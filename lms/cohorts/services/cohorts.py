"""Workshops and their half-days are planned."""

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.exc import IntegrityError

from lms.cohorts import queries
from lms.cohorts.models import Cohort, CohortTrainer, HalfDay, PartialCounts, Session
from lms.cohorts.places import LETTERS, day_there
from lms.core import audit
from lms.core.db import db
from lms.people.models import Account

HOURS = {HalfDay.MORNING: ("09:00", "13:00"), HalfDay.AFTERNOON: ("14:00", "18:00")}
HALF_ORDER = {HalfDay.MORNING: 0, HalfDay.AFTERNOON: 1}


@dataclass(frozen=True, slots=True)
class NewSession:
    """One half-day; times are the place's own, 09:00–13:00 and 14:00–18:00 unless told."""

    on: date
    half: HalfDay
    module_ids: tuple[str, ...] = ()
    starts: str | None = None
    ends: str | None = None


@dataclass(frozen=True, slots=True)
class NewCohort:
    """What is said of a workshop. Its code is made, unless a past one brings its own."""

    title: str
    region_code: str
    venue: str
    implementer: str
    soum_code: str | None = None
    khoroo: str | None = None
    partner: str | None = None
    funder: str | None = None
    language: str = "mn"
    partial_counts: PartialCounts = PartialCounts.WHOLE
    share_needed: int = 80
    sessions: Sequence[NewSession] = ()
    trainers: Sequence[Account] = ()
    code: str | None = None


def new_cohort(new: NewCohort, *, by: Account, at: datetime) -> Cohort:
    """Plan a workshop with its half-days and trainers; its code is letters-year-number: АР-2022-01."""
    first = min((one.on for one in new.sessions), default=day_there(at, new.region_code))
    cohort = Cohort(
        public_id=secrets.token_urlsafe(12),
        title=new.title,
        region_code=new.region_code,
        soum_code=new.soum_code,
        khoroo=new.khoroo,
        venue=new.venue,
        implementer=new.implementer,
        partner=new.partner,
        funder=new.funder,
        language=new.language,
        partial_counts=new.partial_counts,
        share_needed=new.share_needed,
        created_by_id=by.id,
        created_at=at,
    )
    _keep_with_code(cohort, new.code, f"{LETTERS[new.region_code]}-{first.year:04}-")
    db.session.add_all(make_session(cohort, one) for one in new.sessions)
    db.session.add_all(CohortTrainer(cohort=cohort, account=one) for one in new.trainers)
    db.session.flush()
    audit.record("workshop planned", cohort.public_id, actor=by.public_id, code=cohort.code)
    return cohort


def _keep_with_code(cohort: Cohort, code: str | None, start: str) -> None:
    """Store the workshop under its code, or under the next free one; the database decides a race."""
    if code:
        cohort.code = code
        db.session.add(cohort)
        db.session.flush()
        return
    number = _next_number(start)
    while True:
        cohort.code = f"{start}{number:02}"
        try:
            with db.session.begin_nested():
                db.session.add(cohort)
        except IntegrityError:
            number += 1
        else:
            return


def _next_number(start: str) -> int:
    ends = (code.removeprefix(start) for code in queries.codes_beginning(start))
    return max((int(end) for end in ends if re.fullmatch(r"\d{1,6}", end)), default=0) + 1


def make_session(cohort: Cohort, new: NewSession) -> Session:
    starts, ends = HOURS[new.half]
    return Session(
        public_id=secrets.token_urlsafe(12),
        cohort=cohort,
        on=new.on,
        half=new.half,
        half_order=HALF_ORDER[new.half],
        starts=new.starts or starts,
        ends=new.ends or ends,
        module_ids=list(new.module_ids),
    )
