"""Claim slips: printed once, used once, void when lost."""

import re

import pypdfium2
import pytest
import zxingcpp

from lms.cohorts import queries
from lms.cohorts.errors import SlipNotOpen
from lms.cohorts.models import ClaimSlip, ParticipantRole
from lms.cohorts.queries import papers
from lms.cohorts.services import slips
from lms.core.clock import now
from lms.core.codes import pretty
from lms.people import queries as people
from lms.people.models import NameKind, SignInName
from lms.people.roles import Role
from tests.cohorts.rooms import add, make_workshop

PASSWORD = "нэг-хоёр-гурван-морь"


@pytest.fixture
def workshop(cast):
    return make_workshop(cast.saraa)


@pytest.fixture
def slip(workshop, cast):
    """The slip of somebody with neither phone nor e-mail nor account."""
    return slips.make_slips([add(workshop, "Ганбаяр", "Пүрэв")], by=cast.saraa, at=now())[0]


def show(visitor, slip, **fields):
    return visitor.submit("/claim", {"code": pretty(slip.code), "pin": slip.pin, **fields}, name="pin")


def wrong(pin):
    return f"{(int(pin) + 1) % 1_000_000:06}"


def use(visitor, slip):
    show(visitor, slip)
    return visitor.submit("/claim/password", {"new_password": PASSWORD}, name="new_password")


def test_the_slip_opens_ones_own_page_on_the_same_record(client, slip, workshop):
    assert show(client, slip).location == "/claim/password"
    assert "Пүрэв Ганбаяр" in client.page("/claim/password").text
    sent = client.submit("/claim/password", {"new_password": PASSWORD}, name="new_password")
    assert sent.location == "/my-record"
    assert workshop.title in client.page("/my-record").text
    account = people.account_by_sign_in_name(NameKind.CODE, slip.code)
    assert account.person is slip.participant.enrolment.person


def test_months_later_the_code_and_the_password_sign_in(client, new_client, slip):
    use(client, slip)
    assert "Пүрэв Ганбаяр" in new_client().sign_in(pretty(slip.code), PASSWORD).page("/my-record").text


@pytest.mark.parametrize("typed", ["{}", " {} ", "lower", "cyrillic"])
def test_the_code_may_be_typed_on_either_keyboard(client, slip, typed):
    spelt = {
        "lower": slip.code.lower(),
        "cyrillic": slip.code.translate(str.maketrans("ACEHKMPTX", "АСЕНКМРТХ")),
    }
    assert show(client, slip, code=spelt.get(typed, typed.format(slip.code))).status_code == 303


@pytest.mark.parametrize("fields", [{"pin": "12345"}, {"pin": ""}, {"code": ""}, {"code": "7K3M9"}])
def test_what_cannot_be_a_slip_costs_no_try(client, slip, fields):
    for _again in range(7):
        assert show(client, slip, **fields).status_code == 422
    assert show(client, slip).status_code == 303


def test_five_wrong_pins_lock_the_slip_for_an_hour(client, slip):
    for _try in range(5):
        assert show(client, slip, pin=wrong(slip.pin)).status_code == 422
    answer = show(client, slip)
    assert (answer.status_code, 0 < int(answer.headers["Retry-After"]) <= 3600) == (429, True)


def test_a_password_that_is_easy_is_refused_and_the_slip_stays(client, slip):
    show(client, slip)
    answer = client.submit("/claim/password", {"new_password": "12345678"}, name="new_password")
    assert answer.status_code == 422
    assert papers.open_slip(slip.code) is not None


def test_without_the_pin_there_is_no_password_page(client):
    assert client.get("/claim/password").status_code == 404


def test_a_slip_is_used_once(client, new_client, slip):
    use(client, slip)
    assert show(new_client(), slip).status_code == 422
    with pytest.raises(SlipNotOpen):
        slips.claim(slip.code, PASSWORD, language="mn", at=now())


def test_a_lost_slip_is_made_void(client, visit, cast, slip):
    visit(cast.saraa).post(f"/participants/{slip.participant.public_id}/slip/void")
    assert show(client, slip).status_code == 422
    assert slips.void_slips(slip.participant, by=cast.saraa, at=now()) == 0


def test_a_new_slip_makes_the_old_one_void(client, cast, slip):
    newer = slips.make_slips([slip.participant], by=cast.saraa, at=now())[0]
    assert show(client, slip).status_code == 422
    assert show(client, newer).status_code == 303


def test_using_one_slip_makes_the_persons_others_void(cast, slip, workshop, db_session):
    other = ClaimSlip(
        participant_id=slip.participant.id,
        code="AAAAAA",
        pin_hash="-",
        made_by_id=cast.saraa.id,
        made_at=now(),
    )
    db_session.add(other)
    slips.claim(slip.code, PASSWORD, language="mn", at=now())
    assert other.voided_at is not None


def test_a_learner_with_an_account_gets_a_new_password_for_it(client, workshop, cast):
    place = add(workshop, "Болд", person=cast.bold.person)
    slip = slips.make_slips([place], by=cast.saraa, at=now())[0]
    use(client, slip)
    assert people.account_by_sign_in_name(NameKind.CODE, slip.code) is cast.bold


def test_no_paper_opens_the_account_of_somebody_who_works_here(workshop, cast):
    place = add(workshop, "Дулмаа", person=cast.dulmaa.person)
    assert slips.make_slips([place], by=cast.saraa, at=now()) == []


def test_who_began_to_work_here_after_the_slip_was_printed_is_safe_too(client, workshop, cast):
    slip = slips.make_slips([add(workshop, "Болд", person=cast.bold.person)], by=cast.saraa, at=now())[0]
    show(client, slip)
    cast.bold.role = Role.TRAINER
    answer = client.submit("/claim/password", {"new_password": PASSWORD}, name="new_password")
    assert answer.status_code == 422


def test_a_code_that_somebody_else_took_meanwhile_is_replaced(slip, cast, db_session):
    db_session.add(SignInName(account=cast.bold, kind=NameKind.CODE, value=slip.code))
    db_session.flush()
    account = slips.claim(slip.code, PASSWORD, language="mn", at=now())
    assert account.personal_code != slip.code


def test_codes_and_pins_are_not_ones_that_are_tried_first(monkeypatch, slip):
    drawn, codes = iter([111_111, 493_027]), iter([slip.code, "7K3M9T"])
    monkeypatch.setattr(slips.secrets, "randbelow", lambda _most: next(drawn))
    monkeypatch.setattr(slips.codes, "short_code", lambda: next(codes))
    assert (slips._new_pin(), slips._free_code()) == ("493027", "7K3M9T")


# Printing


def test_slips_are_printed_for_those_ticked(visit, cast, workshop, client):
    place = add(workshop, "Ганбаяр", "Пүрэв")
    add(workshop, "Өлзий")
    saraa = visit(cast.saraa)
    address = f"/workshops/{workshop.public_id}/slips"
    sent = saraa.submit(address, {"who": place.public_id}, action=address)
    page = pypdfium2.PdfDocument(sent.data)[0]
    text = page.get_textpage().get_text_range()
    assert ("Ганбаяр" in text, "Өлзий" in text) == (True, False)
    code = papers.slips_of(workshop)[place.id].code
    seen = zxingcpp.read_barcode(page.render(scale=3).to_pil()).text
    assert seen == f"https://egekh.test/claim?code={pretty(code)}"
    pin = re.search(r"\b(\d{3}) (\d{3})\b", text)
    assert client.post("/claim", data={"code": code, "pin": "".join(pin.groups())}).status_code == 303


def test_ticking_nobody_prints_nothing(visit, cast, workshop):
    add(workshop, "Өлзий")
    assert visit(cast.saraa).post(f"/workshops/{workshop.public_id}/slips").status_code == 303
    assert papers.slips_of(workshop) == {}


def test_the_list_says_how_each_slip_stands(visit, cast, workshop, client):
    address = f"/workshops/{workshop.public_id}/slips"
    saraa = visit(cast.saraa)
    assert saraa.get(address).status_code == 200
    places = [add(workshop, name) for name in ("Ану", "Болд", "Ганбаяр", "Дорж")]
    add(workshop, "Дулмаа", person=cast.dulmaa.person, role=ParticipantRole.TRAINER)
    made = slips.make_slips(places[:3], by=cast.saraa, at=now())
    slips.void_slips(places[1], by=cast.saraa, at=now())
    use(client, made[2])
    ticked = saraa.page(address).form(action=address).values["who"]
    assert set(ticked) == {places[1].public_id, places[3].public_id}
    assert queries.participants_of(workshop)[-1].public_id not in ticked
