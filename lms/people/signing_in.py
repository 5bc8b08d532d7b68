"""The browser's side of signing in: load the account of a visit, begin and end visits."""

from datetime import datetime, timedelta
from typing import Any

from flask import Flask, current_app, redirect, request, url_for
from flask_babel import gettext
from flask_login import LoginManager, login_user, logout_user
from werkzeug.wrappers import Response

from lms.core.browser_sessions import GUEST_LIFETIME, this_browser
from lms.core.flashes import flash
from lms.core.i18n import current_language
from lms.core.signing import sign_path
from lms.people import queries
from lms.people.models import Account
from lms.people.regions import regions
from lms.people.roles import Role
from lms.people.signals import guest_became_person

LIFETIMES = {
    Role.LEARNER: timedelta(days=60),
    Role.TRAINER: timedelta(days=14),
    Role.COORDINATOR: timedelta(hours=12),
    Role.ADMINISTRATOR: timedelta(hours=12),
}
GUEST_KEY = "guest"
logins = LoginManager()


def open_sign_in(app: Flask) -> None:
    # A phone changes its address between two hills: a visit is not bound to one.
    logins.session_protection = None
    logins.init_app(app)
    logins.user_loader(queries.account_by_id)
    logins.unauthorized_handler(_ask_to_sign_in)
    app.jinja_env.globals["sign_path"] = sign_path
    app.jinja_env.filters["region"] = lambda code: regions()[code].name(current_language())


def begin_visit(account: Account, *, at: datetime) -> None:
    """Sign this browser in under a new session id and hand over what the guest left."""
    browser = this_browser()
    kept: dict[str, Any] = browser.get(GUEST_KEY) or {}
    browser.data.clear()
    browser.rotate(LIFETIMES[account.role])
    login_user(account)
    if kept:
        guest_became_person.send(account.person, kept=kept, at=at)


def end_visit() -> None:
    logout_user()
    browser = this_browser()
    browser.data.clear()
    browser.rotate(GUEST_LIFETIME)


def _ask_to_sign_in() -> Response:
    if this_browser().expired:
        flash(gettext("Your visit has ended. Please sign in again. What you had saved is kept."), "warn")
    else:
        flash(gettext("Sign in to open this page."), "warn")
    return redirect(url_for("people.sign_in", next=_way_back()), 303)


def _way_back() -> str | None:
    """The page that was asked for; for a form, the page that it stands on when that has the same address."""
    if request.method == "GET":
        return sign_path(request.full_path.rstrip("?"))
    shows = current_app.url_map.bind("").test(request.path, "GET")
    return sign_path(request.path) if shows else None


def guest_notes() -> dict[str, Any]:
    """What this browser's guest has read and answered; change it, then `keep_guest_notes`."""
    return dict(this_browser().get(GUEST_KEY) or {})


def keep_guest_notes(notes: dict[str, Any]) -> None:
    this_browser()[GUEST_KEY] = notes
