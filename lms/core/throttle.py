"""Counting of tries in the database, so that all workers share the count and a restart keeps it."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Mapped, mapped_column

from lms.core.clock import now
from lms.core.db import Base, db, expect_write, insert_new


class ThrottleCount(Base):
    """Tries under one key since `since`. Keys are hashed: a phone number is not kept here."""

    __tablename__ = "throttle_counts"

    key: Mapped[str] = mapped_column(primary_key=True)
    since: Mapped[datetime]
    count: Mapped[int]


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `tries` within `window`."""

    name: str
    tries: int
    window: timedelta


class TooManyTries(Exception):
    """The limit is used up; `retry_after` is in seconds."""

    def __init__(self, retry_after: int) -> None:
        self.retry_after = retry_after
        super().__init__(f"too many tries, wait {retry_after} s")


def count_try(limit: Limit, subject: str) -> None:
    """Count one try and keep the count whatever happens next.

    Call it before anything of the request is written: it ends the transaction in hand.
    Raises `TooManyTries`.
    """
    db.session.rollback()
    expect_write()
    key, moment = _key(limit, subject), now()
    insert_new(ThrottleCount, [{"key": key, "since": moment, "count": 0}])
    row = db.session.scalars(select(ThrottleCount).where(ThrottleCount.key == key).with_for_update()).one()
    if row.since + limit.window <= moment:
        row.since, row.count = moment, 0
    if row.count >= limit.tries:
        wait = row.since + limit.window - moment
        db.session.rollback()
        raise TooManyTries(max(1, int(wait.total_seconds())))
    row.count += 1
    db.session.commit()


def forget_tries(limit: Limit, subject: str) -> None:
    """Start the count again after a success; the caller commits."""
    db.session.execute(delete(ThrottleCount).where(ThrottleCount.key == _key(limit, subject)))


def _key(limit: Limit, subject: str) -> str:
    return f"{limit.name}:{hashlib.sha256(subject.encode()).hexdigest()[:32]}"
