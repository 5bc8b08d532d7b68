"""What a visitor is told when something cannot be done: what is wrong, and what to do now."""

import logging
from http import HTTPStatus
from typing import Any

from flask import Flask, Response, current_app, make_response, request
from flask_login import current_user
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DBAPIError, IntegrityError, InterfaceError, OperationalError
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge, TooManyRequests

from lms.core.db import db
from lms.core.i18n import current_language
from lms.core.i18n import lazy_gettext as _
from lms.core.throttle import TooManyTries

log = logging.getLogger(__name__)

# status: (what is wrong, what to do)
WORDS: dict[int, tuple[Any, Any]] = {
    400: (_("The page could not read what was sent."), _("Go back, reload the page and try again.")),
    403: (
        _("This page is not open to you."),
        _("If you need it, ask your coordinator to give you the role."),
    ),
    404: (_("There is no such page."), _("Check the address, or go to the lessons.")),
    405: (_("This address does not take that."), _("Go back and use the button on the page.")),
    409: (_("Somebody has changed this meanwhile."), _("Open the page again and look at what is there now.")),
    413: (_("What you sent is too large."), _("Send a smaller file or a shorter text.")),
    429: (_("Too many tries."), _("Wait a little and try again.")),
    500: (_("Something went wrong on our side."), _("What you wrote may not have been saved. Try again.")),
    503: (
        _("The record book cannot be reached just now."),
        _("What you sent was not saved. Wait a minute, then send it again."),
    ),
}


class Refusal(Exception):
    """A rule said no. Subclasses state the fact and carry the words for the visitor."""

    status = 409
    sentence: Any = _("This cannot be done now.")
    advice: Any = _("Go back and look at the page again.")

    def __init__(self, sentence: Any = None, advice: Any = None) -> None:
        self.sentence = sentence or type(self).sentence
        self.advice = advice or type(self).advice
        super().__init__(str(type(self).__name__))


def handle_errors(app: Flask) -> None:
    """Answer every failure with a plain page of its own; never with a traceback."""
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(CSRFError, _form_expired)
    app.register_error_handler(Refusal, _refused)
    app.register_error_handler(TooManyTries, _too_many)
    app.register_error_handler(IntegrityError, _conflict)
    app.register_error_handler(OperationalError, _database_away)
    app.register_error_handler(InterfaceError, _database_away)
    app.register_error_handler(Exception, _unexpected)


def error_page(status: int, sentence: Any = None, advice: Any = None) -> Response:
    """The plain page of a status: it asks neither the database nor who is signed in."""
    words = WORDS.get(status, WORDS[400 if status < 500 else 500])
    page = make_response(
        _render("errors/error.html", status=status, sentence=sentence or words[0], advice=advice or words[1])
    )
    page.status_code = status
    return page


def become_error_page(page: Response, status: int) -> None:
    """Turn an answer that was ready into the error page: what it tells of could not be kept."""
    page.set_data(error_page(status).get_data())
    page.status_code = status
    page.mimetype = "text/html"
    for name in ("Location", "Content-Encoding", "ETag"):
        page.headers.pop(name, None)


def _render(template: str, **words: Any) -> str:
    """Render without the context processors, which may ask the database."""
    return current_app.jinja_env.get_template(template).render(language=current_language(), **words)


def _http_error(error: HTTPException) -> Response:
    if isinstance(error, TooManyRequests | RequestEntityTooLarge):
        return error_page(error.code)
    if error.code is None or error.code < 400:  # a redirect to the tidy form of an address
        return make_response(error.get_response())
    page = error_page(error.code)
    for name, value in error.get_headers():
        if name not in ("Content-Type", "Content-Length"):
            page.headers[name] = value
    return page


def _form_expired(error: CSRFError) -> Response:
    """The form is older than the visit (signed in or out meanwhile): say so and keep what was typed."""
    db.session.rollback()
    secret = {"csrf_token", "password", "new_password", "old_password", "code"}
    typed = [(name, value) for name, value in request.form.items(multi=True) if name not in secret and value]
    # Only our own page may offer to send again; a stranger's form gets the words alone.
    own = request.headers.get("Sec-Fetch-Site") == "same-origin"
    words = {"typed": typed if own else [], "address": request.path, "signed_out": _needs_sign_in()}
    page = make_response(_render("errors/expired.html", **words))
    page.status_code = HTTPStatus.BAD_REQUEST
    return page


def _needs_sign_in() -> bool:
    """Whether what was sent is for people signed in, and nobody is any more."""
    view: Any = current_app.view_functions[request.endpoint or ""]
    return not (view.audience.admits(current_user) or current_user.is_authenticated)


def _refused(error: Refusal) -> Response:
    db.session.rollback()
    return error_page(error.status, error.sentence, error.advice)


def _too_many(error: TooManyTries) -> Response:
    db.session.rollback()
    page = error_page(429)
    page.headers["Retry-After"] = str(error.retry_after)
    return page


def _conflict(error: IntegrityError) -> Response:
    db.session.rollback()
    log.warning("conflict: %s", type(error.orig).__name__)
    return error_page(409)


def _database_away(error: DBAPIError) -> Response:
    """Unreachable database, full disk, locked file: nothing was written, reading may go on."""
    _roll_back_quietly()
    log.error("database: %s", error.orig)
    page = error_page(503)
    page.headers["Retry-After"] = "60"
    return page


def _unexpected(error: Exception) -> Response:
    _roll_back_quietly()
    log.exception("unexpected error", exc_info=error)
    return error_page(500)


def _roll_back_quietly() -> None:
    try:
        db.session.rollback()
    except DBAPIError:
        db.session.remove()
