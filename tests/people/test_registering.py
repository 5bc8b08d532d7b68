"""Registering: few fields, clear refusals, nobody taken over."""

import pytest
from sqlalchemy import select

from lms.core.db import db
from lms.people import queries
from lms.people.groups import Disability, Gender, LearnerGroup
from lms.people.models import Account, Consent, NameKind, Person, Purpose
from lms.people.roles import Role
from tests.factories import PASSWORD

FILLED = {
    "family_name": "Дорж",
    "given_name": "Болд",
    "phone": "9911 2233",
    "region_code": "43",
    "group": "cso",
    "gender": "male",
    "birth_year": "1985",
    "password": PASSWORD,
    "agree_register": "y",
}


def register(visitor, **changes):
    return visitor.submit("/register", {**FILLED, **changes}, name="family_name")


def newest() -> Person:
    return db.session.scalars(select(Person).order_by(Person.id.desc())).first()


def people() -> int:
    return queries.count_people()


def test_somebody_registers_and_is_signed_in(client):
    assert register(client).headers["Location"] == "/welcome"
    person = newest()
    assert (person.full_name, person.phone, person.region_code) == ("Дорж Болд", "99112233", "43")
    assert (person.group, person.gender, person.birth_year) == (LearnerGroup.CSO, Gender.MALE, 1985)
    assert person.account.role is Role.LEARNER
    assert "Болд" in client.page("/welcome").text


def test_the_welcome_page_shows_the_personal_code(client):
    from lms.core.codes import pretty

    register(client)
    assert pretty(newest().account.personal_code) in client.page("/welcome").text


def test_what_one_does_not_wish_to_say_is_not_kept(client):
    register(client, gender="undisclosed", birth_year=None, birth_year_declined="y")
    assert (newest().gender, newest().birth_year, newest().disability) == (Gender.UNDISCLOSED, None, None)


def test_disability_is_kept_only_with_consent(client):
    refused = register(client, disability="yes")
    assert (refused.status_code, people()) == (422, 0)
    register(client, disability="yes", disability_consent="y")
    assert newest().disability is Disability.YES


def test_each_purpose_is_kept_with_the_version_of_the_text(client):
    register(client, agree_contact="y")
    consents = queries.consents_of(newest())
    assert {purpose: one.given for purpose, one in consents.items()} == {
        Purpose.REGISTER: True,
        Purpose.CONTACT: True,
        Purpose.DISABILITY: False,
    }
    assert len({one.version for one in db.session.scalars(select(Consent))}) == 1


def test_the_second_of_a_family_signs_in_with_the_code(client, new_client):
    register(client)
    first = newest().account
    assert register(new_client(), given_name="Сараа").status_code == 303
    second = newest().account
    assert second.id != first.id
    assert [name.kind for name in queries.sign_in_names_of(second)] == [NameKind.CODE]
    assert queries.account_by_sign_in_name(NameKind.PHONE, "99112233").id == first.id
    new_client().sign_in(second.personal_code, PASSWORD)
    new_client().sign_in("99112233", PASSWORD)


def test_the_same_name_and_phone_take_nobody_over(client, new_client):
    register(client)
    register(new_client())
    assert people() == 2


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"family_name": ""}, "family_name"),
        ({"given_name": "   "}, "given_name"),
        ({"given_name": "х" * 61}, "given_name"),
        ({"given_name": "Бо\x07лд"}, "given_name"),
        ({"given_name": "Бо\u202eлд"}, "given_name"),
        ({"phone": "9911223"}, "phone"),
        ({"phone": "", "email": ""}, "email"),
        ({"email": "bold@"}, "email"),
        ({"region_code": ""}, "region_code"),
        ({"region_code": "99"}, "region_code"),
        ({"group": "nobody"}, "group"),
        ({"gender": None}, "gender"),
        ({"birth_year": ""}, "birth_year"),
        ({"birth_year": "85"}, "birth_year"),
        ({"birth_year": "3000"}, "birth_year"),
        ({"birth_year": "арав"}, "birth_year"),
        ({"password": "богино"}, "password"),
        ({"password": "12345678"}, "password"),
        ({"password": "99112233"}, "password"),
        ({"password": "ааааааааааа"}, "password"),
        ({"password": "х" * 129}, "password"),
        ({"password": ""}, "password"),
        ({"agree_register": None}, "agree_register"),
    ],
)
def test_what_is_wrong_is_said_at_the_field_and_the_rest_stays(client, changes, field):
    response = register(client, **changes)
    assert response.status_code == 422
    assert f'id="error-{field}"' in response.text
    assert people() == 0
    if "family_name" not in changes:
        assert 'value="Дорж"' in response.text
    assert PASSWORD not in response.text


@pytest.mark.parametrize(
    "name",
    ["Өнөржаргал", "Ерлан Қанат", "O'Brien-Smith", "李明", "محمد", "<script>alert(1)</script>", "=1+1"],
)
def test_a_name_of_any_script_is_kept_as_typed_and_shown_harmlessly(client, name):
    register(client, given_name=name)
    assert newest().given_name == name
    assert "<script>alert" not in client.get("/account").text
    assert name in client.page("/account").text


def test_spaces_and_forms_of_letters_are_tidied(client):
    register(client, given_name="  Бат   Эрдэнэ ", phone="+976 9911-2233")
    assert (newest().given_name, newest().phone) == ("Бат Эрдэнэ", "99112233")
    register(client.application.test_client(), given_name="Ёндон", phone="88001122")
    assert newest().given_name == "Ёндон"


def test_switching_the_language_keeps_what_was_typed(client):
    page = client.submit(
        "/register", {**FILLED, "switch_language": "en"} | {"password": None}, name="family_name"
    )
    assert page.status_code == 200
    assert 'lang="en"' in page.text
    assert 'value="Дорж"' in page.text
    assert people() == 0


def test_somebody_signed_in_needs_no_second_registration(cast, visit):
    assert visit(cast.bold).get("/register").status_code == 303


def test_a_code_that_is_taken_is_drawn_again(client, new_client, monkeypatch):
    from lms.core import codes

    register(client)
    taken = newest().account.personal_code
    drawn = iter([taken, codes.short_code()])
    monkeypatch.setattr(codes, "short_code", lambda *_: next(drawn))
    register(new_client(), phone="88001122")
    assert newest().account.personal_code != taken


def test_nobody_can_send_a_role_along(client):
    page = client.page("/register").form(name="family_name")
    client.post("/register", data={**page.values, **FILLED, "role": "administrator"})
    assert db.session.scalars(select(Account.role)).all() == [Role.LEARNER]
