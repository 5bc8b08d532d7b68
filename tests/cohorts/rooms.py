"""Workshops for tests."""

from datetime import date, timedelta
from typing import Any

from lms.cohorts import services
from lms.cohorts.models import Cohort, HalfDay, MarkStatus, Participant, Session, Source
from lms.cohorts.services import Mark, NewCohort, NewParticipant, NewSession
from lms.content.store import current_course
from lms.core.clock import now
from lms.core.codes import new_token
from lms.core.db import db
from lms.people.models import Account, Person
from tests.factories import SELENGE


def make_workshop(by: Account, *, on: date = date(2026, 11, 24), days: int = 1, **fields: Any) -> Cohort:
    """A workshop in Сэлэнгэ with a morning and an afternoon a day; each teaches a module in turn."""
    modules = [module.id for module in current_course().modules]
    halves = [(on + timedelta(days=day), half) for day in range(days) for half in HalfDay]
    plain: dict[str, Any] = {
        "title": "Төсөв ба оролцоо",
        "region_code": SELENGE,
        "venue": "Соёлын төв",
        "implementer": "Эгэх төсөл",
        "sessions": [
            NewSession(day, half, (modules[place % len(modules)],))
            for place, (day, half) in enumerate(halves)
        ],
    }
    cohort = services.new_cohort(NewCohort(**{**plain, **fields}), by=by, at=now())
    db.session.refresh(cohort)
    return cohort


def add(
    workshop: Cohort,
    given_name: str,
    family_name: str = "Дорж",
    *,
    person: Person | None = None,
    source: Source = Source.TYPED,
    **facts: Any,
) -> Participant:
    new = NewParticipant(family_name, given_name, **facts)
    return services.add_participant(workshop, new, person=person, source=source, by=None, at=now())


def mark(
    session: Session,
    participant: Participant,
    by: Account,
    status: MarkStatus = MarkStatus.PRESENT,
    **others: Any,
) -> None:
    one = Mark(new_token(), participant.id, status, now(), **others)
    services.record_marks(session, [one], by=by, way="roll_call", at=now())
