"""Who a route is for. A route that does not say so stops the start."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, TypeVar

from flask import Flask, current_app, make_response
from flask_login import current_user
from werkzeug.exceptions import Forbidden

from lms.core.db import db

View = TypeVar("View", bound=Callable[..., Any])


class Audience(Protocol):
    """A named set of visitors; a role is one, too."""

    def admits(self, visitor: Any) -> bool: ...


class _Everyone:
    def admits(self, visitor: Any) -> bool:
        return True


class _SignedIn:
    def admits(self, visitor: Any) -> bool:
        return bool(visitor.is_authenticated)


PUBLIC: Audience = _Everyone()
SIGNED_IN: Audience = _SignedIn()


class UndeclaredAudience(RuntimeError):
    """A route without `@requires` was found at start."""


def requires(audience: Audience) -> Callable[[View], View]:
    """State who may come in; a guest is asked to sign in, anybody else is refused."""

    def declare(view: View) -> View:
        @wraps(view)
        def guarded(*args: Any, **kwargs: Any) -> Any:
            if audience is not PUBLIC and not audience.admits(current_user):
                if not current_user.is_authenticated:
                    return current_app.login_manager.unauthorized()  # type: ignore[attr-defined]
                raise Forbidden
            return view(*args, **kwargs)

        guarded.audience = audience  # type: ignore[attr-defined]
        return guarded  # type: ignore[return-value]

    return declare


def writes(view: View) -> View:
    """Commit once, when the view answered with success; otherwise nothing was written."""

    @wraps(view)
    def committing(*args: Any, **kwargs: Any) -> Any:
        page = make_response(view(*args, **kwargs))
        if page.status_code < 400:
            db.session.commit()
        else:
            db.session.rollback()
        return page

    committing.writes = True  # type: ignore[attr-defined]
    return committing  # type: ignore[return-value]


def refuse_undeclared_routes(app: Flask) -> None:
    """Raise `UndeclaredAudience` naming every route that does not say who it is for."""
    silent = sorted(name for name, view in app.view_functions.items() if not hasattr(view, "audience"))
    if silent:
        raise UndeclaredAudience(f"These routes do not say who they are for: {', '.join(silent)}")
