"""Search, as a visitor sees it."""

from urllib.parse import quote

import pytest

from tests.pages import words


def search(client, query, language="mn"):
    return client.page(f"/search?q={quote(query)}&lang={language}")


def addresses(page):
    return [link.get("href", "") for link in page.all("a")]


def test_a_result_opens_at_the_paragraph_with_the_words_marked(real):
    page = search(real, "цаглабраас")
    first = page.with_class("hits")[0][0]
    assert "Улсын төсвийн цаглабар" in words(first)
    assert "цаглабар" in [words(mark) for mark in first.iter("mark")]
    links = [link.get("href") for link in first.iter("a")]
    assert links[0] == "/lessons/national-calendar"
    lesson = real.page("/lessons/national-calendar")
    for link in links[1:]:
        address, _sign, anchor = link.partition("#")
        assert address == "/lessons/national-calendar"
        assert "цаглабар" in words(lesson.by_id(anchor))


def test_where_the_title_does_not_say_it_the_title_opens_at_the_paragraph(real):
    page = search(real, "хоригийн")
    titles = {
        words(link): link.get("href") for link in page.all("a") if "national-calendar" in link.get("href")
    }
    assert titles["Улсын төсвийн цаглабар"].startswith("/lessons/national-calendar#p")


def test_terms_and_tools_are_found_beside_lessons(real):
    found = addresses(search(real, "онооны карт"))
    assert {"/tools/community-score-card", "/glossary#t-community-score-card"} <= set(found)
    assert any(address.startswith("/lessons/score-card") for address in found)


def test_words_of_the_other_language_are_shown_as_such_and_open_in_ones_own(real):
    page = search(real, "face to face")
    passages = [part for part in page.all("p") if part.get("lang") == "en"]
    links = [link for part in passages for link in part.iter("a")]
    assert "mn" in [link.get("lang") for link in links]
    assert all(link.get("href").startswith("/lessons/") for link in links)


def test_a_guess_is_called_a_guess(real):
    assert "цаглаабар" not in search(real, "цаглабраас").text
    assert "tusuv" in search(real, "tusuv").text


def test_nothing_found_says_what_to_try(client):
    page = search(client, "щщщщ")
    assert page.with_class("empty")
    assert {"/glossary", "/lessons"} <= set(page.links.values())


def test_an_empty_field_is_only_a_field(client):
    for address in ("/search", "/search?q=", "/search?q=%20"):
        page = client.page(address)
        assert not page.with_class("empty")
        assert page.form(name="q").values == {"q": [""]}


def test_the_field_keeps_what_was_typed_and_shows_it_as_text(client):
    typed = '"><script>x</script>'
    page = search(client, typed)
    assert page.form(name="q").values == {"q": [typed]}
    assert search(client, "a" * 5000).form(name="q").values == {"q": ["a" * 100]}


@pytest.mark.parametrize("address", ["/", "/help", "/lessons", "/tools", "/calendar", "/lessons/whom-to-ask"])
def test_every_page_has_one_field_that_searches_the_course(client, address):
    page = client.page(address)
    assert [form.get("action") for form in page.all("form") if form.get("role") == "search"] == ["/search"]


def test_the_footer_leads_to_what_is_at_hand(client):
    links = client.page("/").links.values()
    assert {"/calendar", "/tools", "/glossary", "/search"} <= set(links)
