"""Reading certificates."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import and_, select
from sqlalchemy.orm import joinedload

from lms.certificates.models import Certificate, CertificateFile, CertificateKind, CertificateStatus
from lms.certificates.rules import Candidate, candidate
from lms.cohorts import queries as cohorts
from lms.cohorts.models import Cohort, Participant, ParticipantRole, Session
from lms.cohorts.places import day_there
from lms.cohorts.rules import Attendance
from lms.content.course import Course
from lms.core.db import db
from lms.learning.models import Enrolment
from lms.people.models import Person
from lms.progress.queries import status_of_cohort


def certificate_of(person: Person) -> Certificate | None:
    """The person's certificate of the course; one that was made void is none."""
    return db.session.scalar(
        select(Certificate).where(
            Certificate.person_id == person.id,
            Certificate.kind == CertificateKind.COURSE,
            Certificate.status != CertificateStatus.VOID,
        )
    )


def certificates_of(person: Person) -> Sequence[Certificate]:
    return db.session.scalars(
        select(Certificate).where(Certificate.person_id == person.id).order_by(Certificate.issued_at)
    ).all()


def own_certificate(person: Person, public_id: str) -> Certificate | None:
    """The person's own; another's is as unknown as none."""
    return db.session.scalar(
        select(Certificate).where(Certificate.public_id == public_id, Certificate.person_id == person.id)
    )


def by_token(token: str) -> Certificate | None:
    return db.session.scalar(select(Certificate).where(Certificate.token == token))


def by_code(code: str) -> Certificate | None:
    """`code` in its stored form (core.codes.read)."""
    return db.session.scalar(select(Certificate).where(Certificate.code == code))


def file_of(certificate: Certificate) -> bytes:
    """The bytes that were drawn when it was issued."""
    return db.session.get_one(CertificateFile, certificate.id).pdf


def papers_of(cohort: Cohort, kind: CertificateKind | None = None) -> Sequence[Certificate]:
    """The papers issued in a workshop that are not void, in the order of its register."""
    query = (
        select(Certificate)
        .join(Enrolment, Enrolment.person_id == Certificate.person_id)
        .join(
            Participant,
            and_(Participant.enrolment_id == Enrolment.id, Participant.cohort_id == Certificate.cohort_id),
        )
        .where(Certificate.cohort_id == cohort.id, Certificate.status != CertificateStatus.VOID)
        .order_by(Participant.number)
        .options(joinedload(Certificate.person))
    )
    return db.session.scalars(query.where(Certificate.kind == kind) if kind else query).all()


def void_in(cohort: Cohort) -> Sequence[Certificate]:
    """Papers of a workshop that were made void: their numbers stay on record."""
    return db.session.scalars(
        select(Certificate)
        .where(Certificate.cohort_id == cohort.id, Certificate.status == CertificateStatus.VOID)
        .order_by(Certificate.id)
        .options(joinedload(Certificate.person))
    ).all()


def provisional_of(cohort: Cohort) -> Sequence[Certificate]:
    return db.session.scalars(
        select(Certificate).where(
            Certificate.cohort_id == cohort.id, Certificate.status == CertificateStatus.PROVISIONAL
        )
    ).all()


def paper_in(cohort: Cohort, public_id: str) -> Certificate | None:
    return db.session.scalar(
        select(Certificate).where(Certificate.public_id == public_id, Certificate.cohort_id == cohort.id)
    )


def files_of(certificates: Sequence[Certificate]) -> list[bytes]:
    """The bytes of each, in order."""
    rows = db.session.execute(
        select(CertificateFile.certificate_id, CertificateFile.pdf).where(
            CertificateFile.certificate_id.in_([one.id for one in certificates])
        )
    ).all()
    drawn = {row[0]: row[1] for row in rows}
    return [drawn[one.id] for one in certificates]


def attended_in(cohort: Cohort) -> list[tuple[Participant, list[Session]]]:
    """Everybody who is counted in the workshop, by number, with the half-days that they came to."""
    registers = cohorts.registers_of(cohort)
    return [
        (one, [session for session in cohort.sessions if _came(registers, session, one)])
        for one in cohorts.participants_of(cohort)
        if one.role is ParticipantRole.PARTICIPANT
    ]


def candidates_of(cohort: Cohort, course: Course, *, at: datetime) -> list[Candidate]:
    """Everybody who is counted in the workshop: who gets the certificate, who not, and why.

    The half-days of today and later are taken as attended, where nothing is recorded yet.
    """
    people = [one for one in cohorts.participants_of(cohort) if one.role is ParticipantRole.PARTICIPANT]
    today = day_there(at, cohort.region_code)
    ahead = [one for one in cohort.sessions if one.on >= today]
    now = status_of_cohort(people, course)
    staying = status_of_cohort(people, course, attending=ahead) if ahead else now
    registers = cohorts.registers_of(cohort)
    have = _course_certificates([one.enrolment.person_id for one in people])
    return [
        candidate(
            one,
            now[one.id],
            staying[one.id],
            have.get(one.enrolment.person_id),
            [of.get(one.id, Attendance.UNMARKED) for of in registers.values()],
        )
        for one in people
    ]


def _came(registers: Mapping[int, Mapping[int, Attendance]], session: Session, one: Participant) -> bool:
    return registers.get(session.id, {}).get(one.id, Attendance.UNMARKED).came


def _course_certificates(person_ids: Sequence[int]) -> dict[int, Certificate]:
    rows = db.session.scalars(
        select(Certificate).where(
            Certificate.person_id.in_(person_ids),
            Certificate.kind == CertificateKind.COURSE,
            Certificate.status != CertificateStatus.VOID,
        )
    )
    return {one.person_id: one for one in rows}
