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
