"""Certificates and their files. What was printed is never changed; only how it stands may change."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lms.cohorts.models import Cohort
from lms.core.db import Base, short_enum
from lms.people.models import Person


class CertificateKind(StrEnum):
    """COURSE: all modules earned. ATTENDANCE: the half-days of one workshop, for anyone who came."""

    COURSE = "course"
    ATTENDANCE = "attendance"


class CertificateStatus(StrEnum):
    """PROVISIONAL was printed before the last half-day was recorded: locking decides it."""

    VALID = "valid"
    PROVISIONAL = "provisional"
    VOID = "void"


_LIVING_COURSE = text("kind = 'course' AND status <> 'void'")
_LIVING_ATTENDANCE = text("kind = 'attendance' AND status <> 'void'")


class Certificate(Base):
    """A snapshot: `facts` is everything that the paper says.

    `token` (128 bits) is the handle of the QR, `code` (10 signs and a check sign) the one for
    typing and reading aloud.
    """

    __tablename__ = "certificates"
    __table_args__ = (
        Index(
            "one_living_course_certificate",
            "person_id",
            unique=True,
            sqlite_where=_LIVING_COURSE,
            postgresql_where=_LIVING_COURSE,
        ),
        Index(
            "one_living_attendance_paper",
            "person_id",
            "cohort_id",
            unique=True,
            sqlite_where=_LIVING_ATTENDANCE,
            postgresql_where=_LIVING_ATTENDANCE,
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    kind: Mapped[CertificateKind] = mapped_column(short_enum(CertificateKind))
    cohort_id: Mapped[int | None] = mapped_column(ForeignKey("cohorts.id"), index=True)
    status: Mapped[CertificateStatus] = mapped_column(
        short_enum(CertificateStatus), default=CertificateStatus.VALID
    )
    status_at: Mapped[datetime | None]
    status_reason: Mapped[str | None]
    token: Mapped[str] = mapped_column(unique=True)
    code: Mapped[str] = mapped_column(unique=True)
    issued_on: Mapped[date]
    issued_at: Mapped[datetime]
    facts_json: Mapped[dict[str, Any]] = mapped_column("facts", JSON)
    course_version: Mapped[str]
    template_version: Mapped[int]
    sha256: Mapped[str]

    person: Mapped[Person] = relationship()
    cohort: Mapped[Cohort | None] = relationship()

    @property
    def is_void(self) -> bool:
        return self.status is CertificateStatus.VOID

    @property
    def is_provisional(self) -> bool:
        return self.status is CertificateStatus.PROVISIONAL


class CertificateFile(Base):
    """The bytes that were drawn, kept apart so that lists need not read them."""

    __tablename__ = "certificate_files"

    certificate_id: Mapped[int] = mapped_column(ForeignKey("certificates.id"), primary_key=True)
    pdf: Mapped[bytes] = mapped_column(LargeBinary)
