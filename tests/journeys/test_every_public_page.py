"""Every page that anybody may open, in a real browser: fits, is accessible, asks no other host."""

import pytest

from tests.journeys.browsers import LAPTOP, PHONE, axe_violations, keep_screenshot, sideways_scroll

PAGES = ["/", "/lessons", "/glossary", "/register", "/sign-in", "/forgotten", "/reset-by-code", "/v", "/help"]
PAGES += ["/privacy", "/accessibility", "/no-such-page"]


@pytest.mark.parametrize("language", ["mn", "en"])
@pytest.mark.parametrize("window", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_every_public_page_fits_and_is_accessible(new_page, complaints, site, window, language):
    page = new_page(viewport=window)
    course = site.app.extensions["course"]
    lesson = course.lessons[0]
    own = [f"/lessons/{lesson.id}", f"/lessons/{lesson.id}/check", f"/modules/{lesson.module_id}"]
    wrong = {}
    for address in PAGES + own:
        page.goto(f"{address}?lang={language}")
        keep_screenshot(
            page, f"{address.strip('/').replace('/', '-') or 'landing'}-{language}-{window['width']}"
        )
        assert page.locator("html").get_attribute("lang") == language
        found = axe_violations(page)
        if sideways_scroll(page):
            found.append(f"{sideways_scroll(page)} px too wide")
        if found:
            wrong[address] = found
    complaints.expect("404")
    assert wrong == {}
