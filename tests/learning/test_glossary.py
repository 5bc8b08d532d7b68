"""The glossary: by letter, by any form of a word, and back to the lessons."""

from urllib.parse import quote

from lms.learning import glossary


def test_the_letters_stand_in_the_order_of_the_alphabet(real_course):
    course = real_course
    letters = glossary.letters(course, "mn")
    shown = "".join(letter.letter for letter in letters)
    assert shown == "АБВГДЕЁЖЗИЙКЛМНОӨПРСТУҮФХЦЧШЩЭЮЯ"
    assert sum(len(letter.entries) for letter in letters) == len(course.terms)
    assert "".join(letter.letter for letter in glossary.letters(course, "en")).startswith("ABC")


def test_a_term_leads_to_the_place_in_each_lesson_that_uses_it(real):
    page = real.page("/glossary?lang=mn")
    entry = page.by_id("t-budget-calendar")
    links = [
        address
        for address in [one.get("href", "") for one in page.all("a")]
        if address.endswith("#r-budget-calendar")
    ]
    assert entry is not None
    assert "/lessons/national-calendar#r-budget-calendar" in links
    for link in links:
        address, _sign, anchor = link.partition("#")
        assert real.page(address).by_id(anchor) is not None


def test_the_glossary_is_searched_by_any_form_of_a_word(real):
    page = real.page(f"/glossary?q={quote('цаглабраас')}&lang=mn")
    assert page.by_id("t-budget-calendar") is not None
    assert len(page.all("dt")) < 10
    assert not page.with_class("letters")


def test_a_term_that_is_not_there_can_be_searched_in_the_lessons(client):
    links = client.page("/glossary?q=ямаа").links
    assert any(address.startswith("/search?q=") for address in links.values())
