"""Reading certificates."""

from collections.abc import Sequence

from sqlalchemy import select

from lms.certificates.models import Certificate, CertificateFile, CertificateKind, CertificateStatus
from lms.core.db import db
from lms.people.models import Person


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
