"""What is missing on a register, and what looks wrong."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import aliased

from lms.cohorts.models import AttendanceMark, Cohort, HalfDay, Participant, ParticipantRole, Session
from lms.cohorts.places import moment_there
from lms.cohorts.queries.register import participants_of, registers_of
from lms.cohorts.rules import Attendance, Flaw, settle
from lms.core.db import db
from lms.people.matching import Wanted, candidates_for
from lms.people.models import Person


@dataclass(frozen=True, slots=True)
class Finding:
    """One flaw, with the half-day and the people that it is about; `other` is the person somebody may be."""

    flaw: Flaw
    session: Session | None = None
    people: tuple[Participant, ...] = ()
    other: Person | None = None


def findings_in(cohort: Cohort, *, at: datetime) -> list[Finding]:
    """Everything to be put right or looked at, the gravest first."""
    people = [one for one in participants_of(cohort) if one.role is ParticipantRole.PARTICIPANT]
    found = [
        *_of_the_plan(cohort, people, at),
        *_of_attendance(cohort, people, at),
        *_times(cohort),
        *_two_places(cohort, people),
        *_alike(people),
        *(Finding(Flaw.NO_GENDER, people=(one,)) for one in people if one.gender is None),
    ]
    return sorted(found, key=lambda one: list(Flaw).index(one.flaw))


def _of_the_plan(cohort: Cohort, people: list[Participant], at: datetime) -> Iterator[Finding]:
    if not cohort.sessions:
        yield Finding(Flaw.NO_HALF_DAYS)
    if not people:
        yield Finding(Flaw.NO_PEOPLE)
    for session in cohort.sessions:
        if not _has_begun(session, cohort, at):
            yield Finding(Flaw.NOT_BEGUN, session)


def _has_begun(session: Session, cohort: Cohort, at: datetime) -> bool:
    return moment_there(session.on, session.starts, cohort.region_code) <= at


def _of_attendance(cohort: Cohort, people: list[Participant], at: datetime) -> Iterator[Finding]:
    registers = registers_of(cohort)
    for session in cohort.sessions:
        if not _has_begun(session, cohort, at):
            continue
        register = registers.get(session.id, {})
        for flaw, attendance in ((Flaw.UNMARKED, Attendance.UNMARKED), (Flaw.DISPUTED, Attendance.DISPUTED)):
            those = tuple(one for one in people if register.get(one.id, Attendance.UNMARKED) is attendance)
            if those:
                yield Finding(flaw, session, those)


def _times(cohort: Cohort) -> Iterator[Finding]:
    ends = {(one.on, one.half): one.ends for one in cohort.sessions}
    for session in cohort.sessions:
        morning = ends.get((session.on, HalfDay.MORNING), "")
        overlaps = session.half is HalfDay.AFTERNOON and morning > session.starts
        if session.starts >= session.ends or overlaps:
            yield Finding(Flaw.IMPOSSIBLE_TIME, session)


def _two_places(cohort: Cohort, people: list[Participant]) -> Iterator[Finding]:
    """Somebody who came here and, in the same half-day, to another workshop."""
    here, there = aliased(Session), aliased(Session)
    rows = db.session.execute(
        select(here, Participant.enrolment_id, AttendanceMark)
        .join(there, (there.on == here.on) & (there.half == here.half) & (there.cohort_id != here.cohort_id))
        .join(AttendanceMark, AttendanceMark.session_id == there.id)
        .join(Participant, Participant.id == AttendanceMark.participant_id)
        .where(
            here.cohort_id == cohort.id,
            Participant.removed_at.is_(None),
            Participant.enrolment_id.in_([one.enrolment_id for one in people]),
        )
    ).all()
    elsewhere: dict[tuple[Session, int], dict[int, list[AttendanceMark]]] = {}
    for session, enrolment_id, mark in rows:
        elsewhere.setdefault((session, enrolment_id), {}).setdefault(mark.session_id, []).append(mark)
    registers, by_enrolment = registers_of(cohort), {one.enrolment_id: one for one in people}
    for (session, enrolment_id), marks in elsewhere.items():
        one = by_enrolment[enrolment_id]
        came = registers.get(session.id, {}).get(one.id, Attendance.UNMARKED).came
        if came and any(settle(of_one).came for of_one in marks.values()):
            yield Finding(Flaw.TWO_PLACES, session, (one,))


def _alike(people: list[Participant]) -> Iterator[Finding]:
    """Each pair once within the register; and everybody who is surely on the record elsewhere, too."""
    persons = [one.enrolment.person for one in people]
    wanted = [
        Wanted(one.family_name, one.given_name, one.birth_year, one.phone, one.region_code) for one in persons
    ]
    here = {one.enrolment.person_id: one for one in people}
    for one, found in zip(people, candidates_for(wanted), strict=True):
        for candidate in found:
            other = candidate.person
            pair_here = other.id in here and other.id > one.enrolment.person_id
            if pair_here or (candidate.sure and other.id not in here):
                yield Finding(Flaw.ALIKE, people=(one,), other=other)
