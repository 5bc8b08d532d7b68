"""Rows for tests. Every field has a plain value; a test names only what it is about."""

from itertools import count
from typing import Any

from lms.core.clock import now
from lms.core.db import db
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
