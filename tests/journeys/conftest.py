"""Journeys: a real browser, a real server, a real SQLite file made by the migrations.

def test_a_guest_reads_a_lesson(phone, site):
    phone.goto(site.address)
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask_migrate import upgrade
from playwright.sync_api import Browser, Page, sync_playwright

from tests.conftest import close_app, make_app, settings
from tests.databases import SqliteFiles
from tests.journeys.browsers import LAPTOP, PHONE, Complaints, Site, chromium, flags

NewPage = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=flags())
        yield started
        started.close()


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> SqliteFiles:
    return SqliteFiles(tmp_path_factory.mktemp("journeys"))


@pytest.fixture(scope="session")
def migrated(files: SqliteFiles, tmp_path_factory: pytest.TempPathFactory, quick_hashes: None) -> str:
    """The URL of a database that the migrations made, to be copied."""
    url = files.empty()
    app = make_app(settings(url, tmp_path_factory.mktemp("migrated")))
    with app.app_context():
        upgrade()
    close_app(app)
    return url


@pytest.fixture
def site_settings() -> dict[str, Any]:
    """Settings that a test file changes for its site, for example the course it shows."""
    return {}


@pytest.fixture
def site(files: SqliteFiles, migrated: str, tmp_path: Path, site_settings: dict[str, Any]) -> Iterator[Site]:
    """The application, served on this machine; every page it gave out is checked at the end."""
    served = Site()
    own = {"base_url": served.address, "trusted_hosts": ("127.0.0.1",), **site_settings}
    app = make_app(settings(files.copy(migrated), tmp_path, **own))
    served.start(app)
    yield served
    served.stop()
    close_app(app)
    assert not served.problems, "\n".join(served.problems)


@pytest.fixture
def complaints(site: Site) -> Iterator[Complaints]:
    heard = Complaints(site.address)
    yield heard
    assert not heard.found, "\n".join(heard.found)
    assert not heard.strangers, "a page asked another host: " + ", ".join(heard.strangers)


@pytest.fixture
def new_page(browser: Browser, site: Site, complaints: Complaints) -> Iterator[NewPage]:
    """Opens a browser of its own for each call: `new_page(java_script_enabled=False)`."""
    contexts = []

    def open_page(**options: Any) -> Page:
        context = browser.new_context(
            base_url=site.address, **{"viewport": PHONE, "locale": "mn-MN", **options}
        )
        context.set_default_timeout(10_000)
        complaints.listen(context)
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def phone(new_page: NewPage) -> Page:
    return new_page(viewport=PHONE, is_mobile=True, has_touch=True)


@pytest.fixture
def laptop(new_page: NewPage) -> Page:
    return new_page(viewport=LAPTOP)


@pytest.fixture
def without_script(new_page: NewPage) -> Page:
    return new_page(java_script_enabled=False)
