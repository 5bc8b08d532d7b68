"""Several people at once: pasted, brought from an earlier workshop, registering themselves."""

from datetime import date

import pytest

from lms.cohorts import queries
from lms.cohorts.models import CohortStatus, ParticipantRole, Source
from lms.cohorts.pasted import read_lines
from lms.people.groups import Gender
from lms.people.queries import consents_of
from tests.cohorts.rooms import add, make_workshop
from tests.factories import make_person


def on_register(workshop) -> list[str]:
    return [one.enrolment.person.given_name for one in queries.participants_of(workshop)]


def test_pasted_lines_are_understood():
    lines = read_lines(
        "1. Дорж Болд 99112233 1985 эр ЗДТГ\n\n2) Б.Сараа, 9911-2233, эм, Сургууль\nДорж, Төмөр, 88112233\n"
        "Лхам Үүрийнтуяа\t+976 9911 2234\t1990\tТББ\n12345\nЭнхжаргал\nУБ90010112, Дорж Ану\n,,;\n"
        "Дорж Ану, УБ90010112, багш",
        on=date(2026, 11, 24),
    )
    told = [
        (
            one.name and (one.name.family, one.name.given),
            one.phone,
            one.birth_year,
            one.gender,
            one.organisation,
        )
        for one in lines
    ]
    assert told == [
        (("Дорж", "Болд"), "99112233", 1985, Gender.MALE, "ЗДТГ"),
        (("Б.", "Сараа"), "99112233", None, Gender.FEMALE, "Сургууль"),
        (("Дорж", "Төмөр"), "88112233", None, None, None),
        (("Лхам", "Үүрийнтуяа"), "99112234", 1990, None, "ТББ"),
        (None, None, None, None, "12345"),
        (("", "Энхжаргал"), None, None, None, None),
        (("Дорж", "Ану"), None, None, None, None),
        (None, None, None, None, None),
        (("Дорж", "Ану"), None, None, None, "багш"),
    ]


def paste(visitor, workshop, text, **others):
    return visitor.post(f"/workshops/{workshop.public_id}/participants/paste", data={"text": text, **others})


def test_a_pasted_list_is_shown_first_and_written_when_confirmed(cast, visit):
    workshop, saraa = make_workshop(cast.saraa), visit(cast.saraa)
    text = "Дорж Номин, 99112233, эм\nБат Ану\n12345"
    assert saraa.get(f"/workshops/{workshop.public_id}/participants/paste").status_code == 200
    shown = paste(saraa, workshop, text)
    assert (shown.status_code, on_register(workshop)) == (200, [])
    assert "12345" in shown.text
    answer = paste(saraa, workshop, text, write="1", **{"who-1": "skip"})
    assert answer.status_code == 303
    assert on_register(workshop) == ["Номин"]


def test_a_pasted_name_that_may_be_known_has_to_be_decided(cast, visit):
    workshop, saraa = make_workshop(cast.saraa), visit(cast.saraa)
    known = make_person(family_name="Дорж", given_name="Номин")
    assert paste(saraa, workshop, "Дорж Номин", write="1").status_code == 422
    assert on_register(workshop) == []
    for _ in range(2):
        paste(saraa, workshop, "Дорж Номин", write="1", **{"who-0": known.public_id})
    assert [one.enrolment.person_id for one in queries.participants_of(workshop)] == [known.id]


def test_a_pasted_book_is_refused_in_words(cast, visit):
    workshop = make_workshop(cast.saraa)
    assert paste(visit(cast.saraa), workshop, "Болд\n" * 201, write="1").status_code == 422
    assert on_register(workshop) == []


def test_people_come_again_from_an_earlier_workshop(cast, visit):
    first, second = make_workshop(cast.saraa), make_workshop(cast.saraa)
    bold, nomin = add(first, "Болд", organisation="ЗДТГ"), add(first, "Номин")
    add(second, "Номин", person=nomin.enrolment.person)
    saraa, address = visit(cast.saraa), f"/workshops/{second.public_id}/participants/earlier"
    assert "Болд" in saraa.get(f"{address}?from={first.public_id}").text
    sent = {"from": first.public_id, "who": [bold.public_id, nomin.public_id]}
    assert saraa.post(address, data={**sent, "who": []}).status_code == 422
    assert saraa.post(address, data=sent).status_code == 303
    places = {one.enrolment.person.given_name: one for one in queries.participants_of(second)}
    assert (places["Болд"].source, places["Болд"].organisation) == (Source.EARLIER, "ЗДТГ")
    assert len(places) == 2


def test_nobody_comes_from_a_strangers_workshop(cast, visit):
    mine, other = make_workshop(cast.saraa), make_workshop(cast.dulmaa)
    hidden = add(other, "Нууц")
    saraa, address = visit(cast.saraa), f"/workshops/{mine.public_id}/participants/earlier"
    assert "Нууц" not in saraa.get(f"{address}?from={other.public_id}").text
    sent = {"from": other.public_id, "who": hidden.public_id}
    assert saraa.post(address, data=sent).status_code == 422


@pytest.fixture
def link(cast, visit):
    """A workshop with its link for registering oneself."""
    workshop = make_workshop(cast.saraa)
    visit(cast.saraa).post(f"/workshops/{workshop.public_id}/joining", data={"do": "open"})
    return workshop, f"/join/{workshop.join_token}"


JOINING = {
    "family_name": "Жамбал",
    "given_name": "Чимэг",
    "gender": "female",
    "consent": "y",
    "phone": "99887766",
}


def test_somebody_registers_themselves_once(link, client):
    workshop, address = link
    for _ in range(2):
        assert client.submit(address, JOINING, name="given_name").status_code == 303
    place = queries.participants_of(workshop)[0]
    assert (on_register(workshop), place.source, place.consent) == (["Чимэг"], Source.SELF, True)
    assert consents_of(place.enrolment.person)


def test_two_people_who_register_are_two(link, client):
    workshop, address = link
    for given_name in ("Чимэг", "Ануука"):
        client.submit(address, {**JOINING, "given_name": given_name}, name="given_name")
    assert on_register(workshop) == ["Чимэг", "Ануука"]


def test_a_learner_registers_as_themselves(cast, visit, link):
    workshop, address = link
    bold = visit(cast.bold)
    for _ in range(2):
        bold.submit(address, {"gender": "male", "consent": "y"}, name="given_name")
    assert [one.enrolment.person_id for one in queries.participants_of(workshop)] == [cast.bold.person_id]


def test_a_link_tells_nobody_who_is_known(link, client):
    workshop, address = link
    known = make_person(family_name="Жамбал", given_name="Чимэг", phone="99887766")
    answer = client.submit(address, JOINING, name="given_name", follow_redirects=True)
    assert known.public_id not in answer.text
    assert queries.participants_of(workshop)[0].enrolment.person_id != known.id


def test_nobody_makes_themselves_a_trainer_by_link(link, client):
    workshop, address = link
    client.post(address, data={**JOINING, "role": "trainer", "region_code": "", "group": ""})
    assert queries.participants_of(workshop)[0].role is ParticipantRole.PARTICIPANT


def test_without_consent_nobody_is_written_down(link, client):
    workshop, address = link
    answer = client.submit(address, {**JOINING, "consent": None}, name="given_name")
    assert (answer.status_code, on_register(workshop)) == (422, [])


def test_a_closed_or_locked_link_leads_nowhere(cast, visit, link, client):
    workshop, address = link
    workshop.status = CohortStatus.LOCKED
    assert client.get(address).status_code == 404
    workshop.status = CohortStatus.PLANNED
    assert client.get(address).status_code == 200
    visit(cast.saraa).post(f"/workshops/{workshop.public_id}/joining", data={"do": "close"})
    assert client.get(address).status_code == 404


def test_a_link_closed_while_somebody_sends_leads_nowhere(link, client, monkeypatch):
    workshop, address = link
    found = iter([workshop, None])
    monkeypatch.setattr(queries, "cohort_by_join_token", lambda token: next(found))
    sent = {**JOINING, "region_code": "", "group": ""}
    assert client.post(address, data=sent).status_code == 404
