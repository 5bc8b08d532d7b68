"""Tables, the session and how the two databases are opened.

SQLite: WAL with `synchronous=FULL`, foreign keys on, and `BEGIN IMMEDIATE` wherever a
write may come, so that two writers wait for each other instead of failing half-way.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from flask import Flask, g, has_request_context, request
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import (
    Connection,
    DateTime,
    Dialect,
    Engine,
    Enum,
    MetaData,
    String,
    TypeDecorator,
    event,
    inspect,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import DeclarativeBase, Session

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
BUSY_TIMEOUT_MS = 8000


class UTCDateTime(TypeDecorator[datetime]):
    """An aware moment, kept in UTC: SQLite forgets the zone, this type remembers it."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone cannot be stored")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """Every table of every room."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {datetime: UTCDateTime()}


# A sort key (core.mongolian.sort_key) is compared sign by sign, whatever the database's language.
ORDERED_KEY = String().with_variant(String(collation="C"), "postgresql")


def short_enum(kind: type[StrEnum]) -> Enum:
    """A column of an enum's values as plain text: a new value needs no migration."""
    return Enum(
        kind,
        native_enum=False,
        create_constraint=False,
        length=32,
        values_callable=lambda e: [v.value for v in e],
    )


# The savepoint mode lets a test wrap everything in one transaction and take it back.
db = SQLAlchemy(metadata=Base.metadata, session_options={"join_transaction_mode": "create_savepoint"})
migrate = Migrate(db=db, directory="lms/migrations", render_as_batch=True)


def open_database(app: Flask, url: str, migrations: str) -> None:
    app.config["SQLALCHEMY_DATABASE_URI"] = url
    if url.startswith("postgresql"):
        app.config["SQLALCHEMY_ENGINE_OPTIONS"] = {"pool_pre_ping": True}
    db.init_app(app)
    migrate.init_app(app, db, directory=migrations)


@event.listens_for(Engine, "connect")
def _set_pragmas(connection: Any, _record: Any) -> None:
    if not isinstance(connection, sqlite3.Connection):
        return
    connection.isolation_level = None  # we say BEGIN ourselves, below
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"busy_timeout={BUSY_TIMEOUT_MS}",
    ):
        connection.execute(f"PRAGMA {pragma}")


@event.listens_for(Engine, "begin")
def _begin(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        reads_only = has_request_context() and request.method in SAFE_METHODS and not g.get("expects_write")
        connection.exec_driver_sql("BEGIN" if reads_only else "BEGIN IMMEDIATE")


def expect_write() -> None:
    """Announce a write in a request that otherwise only reads (counting tries)."""
    g.expects_write = True


@contextmanager
def own_transaction() -> Iterator[Session]:
    """A transaction beside the request's: for the browser session, which outlives a refusal."""
    with (
        Session(db.engine, join_transaction_mode="create_savepoint", expire_on_commit=False) as session,
        session.begin(),
    ):
        yield session


def insert_new(model: type[Base], rows: Iterable[Mapping[str, Any]]) -> int:
    """Insert the rows that break no unique constraint and say how many they were.

    The database decides a race: of two equal rows sent at once one is kept.
    """
    insert = postgresql.insert if db.session.get_bind().dialect.name == "postgresql" else sqlite.insert
    keys = inspect(model).primary_key
    kept = db.session.execute(insert(model).values(list(rows)).on_conflict_do_nothing().returning(*keys))
    return len(kept.all())
