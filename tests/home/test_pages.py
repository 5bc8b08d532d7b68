"""Landing, start pages, pages about the site, health."""

import pytest
from sqlalchemy.exc import OperationalError

from lms.core.db import db
from tests.factories import earn_modules, make_certificate, new_person


def test_a_guest_is_led_to_the_first_lesson_and_later_to_the_next(client):
    assert 'href="/lessons/whom-to-ask"' in client.get("/").text
    client.post("/lessons/whom-to-ask/done")
    assert 'class="btn gold" href="/lessons/what-to-ask"' in client.get("/").text


def test_after_the_last_lesson_the_landing_leads_to_ones_progress(cast, visit):
    earn_modules(cast.bold.person)
    assert 'class="btn gold" href="/progress"' in visit(cast.bold).get("/").text


@pytest.mark.parametrize("address", ["/help", "/privacy", "/accessibility", "/glossary", "/lessons"])
def test_pages_about_the_site_exist_in_both_languages(client, address):
    assert 'lang="mn"' in client.get(address).text
    assert 'lang="en"' in client.get(f"{address}?lang=en").text
    assert 'lang="en"' in client.get(address).text


def test_an_unknown_language_changes_nothing(client):
    assert 'lang="mn"' in client.get("/help?lang=xx").text


def test_the_switch_keeps_the_rest_of_the_address(client):
    assert "q=%D1%83%D1%81" in client.get("/glossary?q=ус").text


def test_the_coordinator_sees_all_30_regions_and_the_sum(cast, visit):
    make_certificate(cast.bold.person)
    page = visit(cast.dulmaa).page("/start/coordinator").text
    assert "Сэлэнгэ аймаг" in page
    assert "Чингэлтэй дүүрэг" in page


def test_learners_without_a_region_are_counted_apart(app):
    from lms.core.clock import now
    from lms.home import queries, rules
    from lms.people import services
    from lms.people.models import Purpose

    services.register(
        new_person(region_code=None), password="x" * 9, purposes={Purpose.REGISTER}, language="mn", at=now()
    )
    rows = rules.in_order(queries.people_by_region(), "en")
    assert (len(rows), rows[-1][1], sum(count for _, count in rows)) == (31, 1, 1)
    assert queries.figures().people == 1


def test_health_says_the_versions(client):
    assert set(client.get("/healthz").json) == {"status", "version", "content"}
    assert client.get("/readyz").json["status"] == "ready"


def test_versions_stand_in_the_footer(client):
    content = client.get("/healthz").json["content"]
    assert content in client.get("/").text


def test_a_lost_database_gives_a_plain_page_and_the_process_stays_alive(client, monkeypatch):
    def away(*_args, **_kwargs):
        raise OperationalError("SELECT 1", {}, Exception("gone"))

    monkeypatch.setattr(db.session, "execute", away)
    response = client.get("/readyz")
    assert (response.status_code, response.headers["Retry-After"]) == (503, "60")
    assert client.get("/healthz").status_code == 200


def test_browsers_and_robots_find_what_they_ask_for(client):
    assert client.get("/favicon.ico").status_code == 301
    assert "Disallow: /v/" in client.get("/robots.txt").text
