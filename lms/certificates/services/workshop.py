"""Certificates and attendance papers of a workshop, issued together; locking decides the provisional ones."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.exc import IntegrityError

from lms.certificates import queries
from lms.certificates.attendance import AttendanceFacts, AttendedHalfDay
from lms.certificates.models import Certificate, CertificateKind, CertificateStatus
from lms.certificates.rules import Candidate
from lms.certificates.services.issuing import Draw, Issuer, PrintedName, course_facts, keep, keep_course
from lms.cohorts.models import Cohort, CohortStatus, Participant, Session
from lms.cohorts.places import day_there
from lms.cohorts.signals import cohort_locked
from lms.content.course import Course, UnknownContent
from lms.content.store import current_course
from lms.core import audit, codes
from lms.core.db import db
from lms.core.pdf import DoesNotFit, MissingGlyph
from lms.people.models import Account
from lms.progress.queries import status_of_cohort
from lms.progress.rules import CourseStatus, Way

NOT_ATTENDED = "not attended"


@dataclass(frozen=True, slots=True)
class Printer:
    """How the two papers are drawn, who issues them, in which language."""

    draw: Draw
    draw_attendance: Callable[[AttendanceFacts], bytes]
    issuer: Issuer
    language: str
    place: str  # of the workshop, in that language
    organisations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Issued:
    """What came of it: the papers, and the places whose name does not fit or cannot be printed."""

    certificates: tuple[Certificate, ...]
    unprintable: tuple[Participant, ...]


def issue_workshop(
    cohort: Cohort,
    course: Course,
    chosen: Collection[str],
    printer: Printer,
    *,
    by: Account,
    at: datetime,
) -> Issued:
    """Issue the certificate of the course to those chosen (public ids) who are entitled to it now.

    Before the workshop is locked, what was earned in the room is provisional.
    """
    candidates = queries.candidates_of(cohort, course, at=at)
    entitled = [one for one in candidates if one.can_be_issued and one.participant.public_id in chosen]
    made, unprintable = [], []
    for one in entitled:
        try:
            made.append(_course(cohort, course, one, printer, at=at))
        except (DoesNotFit, MissingGlyph):
            unprintable.append(one.participant)
    audit.record("certificates issued", cohort.public_id, actor=by.public_id, count=len(made))
    return Issued(tuple(made), tuple(unprintable))


def issue_attendance(
    cohort: Cohort, course: Course, printer: Printer, *, by: Account, at: datetime
) -> Issued:
    """An attendance paper for everybody who came to a half-day and has none yet."""
    made, unprintable = [], []
    have = {one.person_id for one in queries.papers_of(cohort, CertificateKind.ATTENDANCE)}
    for participant, attended in queries.attended_in(cohort):
        if not attended or participant.enrolment.person_id in have:
            continue
        try:
            made.append(_attendance(cohort, course, participant, attended, printer, at=at))
        except (DoesNotFit, MissingGlyph):
            unprintable.append(participant)
        except IntegrityError:
            continue  # a colleague was quicker: there is one
    audit.record("attendance papers issued", cohort.public_id, actor=by.public_id, count=len(made))
    return Issued(tuple(made), tuple(unprintable))


@cohort_locked.connect
def settle_when_locked(cohort: Cohort, *, by: Account, at: datetime) -> None:
    settle_provisional(cohort, by=by, at=at)


def settle_provisional(cohort: Cohort, *, by: Account, at: datetime) -> tuple[int, int]:
    """Make valid what holds and void what does not; say how many of each.

    A certificate holds when all its modules are earned now; an attendance paper when its holder
    came to exactly the half-days that it says.
    """
    waiting = queries.provisional_of(cohort)
    people = {one.enrolment.person_id: (one, attended) for one, attended in queries.attended_in(cohort)}
    statuses = _statuses(cohort, [one for one, _ in people.values()])
    held = 0
    for certificate in waiting:
        place = people.get(certificate.person_id)
        holds = place is not None and (
            _still_completed(statuses[place[0].id])
            if certificate.kind is CertificateKind.COURSE
            else _says_the_same(certificate, place[1])
        )
        held += holds
        certificate.status = CertificateStatus.VALID if holds else CertificateStatus.VOID
        certificate.status_at = at
        certificate.status_reason = None if holds else NOT_ATTENDED
        action = "certificate confirmed" if holds else "certificate made void"
        audit.record(action, certificate.public_id, actor=by.public_id)
    db.session.flush()
    return held, len(waiting) - held


def _statuses(cohort: Cohort, people: Sequence[Participant]) -> dict[int, CourseStatus]:
    return status_of_cohort(people, current_course()) if people else {}


def _still_completed(status: CourseStatus) -> bool:
    return status.is_completed


def _says_the_same(certificate: Certificate, attended: Sequence[Session]) -> bool:
    printed = AttendanceFacts.from_json(certificate.facts_json).half_days
    return {(one.on, one.half) for one in printed} == {(one.on, one.half.value) for one in attended}


def _course(cohort: Cohort, course: Course, one: Candidate, printer: Printer, *, at: datetime) -> Certificate:
    person = one.participant.enrolment.person
    token = codes.new_token()
    facts = course_facts(
        one.status,
        course,
        PrintedName(person.family_name, person.given_name),
        printer.issuer,
        token=token,
        language=printer.language,
        on=day_there(at, cohort.region_code),
    )
    in_room = any(module.way is Way.ROOM for module in one.status.modules)
    return keep_course(
        person,
        facts,
        token,
        printer.draw(facts),
        course=course,
        at=at,
        cohort=cohort,
        status=_status(cohort) if in_room else CertificateStatus.VALID,
    )


def _attendance(
    cohort: Cohort,
    course: Course,
    participant: Participant,
    attended: Sequence[Session],
    printer: Printer,
    *,
    at: datetime,
) -> Certificate:
    person, token = participant.enrolment.person, codes.new_token()
    half_days = tuple(_half_day(one, course) for one in attended)
    numbers = {number for one in half_days for number in one.modules}
    facts = AttendanceFacts(
        family_name=person.family_name,
        given_name=person.given_name,
        workshop_title=cohort.title,
        workshop_code=cohort.code,
        place=printer.place,
        organisations=printer.organisations,
        half_days=half_days,
        held=len(cohort.sessions),
        titles=tuple(
            (module.number, module.title[printer.language])
            for module in course.modules
            if module.number in numbers
        ),
        issued_on=day_there(at, cohort.region_code),
        code=codes.new_code(),
        verify_url=f"{printer.issuer.base_url}/v/{token}",
        verify_host=printer.issuer.host,
        language=printer.language,
        issuer_name=printer.issuer.name,
    )
    paper = Certificate(
        person_id=person.id,
        kind=CertificateKind.ATTENDANCE,
        cohort_id=cohort.id,
        status=_status(cohort),
        token=token,
        course_version=f"{course.version}-{course.hash[:12]}",
    )
    return keep(paper, facts, printer.draw_attendance(facts), at=at)


def _half_day(session: Session, course: Course) -> AttendedHalfDay:
    numbers = []
    for module_id in session.module_ids:
        try:
            numbers.append(course.module(module_id).number)
        except UnknownContent:
            continue  # the course has no longer this module
    return AttendedHalfDay(
        session.on, session.half.value, session.starts, session.ends, tuple(sorted(numbers))
    )


def _status(cohort: Cohort) -> CertificateStatus:
    locked = cohort.status is CohortStatus.LOCKED
    return CertificateStatus.VALID if locked else CertificateStatus.PROVISIONAL
