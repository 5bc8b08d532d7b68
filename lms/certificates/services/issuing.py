"""A certificate is issued to its holder: facts and file are written together, once."""

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.exc import IntegrityError

from lms.certificates import queries
from lms.certificates.attendance import AttendanceFacts
from lms.certificates.errors import CourseNotCompleted
from lms.certificates.facts import CertificateFacts, EarnedModule
from lms.certificates.models import Certificate, CertificateFile, CertificateKind, CertificateStatus
from lms.cohorts.models import Cohort
from lms.content.course import Course
from lms.core import audit, codes
from lms.core.clock import local_day
from lms.core.db import db
from lms.people.models import Person
from lms.progress.queries import status_of
from lms.progress.rules import CourseStatus

Draw = Callable[[CertificateFacts], bytes]


@dataclass(frozen=True, slots=True)
class PrintedName:
    """The holder's name as it is to be printed, confirmed by the holder."""

    family_name: str
    given_name: str


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issues: the name in the certificate's language, and the site's public address."""

    name: str
    base_url: str
    host: str


def issue_certificate(
    person: Person,
    course: Course,
    name: PrintedName,
    issuer: Issuer,
    *,
    draw: Draw,
    language: str,
    at: datetime,
) -> Certificate:
    """Issue the certificate of the course, drawn once and kept as drawn.

    There is one for a person: a second call gives the first again. `draw` makes the file of the
    facts (`certificates.pdf.draw`). Raises `CourseNotCompleted`; `core.pdf.MissingGlyph` for a
    letter that cannot be printed; `core.pdf.DoesNotFit` for a name too long for the paper.
    """
    if earlier := queries.certificate_of(person):
        return earlier
    status = status_of(person, course)
    if not status.is_completed:
        raise CourseNotCompleted
    token = codes.new_token()
    facts = course_facts(status, course, name, issuer, token=token, language=language, on=local_day(at))
    return keep_course(person, facts, token, draw(facts), course=course, at=at)


def course_facts(
    status: CourseStatus,
    course: Course,
    name: PrintedName,
    issuer: Issuer,
    *,
    token: str,
    language: str,
    on: date,
) -> CertificateFacts:
    """What the certificate of the course says of somebody who has completed it."""
    return CertificateFacts(
        family_name=name.family_name,
        given_name=name.given_name,
        course_title_mn=course.title["mn"],
        course_title_en=course.title["en"],
        modules=_earned_modules(status),
        hours=course.hours,
        issued_on=on,
        code=codes.new_code(),
        verify_url=f"{issuer.base_url}/v/{token}",
        verify_host=issuer.host,
        language=language,
        issuer_name=issuer.name,
    )


def keep_course(
    person: Person,
    facts: CertificateFacts,
    token: str,
    drawn: bytes,
    *,
    course: Course,
    at: datetime,
    cohort: Cohort | None = None,
    status: CertificateStatus = CertificateStatus.VALID,
) -> Certificate:
    """Keep the certificate; of two taps at once the database keeps one, and both get it."""
    certificate = Certificate(
        person_id=person.id,
        kind=CertificateKind.COURSE,
        cohort_id=cohort.id if cohort else None,
        status=status,
        token=token,
        course_version=f"{course.version}-{course.hash[:12]}",
    )
    try:
        return keep(certificate, facts, drawn, at=at)
    except IntegrityError:
        earlier = queries.certificate_of(person)
        if earlier is None:
            raise
        return earlier


def keep(
    certificate: Certificate, facts: CertificateFacts | AttendanceFacts, drawn: bytes, *, at: datetime
) -> Certificate:
    """Write the row with its facts and its bytes. Raises IntegrityError when there is one already."""
    certificate.public_id = secrets.token_urlsafe(12)
    certificate.code = facts.code
    certificate.issued_on, certificate.issued_at = facts.issued_on, at
    certificate.facts_json = facts.to_json()
    certificate.template_version = facts.template_version
    certificate.sha256 = hashlib.sha256(drawn).hexdigest()
    with db.session.begin_nested():
        db.session.add(certificate)
        db.session.flush()
        db.session.add(CertificateFile(certificate_id=certificate.id, pdf=drawn))
    audit.record("certificate issued", certificate.public_id, kind=certificate.kind.value)
    return certificate


def _earned_modules(status: CourseStatus) -> tuple[EarnedModule, ...]:
    return tuple(
        EarnedModule(
            number=one.module.number,
            title_mn=one.module.title["mn"],
            title_en=one.module.title["en"],
            way=one.way,
            earned_on=local_day(one.earned_at),
        )
        for one in status.modules
        if one.earned_at
    )
