"""Search, glossary, calendar and tools, as a visitor sees them."""

from dataclasses import replace
from datetime import date, datetime
from functools import cache
from urllib.parse import quote

import pytest
import time_machine

from lms.content.loader import load
from lms.content.store import current_course
from lms.core.clock import ULAANBAATAR
from lms.core.db import Base, db
from lms.core.i18n import format_interval, format_month, format_month_day
from lms.learning import glossary, views
from lms.learning.tool_shelf import by_step, in_order
from tests.conftest import ROOT, close_app, make_app, settings
from tests.pages import words


@cache
def real_course():
    return load(ROOT / "modules", ROOT / "quizzes")


def on(day):
    return time_machine.travel(datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=ULAANBAATAR), tick=False)


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    """A visitor of the real course."""
    folder = tmp_path_factory.mktemp("real")
    course = {"modules_dir": ROOT / "modules", "quizzes_dir": ROOT / "quizzes"}
    app = make_app(settings(f"sqlite:///{folder / 'real.sqlite3'}", folder, **course))
    with app.app_context():
        Base.metadata.create_all(db.engine)
        yield app.test_client()
    close_app(app)


def addresses(page):
    return [link.get("href", "") for link in page.all("a")]


def search(client, query, language="mn"):
    return client.page(f"/search?q={quote(query)}&lang={language}")


# Search


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


# Glossary


def test_the_letters_stand_in_the_order_of_the_alphabet():
    course = real_course()
    letters = glossary.letters(course, "mn")
    shown = "".join(letter.letter for letter in letters)
    assert shown == "АБВГДЕЁЖЗИЙКЛМНОӨПРСТУҮФХЦЧШЩЭЮЯ"
    assert sum(len(letter.entries) for letter in letters) == len(course.terms)
    assert "".join(letter.letter for letter in glossary.letters(course, "en")).startswith("ABC")


def test_a_term_leads_to_the_place_in_each_lesson_that_uses_it(real):
    page = real.page("/glossary?lang=mn")
    entry = page.by_id("t-budget-calendar")
    links = [address for address in addresses(page) if address.endswith("#r-budget-calendar")]
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


# Calendar


def test_in_autumn_no_window_is_open_and_the_next_is_named(real):
    with on("2026-11-22"):
        page = real.page("/calendar?lang=mn")
    head = page.with_class("box")[0]
    assert "40" in words(head)
    assert "2027 оны 1 дүгээр сарын 1" in words(head)
    assert "/lessons/local-budget" in [link.get("href") for link in head.iter("a")]


@pytest.mark.parametrize(("day", "days"), [("2027-01-01", "150"), ("2027-05-30", "1"), ("2028-02-29", "92")])
def test_an_open_window_counts_its_days(real, day, days):
    with on(day):
        head = real.page("/calendar?lang=en").with_class("ok")[0]
    assert f"Days left: {days}" in words(head)


def test_on_its_last_day_a_window_says_so(real):
    with on("2027-05-31"):
        assert "Today is the last day" in words(real.page("/calendar?lang=en").with_class("ok")[0])
    with on("2027-06-01"):
        assert not [box for box in real.page("/calendar?lang=en").with_class("ok") if box.tag == "div"]


def test_the_day_is_that_of_ulaanbaatar(real):
    """At 16:00 UTC the next day has begun there."""
    with time_machine.travel(datetime.fromisoformat("2026-12-31T16:00+00:00"), tick=False):
        assert "Days left: 150" in real.page("/calendar?lang=en").text


@pytest.mark.parametrize("language", ["mn", "en"])
def test_the_drawing_has_a_title_a_sentence_and_a_table_that_says_the_same(real, language):
    with on("2027-03-01"):
        page = real.page(f"/calendar?lang={language}")
    (drawing,) = [picture for picture in page.all() if picture.get("aria-labelledby", "").startswith("year")]
    title, sentence = (page.by_id(name) for name in drawing.get("aria-labelledby").split())
    assert words(title)
    course = real_course()
    rows = [words(row) for row in page.all("table")[0].iter("tr")][1:]
    for window, row in zip(course.windows, rows, strict=True):
        assert window.title[language] in words(sentence)
        assert window.title[language] in row
        assert window.do[language] in row


def test_advice_is_never_shown_as_law(real):
    with on("2027-07-10"):
        page = real.page("/calendar?lang=en")
    assert "These days are our advice, not law." in words(page.with_class("ok")[0])
    rows = [words(row) for row in page.all("table")[0].iter("tr")][1:]
    assert ["Our advice, not law" in row for row in rows] == [False, True, True]


def test_every_legal_date_is_there_with_law_article_certainty_and_year(real):
    page = real.page("/calendar?lang=en")
    course = real_course()
    for one in course.calendar:
        row = words(page.by_id(f"d-{one.id}"))
        assert one.who["en"] in row
        assert one.what["en"] in row
        assert f"Seen for the year {one.year}" in row
        assert f"Compared: {one.checked:%Y.%m.%d}" in row
        assert (course.sources[one.law].title["en"] in row) if one.law else ("No law: practice" in row)
        assert one.article is None or one.article in row


def test_state_and_local_dates_stand_apart(real):
    page = real.page("/calendar?lang=en")
    tables = [table for table in page.with_class("dates") if table.tag == "table"]
    ids = [{row.get("id") for row in table.iter("tr")} - {None} for table in tables]
    assert [{name[2] for name in names} for names in ids] == [{"n"}, {"l"}]


def test_a_course_without_a_calendar_has_an_empty_page(client, app, monkeypatch):
    bare = replace(current_course(), calendar=(), windows=(), tools=())
    monkeypatch.setattr(views, "current_course", lambda: bare)
    assert not client.page("/calendar").all("table")
    assert not client.page("/tools").with_class("card")


# Tools


def test_tools_stand_from_the_easiest_to_the_hardest(real):
    course = real_course()
    hardest = [tool.difficulty for tool in in_order(course)]
    assert hardest == sorted(hardest)
    assert [tool.id for tool in in_order(course) if tool.id in BRIEF_ORDER] == BRIEF_ORDER
    questions = [tool.question["mn"] for tools in by_step(course).values() for tool in tools]
    shown = [words(heading) for heading in real.page("/tools?lang=mn").all("h3")]
    assert shown == questions


BRIEF_ORDER = [
    "glass-account-monitoring",
    "citizens-budget",
    "community-score-card",
    "citizen-oversight-group",
    "citizen-report-card",
    "social-audit",
    "pets",
]


@pytest.mark.parametrize("language", ["mn", "en"])
def test_each_tool_says_all_that_the_catalogue_knows(real, language):
    for tool in real_course().tools:
        page = real.page(f"/tools/{tool.id}?lang={language}")
        texts = (tool.question, tool.purpose, tool.when, *tool.steps, tool.example)
        assert [text[language] for text in texts if text[language] not in page.text] == []
        assert f"/lessons/{tool.lesson_id}" in page.links.values()


def test_tools_lead_from_one_to_the_next(real):
    assert "/tools/pets" in real.page("/tools/social-audit").links.values()
    assert "/tools/social-audit" in real.page("/tools/pets").links.values()


def test_an_unknown_tool_is_not_found(client):
    assert client.get("/tools/nothing").status_code == 404


def test_the_form_is_linked_where_it_can_be_printed(client, monkeypatch):
    monkeypatch.setattr(views, "FORM_ENDPOINT", "learning.show_glossary")
    assert "/glossary?form_id=count-sheet" in addresses(client.page("/tools/water-count"))
    monkeypatch.setattr(views, "FORM_ENDPOINT", "nobody.draws_it")
    assert "PDF" not in client.page("/tools/water-count").text


# Days and months in words


def test_months_and_days_are_written_in_each_language():
    assert [format_month(number, "mn") for number in (1, 2)] == ["1 дүгээр сар", "2 дугаар сар"]
    assert format_month(2, "en") == "February"
    assert format_month_day("11-05", "mn") == "11 дүгээр сарын 5"
    assert format_month_day("11-05", "en") == "5 November"
    first, last = date(2026, 1, 1), date(2026, 5, 31)
    assert format_interval(first, last, "mn") == "2026 оны 1 дүгээр сарын 1 – 5 дугаар сарын 31"
    assert format_interval(first, last, "en") == "1 January – 31 May 2026"
    assert format_interval(first, first, "en") == "1 January 2026"
    assert (
        format_interval(date(2026, 12, 15), date(2027, 1, 15), "en") == "15 December 2026 – 15 January 2027"
    )
