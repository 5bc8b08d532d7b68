"""Debian's Chromium, and the application as a real server for it."""

import gzip
import os
import re
import shutil
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import brotli
from flask import Flask
from flask_migrate import upgrade
from playwright.sync_api import BrowserContext, ConsoleMessage, Error, Page
from werkzeug.serving import WSGIRequestHandler, make_server

from lms.content.course import Course
from lms.core.db import db, expect_write
from lms.core.i18n import gettext, in_language
from tests.conftest import ROOT, close_app, make_app, settings
from tests.databases import SqliteFiles
from tests.pages import problems_of

FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE = {"width": 360, "height": 740}
LAPTOP = {"width": 1280, "height": 800}

TOKEN = re.compile(r'name="csrf_token"[^>]*')

Words = Callable[..., str]


class NoBrowser(RuntimeError):
    """The journeys need Chromium."""


def chromium() -> str:
    """Path of the browser; raises `NoBrowser`."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = os.environ.get("LMS_TEST_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if not found:
        raise NoBrowser(
            "Chromium is missing. Install it (Debian: apt-get install chromium) or set LMS_TEST_CHROMIUM."
        )
    return found


def flags() -> list[str]:
    return [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else FLAGS


class Site:
    """A running server: `address`, its `app`, and what it found wrong with its own pages."""

    app: Flask

    def __init__(self) -> None:
        self.problems: list[str] = []
        self._checked: set[int] = set()
        self._server = make_server("127.0.0.1", 0, self._answer, threaded=True, request_handler=_Silent)
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05})

    def start(self, app: Flask) -> None:
        self.app = app
        self._thread.start()

    @property
    def course(self) -> Course:
        course: Course = self.app.extensions["course"]
        return course

    @contextmanager
    def record_book(self) -> Iterator[None]:
        """The application's context for a test that writes or reads rows itself; commits at its end."""
        with self.app.app_context():
            expect_write()
            yield
            db.session.commit()

    def words(self, language: str) -> Words:
        """The interface's words in a language: `words("Hand in")`, with values where it has gaps."""

        def say(words: str, **values: Any) -> str:
            with self.app.app_context(), in_language(language):
                return str(gettext(words, **values))

        return say

    def stop(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def _answer(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        seen: dict[str, Any] = {}

        def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            seen.update({name.lower(): value for name, value in headers}, status=status)
            return start_response(status, headers, *rest)

        parts = self.app.wsgi_app(environ, start)
        if not str(seen.get("content-type", "")).startswith("text/html") or seen["status"].startswith("3"):
            return parts
        body = b"".join(parts)
        if body:
            self._check(environ["PATH_INFO"], _unpacked(body, seen.get("content-encoding")))
        return [body]

    def _check(self, path: str, html: str) -> None:
        """Look at a page for what is wrong with it; at each page once, whatever token it carries."""
        plain = hash(TOKEN.sub("", html))
        if plain not in self._checked:
            self._checked.add(plain)
            self.problems += [f"{path}: {problem}" for problem in problems_of(html)]


@contextmanager
def serve(folder: Path) -> Iterator[Site]:
    """The application with the real course and a database made by the migrations, served on this machine."""
    server = Site()
    own: dict[str, Any] = {"base_url": server.address, "trusted_hosts": ("127.0.0.1",)}
    own |= {"modules_dir": ROOT / "modules", "quizzes_dir": ROOT / "quizzes"}
    app = make_app(settings(SqliteFiles(folder).empty(), folder, **own))
    with app.app_context():
        upgrade()
    server.start(app)
    try:
        yield server
    finally:
        server.stop()
        close_app(app)


def _unpacked(body: bytes, encoding: str | None) -> str:
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress}.get(encoding or "", bytes)
    return unpack(body).decode()


class _Silent(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: Any) -> None:  # noqa: A002, the name is werkzeug's
        pass


class Complaints:
    """What a browser complains about while a journey runs: script errors, refusals of the policy."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.found: list[str] = []
        self.strangers: list[str] = []

    def listen(self, context: BrowserContext) -> None:
        context.on("console", self._console)
        context.on("weberror", lambda error: self.found.append(str(error.error)))
        context.on("request", lambda request: self._request(request.url))

    def expect(self, words: str) -> None:
        """Take back complaints that the journey caused on purpose."""
        assert any(words in complaint for complaint in self.found), self.found
        self.found = [complaint for complaint in self.found if words not in complaint]

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.found.append(f"{message.text} {message.location.get('url', '')}".strip())

    def _request(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self.strangers.append(url)


def keep_screenshot(page: Page, name: str) -> None:
    """Save a picture into the folder named by LMS_TEST_SCREENSHOTS, when it is set."""
    if folder := os.environ.get("LMS_TEST_SCREENSHOTS"):
        try:
            page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)
        except Error as error:
            raise AssertionError(f"no picture of {name}: {error}") from error
