"""The calendar of the budget year on days that matter."""

from dataclasses import replace
from datetime import date, datetime

import pytest
import time_machine

from lms.content.store import current_course
from lms.core.clock import ULAANBAATAR
from lms.core.i18n import format_interval, format_month, format_month_day
from lms.learning import views
from tests.pages import words


def on(day):
    return time_machine.travel(datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=ULAANBAATAR), tick=False)


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
def test_the_drawing_has_a_title_a_sentence_and_a_table_that_says_the_same(real, language, real_course):
    with on("2027-03-01"):
        page = real.page(f"/calendar?lang={language}")
    (drawing,) = [picture for picture in page.all() if picture.get("aria-labelledby", "").startswith("year")]
    title, sentence = (page.by_id(name) for name in drawing.get("aria-labelledby").split())
    assert words(title)
    course = real_course
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


def test_every_legal_date_is_there_with_law_article_certainty_and_year(real, real_course):
    page = real.page("/calendar?lang=en")
    course = real_course
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
