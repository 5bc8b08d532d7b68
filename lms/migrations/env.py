"""How Alembic runs here: on the application's own engine, with the tables of every room."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

import sqlalchemy as sa
from alembic import context
from alembic.autogenerate.api import AutogenContext
from flask import current_app

from lms.core.db import ORDERED_KEY, UTCDateTime

extension = current_app.extensions["migrate"]


def render_plainly(kind: str, item: object, _context: AutogenContext) -> str | Literal[False]:
    """Write our column types as plain ones: a migration must not change when our code does."""
    if kind != "type":
        return False
    if isinstance(item, UTCDateTime):
        return "sa.DateTime(timezone=True)"
    if isinstance(item, sa.Enum):
        return f"sa.String(length={item.length})"
    if item is ORDERED_KEY:
        return 'sa.String().with_variant(sa.String(collation="C"), "postgresql")'
    return False


@contextmanager
def rebuilding_tables(connection: sa.Connection) -> Iterator[None]:
    """Let SQLite put a changed copy in the place of a table that others refer to.

    Its foreign keys sleep meanwhile (outside a transaction, or it would not listen) and are
    all checked at the end.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    raw = connection.connection.driver_connection
    assert raw is not None
    raw.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
        if broken := raw.execute("PRAGMA foreign_key_check").fetchall():
            raise RuntimeError(f"rows refer to what is not there: {broken[:5]}")
    finally:
        raw.execute("PRAGMA foreign_keys=ON")


def migrate() -> None:
    """Run on the database; all or nothing, also on SQLite."""
    engine = extension.db.engine
    with engine.connect() as connection, rebuilding_tables(connection):
        context.configure(
            connection=connection,
            target_metadata=extension.db.metadata,
            compare_type=True,
            render_as_batch=True,
            render_item=render_plainly,
        )
        with context.begin_transaction():
            context.run_migrations()


def print_sql() -> None:
    """`--sql`: print the statements for a careful administrator."""
    url = str(extension.db.engine.url)
    context.configure(
        url=url, target_metadata=extension.db.metadata, literal_binds=True, render_as_batch=True
    )
    with context.begin_transaction():
        context.run_migrations()


if context.is_offline_mode():
    print_sql()
else:
    migrate()
