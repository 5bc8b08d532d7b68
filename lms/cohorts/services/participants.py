"""People come onto a register."""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime

from lms.cohorts import queries
from lms.cohorts.errors import AlreadyOnRegister
from lms.cohorts.models import Cohort, Participant, ParticipantRole, Source
from lms.cohorts.services.doors import refuse_locked
from lms.core import audit, codes
from lms.core.db import db
from lms.learning.services import enrol
from lms.people.groups import Disability, Gender, LearnerGroup
from lms.people.models import Account, Person

BADGE_SIGNS = 5


@dataclass(frozen=True, slots=True)
class NewParticipant:
    """What a list, or whoever types, says of somebody that day."""

    family_name: str
    given_name: str
    phone: str | None = None
    email: str | None = None
    region_code: str | None = None
    group: LearnerGroup | None = None
    gender: Gender | None = None
    birth_year: int | None = None
    disability: Disability | None = None
    organisation: str | None = None
    position: str | None = None
    consent: bool | None = None
    role: ParticipantRole = ParticipantRole.PARTICIPANT


def add_participant(
    cohort: Cohort,
    new: NewParticipant,
    *,
    person: Person | None,
    source: Source,
    by: Account | None,
    at: datetime,
) -> Participant:
    """Put somebody on the register: a person already known, or (None) a new one.

    What `new` leaves open is taken from what a known person has said before. A person who was
    taken off the register gets the old place and number back. Raises `AlreadyOnRegister`,
    `CohortLocked`. `by` is None when people register themselves.
    """
    refuse_locked(cohort)
    queries.hold_register(cohort)
    place = queries.place_of(cohort, person) if person else None
    if place and place.removed_at is None:
        raise AlreadyOnRegister
    if place is None:
        place = _new_place(cohort, person or _new_person(new, at=at), at=at)
        place.created_by_id = by.id if by else None
    place.source, place.removed_at = source, None
    write_facts(place, _completed(new, person) if person else new)
    db.session.add(place)
    db.session.flush()
    audit.record(
        "put on register",
        place.public_id,
        actor=by.public_id if by else None,
        workshop=cohort.code,
        source=source.value,
    )
    return place


def _completed(new: NewParticipant, person: Person) -> NewParticipant:
    said_before = ("phone", "region_code", "group", "gender", "birth_year", "disability")
    return replace(new, **{name: getattr(new, name) or getattr(person, name) for name in said_before})


def _new_person(new: NewParticipant, *, at: datetime) -> Person:
    person = Person(
        family_name=new.family_name,
        given_name=new.given_name,
        phone=new.phone,
        email=new.email,
        region_code=new.region_code,
        group=new.group,
        gender=new.gender,
        birth_year=new.birth_year,
        disability=new.disability,
        created_at=at,
    )
    db.session.add(person)
    db.session.flush()
    return person


def _new_place(cohort: Cohort, person: Person, *, at: datetime) -> Participant:
    highest, taken = queries.badge_codes_of(cohort)
    badge = codes.short_code(BADGE_SIGNS)
    while badge in taken:
        badge = codes.short_code(BADGE_SIGNS)
    return Participant(
        public_id=secrets.token_urlsafe(12),
        cohort_id=cohort.id,
        enrolment_id=enrol(person, at=at).id,
        number=highest + 1,
        badge_code=badge,
        created_at=at,
    )


def write_facts(place: Participant, new: NewParticipant) -> None:
    place.role = new.role
    place.region_code = new.region_code
    place.group = new.group
    place.gender = new.gender
    place.birth_year = new.birth_year
    place.disability = new.disability
    place.organisation = new.organisation
    place.position = new.position
    place.phone = new.phone
    place.consent = new.consent
