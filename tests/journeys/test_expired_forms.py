"""A form that is older than the visit: nothing is carried out, nothing typed is lost."""

import pytest

from tests.factories import PASSWORD, make_account
from tests.journeys.steps import Visit, answer_all, begin_test, register, sign_in


@pytest.fixture
def code(site):
    with site.record_book():
        return make_account().personal_code


def sign_out_beside(visit):
    """In another tab of the same browser."""
    other = visit.page.context.new_page()
    other.goto("/account")
    other.get_by_role("button", name=visit.say("Sign out here"), exact=True).click()
    other.wait_for_url("**/")
    other.close()


def test_a_registration_sent_too_late_is_offered_again(new_page, site, code, complaints):
    visit = Visit(new_page(), site)
    visit.page.goto("/register")
    visit.field("Given name").fill("Өлзийсайхан")
    visit.field("Woman").check()
    other = Visit(visit.page.context.new_page(), site)
    sign_in(other, code)
    sign_out_beside(visit)
    visit.button("Register").click()
    assert visit.heading() == visit.say("This page had been open too long.")
    visit.button("Send again").click()
    assert visit.field("Given name").input_value() == "Өлзийсайхан"
    assert visit.field("Woman").is_checked()
    register(visit)
    complaints.expect("400")
    complaints.expect("422")


def test_a_test_handed_in_after_signing_out_waits_for_signing_in(new_page, site, code, complaints):
    visit = Visit(new_page(java_script_enabled=False), site)
    sign_in(visit, code)
    quiz = begin_test(visit, site.course.modules[0])
    answer_all(visit, quiz)
    sign_out_beside(visit)
    visit.button("Hand in").click()
    with visit.page.expect_popup() as beside:
        visit.link("Sign in (opens a new page)").click()
    sign_in_here = Visit(beside.value, site)
    sign_in_here.field("Phone, e-mail or personal code").fill(code)
    sign_in_here.field("Password").fill(PASSWORD)
    sign_in_here.button("Sign in").click()
    sign_in_here.page.wait_for_url("**/progress")
    visit.button("Send again").click()  # the visit has changed once more, by signing in
    visit.button("Send again").click()
    visit.page.wait_for_url("**/result")
    assert visit.heading().endswith(f"{quiz.draw}/{quiz.draw}")
    complaints.expect("400")


def test_whoever_sends_again_without_signing_in_finds_the_test_afterwards(new_page, site, code, complaints):
    visit = Visit(new_page(), site)
    sign_in(visit, code)
    quiz = begin_test(visit, site.course.modules[0])
    address = visit.page.url
    answer_all(visit, quiz)
    visit.page.locator("#saved").get_by_text(f"{quiz.draw}/{quiz.draw}").wait_for()
    sign_out_beside(visit)
    visit.button("Hand in").click()
    visit.button("Send again").click()
    visit.field("Phone, e-mail or personal code").fill(code)
    visit.field("Password").fill(PASSWORD)
    visit.button("Sign in").click()
    visit.page.wait_for_url(address)
    assert str(quiz.draw) in visit.page.locator("#saved").inner_text()
    complaints.expect("400")
