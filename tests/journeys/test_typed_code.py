"""A stranger types the code of a certificate, with whatever keyboard the phone has."""

import pytest

from tests.factories import make_account, make_certificate
from tests.journeys.steps import Visit, switch_language

CYRILLIC = str.maketrans("ACEHKMPTX", "АСЕНКМРТХ")


@pytest.fixture
def certificate(site):
    with site.record_book():
        issued = make_certificate(make_account(family_name="Ганболд", given_name="Ану").person)
        return issued.code


def look_up(visit, typed):
    visit.field("Code of the certificate").fill(typed)
    visit.button("Check").click()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_wrong_code_in_cyrillic_and_then_the_right_one(new_page, site, certificate, complaints, script):
    visit = Visit(new_page(java_script_enabled=script), site)
    visit.page.goto("/v")
    other = "7" if certificate[4] != "7" else "8"
    wrong = (certificate[:4] + other + certificate[5:]).translate(CYRILLIC).lower()
    look_up(visit, wrong)
    problem = visit.say("One sign of the code is not right. Compare it with the paper.")
    assert visit.page.locator(".err").inner_text() == problem
    assert visit.field("Code of the certificate").input_value() == wrong
    right = certificate.translate(CYRILLIC).lower()
    look_up(visit, f"{right[:4]} {right[4:8]}-{right[8:]}")
    assert visit.page.get_by_text(visit.say("Valid certificate"), exact=True).is_visible()
    assert visit.page.locator("dd").first.inner_text() == "Ганболд Ану"
    complaints.expect("404")


def test_a_code_that_is_too_short_says_how_long_it_has_to_be(new_page, site, certificate, complaints):
    visit = Visit(new_page(), site)
    visit.page.goto("/v")
    look_up(visit, certificate[:7])
    told = visit.say("A code has %(expected)s signs. You wrote %(typed)s.", expected=11, typed=7)
    assert visit.page.locator(".err").inner_text() == told
    complaints.expect("404")


def test_the_language_changes_while_a_code_is_typed(new_page, site, certificate):
    visit = Visit(new_page(), site)
    visit.page.goto("/v")
    visit.field("Code of the certificate").fill(certificate[:5])
    switch_language(visit, "en")
    assert visit.field("Code of the certificate").input_value() == certificate[:5]
    assert visit.page.locator(".err").count() == 0
    visit.field("Code of the certificate").fill(certificate)
    visit.page.keyboard.press("Enter")
    visit.page.get_by_text(visit.say("Valid certificate"), exact=True).wait_for()
