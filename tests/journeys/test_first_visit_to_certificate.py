"""The way of this house: from the landing page to a certificate that a stranger's phone can check."""

from urllib.parse import urlsplit

import pypdfium2
import pytest
import zxingcpp

from lms.content.course import Module
from lms.core.clock import now
from lms.learning import services as learning
from lms.people.models import Account, NameKind
from lms.people.queries import account_by_sign_in_name
from tests import factories
from tests.journeys.browsers import PHONE
from tests.journeys.steps import (
    Visit,
    answer_right,
    answer_wrong,
    begin_course,
    finish_lesson,
    hand_in,
    pass_test,
    questions_here,
    register,
    sign_in,
)

WAYS = {
    "Mongolian": ("mn", True),
    "English": ("en", True),
    "Mongolian without JavaScript": ("mn", False),
}


@pytest.mark.parametrize(("language", "script"), WAYS.values(), ids=WAYS.keys())
@pytest.mark.timeout(240)
def test_from_the_first_visit_to_a_certificate_that_a_stranger_checks(new_page, site, language, script):
    visit = Visit(new_page(java_script_enabled=script), site, language)
    first, *others = visit.course.modules
    begin_course(visit)
    for lesson in first.lessons[:2]:
        finish_lesson(visit, lesson)
    check_oneself_with_one_mistake(visit, first)
    visit.page.goto("/progress")
    visit.page.get_by_role("main").get_by_role("link", name=visit.say("Register"), exact=True).click()
    register(visit, family_name="Ганболд", given_name="Өлзийсайхан")
    greeted_with_personal_code(visit)
    study(visit, first)
    for module in others:
        # One of the ways presses every button of the course; the others are here for what differs.
        if language == "mn" and script:
            study(visit, module)
        else:
            earn_at_once(visit, module)
    link = receive_certificate(visit, "Ганболд Өлзийсайхан")
    a_stranger_checks(new_page(viewport=PHONE), link, "Ганболд Өлзийсайхан", site.words("mn"))


def check_oneself_with_one_mistake(visit: Visit, module: Module) -> None:
    """The check of the first lesson: one answer wrong, and the explanation read."""
    lesson = module.lessons[0]
    quiz = visit.course.quiz(lesson.check_id)
    visit.page.goto(f"/lessons/{lesson.id}")
    visit.link("Check yourself (%(count)s questions)", count=len(quiz.questions)).click()
    asked = questions_here(visit.page, quiz)
    mistake = next(question for question in asked if question.kind == "single")
    for question in asked:
        answer_wrong(visit, question) if question is mistake else answer_right(visit, question)
    hand_in(visit)
    assert visit.heading().endswith(f"{len(asked) - 1}/{len(asked)}")
    told = (
        visit.page.get_by_role("main").get_by_role("listitem").filter(has_text=mistake.prompt[visit.language])
    )
    assert mistake.explanation[visit.language] in told.inner_text()
    assert visit.say("Look at it again") in told.inner_text()


def greeted_with_personal_code(visit: Visit) -> None:
    assert visit.heading() == visit.say("Welcome, %(name)s!", name="Өлзийсайхан")
    with visit.site.record_book():
        assert visit.page.locator(".code").inner_text().replace("-", "") == account_of(visit).personal_code
    visit.link("To my lessons").click()
    visit.page.wait_for_url("**/progress")


def study(visit: Visit, module: Module) -> None:
    """Read what is left of a module, led by the one button of the progress page, and pass its test."""
    visit.page.goto("/progress")
    visit.page.locator("main .row .btn").first.click()
    for lesson in module.lessons:
        if visit.page.url.endswith(f"/lessons/{lesson.id}"):
            finish_lesson(visit, lesson)
    assert visit.page.url.endswith(f"/modules/{module.id}/test")
    pass_test(visit, module)


def earn_at_once(visit: Visit, module: Module) -> None:
    with visit.site.record_book():
        person = account_of(visit).person
        for lesson in module.lessons:
            learning.complete_lesson(person, lesson, at=now())
        factories.pass_test(person, visit.course.quiz(module.test_id), at=now())


def account_of(visit: Visit) -> Account:
    account = account_by_sign_in_name(NameKind.PHONE, visit.phone)
    assert account is not None
    return account


def receive_certificate(visit: Visit, name: str) -> str:
    """Confirm the name, fetch the file as the browser does, and read the link out of its QR."""
    visit.page.goto("/progress")
    visit.page.locator("main .row .btn").first.click()
    visit.button("The name is right: issue the certificate").click()
    assert visit.heading() == visit.say("Your certificate")
    address = visit.page.locator("main a[href$='.pdf']").get_attribute("href")
    answer = visit.page.context.request.get(address)
    assert answer.headers["content-type"] == "application/pdf"
    paper = pypdfium2.PdfDocument(answer.body())[0]
    assert name in " ".join(paper.get_textpage().get_text_range().split())
    codes = zxingcpp.read_barcodes(paper.render(scale=3).to_pil())
    assert len(codes) == 1
    return codes[0].text


def a_stranger_checks(page, link, name, say):
    """Another phone, no sign-in: what the QR opens says the name and that it is valid."""
    page.goto(urlsplit(link).path)
    assert page.get_by_role("main").get_by_text(say("Valid certificate"), exact=True).is_visible()
    assert page.locator("dd").first.inner_text() == name
    assert page.locator("html").get_attribute("lang") == "mn"


def test_the_second_of_a_family_registers_with_the_same_phone(new_page, site):
    elder, younger = Visit(new_page(), site), Visit(new_page(), site)
    elder.page.goto("/register")
    register(elder, given_name="Дулмаа")
    younger.page.goto("/register")
    register(younger, given_name="Ану", phone=elder.phone)
    main = younger.page.get_by_role("main")
    assert younger.say("Sign in with the code") in main.inner_text()
    code = younger.page.locator(".code").inner_text()
    younger.page.get_by_role("button", name=younger.say("Sign out"), exact=True).click()
    sign_in(younger, code.lower())
    assert younger.heading() == younger.say("Good day, %(name)s", name="Ану")
    stranger = Visit(new_page(), site)
    sign_in(stranger, elder.phone)
    assert stranger.heading() == stranger.say("Good day, %(name)s", name="Дулмаа")
