"""From a word in the footer to the paragraph that holds it; from a day to what can be done on it."""

import re

import pytest

IN_VIEW = "one => { const box = one.getBoundingClientRect(); return box.top >= 0 && box.top < innerHeight }"
LIT = "one => getComputedStyle(one).backgroundColor"


@pytest.fixture(params=["phone", "without_script"])
def page(request):
    return request.getfixturevalue(request.param)


def search(page, words):
    page.goto("/help")
    page.locator("footer input[name=q]").fill(words)
    page.locator("footer form[role=search] button").click()
    page.wait_for_url(re.compile("/search"))


def test_a_found_sentence_opens_at_its_paragraph_and_is_lit(page, site):
    search(page, "цаглабраас")
    first = page.locator(".hits > li").first
    assert first.locator("mark").first.inner_text().lower().startswith("цаглабар")
    link = first.locator("p a[href*='#p']").first
    anchor = link.get_attribute("href").partition("#")[2]
    link.click()
    page.wait_for_url(re.compile(f"#{anchor}$"))
    paragraph = page.locator(f"#{anchor}")
    assert paragraph.evaluate(IN_VIEW)
    assert paragraph.evaluate(LIT) != page.locator("h1").evaluate(LIT)


def test_letters_of_another_keyboard_and_a_slip_lead_to_the_same_lesson(page):
    for typed in ("шилэн данс", "ШИЛЭН ДAHCAAC", "шилэнн данс", "shilen dans"):
        search(page, typed)
        found = page.locator(".hits h2 a").evaluate_all("links => links.map(one => one.getAttribute('href'))")
        assert any(address.startswith("/lessons/glass-account") for address in found[:3]), typed


def test_nothing_found_leads_on(page):
    search(page, "щщщщ")
    page.locator("main").get_by_role("link").last.click()
    page.wait_for_url(re.compile("/lessons"))


def test_a_letter_of_the_glossary_leads_to_its_terms(page):
    page.goto("/glossary?lang=mn")
    page.locator(".letters a", has_text="Ө").click()
    heading = page.locator("main h2:target")
    assert heading.inner_text() == "Ө"
    assert heading.evaluate(IN_VIEW)


def test_a_question_leads_to_its_tool_and_on_to_the_lesson(page):
    page.goto("/tools?lang=mn")
    page.get_by_role("link", name="Мөнгө хүрсэн үү?").click()
    assert page.locator("h1").inner_text() == "Төсвийн зарлагыг мөшгих судалгаа"
    page.locator("main a.btn").first.click()
    page.wait_for_url(re.compile("/lessons/choosing-a-tool"))
