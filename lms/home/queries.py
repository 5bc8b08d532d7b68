"""The few figures of the start pages."""

from dataclasses import dataclass

from sqlalchemy import distinct, func, select

from lms.assessment.models import Attempt
from lms.certificates.models import Certificate
from lms.core.db import db
from lms.people.models import Account, Person
from lms.people.roles import Role


@dataclass(frozen=True, slots=True)
class Figures:
    """Learners registered, people who passed at least one module test, certificates issued."""

    people: int
    passed: int
    certificates: int


def figures() -> Figures:
    learners = select(func.count()).select_from(Account).where(Account.role == Role.LEARNER)
    passed = select(func.count(distinct(Attempt.person_id))).where(
        Attempt.passed.is_(True), Attempt.quiz_id.like("test-%")
    )
    issued = select(func.count()).select_from(Certificate)
    return Figures(*(db.session.scalar(query) or 0 for query in (learners, passed, issued)))


def people_by_region() -> dict[str | None, int]:
    """Learners by the region they gave; None for those who gave none."""
    rows = db.session.execute(
        select(Person.region_code, func.count())
        .join(Account, Account.person_id == Person.id)
        .where(Account.role == Role.LEARNER)
        .group_by(Person.region_code)
    ).all()
    return {row[0]: row[1] for row in rows}
