"""The record of acts that somebody may have to answer for. Rows are only ever added."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from lms.core.clock import now
from lms.core.db import Base, db


class AuditEntry(Base):
    """Who (an account's id, None for the system or a guest) did what to which thing, when."""

    __tablename__ = "audit_entries"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    actor: Mapped[str | None] = mapped_column(index=True)
    action: Mapped[str]
    subject: Mapped[str] = mapped_column(index=True)
    facts: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)


def record(action: str, subject: str, *, actor: str | None = None, **facts: Any) -> None:
    """Add one entry to the transaction in hand. Facts never hold a name, a phone or a secret."""
    db.session.add(AuditEntry(at=now(), actor=actor, action=action, subject=subject, facts=facts))
