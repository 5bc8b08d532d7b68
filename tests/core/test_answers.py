"""Every answer: headers, compression, errors in the reader's language, forms that expire."""

import gzip

import brotli
import pytest
from sqlalchemy.exc import IntegrityError, InterfaceError, OperationalError

from lms.core import errors
from lms.core.db import db
from lms.core.forms import Form
from tests.factories import PASSWORD

EXPECTED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@pytest.mark.parametrize("address", ["/", "/sign-in", "/nothing", "/v/0", "/healthz", "/account"])
def test_every_answer_carries_the_headers(client, address):
    headers = client.get(address).headers
    assert {name: headers[name] for name in EXPECTED} == EXPECTED
    policy = headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["Strict-Transport-Security"].startswith("max-age=")


def test_static_files_carry_them_too_and_are_kept_for_ever(client):
    address = client.get("/").text.split('rel="stylesheet" href="')[1].split('"')[0]
    with client.get(address, headers={"Accept-Encoding": "br"}) as answer:
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "immutable" in answer.headers["Cache-Control"]
        assert answer.headers["Content-Encoding"] == "br"


def test_pages_that_show_people_are_kept_nowhere(cast, visit):
    assert visit(cast.bold).get("/account").headers["Cache-Control"] == "no-store"


def test_pages_are_compressed_as_the_browser_likes(client):
    plain = client.get("/lessons").data
    assert gzip.decompress(client.get("/lessons", headers={"Accept-Encoding": "gzip"}).data) == plain
    assert brotli.decompress(client.get("/lessons", headers={"Accept-Encoding": "br, gzip"}).data) == plain


def test_small_answers_are_left_as_they_are(client):
    assert "Content-Encoding" not in client.get("/healthz", headers={"Accept-Encoding": "br"}).headers


def test_an_error_speaks_the_readers_language(client):
    assert 'lang="mn"' in client.get("/nothing").text
    assert 'lang="en"' in client.get("/nothing?lang=en").text


def test_a_wrong_method_is_refused_and_says_what_is_allowed(client):
    response = client.delete("/lessons", data={"csrf_token": client.csrf_token()})
    assert (response.status_code, "GET" in response.headers["Allow"]) == (405, True)


def test_a_request_that_is_too_large_is_refused(client):
    response = client.post("/sign-in", data={"name": "x" * 3_000_000})
    assert response.status_code == 413


def test_a_foreign_host_is_refused(client):
    assert client.get("/", base_url="https://evil.test").status_code == 400


def test_a_form_without_a_token_is_refused(client):
    response = client.post("/sign-in", data={"csrf_token": "", "name": "x", "password": "y"})
    assert response.status_code == 400


def test_an_expired_form_of_ours_offers_to_send_what_was_typed(client):
    sent = {"csrf_token": "old", "given_name": "Болд", "password": PASSWORD}
    response = client.post("/register", data=sent, headers={"Sec-Fetch-Site": "same-origin"})
    assert (response.status_code, 'value="Болд"' in response.text) == (400, True)
    assert PASSWORD not in response.text


def test_whoever_is_signed_out_is_told_to_sign_in_before_sending_again(client, cast, visit):
    sent = {"csrf_token": "old", "old_password": PASSWORD, "note": "x"}
    ours = {"Sec-Fetch-Site": "same-origin"}
    guest = client.post("/account/password", data=sent, headers=ours).text
    bold = visit(cast.bold).post("/account/password", data=sent, headers=ours).text
    assert ['target="_blank"' in page for page in (guest, bold)] == [True, False]


def test_a_strangers_form_is_offered_nothing(client):
    sent = {"csrf_token": "old", "given_name": "Болд"}
    response = client.post("/register", data=sent, headers={"Sec-Fetch-Site": "cross-site"})
    assert (response.status_code, "Болд" in response.text) == (400, False)


@pytest.mark.parametrize(
    ("fault", "status"),
    [
        (OperationalError("INSERT", {}, Exception("database or disk is full")), 503),
        (InterfaceError("SELECT", {}, Exception("connection closed")), 503),
        (IntegrityError("INSERT", {}, Exception("unique")), 409),
        (ValueError("something nobody thought of"), 500),
    ],
)
def test_a_fault_while_writing_gives_a_page_and_no_half(cast, visit, monkeypatch, fault, status):
    bold = visit(cast.bold)
    token = bold.csrf_token()

    def fail():
        raise fault

    monkeypatch.setattr("lms.learning.services.complete_lesson", lambda *_, **__: fail())
    response = bold.post("/lessons/whom-to-ask/done", data={"csrf_token": token})
    assert response.status_code == status
    assert "Traceback" not in response.text
    assert 'lang="mn"' in response.text
    monkeypatch.undo()
    assert "0/4" in bold.page("/progress").text


def test_a_database_that_cannot_even_roll_back_is_let_go(app, monkeypatch):
    def gone():
        raise OperationalError("ROLLBACK", {}, Exception("gone"))

    removed = []
    monkeypatch.setattr(db.session, "rollback", gone)
    monkeypatch.setattr(db.session, "remove", lambda: removed.append(True))
    errors._roll_back_quietly()
    monkeypatch.undo()
    assert removed == [True]


def test_an_address_with_a_slash_too_many_is_led_to_the_right_one(client):
    assert client.get("/modules//asking").headers["Location"].endswith("/modules/asking")


def test_what_the_form_library_says_comes_from_our_catalogue(app):
    with app.test_request_context("/?lang=mn"):
        words = Form.Meta().get_translations(None)
        assert words.gettext("Not a valid choice.") != "Not a valid choice."
        assert words.ngettext("one", "many", 2) == "many"


def test_a_notice_is_said_once(client):
    client.get("/account")
    assert "box slim warn" in client.get("/sign-in").text
    assert "box slim warn" not in client.get("/sign-in").text


def test_a_forged_notice_is_not_said(client):
    client.set_cookie("notice", "forged", domain="egekh.test")
    assert "box slim" not in client.get("/sign-in").text


def test_behind_a_proxy_the_outer_address_is_seen(tmp_path, own_app):
    from tests.conftest import close_app, make_app, settings

    behind = make_app(settings(own_app.extensions["settings"].database, tmp_path / "behind", proxies=1))
    address = {"X-Forwarded-Host": "evil.test"}
    assert behind.test_client().get("/healthz", headers=address).status_code == 400
    assert own_app.test_client().get("/healthz", headers=address).status_code == 200
    close_app(behind)
