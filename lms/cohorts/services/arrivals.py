"""Somebody comes through the door: on the register and, in a half-day under way, present at once."""

from datetime import datetime

from lms.cohorts.models import Cohort, MarkStatus, Participant, Session, Source
from lms.cohorts.services.marks import Mark, record_marks
from lms.cohorts.services.participants import NewParticipant, add_participant
from lms.core.codes import new_token
from lms.people.models import Account, Person


def walk_in(
    cohort: Cohort,
    new: NewParticipant,
    *,
    person: Person | None,
    session: Session | None,
    by: Account,
    at: datetime,
) -> Participant:
    """Put a walk-in on the register and mark them present in `session`. Raises as `add_participant`."""
    place = add_participant(cohort, new, person=person, source=Source.TYPED, by=by, at=at)
    if session:
        mark = Mark(new_token(), place.id, MarkStatus.PRESENT, at)
        record_marks(session, [mark], by=by, way="walk_in", at=at)
    return place
