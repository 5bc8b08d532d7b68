"""Many taps in the same moment, on real connections: the database keeps one, and everybody gets an answer."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import func, select

from lms.assessment.models import Attempt, Response
from lms.certificates.models import Certificate
from lms.core.db import db
from lms.learning.models import Enrolment, LessonCompletion
from tests.factories import PASSWORD, earn_modules, make_account

TAPS = 12


@pytest.fixture
def bold(own_app):
    """Болд's personal code, in a database with real commits."""
    with own_app.app_context():
        account = make_account()
        db.session.commit()
        return account.personal_code


def tap(own_app, code, send):
    """The same person, the same tap, from several browsers at once; the statuses of the answers."""
    visitors = [own_app.test_client() for _ in range(TAPS)]
    tokens = []
    for visitor in visitors:
        visitor.sign_in(code, PASSWORD)
        tokens.append(visitor.csrf_token())
    start = Barrier(TAPS)

    def one(number):
        start.wait()
        return send(visitors[number], {"csrf_token": tokens[number]}).status_code

    with ThreadPoolExecutor(TAPS) as pool:
        return list(pool.map(one, range(TAPS)))


def count(own_app, model):
    with own_app.app_context():
        return db.session.scalar(select(func.count()).select_from(model))


def test_a_lesson_is_counted_once(own_app, bold):
    answers = tap(own_app, bold, lambda visitor, token: visitor.post("/lessons/whom-to-ask/done", data=token))
    assert set(answers) == {303}
    assert (count(own_app, Enrolment), count(own_app, LessonCompletion)) == (1, 1)


def test_one_attempt_is_opened(own_app, bold):
    answers = tap(own_app, bold, lambda visitor, token: visitor.post("/modules/asking/test", data=token))
    assert set(answers) == {303}
    assert count(own_app, Attempt) == 1


def test_a_check_is_handed_in_once(own_app, bold):
    def hand_in(visitor, token):
        sent = token | {"go": "1", "anyway": "1", "q-open": "true"}
        return visitor.post("/lessons/whom-to-ask/check", data=sent)

    assert set(tap(own_app, bold, hand_in)) == {303}
    assert (count(own_app, Attempt), count(own_app, Response)) == (1, 1)


def test_an_answer_is_saved_once(own_app, bold):
    def save(visitor, token):
        return visitor.post("/lessons/whom-to-ask/check/answers", data=token | {"go": "1", "q-open": "true"})

    assert set(tap(own_app, bold, save)) == {200}
    assert (count(own_app, Attempt), count(own_app, Response)) == (1, 1)


def test_one_certificate_is_issued(own_app, bold):
    with own_app.app_context():
        account = db.session.scalars(select(Enrolment)).first()
        assert account is None
        from lms.people.models import Person

        earn_modules(db.session.scalars(select(Person)).one())
        db.session.commit()
    sent = {"family_name": "Дорж", "given_name": "Болд", "language": "mn"}
    answers = tap(own_app, bold, lambda visitor, token: visitor.post("/certificate", data=token | sent))
    assert set(answers) == {303}
    assert count(own_app, Certificate) == 1
