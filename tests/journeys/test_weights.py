"""A page costs its reader little: measured on the wire by the browser, with everything it loads."""

from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest

from bench.weights import KILOBYTE, first_and_next, new_visitor, pages, weigh
from tests.factories import make_account, make_certificate

FIRST_LESSON, NEXT_LESSON, VERIFICATION, REQUESTS = 100 * KILOBYTE, 30 * KILOBYTE, 15 * KILOBYTE, 8


@pytest.fixture
def visitor(browser, site, complaints):
    """A browser that has never been here, whose complaints are heard."""
    opened = []

    def come():
        page = new_visitor(browser, site)
        complaints.listen(page.context)
        opened.append(page.context)
        return page

    yield come
    for context in opened:
        context.close()


@pytest.mark.parametrize("language", ["mn", "en"])
def test_every_lesson_is_light_on_a_first_visit(visitor, site, language):
    page = visitor()
    with nothing_kept(page):
        weights = {one.id: weigh(page, f"/lessons/{one.id}?lang={language}") for one in site.course.lessons}
    assert {name: one for name, one in weights.items() if one.size > FIRST_LESSON} == {}
    assert {name: one for name, one in weights.items() if one.requests > REQUESTS} == {}
    assert min(one.requests for one in weights.values()) > 4  # style sheets and all


@pytest.mark.parametrize("language", ["mn", "en"])
def test_every_further_lesson_is_lighter(visitor, site, language):
    page = visitor()
    *lessons, last = [f"/lessons/{lesson.id}?lang={language}" for lesson in site.course.lessons]
    weigh(page, last)
    weights = {address: weigh(page, address) for address in lessons}
    page = visitor()
    weigh(page, lessons[0])
    weights[last] = weigh(page, last)
    assert {address: one for address, one in weights.items() if one.size > NEXT_LESSON} == {}


@contextmanager
def nothing_kept(page):
    """The browser forgets what it has loaded, as one that has never been here."""
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
    yield
    wire.detach()


def test_the_page_that_a_stranger_opens_is_lighter_still(visitor, site):
    with site.record_book():
        certificate = make_certificate(make_account().person)
        address = f"/v/{certificate.token}"
    weight = weigh(visitor(), address)
    assert weight.size <= VERIFICATION
    assert weight.requests <= REQUESTS


def test_no_page_of_the_table_asks_often(browser, site):
    weights = {name: first_and_next(browser, site, *addresses) for name, addresses in pages(site).items()}
    assert {
        name: both for name, both in weights.items() if max(one.requests for one in both) > REQUESTS
    } == {}


def test_every_figure_of_a_lesson_is_counted(visitor, site):
    """The scales are honest: they weigh the pictures far down the page, and the style sheets."""
    with_picture = next(one for one in site.course.lessons if "<img" in one.bodies["mn"].html)
    page = visitor()
    asked = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    weight = weigh(page, f"/lessons/{with_picture.id}")
    assert any(path.startswith("/media/") for path in asked)
    assert weight.requests == len(asked)
    assert (
        weight.size
        > sum(len(page.context.request.get(path).body()) for path in asked if "/media/" in path) / 9
    )
