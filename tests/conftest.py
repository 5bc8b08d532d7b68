"""Fixtures of every room: one application on each database, a visitor, and a closed network.

`app`, `client` and `db_session` run on SQLite and on PostgreSQL (`--db` chooses one). All that a
test writes, commits included, is taken back at its end. What needs real commits (threads, a
second connection) asks for `own_app`.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from flask import Flask
from sqlalchemy.orm import scoped_session

from config import Config
from lms import create_app
from lms.core.db import Base, db
from lms.people import passwords
from lms.people.models import Account
from tests.cast import Cast, gather
from tests.databases import PostgresDatabases, SqliteFiles, postgres_databases
from tests.factories import PASSWORD
from tests.network import close_network
from tests.visitors import Visitor

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "tests" / "sample"
KINDS = ("sqlite", "postgres")

Databases = SqliteFiles | PostgresDatabases


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--db", choices=[*KINDS, "both"], default="both", help="databases to run on (both)")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "databases" in metafunc.fixturenames:
        wanted = metafunc.config.getoption("--db")
        kinds = KINDS if wanted == "both" else [wanted]
        metafunc.parametrize("databases", kinds, indirect=True, scope="session")


@pytest.fixture(scope="session", autouse=True)
def _closed_network() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        close_network(patch)
        yield


@pytest.fixture(scope="session")
def quick_hashes() -> Iterator[None]:
    """Argon2 at its smallest: a test's time is not for guarding a test's password."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        yield


@pytest.fixture(scope="session")
def databases(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Databases]:
    """Where a database of the kind under test can be had."""
    if request.param == "sqlite":
        yield SqliteFiles(tmp_path_factory.mktemp("sqlite"))
    else:
        with postgres_databases() as made:
            yield made


def settings(database_url: str, instance: Path, **others: Any) -> Config:
    """The settings of a public installation with the tiny course of `tests/sample/`."""
    values: dict[str, Any] = {
        "environment": "production",
        "secret_key": "a key of the tests that is long enough",
        "base_url": "https://egekh.test",
        "trusted_hosts": ("egekh.test",),
        "instance_dir": instance,
        "database_url": database_url,
        "runs_jobs_at_once": True,
        "modules_dir": SAMPLE / "modules",
        "quizzes_dir": SAMPLE / "quizzes",
    }
    return Config(**{**values, **others})


def make_app(config: Config) -> Flask:
    app = create_app(config)
    app.testing = True
    app.config["PROPAGATE_EXCEPTIONS"] = False  # a visitor sees our error page, in the tests, too
    app.test_client_class = Visitor
    return app


def close_app(app: Flask) -> None:
    with app.app_context():
        db.session.remove()
        for engine in db.engines.values():
            engine.dispose()


@pytest.fixture(scope="session")
def template_database(
    databases: Databases, tmp_path_factory: pytest.TempPathFactory, quick_hashes: None
) -> str:
    """The URL of a database with all tables, to be copied and left alone."""
    url = databases.empty()
    app = make_app(settings(url, tmp_path_factory.mktemp("template")))
    with app.app_context():
        Base.metadata.create_all(db.engine)
    close_app(app)
    return url


@pytest.fixture(scope="session")
def shared_app(
    databases: Databases, template_database: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Flask]:
    url = databases.copy(template_database)
    app = make_app(settings(url, tmp_path_factory.mktemp("instance")))
    yield app
    close_app(app)


@pytest.fixture
def app(shared_app: Flask) -> Iterator[Flask]:
    """The application inside its context; what the test writes is gone at its end."""
    with shared_app.app_context():
        engines = db.engines
        real = engines[None]
        connection = real.connect()
        outer = connection.begin()
        engines[None] = connection  # type: ignore[assignment]
        try:
            yield shared_app
        finally:
            db.session.remove()
            outer.rollback()
            connection.close()
            engines[None] = real


@pytest.fixture
def db_session(app: Flask) -> scoped_session[Any]:
    return db.session


@pytest.fixture
def client(app: Flask) -> Visitor:
    """A guest. Ask `new_client` for more of them."""
    return app.test_client()  # type: ignore[return-value]


@pytest.fixture
def new_client(app: Flask) -> Callable[[], Visitor]:
    return app.test_client  # type: ignore[return-value]


@pytest.fixture
def cast(app: Flask) -> Cast:
    """Болд, Сараа, Дулмаа, Ану and Төмөр, each with an account."""
    return gather()


@pytest.fixture
def visit(app: Flask) -> Callable[[Account], Visitor]:
    """A browser in which an account is signed in: `visit(cast.bold)`."""

    def sign_in(account: Account) -> Visitor:
        visitor: Visitor = app.test_client()  # type: ignore[assignment]
        return visitor.sign_in(account.personal_code, PASSWORD)

    return sign_in


@pytest.fixture
def own_app(databases: Databases, template_database: str, tmp_path: Path) -> Iterator[Flask]:
    """An application with a database of its own and real commits; no context is pushed."""
    app = make_app(settings(databases.copy(template_database), tmp_path))
    yield app
    close_app(app)
