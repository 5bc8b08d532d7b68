"""Every route says who it is for, and a route that only reads writes nothing."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product

import pytest
from flask import Flask
from sqlalchemy import Engine, event, select
from werkzeug.routing import Rule

from lms.assessment.models import Attempt
from lms.assessment.services import start_attempt
from lms.core.access import PUBLIC, UndeclaredAudience, refuse_undeclared_routes
from lms.core.clock import now
from lms.core.db import db
from lms.people.models import Account, Person
from tests.cohorts.rooms import add, make_workshop, mark
from tests.factories import make_certificate
from tests.visitors import Visitor

WRITE = re.compile(r'\s*(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM|REPLACE\s+INTO)\s+"?(\w+)', re.IGNORECASE)
# Counting tries and noting who looked are writes of their own, beside what the page is about.
EXCEPTED = {"throttle_counts", "audit_entries"}
NOTHING = "unknown"
OPEN_TO_ANYBODY = {"cohorts.give_feedback"}  # the link is on the wall; nothing of anybody's is shown


def routes(app: Flask, method: str) -> list[Rule]:
    return [rule for rule in app.url_map.iter_rules() if method in (rule.methods or ())]


def addresses(app: Flask, rule: Rule, known: dict[str, list[str]]) -> list[str]:
    """Addresses of a route: for every known value of its arguments, and for one that does not exist."""
    values = [[*known.get(name, []), NOTHING] for name in sorted(rule.arguments)]
    with app.test_request_context():
        adapter = app.url_map.bind("egekh.test")
        chosen = (dict(zip(sorted(rule.arguments), choice, strict=True)) for choice in product(*values))
        return [adapter.build(rule.endpoint, arguments) for arguments in chosen]


def content(app: Flask) -> dict[str, list[str]]:
    lesson = app.extensions["course"].lessons[0]
    return {
        "lesson_id": [lesson.id],
        "module_id": [lesson.module_id],
        "quiz_id": [lesson.check_id],
        "form_id": [form.id for form in app.extensions["course"].forms],
        "tool_id": [tool.id for tool in app.extensions["course"].tools],
    }


def belongings(app: Flask, person: Person) -> dict[str, list[str]]:
    """Content, and what a person has who holds a certificate and is at a test again."""
    certificate = make_certificate(person)
    handed_in = attempts_of(person)
    test = app.extensions["course"].quiz(app.extensions["course"].modules[0].test_id)
    opened = start_attempt(person, test, at=now())
    return {
        **content(app),
        "public_id": [certificate.public_id, opened.public_id, *handed_in, *_room_of(person)],
        "handle": [certificate.token, certificate.code],
    }


def _room_of(person: Person) -> list[str]:
    """A workshop that the person leads, its first half-day and its one participant."""
    assert person.account
    workshop = make_workshop(person.account)
    place = add(workshop, "Номин")
    mark(workshop.sessions[0], place, person.account)
    return [workshop.public_id, workshop.sessions[0].public_id, place.public_id]


def attempts_of(person: Person) -> list[str]:
    query = select(Attempt.public_id).where(Attempt.person_id == person.id).limit(1)
    return list(db.session.scalars(query))


def read_everything(
    app: Flask, visitor: Visitor, account: Account | None, known: dict[str, list[str]]
) -> None:
    """Fetch every address this visitor may open; fail when one breaks or writes."""
    for rule in routes(app, "GET"):
        audience = app.view_functions[rule.endpoint].audience
        if not (audience is PUBLIC or (account and audience.admits(account))):
            continue
        for address in addresses(app, rule, known):
            with recorded_writes() as tables:
                response = visitor.get(address)
            assert response.status_code < 500, f"GET {address}: {response.status}"
            assert set(tables) <= EXCEPTED, f"GET {address} wrote to {set(tables)}"


@contextmanager
def recorded_writes() -> Iterator[list[str]]:
    """Tables written to while the block runs."""
    tables: list[str] = []

    def note(_connection, _cursor, statement, _parameters, _context, _many):
        if found := WRITE.match(statement):
            tables.append(found[1])

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield tables
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def test_every_route_says_who_it_is_for(bare_app):
    silent = [name for name, view in bare_app.view_functions.items() if not hasattr(view, "audience")]
    assert silent == []


def test_a_route_without_an_audience_stops_the_start():
    app = Flask("silent", static_folder=None)
    app.add_url_rule("/open", view_func=lambda: "", endpoint="open")
    with pytest.raises(UndeclaredAudience, match="open"):
        refuse_undeclared_routes(app)


def test_every_address_that_changes_something_says_so(bare_app):
    views = bare_app.view_functions
    silent = [
        rule.endpoint
        for rule in routes(bare_app, "POST")
        if not getattr(views[rule.endpoint], "writes", False)
    ]
    assert silent == []


def test_reading_writes_nothing_for_a_guest(app, client):
    read_everything(app, client, None, content(app))


@pytest.mark.parametrize("name", ["bold", "saraa", "dulmaa", "anu"])
def test_reading_writes_nothing_for_those_who_sign_in(app, cast, visit, name):
    account = getattr(cast, name)
    known = belongings(app, account.person)
    read_everything(app, visit(account), account, known)


def test_what_is_not_public_asks_a_guest_to_sign_in(app, client):
    for rule in routes(app, "GET"):
        if app.view_functions[rule.endpoint].audience is PUBLIC:
            continue
        for address in addresses(app, rule, content(app)):
            response = client.get(address)
            assert response.status_code == 303, f"GET {address}: {response.status}"
            assert "/sign-in" in response.headers["Location"], address


def test_a_stranger_gets_nothing_of_anothers(app, cast, visit):
    """Төмөр asks for each thing of Болд's by its address: none is there for him, except to verify."""
    known = {"public_id": belongings(app, cast.bold.person)["public_id"]}
    stranger = visit(cast.tumur)
    for rule in routes(app, "GET"):
        if "public_id" in rule.arguments and rule.endpoint not in OPEN_TO_ANYBODY:
            answers = {address: stranger.get(address).status_code for address in addresses(app, rule, known)}
            assert set(answers.values()) <= {403, 404}, answers
