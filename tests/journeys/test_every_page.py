"""Every page of every reader, in a real browser: fits, is accessible, asks no other host."""

from urllib.parse import urlsplit

import pytest

from tests.journeys.accessibility import bring_axe, problems_here
from tests.journeys.browsers import keep_screenshot
from tests.journeys.readers import AFTER_A_STEP, NOT_PAGES, READERS
from tests.journeys.steps import Visit, sign_in

REFUSED = ("403", "404", "410", "422")


def open_as(who, new_page, site, complaints):
    """A page signed in as one of the readers, and the addresses to open."""
    with site.record_book():
        reader = READERS[who](site)
    visit = Visit(new_page(), site)
    if reader.code:
        sign_in(visit, reader.code)
    bring_axe(visit.page)
    return visit.page, reader.addresses


def forgive_refusals(complaints):
    """A page that says no says it with its status; the browser grumbles about that."""
    complaints.found = [one for one in complaints.found if not any(f" {code} " in one for code in REFUSED)]


@pytest.mark.timeout(300)
@pytest.mark.parametrize("who", READERS)
def test_every_page_fits_and_is_accessible(who, new_page, complaints, site):
    page, addresses = open_as(who, new_page, site, complaints)
    wrong = {}
    for address in addresses:
        for language in ("mn", "en"):
            page.goto(f"{address}{'&' if '?' in address else '?'}lang={language}")
            assert page.locator("html").get_attribute("lang") == language
            keep_screenshot(page, f"{who}{address.replace('/', '-')}-{language}")
            if found := problems_here(page, language=language):
                wrong[f"{address} {language}"] = found
    forgive_refusals(complaints)
    assert wrong == {}


def test_no_page_is_left_out(site):
    """A new page has to find its reader in `readers.py`."""
    with site.record_book():
        addresses = [address for reader in READERS.values() for address in reader(site).addresses]
    rules = site.app.url_map.bind("")
    seen = {rules.match(urlsplit(address).path)[0] for address in addresses if address != "/no-such-page"}
    # The last part of a file's address has a point in it.
    pages = [one for one in site.app.url_map.iter_rules() if "GET" in one.methods and not is_file(one.rule)]
    assert {page.endpoint for page in pages} - seen - NOT_PAGES - AFTER_A_STEP == set()


def is_file(rule):
    return "." in rule.rpartition("/")[2]
