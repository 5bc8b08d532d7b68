"""The two kinds of database the tests run on, each thrown away at the end."""

import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, create_engine, make_url, text
from sqlalchemy.pool import NullPool

DEBIAN_BINARIES = Path("/usr/lib/postgresql")
OPTIONS = "-c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off"


class NoPostgreSQL(RuntimeError):
    """The tests need PostgreSQL: without it “runs on PostgreSQL” would be a claim nobody checked."""


class SqliteFiles:
    """A new SQLite file for each who asks."""

    kind = "sqlite"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._names = (f"{number}.sqlite3" for number in itertools.count(1))

    def empty(self) -> str:
        """The URL of a database without tables."""
        return f"sqlite:///{self.folder / next(self._names)}"

    def copy(self, url: str) -> str:
        """The URL of a copy of a database that nobody uses at the moment."""
        target = self.empty()
        shutil.copyfile(make_url(url).database or "", make_url(target).database or "")
        return target


class PostgresDatabases:
    """A new database of one server for each who asks; all are dropped at the end."""

    kind = "postgres"

    def __init__(self, server: str) -> None:
        self.server = make_url(server).set(drivername="postgresql+psycopg")
        self._made: list[str] = []

    def empty(self) -> str:
        return self._create()

    def copy(self, url: str) -> str:
        return self._create(template=make_url(url).database)

    def drop_all(self) -> None:
        for name in self._made:
            self._tell(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def _create(self, *, template: str | None = None) -> str:
        name = f"egekh_test_{os.getpid()}_{len(self._made) + 1}"
        self._tell(f'CREATE DATABASE "{name}"' + (f' TEMPLATE "{template}"' if template else ""))
        self._made.append(name)
        return self._url(name).render_as_string(hide_password=False)

    def _url(self, name: str) -> URL:
        return self.server.set(database=name)

    def _tell(self, statement: str) -> None:
        engine = create_engine(self.server, isolation_level="AUTOCOMMIT", poolclass=NullPool)
        with engine.connect() as connection:
            connection.execute(text(statement))
        engine.dispose()


@contextmanager
def postgres_databases() -> Iterator[PostgresDatabases]:
    """Databases of the server named by LMS_TEST_PG, or else of a cluster made for this run."""
    if server := os.environ.get("LMS_TEST_PG"):
        databases = PostgresDatabases(server)
        try:
            yield databases
        finally:
            databases.drop_all()
        return
    with throw_away_cluster() as server:
        yield PostgresDatabases(server)


@contextmanager
def throw_away_cluster() -> Iterator[str]:
    """A PostgreSQL server of our own: its socket in its own folder, no port, gone at the end.

    Works as root, too: PostgreSQL refuses root, so everything runs as the user postgres.
    """
    binaries = _binaries()
    folder = Path(tempfile.mkdtemp(prefix="egekh-pg-"))
    folder.chmod(0o700)
    output = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    run: dict[str, object] = {"cwd": folder, **output}
    if os.geteuid() == 0:
        owner = _owner()
        os.chown(folder, *owner)
        run |= {"user": owner[0], "group": owner[1], "extra_groups": []}
    locale = ["--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=mn-MN"]
    data = str(folder / "data")
    try:
        initdb = [str(binaries / "initdb"), "-D", data, "-U", "lms", "-A", "trust", "-E", "UTF8", "--no-sync"]
        _call([*initdb, *locale], run)
        control = [str(binaries / "pg_ctl"), "-D", data, "-w", "-s"]
        # The log goes to a file of its own: a pipe would stay open as long as the server runs.
        _call([*control, "-l", str(folder / "log"), "-o", f"-k {folder} {OPTIONS}", "start"], run)
        try:
            yield f"postgresql+psycopg://lms@/postgres?host={folder}"
        finally:
            _call([*control, "-m", "immediate", "stop"], run)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _binaries() -> Path:
    if on_path := shutil.which("initdb"):
        return Path(on_path).resolve().parent
    versions = sorted(DEBIAN_BINARIES.glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    if not versions:
        advice = "Install it (Debian: apt-get install postgresql) or set LMS_TEST_PG."
        raise NoPostgreSQL(f"PostgreSQL is missing. {advice}")
    return versions[-1].parent


def _owner() -> tuple[int, int]:
    try:
        postgres = pwd.getpwnam("postgres")
    except KeyError:
        raise NoPostgreSQL(
            "As root the tests need the user postgres, which Debian's package makes."
        ) from None
    return postgres.pw_uid, postgres.pw_gid


def _call(command: list[str], run: dict[str, object]) -> None:
    try:
        subprocess.run(command, check=True, **run)  # type: ignore[call-overload]
    except subprocess.CalledProcessError as error:
        raise NoPostgreSQL(f"{command[0]} failed:\n{error.output.decode(errors='replace')}") from error
