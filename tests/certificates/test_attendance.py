"""The plain attendance paper of a workshop, and one's own record."""

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
import zxingcpp
from sqlalchemy.exc import IntegrityError

from lms.certificates import pdf, queries, services
from lms.certificates.attendance import AttendanceFacts, AttendedHalfDay
from lms.certificates.models import CertificateStatus
from lms.certificates.services import workshop as issuing_together
from lms.cohorts import queries as cohorts
from lms.cohorts.services import NewSession
from lms.content.store import current_course
from lms.core.clock import now
from lms.core.pdf import DoesNotFit
from tests.certificates.rooms import (
    ATTENDANCE,
    address,
    held_today,
    issue,
    lock,
    papers,
    printer,
)
from tests.certificates.samples import CODE, TITLES
from tests.cohorts.rooms import add, make_workshop, mark
from tests.factories import earn_modules

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
    return held_today(cast)


@pytest.fixture
def saraa(cast, visit):
    return visit(cast.saraa)


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
