"""Rows for tests. Every field has a plain value; a test names only what it is about."""

from datetime import datetime
from itertools import count
from typing import Any

from lms.assessment import services as assessment
from lms.assessment.models import Attempt
from lms.certificates import pdf
from lms.certificates import services as certificates
from lms.certificates.models import Certificate
from lms.content.course import Quiz
from lms.content.store import current_course
from lms.core.clock import now
from lms.core.db import db
from lms.home.demo import right_answer
from lms.learning import services as learning
from lms.people import services
from lms.people.groups import Gender, LearnerGroup
from lms.people.models import Account, Person, Purpose
from lms.people.roles import Role
from lms.people.services import NewPerson

PASSWORD = "гурван-тогоруу-нуур"  # everybody's in the tests
SELENGE, DORNOD, BAYANGOL = "43", "21", "1107"
_numbers = count(1)


def new_person(**fields: Any) -> NewPerson:
    """What a registration says; the phone is a new one each time."""
    plain: dict[str, Any] = {
        "family_name": "Дорж",
        "given_name": "Болд",
        "phone": f"9900{next(_numbers):04d}",
        "region_code": SELENGE,
        "group": LearnerGroup.CITIZEN,
        "gender": Gender.UNDISCLOSED,
        "birth_year": 1985,
    }
    return NewPerson(**{**plain, **fields})


def make_account(*, role: Role = Role.LEARNER, password: str = PASSWORD, **fields: Any) -> Account:
    """A person with an account, registered as the page would do it."""
    purposes = {Purpose.REGISTER, *({Purpose.DISABILITY} if fields.get("disability") else set())}
    new = new_person(**fields)
    return services.register(new, password=password, purposes=purposes, language="mn", at=now(), role=role)


def make_person(**fields: Any) -> Person:
    """A person without an account."""
    new = new_person(**fields)
    person = Person(created_at=now(), **{name: getattr(new, name) for name in new.__slots__})
    db.session.add(person)
    db.session.flush()
    return person


def earn_modules(person: Person, *, modules: int | None = None, at: datetime | None = None) -> None:
    """Read the lessons and pass the tests of the first modules; of all of them when no number is given."""
    moment, course = at or now(), current_course()
    for module in course.modules[:modules]:
        for lesson in module.lessons:
            learning.complete_lesson(person, lesson, at=moment)
        pass_test(person, course.quiz(module.test_id), at=moment)


def pass_test(person: Person, quiz: Quiz, *, at: datetime) -> Attempt:
    """Hand in a test with every answer right."""
    attempt = assessment.start_attempt(person, quiz, at=at)
    answers = {one.question.id: right_answer(one) for one in attempt.drawn}
    return assessment.submit_attempt(attempt, answers, at=at, pass_mark=quiz.pass_mark)


def make_certificate(person: Person, *, language: str = "mn", at: datetime | None = None) -> Certificate:
    """Earn the whole course and take the certificate under one's own name."""
    earn_modules(person, at=at)
    return certificates.issue_certificate(
        person,
        current_course(),
        certificates.PrintedName(person.family_name, person.given_name),
        certificates.Issuer("Эгэх сургалтын баг", "https://egekh.test", "egekh.test"),
        draw=pdf.draw,
        language=language,
        at=at or now(),
    )
