"""A workshop's certificates, issued in one act, provisional until it is locked; the attendance paper."""

from datetime import timedelta
from io import BytesIO
from time import perf_counter
from zipfile import ZipFile

import pypdfium2
import pytest
import zxingcpp

from lms.certificates import pdf, queries, services
from lms.certificates.models import CertificateStatus
from lms.certificates.rules import NameFlaw, Standing, name_flaws
from lms.cohorts import queries as cohorts
from lms.cohorts.models import CohortStatus, MarkStatus, ParticipantRole
from lms.content.store import current_course
from lms.core.clock import now
from lms.core.pdf import DoesNotFit
from lms.people.roles import Role
from tests.certificates.rooms import address, held_today, issue, lock, papers, printer, standings
from tests.cohorts.rooms import add, make_workshop, mark
from tests.factories import earn_modules, make_account, make_certificate


@pytest.fixture
def workshop(cast):
    return held_today(cast)


@pytest.fixture
def saraa(cast, visit):
    return visit(cast.saraa)


# Who gets one


def test_the_preview_says_who_gets_one_and_why_the_others_do_not(saraa, workshop):
    assert standings(workshop) == {
        "Ану": Standing.READY,
        "Болд": Standing.IF_THEY_STAY,
        "Дорж": Standing.NOT_YET,
    }
    page = saraa.page(address(workshop))
    assert len(page.form(name="names_confirmed").values["who"]) == 2
    assert queries.papers_of(workshop) == []


def test_another_workshop_of_today_is_not_taken_as_attended(workshop, cast):
    other = make_workshop(cast.saraa, on=now().date())
    person = cohorts.participants_of(workshop)[1].enrolment.person
    mark(other.sessions[0], add(other, "Болд", person=person), cast.saraa, MarkStatus.ABSENT)
    assert standings(workshop)["Болд"] is Standing.IF_THEY_STAY


def test_trainers_and_guests_get_none(workshop, cast):
    add(workshop, "Багш", role=ParticipantRole.TRAINER)
    assert "Багш" not in standings(workshop)


def test_a_day_that_is_over_is_not_taken_as_attended(cast):
    past = make_workshop(cast.saraa, on=now().date() - timedelta(days=3))
    mark(past.sessions[0], add(past, "Болд"), cast.saraa)
    assert standings(past) == {"Болд": Standing.NOT_YET}


def test_who_has_the_certificate_is_shown_as_having_it(workshop, cast):
    earn_modules(cast.bold.person)
    make_certificate(cast.bold.person)
    add(workshop, "Болд", person=cast.bold.person)
    assert Standing.HAS_ONE in standings(workshop).values()


def test_a_name_that_cannot_be_printed_is_not_offered(workshop, cast, saraa):
    ana = cohorts.participants_of(workshop)[0]
    ana.enrolment.person.given_name = "Ану字"
    assert standings(workshop)["Ану字"] is Standing.UNPRINTABLE
    assert saraa.get(address(workshop)).status_code == 200


@pytest.mark.parametrize(
    ("family", "given", "flaws"),
    [
        ("Пүрэв", "Ану", []),
        ("", "Ану", [NameFlaw.NO_FAMILY_NAME]),
        ("П.", "Ану", [NameFlaw.INITIAL]),
        ("Пүрэв", "ану", [NameFlaw.SMALL_LETTER]),
    ],
)
def test_unfinished_names_are_pointed_at(family, given, flaws):
    assert name_flaws(family, given) == flaws


# Issuing


def test_those_ticked_get_it_in_one_act_provisionally(saraa, workshop):
    assert issue(saraa, workshop).status_code == 303
    assert papers(workshop) == {"Ану": "provisional", "Болд": "provisional"}


@pytest.mark.parametrize("fields", [{"names_confirmed": None}, {"who": None}])
def test_nothing_is_issued_without_names_confirmed_and_somebody_ticked(saraa, workshop, fields):
    assert issue(saraa, workshop, **fields).status_code == 422
    assert papers(workshop) == {}


def test_somebody_who_is_not_entitled_gets_nothing_by_asking(saraa, workshop):
    dorj = cohorts.participants_of(workshop)[2]
    sent = saraa.post(address(workshop), data={"names_confirmed": "y", "who": dorj.public_id})
    assert (sent.status_code, papers(workshop)) == (303, {})


def test_issuing_again_makes_no_second_one(saraa, workshop):
    chosen = saraa.page(address(workshop)).form(name="names_confirmed").values["who"]
    for _again in range(2):
        saraa.post(address(workshop), data={"names_confirmed": "y", "who": chosen})
    assert len(queries.papers_of(workshop)) == 2


def test_what_was_earned_online_is_valid_at_once(saraa, workshop, cast):
    earn_modules(cast.bold.person, at=now() - timedelta(days=9))
    place = add(workshop, "Болд", person=cast.bold.person)
    saraa.post(address(workshop), data={"names_confirmed": "y", "who": place.public_id})
    assert queries.certificate_of(cast.bold.person).status is CertificateStatus.VALID


def test_a_name_too_long_for_the_paper_stops_nobody_else(workshop, cast):
    def draw(facts):
        if facts.given_name == "Ану":
            raise DoesNotFit(facts.given_name)
        return pdf.draw(facts)

    chosen = {one.public_id for one in cohorts.participants_of(workshop)}
    issued = services.issue_workshop(
        workshop, current_course(), chosen, printer(draw=draw), by=cast.saraa, at=now()
    )
    assert [one.enrolment.person.given_name for one in issued.unprintable] == ["Ану"]
    assert papers(workshop) == {"Болд": "provisional"}


def test_forty_certificates_are_ready_in_seconds(saraa, workshop, cast):
    for number in range(38):
        place = add(workshop, f"Оролцогч{number}")
        for session in workshop.sessions:
            mark(session, place, cast.saraa)
    start = perf_counter()
    issue(saraa, workshop)
    file = saraa.get(address(workshop, "certificates.pdf")).data
    assert perf_counter() - start < 20  # about three on a small server
    assert len(pypdfium2.PdfDocument(file)) == 40


# Locking


def test_locking_makes_valid_what_holds_and_void_what_does_not(saraa, workshop, cast, client):
    issue(saraa, workshop)
    bold = next(one for one in queries.papers_of(workshop) if one.person.given_name == "Болд")
    assert client.get(f"/v/{bold.code}").status_code == 200
    lock(workshop, cast)
    assert papers(workshop) == {"Ану": "valid"}
    assert [one.person.given_name for one in queries.void_in(workshop)] == ["Болд"]
    assert client.get(f"/v/{bold.token}").status_code == 200
    assert bold.code[:4] in saraa.get(address(workshop)).text


def test_who_stayed_after_all_has_a_valid_one(saraa, workshop, cast):
    issue(saraa, workshop)
    mark(workshop.sessions[1], cohorts.participants_of(workshop)[1], cast.saraa)
    lock(workshop, cast)
    assert papers(workshop) == {"Ану": "valid", "Болд": "valid"}


def test_who_was_taken_off_the_register_loses_the_provisional_one(saraa, workshop, cast):
    issue(saraa, workshop)
    cohorts.participants_of(workshop)[0].removed_at = now()
    lock(workshop, cast)
    assert papers(workshop) == {}


def test_a_void_certificate_makes_room_for_a_right_one(saraa, workshop, cast):
    issue(saraa, workshop)
    lock(workshop, cast)
    workshop.status = CohortStatus.CHECKED
    mark(workshop.sessions[1], cohorts.participants_of(workshop)[1], cast.saraa)
    workshop.status = CohortStatus.LOCKED
    issue(saraa, workshop)
    assert papers(workshop) == {"Ану": "valid", "Болд": "valid"}


def test_an_empty_workshop_is_locked_without_ado(cast):
    bare = make_workshop(cast.saraa)
    assert services.settle_provisional(bare, by=cast.dulmaa, at=now()) == (0, 0)


def test_the_checking_page_tells_provisional_valid_and_void_apart(saraa, workshop, cast, client):
    issue(saraa, workshop)
    codes = {one.person.given_name: one.code for one in queries.papers_of(workshop)}
    seen = [client.page(f"/v/{codes['Болд']}").with_class("warn")]
    lock(workshop, cast)
    seen += [client.page(f"/v/{codes['Болд']}").with_class("bad")]
    seen += [client.page(f"/v/{codes['Ану']}").with_class("ok")]
    assert all(seen)


# Printing


def test_one_pdf_for_the_printer_in_the_order_of_the_register(saraa, workshop):
    issue(saraa, workshop)
    pages = pypdfium2.PdfDocument(saraa.get(address(workshop, "certificates.pdf")).data)
    texts = [page.get_textpage().get_text_range() for page in pages]
    assert ["Ану" in texts[0], "Болд" in texts[1]] == [True, True]
    read = {zxingcpp.read_barcode(page.render(scale=3).to_pil()).text for page in pages}
    assert read == {f"https://egekh.test/v/{one.token}" for one in queries.papers_of(workshop)}
    assert saraa.get(address(workshop, "certificates.pdf?order=name")).status_code == 200


def test_a_zip_holds_the_bytes_that_were_kept(saraa, workshop):
    issue(saraa, workshop)
    kept = queries.files_of(queries.papers_of(workshop))
    with ZipFile(BytesIO(saraa.get(address(workshop, "certificates.zip")).data)) as packed:
        assert [packed.read(name) for name in packed.namelist()] == kept
        assert packed.namelist()[0].startswith("001-Purev-Anu-")


def test_each_is_printed_by_itself_too(saraa, workshop):
    issue(saraa, workshop)
    paper = queries.papers_of(workshop)[0]
    assert saraa.get(address(workshop, f"certificates/{paper.public_id}.pdf")).data == queries.file_of(paper)
    assert saraa.get(address(workshop, "certificates/unknown.pdf")).status_code == 404


@pytest.mark.parametrize("tail", ["certificates.pdf", "certificates.exe", "certificates.pdf?kind=other"])
def test_what_is_not_there_is_not_printed(saraa, workshop, tail):
    assert saraa.get(address(workshop, tail)).status_code == 404


def test_another_trainer_sees_and_issues_nothing(visit, workshop):
    other = visit(make_account(role=Role.TRAINER))
    assert other.get(address(workshop)).status_code == 404
    assert other.post(address(workshop, "attendance-papers")).status_code == 404
