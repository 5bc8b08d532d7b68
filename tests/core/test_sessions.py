"""Browser sessions: a guest costs nothing until there is something to keep."""

from datetime import timedelta

import time_machine
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from lms.core import browser_sessions
from lms.core.browser_sessions import BrowserSession, BrowserSessionRow
from lms.core.clock import now
from lms.core.db import db

COOKIE = "__Host-egekh"


def rows():
    db.session.expire_all()
    return db.session.scalars(select(BrowserSessionRow)).all()


def test_reading_leaves_no_row_and_no_cookie(client):
    response = client.get("/help")
    assert "Set-Cookie" not in response.headers
    assert rows() == []


def test_a_form_sets_a_cookie_and_still_no_row(client):
    response = client.get("/sign-in")
    cookie = response.headers["Set-Cookie"]
    assert cookie.startswith(f"{COOKIE}=")
    for part in ("Secure", "HttpOnly", "Path=/", "SameSite=Lax"):
        assert part in cookie
    assert rows() == []


def test_what_is_worth_keeping_makes_a_row_with_a_hashed_id(client):
    client.post("/lessons/whom-to-ask/done")
    [row] = rows()
    assert row.owner is None
    assert client.get_cookie(COOKIE, domain="egekh.test").value not in row.id_hash


def test_a_forged_id_is_not_taken(client):
    for forged in ("", "x", "x" * 43 + "!", "'; DROP TABLE people"):
        client.set_cookie(COOKIE, forged, domain="egekh.test")
        assert client.get("/sign-in").status_code == 200


def test_a_guests_notes_end_after_a_while(client):
    with time_machine.travel(now(), tick=False) as clock:
        client.post("/lessons/whom-to-ask/done")
        clock.shift(browser_sessions.GUEST_LIFETIME + timedelta(seconds=1))
        assert "0/4" in client.page("/progress").text


def test_when_notes_cannot_be_written_the_visitor_is_told(client, monkeypatch):
    token = client.csrf_token()

    def full(*_args):
        raise OperationalError("INSERT", {}, Exception("disk is full"))

    monkeypatch.setattr(browser_sessions.DatabaseSessions, "_write", full)
    response = client.post("/lessons/whom-to-ask/done", data={"csrf_token": token})
    assert response.status_code == 503
    assert "Location" not in response.headers


def test_when_notes_cannot_be_read_a_lesson_still_opens(client, monkeypatch):
    client.post("/lessons/whom-to-ask/done")

    def away(*_args, **_kwargs):
        raise OperationalError("SELECT", {}, Exception("gone"))

    monkeypatch.setattr(browser_sessions, "own_transaction", away)
    assert client.get("/lessons/whom-to-ask").status_code == 200


def test_a_session_is_a_mapping():
    browser = BrowserSession(None, {"a": 1}, csrf_secret="k", stored=False)
    browser["b"] = 2
    del browser["a"]
    assert (list(browser), len(browser), "csrf_token" in browser, browser.modified) == (["b"], 1, True, True)
