"""A workshop's certificates, issued in one act, provisional until it is locked; the attendance paper."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from time import perf_counter
from zipfile import ZipFile

import pypdfium2
import pytest
import zxingcpp
from sqlalchemy.exc import IntegrityError

from lms.certificates import pdf, queries, services
from lms.certificates.attendance import AttendanceFacts, AttendedHalfDay
from lms.certificates.models import CertificateKind, CertificateStatus
from lms.certificates.rules import NameFlaw, Standing, name_flaws
from lms.certificates.services import Issuer, Printer
from lms.certificates.services import workshop as issuing_together
from lms.cohorts import queries as cohorts
from lms.cohorts.models import CohortStatus, MarkStatus, ParticipantRole
from lms.cohorts.services import NewSession
from lms.cohorts.signals import cohort_locked
from lms.content.store import current_course
from lms.core.clock import now
from lms.core.pdf import DoesNotFit
from lms.people.roles import Role
from tests.certificates.samples import CODE, TITLES
from tests.cohorts.rooms import add, make_workshop, mark
from tests.factories import earn_modules, make_account, make_certificate

COURSE, ATTENDANCE = CertificateKind.COURSE, CertificateKind.ATTENDANCE
PAPER = AttendanceFacts(
    family_name="Пүрэв",
    given_name="Мөнхбаясгалан",
    workshop_title="Төсөв ба оролцоо",
    workshop_code="АР-2026-03",
    place="Архангай аймаг",
    organisations=("Эгэх төсөл", "Сан"),
    half_days=(AttendedHalfDay(date(2026, 11, 24), "afternoon", "14:00", "18:00", (1, 2)),),
    held=4,
    titles=((1, TITLES[0][0]), (2, TITLES[1][0])),
    issued_on=date(2026, 11, 25),
    code=CODE,
    verify_url="https://egekh.test/v/Zk3v1QxR7bTgYw0aLmNs5A",
    verify_host="egekh.test",
    language="mn",
    issuer_name="Эгэх сургалтын баг",
)


@pytest.fixture
def workshop(cast):
    """Held today: Ану came to both half-days, Болд to the first, Дорж to none."""
    made = make_workshop(cast.saraa, on=now().date())
    for name in ("Ану", "Болд", "Дорж"):
        add(made, name, "Пүрэв")
    ana, bold, dorj = cohorts.participants_of(made)
    for session in made.sessions:
        mark(session, ana, cast.saraa)
    mark(made.sessions[0], bold, cast.saraa)
    mark(made.sessions[0], dorj, cast.saraa, MarkStatus.ABSENT)
    return made


@pytest.fixture
def saraa(cast, visit):
    return visit(cast.saraa)


def address(workshop, tail="certificates"):
    return f"/workshops/{workshop.public_id}/{tail}"


def issue(saraa, workshop, **fields):
    wanted = {"names_confirmed": "y", **fields}
    return saraa.submit(address(workshop), wanted, name="names_confirmed")


def standings(workshop):
    return {
        one.participant.enrolment.person.given_name: one.standing
        for one in queries.candidates_of(workshop, current_course(), at=now())
    }


def lock(workshop, cast):
    workshop.status = CohortStatus.LOCKED
    cohort_locked.send(workshop, by=cast.dulmaa, at=now())


def papers(workshop, kind=COURSE):
    return {one.person.given_name: one.status.value for one in queries.papers_of(workshop, kind)}


def printer(**others):
    plain = {
        "draw": pdf.draw,
        "draw_attendance": pdf.draw_attendance,
        "issuer": Issuer("Эгэх", "https://egekh.test", "egekh.test"),
        "language": "mn",
        "place": "Сэлэнгэ",
        "organisations": (),
    }
    return Printer(**{**plain, **others})


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


# The attendance paper


def test_everybody_who_came_gets_the_plain_paper(saraa, workshop, client):
    sent = saraa.submit(address(workshop), action=address(workshop, "attendance-papers"))
    assert sent.status_code == 303
    assert papers(workshop, ATTENDANCE) == {"Ану": "provisional", "Болд": "provisional"}
    paper = queries.papers_of(workshop, ATTENDANCE)[1]
    text = pypdfium2.PdfDocument(queries.file_of(paper))[0].get_textpage().get_text_range()
    assert all(words in text for words in ("Тодорхойлолт", "Болд", workshop.code, "1/2"))
    assert workshop.title in client.page(f"/v/{paper.code}").text
    assert saraa.get(address(workshop, "certificates.pdf?kind=attendance")).status_code == 200


def test_the_paper_holds_when_the_half_days_are_as_printed(saraa, workshop, cast, client):
    saraa.post(address(workshop, "attendance-papers"))
    saraa.post(address(workshop, "attendance-papers"))
    mark(workshop.sessions[1], cohorts.participants_of(workshop)[1], cast.saraa)
    lock(workshop, cast)
    assert papers(workshop, ATTENDANCE) == {"Ану": "valid"}
    saraa.post(address(workshop, "attendance-papers"))
    assert papers(workshop, ATTENDANCE) == {"Ану": "valid", "Болд": "valid"}


def test_a_name_that_cannot_be_printed_is_named(saraa, workshop):
    cohorts.participants_of(workshop)[0].enrolment.person.given_name = "Ану字"
    sent = saraa.post(address(workshop, "attendance-papers"), follow_redirects=True)
    assert "Ану字" in sent.text
    assert papers(workshop, ATTENDANCE) == {"Болд": "provisional"}


def test_a_colleague_who_was_quicker_is_no_error(workshop, cast, monkeypatch):
    def quicker(*_arguments, **_names):
        raise IntegrityError("", {}, Exception())

    monkeypatch.setattr(issuing_together, "keep", quicker)
    issued = services.issue_attendance(workshop, current_course(), printer(), by=cast.saraa, at=now())
    assert issued.certificates == ()


def test_a_half_day_names_only_modules_that_there_are(cast):
    on = now().date()
    halves = [NewSession(on, one.half, ("gone",)) for one in make_workshop(cast.saraa).sessions[:1]]
    workshop = make_workshop(cast.saraa, sessions=halves)
    mark(workshop.sessions[0], add(workshop, "Ану"), cast.saraa)
    services.issue_attendance(workshop, current_course(), printer(), by=cast.saraa, at=now())
    paper = queries.papers_of(workshop, ATTENDANCE)[0]
    assert AttendanceFacts.from_json(paper.facts_json).half_days[0].modules == ()


@pytest.mark.parametrize("language", ["mn", "en"])
def test_the_same_facts_draw_the_same_paper(language):
    facts = replace(PAPER, language=language)
    assert pdf.draw_attendance(facts) == pdf.draw_attendance(facts)
    assert AttendanceFacts.from_json(facts.to_json()) == facts
    page = pypdfium2.PdfDocument(pdf.draw_attendance(facts))[0]
    assert zxingcpp.read_barcode(page.render(scale=3).to_pil()).text == PAPER.verify_url


def test_a_long_name_goes_over_two_lines_and_many_half_days_fit():
    names = {"family_name": "Щ" * 40, "given_name": "Ш" * 40}
    drawn = pdf.draw_attendance(replace(PAPER, **names, half_days=PAPER.half_days * 12))
    assert len(pypdfium2.PdfDocument(drawn)) == 1


def test_a_paper_that_would_run_over_its_foot_is_refused():
    with pytest.raises(DoesNotFit):
        pdf.draw_attendance(replace(PAPER, half_days=PAPER.half_days * 30))


# One's own record


def test_the_record_shows_workshops_and_papers(saraa, visit, cast, workshop):
    place = add(workshop, "Болд", person=cast.bold.person)
    for session in workshop.sessions:
        mark(session, place, cast.saraa)
    issue(saraa, workshop)
    saraa.post(address(workshop, "attendance-papers"))
    bold = visit(cast.bold)
    assert workshop.title in bold.page("/my-record").text
    for paper in queries.certificates_of(cast.bold.person):
        assert bold.get(f"/certificate/{paper.public_id}.pdf").status_code == 200
    assert bold.get("/certificate").status_code == 200
    for paper in queries.certificates_of(cast.bold.person):
        paper.status, paper.status_at = CertificateStatus.VOID, now()
    assert bold.get("/my-record").status_code == 200


def test_an_empty_record_points_at_the_lessons(visit, cast):
    tumur = visit(cast.tumur)
    assert "/progress" in tumur.page("/my-record").links.values()
    earn_modules(cast.tumur.person)
    assert "/certificate" in tumur.page("/my-record").links.values()
