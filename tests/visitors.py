"""A visitor without a browser: fetches, fills in forms, and never lets a broken page pass."""

from collections.abc import Mapping
from contextvars import Context
from typing import Any

from flask import has_app_context, session
from flask.testing import FlaskClient
from flask_wtf.csrf import generate_csrf
from werkzeug.test import TestResponse

from lms.core.db import db
from tests.pages import Page, problems_of

UNSAFE = {"POST", "PUT", "PATCH", "DELETE"}


class Visitor(FlaskClient):
    """Flask's client with the manners of a browser: referrer, CSRF token, cookies of our host.

    Before each request the test's own work is committed, so that the visitor meets what the
    test has set up; each request then runs in a context of its own, as in a server.
    """

    @property
    def base_url(self) -> str:
        return str(self.application.extensions["settings"].base_url)

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        if args and isinstance(args[0], str):
            kwargs.setdefault("base_url", self.base_url)
            if str(kwargs.get("method", "GET")).upper() in UNSAFE:
                self._behave_like_a_browser(args[0], kwargs)
        if has_app_context():
            db.session.commit()
        response = Context().run(super().open, *args, **kwargs)
        _check(response)
        return response

    def page(self, path: str, *, status: int = 200, **kwargs: Any) -> Page:
        """Fetch a page, following redirects, and parse it."""
        response = self.get(path, follow_redirects=True, **kwargs)
        assert response.status_code == status, f"GET {path} answered {response.status}"
        return Page(response.text)

    def submit(
        self,
        path: str,
        values: Mapping[str, Any] | None = None,
        *,
        action: str | None = None,
        name: str | None = None,
        **kwargs: Any,
    ) -> TestResponse:
        """Open a page, fill in a form on it (see `Page.form`) and send it.

        A value of None leaves a field out. Naming what the form does not have is an error of
        the test, unless it is the name of a button.
        """
        form = self.page(path).form(action=action, name=name)
        unknown = set(values or {}) - form.names
        assert not unknown, (
            f"the form on {path} has no {', '.join(sorted(unknown))}; it has {sorted(form.names)}"
        )
        filled = {**form.values, **(values or {})}
        sent = {field: value for field, value in filled.items() if value is not None}
        target = form.action or path
        if form.method == "GET":
            return self.get(target, query_string=sent, **kwargs)
        return self.post(target, data=sent, **kwargs)

    def sign_in(self, name: str, password: str) -> "Visitor":
        """Sign in by the page, as people do."""
        response = self.submit("/sign-in", {"name": name, "password": password}, name="password")
        assert response.status_code == 303, f"{name} could not sign in: {response.status}"
        return self

    def csrf_token(self) -> str:
        """A token for this visitor's session, as any page of ours would carry it."""

        def make() -> tuple[str, str]:
            cookies = "; ".join(f"{cookie.key}={cookie.value}" for cookie in self._cookies.values())
            with self.application.test_request_context(base_url=self.base_url, headers={"Cookie": cookies}):
                return generate_csrf(), session.sid  # type: ignore[attr-defined]

        token, sid = Context().run(make)
        name = self.application.session_interface.get_cookie_name(self.application)
        self.set_cookie(name, sid, domain=self.base_url.partition("://")[2].partition(":")[0])
        return token

    def _behave_like_a_browser(self, path: str, kwargs: dict[str, Any]) -> None:
        headers = dict(kwargs.get("headers") or {})
        headers.setdefault("Referer", f"{self.base_url}{path}")
        data = kwargs.get("data")
        if kwargs.get("json") is not None:
            headers.setdefault("X-CSRFToken", self.csrf_token())
        elif data is None or (isinstance(data, dict) and "csrf_token" not in data):
            kwargs["data"] = {**(data or {}), "csrf_token": self.csrf_token()}
        kwargs["headers"] = headers


def _check(response: TestResponse) -> None:
    if response.mimetype != "text/html" or 300 <= response.status_code < 400 or not response.data:
        return
    if "Content-Encoding" in response.headers:
        return
    if problems := problems_of(response.text):
        wrong = "\n".join(f"  - {problem}" for problem in problems)
        raise AssertionError(f"{response.request.path} ({response.status}):\n{wrong}")
