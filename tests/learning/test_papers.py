"""The printed course as visitors fetch it: open to all, kept, in both languages; guides for trainers only."""

import re
from io import BytesIO

import pikepdf
import pytest

from lms.content.store import current_course

LESSON, MODULE = "/lessons/what-to-ask/handout.pdf", "/modules/asking/handout.pdf"
FORM, GUIDE = "/tools/forms/count-sheet.pdf", "/modules/asking/guide.pdf"
PUBLIC = [LESSON, MODULE, FORM]


def title(page) -> str:
    with pikepdf.open(BytesIO(page.data)) as file:
        return str(file.docinfo["/Title"])


@pytest.mark.parametrize("address", PUBLIC)
def test_a_guest_may_have_every_paper_but_the_guide(client, address):
    page = client.get(address)
    assert (page.status_code, page.mimetype, page.data[:5]) == (200, "application/pdf", b"%PDF-")
    assert page.headers["Cache-Control"] == "public, max-age=3600"


def test_the_guide_is_for_trainers_and_above(client, cast, visit):
    assert client.get(GUIDE).status_code == 303
    assert visit(cast.bold).get(GUIDE).status_code == 403
    for account in (cast.saraa, cast.dulmaa, cast.anu):
        page = visit(account).get(GUIDE)
        assert page.status_code == 200
        assert page.headers["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize(
    "address",
    ["/lessons/gone/handout.pdf", "/modules/gone/handout.pdf", "/tools/forms/gone.pdf"],
)
def test_a_paper_of_nothing_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_a_link_says_the_language_and_changes_nothing_else(client):
    lesson = current_course().lesson("what-to-ask")
    page = client.get(f"{LESSON}?lang=en")
    assert (title(page), page.headers["Content-Language"]) == (lesson.title["en"], "en")
    assert "Set-Cookie" not in page.headers
    assert "Cookie" not in page.headers.get("Vary", "")
    plain = client.get(LESSON)
    assert (title(plain), plain.headers["Content-Language"]) == (lesson.title["mn"], "mn")
    assert "Cookie" in plain.headers["Vary"]


def test_a_visitor_reads_in_the_language_that_was_chosen_before(client):
    client.get("/lessons?lang=en")
    assert title(client.get(FORM)) == "Count sheet"


def test_who_has_a_paper_need_not_fetch_it_again(client):
    tag = client.get(LESSON).headers["ETag"]
    assert client.get(LESSON, headers={"If-None-Match": tag}).status_code == 304
    assert client.get(f"{LESSON}?lang=en").headers["ETag"] != tag


@pytest.mark.parametrize(
    ("page", "papers"),
    [
        ("/lessons/how-to-count", ["/lessons/how-to-count/handout.pdf?lang=mn", f"{FORM}?lang=mn"]),
        ("/modules/asking", [f"{MODULE}?lang=mn"]),
    ],
)
def test_a_page_links_to_its_papers_with_their_sizes(client, page, papers):
    text = client.get(page).text
    for address in papers:
        size = max(round(len(client.get(address).data) / 1024), 1)
        link = re.search(rf'<a href="{re.escape(address)}">([^<]*)</a>', text)
        assert link
        assert str(size) in link[1]


def test_a_trainer_finds_guides_and_forms_where_work_begins(cast, visit):
    visitor = visit(cast.saraa)
    text = visitor.get("/start/trainer").text
    assert f'href="{GUIDE}?lang=mn"' in text
    assert f'href="{FORM}?lang=mn"' in text
    assert f'href="{GUIDE}?lang=mn"' in visitor.get("/modules/asking").text
    assert GUIDE not in visit(cast.bold).get("/modules/asking").text
