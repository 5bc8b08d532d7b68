"""The migrations, run one after the other, make exactly the tables of the models."""

import re
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask_migrate import upgrade

from lms.core.db import Base, db
from tests.conftest import close_app, make_app, settings

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "lms" / "migrations"


@pytest.fixture
def empty_app(databases, quick_hashes, tmp_path):
    app = make_app(settings(databases.empty(), tmp_path))
    with app.app_context():
        yield app
    close_app(app)


def differences() -> list[object]:
    """What an automatic migration would still change."""
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "render_as_batch": True})
        return compare_metadata(context, Base.metadata)


def test_the_migrations_make_the_tables_of_the_models(empty_app):
    upgrade()
    assert differences() == []


def test_migrating_twice_changes_nothing(empty_app):
    upgrade()
    upgrade()
    assert differences() == []


def test_the_migrations_stand_in_one_line():
    scripts = ScriptDirectory(str(FOLDER))
    assert len(scripts.get_heads()) == 1
    assert len(scripts.get_bases()) == 1


def test_each_migration_has_a_number_and_a_name_and_imports_no_models():
    files = sorted((FOLDER / "versions").glob("*.py"))
    assert files
    for number, path in enumerate(files, 1):
        assert re.fullmatch(rf"{number:04}_[a-z0-9_]+\.py", path.name), path.name
        imported = re.findall(r"^\s*(?:from|import) (lms[\w.]*)", path.read_text("utf-8"), re.MULTILINE)
        assert set(imported) <= {"lms.core.db", "lms.core.mongolian"}, path.name


OLD_ROWS = """
INSERT INTO people (id, public_id, family_name, given_name, sort_key, search_key, created_at)
 VALUES (1, 'p', 'Дорж', 'Болд', '', '', '2026-01-10 00:00:00');
INSERT INTO people (id, public_id, family_name, given_name, sort_key, search_key, created_at)
 VALUES (2, 'q', '', 'О''Хара 李 <b>', '', '', '2026-01-10 00:00:00');
INSERT INTO accounts (id, public_id, person_id, role, password_hash, language, created_at)
 VALUES (1, 'a', 1, 'learner', 'x', 'mn', '2026-01-10 00:00:00');
INSERT INTO sign_in_names (id, account_id, kind, value) VALUES (1, 1, 'code', '7K3M9T');
INSERT INTO attempts (id, public_id, person_id, quiz_id, quiz_version, seed, drawn, started_at)
 VALUES (1, 't', 1, 'test-asking', 'v', '1', '[]', '2026-01-10 00:00:00');
INSERT INTO responses (id, attempt_id, question_id, answer, saved_at)
 VALUES (1, 1, 'first-call', '"b"', '2026-01-10 00:00:00');
INSERT INTO enrolments (id, person_id, enrolled_at) VALUES (1, 1, '2026-01-10 00:00:00');
INSERT INTO lesson_completions (id, enrolment_id, lesson_id, lesson_version, completed_at)
 VALUES (1, 1, 'whom-to-ask', 'v', '2026-01-10 00:00:00');
INSERT INTO certificates (id, public_id, person_id, kind, token, code, issued_on, issued_at, facts,
 course_version, template_version, sha256)
 VALUES (1, 'c', 1, 'course', 't', '7K3MH9TPX4E', '2026-01-10', '2026-01-10 00:00:00', '{}', 'v', 1, 'x');
"""


def test_a_database_in_use_keeps_every_row_through_all_migrations(empty_app):
    """Tables that others refer to are rebuilt on SQLite: the rows on both sides have to stay."""
    upgrade(revision="0001")
    with db.engine.begin() as connection:
        for statement in OLD_ROWS.strip().split(";\n"):
            connection.exec_driver_sql(statement.rstrip(";").replace("%", "%%"))
    upgrade()
    with db.engine.connect() as connection:
        for table in (
            "accounts",
            "sign_in_names",
            "attempts",
            "responses",
            "lesson_completions",
            "certificates",
        ):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() == 1, table
        assert connection.exec_driver_sql("SELECT count(*) FROM people").scalar() == 2
    assert differences() == []
