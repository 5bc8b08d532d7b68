"""A new password: one's own, by letter, or by a code from the trainer."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from config import Config
from lms.core.audit import AuditEntry
from lms.core.clock import now
from lms.core.db import db
from lms.people import mailing, passwords, services
from lms.people.errors import NotYoursToReset, ResetNotOpen
from lms.people.models import PasswordReset
from tests.factories import PASSWORD

NEW = "шинэ-гурван-үг-энд"


@pytest.fixture
def letters(app, monkeypatch):
    """Letters that would have been sent, by an installation that can send."""
    sent = []
    settings: Config = app.extensions["settings"]
    values = {name: getattr(settings, name) for name in settings.__slots__}
    sending = Config(**{**values, "smtp_url": "smtp://localhost:25", "mail_from": "egekh@egekh.test"})
    monkeypatch.setitem(app.extensions, "settings", sending)
    monkeypatch.setattr(mailing.mail, "send", lambda url, **letter: sent.append(letter))
    return sent


def ask_for_letter(visitor, name):
    return visitor.submit("/forgotten", {"name": name}, name="name")


def test_changing_ones_own_password_ends_the_other_visits(cast, visit):
    here, elsewhere = visit(cast.bold), visit(cast.bold)
    changed = here.submit(
        "/account/password", {"old_password": PASSWORD, "new_password": NEW}, name="old_password"
    )
    assert changed.headers["Location"] == "/account"
    assert here.get("/account").status_code == 200
    assert elsewhere.get("/account").status_code == 303
    fresh = here.application.test_client()
    fresh.sign_in(cast.bold.personal_code, NEW)


@pytest.mark.parametrize(
    ("old", "new", "field"), [("буруу", NEW, "old_password"), (PASSWORD, "богино", "new_password")]
)
def test_a_change_that_is_refused_changes_nothing(cast, visit, old, new, field):
    bold = visit(cast.bold)
    refused = bold.submit(
        "/account/password", {"old_password": old, "new_password": new}, name="old_password"
    )
    assert refused.status_code == 422
    assert f'id="error-{field}"' in refused.text
    visit(cast.bold)


def test_signing_out_elsewhere_keeps_this_visit(cast, visit):
    here, elsewhere = visit(cast.bold), visit(cast.bold)
    here.post("/account/sign-out-elsewhere")
    assert (here.get("/account").status_code, elsewhere.get("/account").status_code) == (200, 303)


def test_the_letter_carries_a_link_that_works_once(cast, client, letters):
    ask_for_letter(client, "bold@egekh.test")
    [letter] = letters
    assert letter["to"] == "bold@egekh.test"
    link = next(line for line in letter["text"].splitlines() if line.startswith("https://egekh.test/reset/"))
    path = link.removeprefix("https://egekh.test")
    assert client.submit(path, {"new_password": NEW}, name="new_password").status_code == 303
    client.sign_in("bold@egekh.test", NEW)
    assert client.application.test_client().get(path).status_code == 410


def test_a_weak_password_does_not_use_up_the_link(cast, client):
    secret = services.issue_reset_link(cast.bold, at=now())
    assert client.submit(f"/reset/{secret}", {"new_password": "1"}, name="new_password").status_code == 422
    assert client.get(f"/reset/{secret}").status_code == 200


def test_an_unknown_name_gets_the_same_page_and_no_letter(cast, client, letters):
    pages = [ask_for_letter(client, name).text for name in ("bold@egekh.test", "nobody@egekh.test", "??")]
    assert len(set(pages)) == 1
    assert len(letters) == 1


def test_somebody_without_mail_gets_no_letter(cast, client, letters):
    ask_for_letter(client, cast.tumur.personal_code)
    assert letters == []


def test_without_a_mail_server_the_page_tells_of_the_code(client):
    page = client.page("/forgotten")
    assert "<form" not in client.get("/forgotten").text.split("<main")[1].split("</main>")[0]
    assert page.text


def test_an_old_link_and_a_second_use_are_refused(cast):
    at = now()
    secret = services.issue_reset_link(cast.bold, at=at)
    with pytest.raises(ResetNotOpen):
        services.use_reset_link(secret, NEW, at=at + timedelta(minutes=30))
    services.use_reset_link(secret, NEW, at=at)
    with pytest.raises(ResetNotOpen):
        services.use_reset_link(secret, NEW, at=at)


def test_a_newer_code_makes_the_older_worthless(cast):
    older = services.issue_reset_code(cast.bold, by=cast.saraa, at=now())
    services.issue_reset_code(cast.bold, by=cast.saraa, at=now())
    with pytest.raises(ResetNotOpen):
        services.use_reset_code(cast.bold, older, NEW, at=now())


def test_a_new_password_closes_every_open_right(cast):
    secret = services.issue_reset_link(cast.bold, at=now())
    code = services.issue_reset_code(cast.bold, by=cast.saraa, at=now())
    services.use_reset_code(cast.bold, code, NEW, at=now())
    with pytest.raises(ResetNotOpen):
        services.use_reset_link(secret, NEW, at=now())
    assert all(row.used_at for row in db.session.scalars(select(PasswordReset)))


def test_a_trainer_gives_a_code_and_the_learner_uses_it(cast, visit, client):
    page = visit(cast.saraa).submit("/staff/one-time-code", {"name": "bold@egekh.test"}, name="name")
    assert "Дорж Болд" in page.text
    code = page.text.split('class="code big">')[1].split("<")[0]
    sent = {"name": cast.bold.personal_code, "code": code.lower(), "new_password": NEW}
    assert client.submit("/reset-by-code", sent, name="code").status_code == 303
    client.sign_in("bold@egekh.test", NEW)
    actions = [row.action for row in db.session.scalars(select(AuditEntry))]
    assert {"reset code issued", "password changed"} <= set(actions)


@pytest.mark.parametrize("code", ["12345678", "zzz", ""])
def test_a_wrong_code_is_refused(cast, client, code):
    services.issue_reset_code(cast.bold, by=cast.saraa, at=now())
    sent = {"name": "bold@egekh.test", "code": code, "new_password": NEW}
    assert client.submit("/reset-by-code", sent, name="code").status_code == 422


def test_a_code_opens_only_the_account_it_was_made_for(cast, client):
    code = services.issue_reset_code(cast.bold, by=cast.saraa, at=now())
    sent = {"name": cast.tumur.personal_code, "code": code, "new_password": NEW}
    assert client.submit("/reset-by-code", sent, name="code").status_code == 422


@pytest.mark.parametrize("name", ["dulmaa", "anu", "saraa"])
def test_nobody_makes_a_code_for_more_rights_or_for_oneself(cast, name):
    with pytest.raises(NotYoursToReset):
        services.issue_reset_code(getattr(cast, name), by=cast.saraa, at=now())


def test_the_refusal_is_a_page(cast, visit):
    page = visit(cast.saraa).submit("/staff/one-time-code", {"name": cast.anu.personal_code}, name="name")
    assert page.status_code == 403


def test_a_code_for_nobody_is_refused(cast, visit):
    page = visit(cast.saraa).submit("/staff/one-time-code", {"name": "99999999"}, name="name")
    assert page.status_code == 422


def test_a_learner_cannot_make_codes(cast, visit):
    assert visit(cast.bold).get("/staff/one-time-code").status_code == 403


def test_a_broken_hash_is_simply_wrong():
    assert not passwords.password_matches("not a hash", "x")
    assert not passwords.password_matches(None, "nobody has this password")
    assert not passwords.needs_new_hash(passwords.hash_password("x"))
