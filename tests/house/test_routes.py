"""Every route says who it is for, and a route that only reads writes nothing."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from flask import Flask
from sqlalchemy import Engine, event
from werkzeug.routing import Rule

from lms.core.access import PUBLIC, UndeclaredAudience, refuse_undeclared_routes

WRITE = re.compile(r'\s*(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM|REPLACE\s+INTO)\s+"?(\w+)', re.IGNORECASE)
# Counting tries and noting who looked are writes of their own, beside what the page is about.
EXCEPTED = {"throttle_counts", "audit", "audit_entries", "audit_log"}


def routes(app: Flask, method: str) -> list[Rule]:
    return [rule for rule in app.url_map.iter_rules() if method in (rule.methods or ())]


def addresses(app: Flask, rule: Rule) -> list[str]:
    """An address of the route for things that exist, where we know some, and for one that does not."""
    course = app.extensions["course"]
    lesson = course.lessons[0]
    known = {
        "lesson_id": lesson.id,
        "module_id": lesson.module_id,
        "quiz_id": lesson.check_id,
        "term_id": next(iter(course.terms), "none"),
        "id": lesson.id,
    }
    unknown = {
        name: "0" if "Integer" in type(kind).__name__ else "unknown"
        for name, kind in rule._converters.items()
    }
    with app.test_request_context():
        adapter = app.create_url_adapter(None) or app.url_map.bind("egekh.test")
        made = [adapter.build(rule.endpoint, {**unknown, **values}) for values in ({}, _of(known, unknown))]
    return sorted(set(made))


def _of(known: dict[str, str], wanted: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in known.items() if name in wanted}


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


def test_reading_writes_nothing(app, client):
    with recorded_writes() as tables:
        for rule in routes(app, "GET"):
            if app.view_functions[rule.endpoint].audience is not PUBLIC:
                continue
            for address in addresses(app, rule):
                response = client.get(address)
                assert response.status_code < 500, f"GET {address}: {response.status}"
                written = set(tables) - EXCEPTED
                assert not written, f"GET {address} wrote to {written}"


def test_what_is_not_public_asks_a_guest_to_sign_in(app, client):
    for rule in routes(app, "GET"):
        if app.view_functions[rule.endpoint].audience is PUBLIC:
            continue
        for address in addresses(app, rule):
            response = client.get(address)
            assert response.status_code == 303, f"GET {address}: {response.status}"
            assert "/sign-in" in response.headers["Location"], address
