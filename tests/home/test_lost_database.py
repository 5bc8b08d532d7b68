"""No database, or a full disk: reading goes on, writing says that nothing was kept and recovers by itself."""

import pytest
from sqlalchemy import event, text

from lms.core.db import Base, db
from tests.conftest import close_app, make_app, settings
from tests.databases import SqliteFiles


@pytest.fixture
def without_database(tmp_path):
    """An application whose PostgreSQL does not answer."""
    app = make_app(settings("postgresql+psycopg://egekh@127.0.0.1:1/egekh", tmp_path))
    yield app
    close_app(app)


def test_without_a_database_guests_still_read(without_database):
    visitor = without_database.test_client()
    for address in ("/", "/lessons", "/lessons/whom-to-ask", "/glossary", "/sign-in", "/healthz"):
        assert (address, visitor.get(address).status_code) == (address, 200)


def test_without_a_database_nothing_is_said_to_be_saved(without_database):
    visitor = without_database.test_client()
    assert visitor.post("/lessons/whom-to-ask/done").status_code == 503
    assert visitor.post("/sign-in", data={"name": "99112233", "password": "x" * 9}).status_code == 503
    assert visitor.get("/readyz").status_code == 503
    assert visitor.get("/v/7K3MH9TPX4E").status_code == 503


def test_a_full_disk_refuses_loses_nothing_and_recovers_by_itself(tmp_path, quick_hashes):
    """SQLite's own limit of pages stands for the disk: it answers “database or disk is full”."""
    app = make_app(settings(SqliteFiles(tmp_path).empty(), tmp_path))
    pages = {"most": 1_000_000}
    with app.app_context():
        Base.metadata.create_all(db.engine)

        @event.listens_for(db.engine, "begin")
        def keep_small(connection):
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages['most']}")

        pages["most"] = db.session.execute(text("PRAGMA page_count")).scalar_one()
        db.session.remove()
    visitors = [app.test_client() for _ in range(40)]
    answers = [visitor.post("/lessons/whom-to-ask/done").status_code for visitor in visitors]
    assert set(answers) == {303, 503}
    pages["most"] = 1_000_000
    for visitor, answer in zip(visitors, answers, strict=True):
        assert ("1/4" in visitor.page("/progress").text) == (answer == 303)
        assert visitor.post("/lessons/whom-to-ask/done").status_code == 303
    close_app(app)
