"""Certificates and their files. A row, once written, is not changed."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lms.core.db import Base, short_enum
from lms.people.models import Person


class CertificateKind(StrEnum):
    COURSE = "course"


class Certificate(Base):
    """A snapshot: `facts` is everything that the paper says.

    `token` (128 bits) is the handle of the QR, `code` (10 signs and a check sign) the one for
    typing and reading aloud.
    """

    __tablename__ = "certificates"
    __table_args__ = (UniqueConstraint("person_id", "kind", name="one_certificate_a_person_and_kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    kind: Mapped[CertificateKind] = mapped_column(short_enum(CertificateKind))
    token: Mapped[str] = mapped_column(unique=True)
    code: Mapped[str] = mapped_column(unique=True)
    issued_on: Mapped[date]
    issued_at: Mapped[datetime]
    facts_json: Mapped[dict[str, Any]] = mapped_column("facts", JSON)
    course_version: Mapped[str]
    template_version: Mapped[int]
    sha256: Mapped[str]

    person: Mapped[Person] = relationship()


class CertificateFile(Base):
    """The bytes that were drawn, kept apart so that lists need not read them."""

    __tablename__ = "certificate_files"

    certificate_id: Mapped[int] = mapped_column(ForeignKey("certificates.id"), primary_key=True)
    pdf: Mapped[bytes] = mapped_column(LargeBinary)
