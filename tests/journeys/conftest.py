"""Journeys: a real browser, a real server, a real SQLite file made by the migrations, the real course.

def test_a_guest_reads_a_lesson(phone, site):
    phone.goto(site.address)

One server and one database serve all journeys: each brings people of its own.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.journeys.browsers import LAPTOP, PHONE, Complaints, Site, chromium, flags, serve

NewPage = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=flags())
        yield started
        started.close()


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory, quick_hashes: None) -> Iterator[Site]:
    """The application with the real course, served on this machine."""
    with serve(tmp_path_factory.mktemp("journeys")) as server:
        yield server


@pytest.fixture
def site(served: Site) -> Iterator[Site]:
    """The server; every page that it gave out during the test is checked at the end."""
    served.problems.clear()
    yield served
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
