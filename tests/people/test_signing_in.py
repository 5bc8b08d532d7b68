"""Signing in and out: one answer for every wrong try, a new session id, visits that end."""

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import select

from lms.core.browser_sessions import BrowserSessionRow
from lms.core.clock import now
from lms.core.db import db
from lms.people import services
from lms.people.limits import SIGN_INS
from lms.people.passwords import HASHER
from lms.people.roles import Role
from tests.factories import PASSWORD

COOKIE = "__Host-egekh"


def try_to_sign_in(visitor, name, password=PASSWORD, path="/sign-in"):
    return visitor.submit(path, {"name": name, "password": password}, name="password")


def rows():
    db.session.expire_all()
    return db.session.scalars(select(BrowserSessionRow)).all()


@pytest.mark.parametrize("name", ["bold@egekh.test", " BOLD@egekh.test "])
def test_by_mail(cast, client, name):
    assert try_to_sign_in(client, name).headers["Location"] == "/start"


def test_by_phone_as_people_write_it(cast, client):
    assert try_to_sign_in(client, f"+976 {cast.saraa.person.phone}").status_code == 303


def test_by_personal_code_from_either_keyboard(cast, client):
    typed = cast.bold.personal_code.lower().translate(str.maketrans("acehkmptx", "асенкмртх"))
    assert try_to_sign_in(client, typed).status_code == 303


def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(cast, client):
    answers = [
        try_to_sign_in(client, name, "буруу нууц үг").text.split("<form", 1)[0]
        for name in ("bold@egekh.test", "nobody@egekh.test", "99999999", "not a name at all")
    ]
    assert len(set(answers)) == 1


def test_the_session_id_changes_at_sign_in_and_the_old_one_is_worth_nothing(cast, client):
    client.post("/lessons/whom-to-ask/done")
    before = client.get_cookie(COOKIE, domain="egekh.test").value
    try_to_sign_in(client, "bold@egekh.test")
    after = client.get_cookie(COOKIE, domain="egekh.test").value
    assert before != after
    stranger = client.application.test_client()
    stranger.set_cookie(COOKIE, before, domain="egekh.test")
    assert "Болд" not in stranger.get("/").text


def test_after_signing_in_one_is_back_where_one_wanted_to_go(cast, client):
    asked = client.get("/account").headers["Location"]
    page = client.page(asked).form(name="password")
    sent = {**page.values, "name": "bold@egekh.test", "password": PASSWORD}
    assert client.post(asked, data=sent).headers["Location"] == "/account"


@pytest.mark.parametrize(
    "next_", ["https://evil.test", "//evil.test", "/\\evil.test", "/\tevil.test", "Ii9hY2NvdW50Ig.forged"]
)
def test_a_strangers_address_leads_nowhere(cast, client, next_):
    response = try_to_sign_in(client, "bold@egekh.test", path=f"/sign-in?next={next_}")
    assert response.headers["Location"] == "/start"


@pytest.mark.parametrize(
    ("sent_to", "back"),
    [("/account/password", "/account/password"), ("/account/sign-out-elsewhere", "/start")],
)
def test_after_a_form_one_is_back_on_its_page_when_there_is_one(cast, client, sent_to, back):
    asked = client.post(sent_to).headers["Location"]
    page = client.page(asked).form(name="password")
    sent = {**page.values, "name": "bold@egekh.test", "password": PASSWORD}
    assert client.post(asked, data=sent).headers["Location"] == back


def test_somebody_signed_in_is_led_on(cast, visit):
    assert visit(cast.bold).get("/sign-in").headers["Location"] == "/start"


def test_signing_out_ends_the_visit(cast, visit):
    bold = visit(cast.bold)
    assert bold.post("/sign-out").status_code == 303
    assert bold.get("/account").status_code == 303
    assert [row for row in rows() if row.owner] == []


def test_too_many_tries_on_one_name_are_stopped_and_others_are_not(cast, client, new_client):
    for _ in range(SIGN_INS.tries):
        try_to_sign_in(client, "bold@egekh.test", "буруу нууц үг")
    refused = client.post("/sign-in", data={"name": "bold@egekh.test", "password": PASSWORD})
    assert refused.status_code == 429
    assert int(refused.headers["Retry-After"]) <= 300
    assert try_to_sign_in(new_client(), cast.tumur.personal_code).status_code == 303


def test_the_wait_ends(cast, client):
    with time_machine.travel(now(), tick=False) as clock:
        for _ in range(SIGN_INS.tries):
            try_to_sign_in(client, "bold@egekh.test", "буруу нууц үг")
        clock.shift(SIGN_INS.window)
        assert try_to_sign_in(client, "bold@egekh.test").status_code == 303


def test_a_good_sign_in_starts_the_count_again(cast, client, new_client):
    for _ in range(SIGN_INS.tries - 1):
        try_to_sign_in(client, "bold@egekh.test", "буруу нууц үг")
    try_to_sign_in(client, "bold@egekh.test")
    for _ in range(SIGN_INS.tries - 1):
        assert try_to_sign_in(new_client(), "bold@egekh.test", "буруу нууц үг").status_code == 422


def test_a_visit_ends_by_itself_and_says_so(cast, client):
    with time_machine.travel(now(), tick=False) as clock:
        try_to_sign_in(client, cast.dulmaa.personal_code)
        assert client.get("/start/coordinator").status_code == 200
        clock.shift(timedelta(hours=12))
        asked = client.get("/start/coordinator")
        assert asked.status_code == 303
        assert "box slim warn" in client.get(asked.headers["Location"]).text


def test_an_old_hash_is_renewed_at_sign_in(cast, client, monkeypatch):
    before = cast.bold.password_hash
    monkeypatch.setattr("lms.people.services.needs_new_hash", lambda _: True)
    try_to_sign_in(client, "bold@egekh.test")
    db.session.refresh(cast.bold)
    assert cast.bold.password_hash != before
    assert HASHER.hash


def test_a_new_role_begins_with_a_new_sign_in(cast, visit):
    saraa = visit(cast.saraa)
    assert saraa.get("/start/trainer").status_code == 200
    services.give_role(cast.saraa, Role.LEARNER, by=cast.anu)
    assert saraa.get("/start/trainer").status_code == 303
    assert visit(cast.saraa).get("/start/trainer").status_code == 403


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("bold", "/progress"),
        ("saraa", "/start/trainer"),
        ("dulmaa", "/start/coordinator"),
        ("anu", "/start/administrator"),
    ],
)
def test_each_role_starts_on_its_own_page(cast, visit, name, page):
    visitor = visit(getattr(cast, name))
    assert visitor.get("/start").headers["Location"] == page
    assert visitor.get(page).status_code == 200
