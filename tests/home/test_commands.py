"""Commands of the people who run it."""

import pytest
from sqlalchemy import func, select

from lms.certificates.models import Certificate
from lms.core import jobs
from lms.core.db import db
from lms.people import queries
from lms.people.models import Person
from lms.people.roles import Role
from tests.factories import PASSWORD

CREATE = ["accounts", "create-administrator", "--family-name", "Бат", "--given-name", "Ану"]


@pytest.fixture
def run(app):
    def invoke(*words: str, typed: str = ""):
        return app.test_cli_runner().invoke(args=list(words), input=typed)

    return invoke


def people() -> int:
    return db.session.scalar(select(func.count()).select_from(Person))


def test_the_first_administrator_is_created(run):
    result = run(*CREATE, "--phone", "99112233", "--email", "anu@egekh.test", "--password", PASSWORD)
    assert result.exit_code == 0
    assert "99112233" in result.output
    assert queries.staff()[0].role is Role.ADMINISTRATOR


@pytest.mark.parametrize(
    ("options", "word"),
    [
        (["--password", PASSWORD], "--email"),
        (["--email", "anu", "--password", PASSWORD], "anu"),
        (["--phone", "12", "--password", PASSWORD], "12"),
        (["--phone", "99112233", "--password", "12345678"], ""),
    ],
)
def test_a_wrong_administrator_is_refused_and_nothing_is_written(run, options, word):
    result = run(*CREATE, *options)
    assert result.exit_code == 1
    assert word in result.output
    assert people() == 0


def test_a_role_is_given_by_any_sign_in_name(cast, run):
    result = run("accounts", "give-role", "bold@egekh.test", "trainer")
    assert (result.exit_code, cast.bold.role) == (0, Role.TRAINER)


@pytest.mark.parametrize("name", ["nobody@egekh.test", "??"])
def test_a_role_for_nobody_is_refused(cast, run, name):
    assert run("accounts", "give-role", name, "trainer").exit_code == 1


def test_the_demonstration_is_refused_in_production(run):
    result = run("demo", "load")
    assert (result.exit_code, people()) == (1, 0)


def test_the_demonstration_fills_every_page(run, as_development):
    result = run("demo", "load")
    assert result.exit_code == 0, result.output
    assert "bold@example.mn" in result.output
    assert people() > 30
    assert db.session.scalar(select(func.count()).select_from(Certificate)) >= 1
    assert set(queries.count_accounts()) == set(Role)


def test_the_demonstration_is_loaded_into_an_empty_database_only(cast, run, as_development):
    assert run("demo", "load").exit_code == 1


def test_jobs_are_carried_out_when_asked(run, monkeypatch):
    asked = []
    monkeypatch.setattr(jobs, "work", asked.append)
    assert run("jobs", "work").exit_code == 0
    assert len(asked) == 1


@pytest.fixture
def as_development(app, monkeypatch):
    from dataclasses import replace

    monkeypatch.setitem(
        app.extensions, "settings", replace(app.extensions["settings"], environment="development")
    )
