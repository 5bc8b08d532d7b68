"""Places on a register change: taken off, given back, corrected, recognised as somebody known."""

from datetime import datetime

from sqlalchemy.exc import IntegrityError

from lms.cohorts import queries
from lms.cohorts.errors import AlreadyOnRegister
from lms.cohorts.models import Participant
from lms.cohorts.services.doors import refuse_locked
from lms.cohorts.services.participants import NewParticipant, write_facts
from lms.core import audit
from lms.core.db import db
from lms.learning.services import enrol
from lms.people.models import Account, Person


def take_off(place: Participant, *, by: Account, at: datetime) -> None:
    """Take somebody off the register; number and marks stay, so that it can be undone."""
    refuse_locked(place.cohort)
    place.removed_at = at
    audit.record("taken off register", place.public_id, actor=by.public_id, workshop=place.cohort.code)


def give_back(place: Participant, *, by: Account) -> None:
    refuse_locked(place.cohort)
    place.removed_at = None
    audit.record("given back to register", place.public_id, actor=by.public_id, workshop=place.cohort.code)


def correct(place: Participant, new: NewParticipant, *, by: Account) -> None:
    """Correct what the register says. The name is the person's own, everywhere."""
    refuse_locked(place.cohort)
    person = place.enrolment.person
    person.family_name, person.given_name = new.family_name, new.given_name
    for name in ("phone", "region_code", "group", "gender", "birth_year", "disability"):
        if getattr(person, name) in (None, getattr(place, name)):  # what they said of themselves stays
            setattr(person, name, getattr(new, name) or getattr(person, name))
    write_facts(place, new)
    audit.record("register corrected", place.public_id, actor=by.public_id, workshop=place.cohort.code)


def recognise(place: Participant, person: Person, *, by: Account, at: datetime) -> None:
    """Somebody on the register is a person known already: the place becomes theirs.

    The row that was made for this register goes, unless something else hangs on it.
    Raises `AlreadyOnRegister` when that person has a place of their own.
    """
    refuse_locked(place.cohort)
    queries.hold_register(place.cohort)
    if queries.place_of(place.cohort, person):
        raise AlreadyOnRegister
    left = place.enrolment
    audit.record(
        "recognised",
        place.public_id,
        actor=by.public_id,
        before=left.person.public_id,
        after=person.public_id,
    )
    place.enrolment = enrol(person, at=at)
    db.session.flush()
    if left.person.account is None:
        _let_go(left, left.person)


def _let_go(*rows: object) -> None:
    """Delete rows that nothing points at; the database says when something does."""
    try:
        with db.session.begin_nested():
            for row in rows:
                db.session.delete(row)
                db.session.flush()
    except IntegrityError:
        pass
