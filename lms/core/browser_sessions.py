"""What we remember of a browser, kept on the server.

The cookie holds a random id and nothing else; the table holds its hash. A guest has no row
until there is something to keep: the id alone carries the CSRF secret (derived from it), so
that a page can be read, and its form sent, without a write.
"""

import hashlib
import hmac
import json
import logging
import re
import secrets
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from flask import Flask, Request, Response, session
from flask.sessions import SessionInterface, SessionMixin
from sqlalchemy import delete, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Mapped, mapped_column

from lms.core.clock import now
from lms.core.db import Base, db, own_transaction
from lms.core.errors import become_error_page

log = logging.getLogger(__name__)

GUEST_LIFETIME = timedelta(days=60)
ID_PATTERN = re.compile(r"[A-Za-z0-9_-]{43}")
CSRF_KEY = "csrf_token"
OWNER_KEY = "_user_id"  # Flask-Login's name for it


class BrowserSessionRow(Base):
    """One browser. `owner` is the id of the account signed in, None for a guest."""

    __tablename__ = "browser_sessions"

    id_hash: Mapped[str] = mapped_column(primary_key=True)
    owner: Mapped[str | None] = mapped_column(index=True)
    data: Mapped[str]
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    expires_at: Mapped[datetime]


class BrowserSession(SessionMixin):
    """The session of one request; writes itself back only when something changed."""

    def __init__(self, sid: str | None, data: dict[str, Any], *, csrf_secret: str, stored: bool) -> None:
        self.sid = sid or secrets.token_urlsafe(32)
        self.data = data
        self.stored = stored
        self.new = not stored
        self.modified = False
        self.accessed = True
        self.expired = False
        self.needs_cookie = False
        self.rotated_from: str | None = None
        self.lifetime: timedelta | None = None
        self._secret = csrf_secret

    def __getitem__(self, key: str) -> Any:
        if key == CSRF_KEY:
            self.needs_cookie = True
            return hmac.new(self._secret.encode(), self.sid.encode(), hashlib.sha256).hexdigest()
        return self.data[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.data[key] = value
        self.modified = True

    def __delitem__(self, key: str) -> None:
        del self.data[key]
        self.modified = True

    def __contains__(self, key: object) -> bool:
        return key == CSRF_KEY or key in self.data

    def __iter__(self) -> Iterator[str]:
        return iter(self.data)

    def __len__(self) -> int:
        return len(self.data)

    def rotate(self, lifetime: timedelta) -> None:
        """Give the browser a new id: at sign-in and sign-out, so that a planted id is worth nothing."""
        if self.stored:
            self.rotated_from = self.sid
        self.sid, self.stored = secrets.token_urlsafe(32), False
        self.lifetime, self.modified = lifetime, True


def this_browser() -> BrowserSession:
    """The session of the request in hand, as what it is."""
    browser: BrowserSession = session._get_current_object()  # type: ignore[attr-defined]
    return browser


class DatabaseSessions(SessionInterface):
    """Flask's door to the table."""

    def cookie_name(self, app: Flask) -> str:
        return "__Host-egekh" if app.config["SESSION_COOKIE_SECURE"] else "egekh"

    def get_cookie_name(self, app: Flask) -> str:
        return self.cookie_name(app)

    def open_session(self, app: Flask, request: Request) -> BrowserSession:
        secret = str(app.secret_key)
        sid = request.cookies.get(self.cookie_name(app), "")
        if not ID_PATTERN.fullmatch(sid):
            return BrowserSession(None, {}, csrf_secret=secret, stored=False)
        try:
            with own_transaction() as database:
                row = database.get(BrowserSessionRow, _hash(sid))
        except DBAPIError:
            log.exception("the browser sessions cannot be read")
            row = None  # a page that needs the database says so itself
        if row is None:
            return BrowserSession(sid, {}, csrf_secret=secret, stored=False)
        if row.expires_at <= now():
            fresh = BrowserSession(None, {}, csrf_secret=secret, stored=False)
            fresh.expired = row.owner is not None
            return fresh
        return BrowserSession(sid, json.loads(row.data), csrf_secret=secret, stored=True)

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        assert isinstance(session, BrowserSession)
        if session.modified:
            try:
                self._write(session)
            except DBAPIError:
                log.exception("the browser session cannot be written")
                become_error_page(response, 503)
                return
            session.needs_cookie = True
        if session.needs_cookie:
            response.set_cookie(
                self.cookie_name(app),
                session.sid,
                max_age=int(GUEST_LIFETIME.total_seconds()),
                secure=app.config["SESSION_COOKIE_SECURE"],
                httponly=True,
                samesite="Lax",
            )

    def _write(self, session: BrowserSession) -> None:
        with own_transaction() as database:
            if session.rotated_from:
                database.execute(
                    delete(BrowserSessionRow).where(BrowserSessionRow.id_hash == _hash(session.rotated_from))
                )
            row = database.get(BrowserSessionRow, _hash(session.sid))
            if row is None:
                row = BrowserSessionRow(
                    id_hash=_hash(session.sid),
                    created_at=now(),
                    expires_at=now() + (session.lifetime or GUEST_LIFETIME),
                )
                database.add(row)
            row.owner = session.data.get(OWNER_KEY)
            row.data = json.dumps(session.data, ensure_ascii=False)
            row.seen_at = now()


def end_sessions_of(owner: str, *, but: str | None = None) -> int:
    """Forget every browser of an account (all but the one whose id is `but`); say how many."""
    rows = select(BrowserSessionRow.id_hash).where(BrowserSessionRow.owner == owner)
    if but:
        rows = rows.where(BrowserSessionRow.id_hash != _hash(but))
    ended = db.session.scalars(rows).all()
    db.session.execute(delete(BrowserSessionRow).where(BrowserSessionRow.id_hash.in_(ended)))
    return len(ended)


def _hash(sid: str) -> str:
    return hashlib.sha256(sid.encode()).hexdigest()
