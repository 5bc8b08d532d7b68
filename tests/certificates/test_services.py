"""Issuing: only when all is earned, once, and never changed again."""

import hashlib

import pytest

from lms.certificates import pdf, queries, services
from lms.certificates.errors import CourseNotCompleted
from lms.certificates.facts import CertificateFacts
from lms.certificates.models import Certificate
from lms.certificates.services import Issuer, PrintedName
from lms.content.store import current_course
from lms.core.clock import now
from lms.core.db import db
from tests.factories import earn_modules, make_certificate

ISSUER = Issuer("Эгэх", "https://egekh.test", "egekh.test")


def issue(person, name=("Дорж", "Болд"), draw=pdf.draw):
    return services.issue_certificate(
        person, current_course(), PrintedName(*name), ISSUER, draw=draw, language="mn", at=now()
    )


def test_nobody_gets_one_before_everything_is_earned(cast):
    earn_modules(cast.bold.person, modules=1)
    with pytest.raises(CourseNotCompleted):
        issue(cast.bold.person)


def test_the_file_is_kept_as_drawn(cast):
    certificate = make_certificate(cast.bold.person)
    kept = queries.file_of(certificate)
    assert hashlib.sha256(kept).hexdigest() == certificate.sha256
    assert pdf.draw(CertificateFacts.from_json(certificate.facts_json)) == kept


def test_a_second_call_gives_the_first_certificate_again(cast):
    first = make_certificate(cast.bold.person)
    assert issue(cast.bold.person, name=("Бат", "Болд")) is first


def test_a_changed_name_changes_no_certificate(cast):
    certificate = make_certificate(cast.bold.person)
    before = queries.file_of(certificate)
    cast.bold.person.given_name = "Болдбаатар"
    db.session.flush()
    db.session.expire_all()
    assert queries.file_of(certificate) == before
    assert certificate.facts_json["given_name"] == "Болд"


def test_of_two_taps_at_once_one_is_kept_and_both_get_it(cast, monkeypatch):
    earn_modules(cast.bold.person)
    issued = []

    def draw_while_another_is_quicker(facts):
        if not issued:
            issued.append(None)
            issued[0] = issue(cast.bold.person)
        return pdf.draw(facts)

    assert issue(cast.bold.person, draw=draw_while_another_is_quicker) is issued[0]
    assert db.session.query(Certificate).count() == 1


def test_another_fault_of_the_database_is_not_hidden(cast, monkeypatch):
    make_certificate(cast.tumur.person)
    earn_modules(cast.bold.person)
    taken = queries.certificate_of(cast.tumur.person).code
    monkeypatch.setattr("lms.core.codes.new_code", lambda: taken)
    with pytest.raises(Exception, match=r"(?i)unique"):
        issue(cast.bold.person)


def test_somebody_can_have_their_certificates_listed(cast):
    certificate = make_certificate(cast.bold.person)
    assert list(queries.certificates_of(cast.bold.person)) == [certificate]
