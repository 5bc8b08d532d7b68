"""Everything can be done without a mouse, and a word explains itself where it stands."""

import pytest

from tests.factories import PASSWORD, make_account
from tests.journeys.accessibility import axe, bring_axe
from tests.journeys.browsers import LAPTOP
from tests.journeys.steps import Visit, questions_here

RING = "getComputedStyle(document.activeElement).outlineWidth"


@pytest.fixture
def lesson(site):
    return site.course.lessons[0]


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def go_to(page, locator, *, most=80):
    """Press Tab until the focus is there, as somebody without a mouse does; it must be seen all the way."""
    wanted = locator.element_handle()
    for _ in range(most):
        press(page, "Tab")
        if page.evaluate("one => document.activeElement === one", wanted):
            assert page.evaluate(RING) == "3px"
            return
    raise AssertionError(f"{most} times Tab do not lead to {locator}")


def test_a_tap_on_a_term_shows_what_it_means_beside_it(phone, site, lesson):
    phone.goto(f"/lessons/{lesson.id}")
    term, box = phone.locator("a.term").first, phone.locator("#definition")
    meaning = site.course.terms[lesson.bodies["mn"].term_ids[0]].definition["mn"]
    before = phone.url
    term.tap()
    box.get_by_text(meaning).wait_for()
    assert phone.url == before
    assert abs(box.bounding_box()["y"] - term.bounding_box()["y"]) < 400
    phone.locator("h1").tap()
    assert not box.is_visible()
    term.tap()
    term.tap()
    assert not box.is_visible()


def test_a_term_opens_with_enter_and_closes_with_escape(laptop, lesson):
    laptop.goto(f"/lessons/{lesson.id}")
    term = laptop.locator("a.term").first
    go_to(laptop, term)
    press(laptop, "Enter")
    laptop.locator("#definition b").wait_for()
    assert term.get_attribute("aria-expanded") == "true"
    press(laptop, "Escape")
    assert not laptop.locator("#definition").is_visible()
    assert term.get_attribute("aria-expanded") is None
    assert laptop.evaluate("one => document.activeElement === one", term.element_handle())


def test_a_definition_breaks_no_list_and_no_table(laptop, site):
    """Wherever a term stands, the page with its definition open is as sound as without."""
    bring_axe(laptop)
    for lesson in site.course.lessons[::5]:
        laptop.goto(f"/lessons/{lesson.id}")
        for term in laptop.locator("a.term:is(li *, td *, p *)").all()[:8]:
            term.click()
        assert axe(laptop, ["list", "listitem", "td-headers-attr", "dlitem", "definition-list"]) == []


def test_without_script_a_term_leads_to_its_meaning_and_back(without_script, lesson):
    without_script.goto(f"/lessons/{lesson.id}")
    term_id = lesson.bodies["mn"].term_ids[0]
    without_script.locator("a.term").first.click()
    assert without_script.url.endswith(f"#t-{term_id}")
    without_script.locator(f"dd:has(a[href='#r-{term_id}'])").locator("a").click()
    assert without_script.url.endswith(f"#r-{term_id}")


def test_the_first_tab_leads_past_the_menu(laptop):
    laptop.goto("/")
    press(laptop, "Tab")
    assert laptop.locator(".skip").is_visible()
    assert laptop.locator(".skip").bounding_box()["x"] >= 0
    press(laptop, "Enter")
    assert laptop.evaluate("document.activeElement.id") == "main"
    press(laptop, "Tab")
    assert laptop.evaluate("document.activeElement.closest('main') !== null")


def test_somebody_registers_with_the_keyboard_alone(new_page, site):
    visit = Visit(new_page(viewport=LAPTOP), site)
    page = visit.page
    page.goto("/register")
    for words, typed in {
        "Father's or mother's name": "Ганболд",
        "Given name": "Өлзийсайхан",
        "Phone": visit.phone,
        "Password": PASSWORD,
    }.items():
        go_to(page, visit.field(words))
        page.keyboard.type(typed)
    go_to(page, visit.field("Aimag or district"))
    press(page, "ArrowDown", "ArrowDown")
    go_to(page, visit.field("Who you are"))
    press(page, "ArrowDown")
    go_to(page, visit.field("Woman"))
    press(page, "Space")
    go_to(page, visit.field("I prefer not to say my year of birth"))
    press(page, "Space")
    go_to(page, visit.field("I agree that my name, contact and study record are kept"))
    press(page, "Space")
    go_to(page, visit.button("Register"))
    press(page, "Enter")
    page.wait_for_url("**/welcome")
    assert visit.heading() == visit.say("Welcome, %(name)s!", name="Өлзийсайхан")


def test_enter_in_a_field_sends_the_form_and_does_not_change_the_language(new_page, site):
    visit = Visit(new_page(viewport=LAPTOP), site)
    with site.record_book():
        code = make_account().personal_code
    visit.page.goto("/sign-in")
    visit.field("Phone, e-mail or personal code").fill(code)
    visit.field("Password").fill(PASSWORD)
    press(visit.page, "Enter")
    visit.page.wait_for_url("**/progress")
    assert visit.page.locator("html").get_attribute("lang") == "mn"


def test_the_list_of_mistakes_takes_the_focus_and_leads_to_each(new_page, site, complaints):
    visit = Visit(new_page(viewport=LAPTOP), site)
    page = visit.page
    page.goto("/register")
    go_to(page, visit.button("Register"))
    press(page, "Enter")
    page.locator(".summary").wait_for()
    assert page.evaluate("document.activeElement.matches('.summary')")
    press(page, "Tab", "Enter")
    assert page.evaluate("document.activeElement.id") == "family_name"
    complaints.expect("422")


def test_a_check_is_done_with_the_keyboard_alone(new_page, site, lesson):
    visit = Visit(new_page(viewport=LAPTOP), site)
    page, quiz = visit.page, site.course.quiz(lesson.check_id)
    page.goto(f"/lessons/{lesson.id}/check")
    for question in questions_here(page, quiz):
        for field in page.locator(f"[name^='q-{question.id}']:not([type=radio])").all():
            go_to(page, field)
            press(page, "Space" if question.kind == "multiple" else "ArrowDown")
            if question.kind in ("number", "short"):
                page.keyboard.type("7")
        if page.locator(f"[name='q-{question.id}'][type=radio]").count():
            go_to(page, page.locator(f"[name='q-{question.id}']").first)
            press(page, "ArrowDown")
            assert page.locator(f"[name='q-{question.id}']:checked").count() == 1
    go_to(page, visit.button("Hand in"))
    press(page, "Enter")
    page.wait_for_url("**/result")
    assert visit.heading().startswith(
        visit.say("Right answers: %(right)s/%(of)s", right="", of="").rstrip("/")
    )
