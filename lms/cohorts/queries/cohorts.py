"""Workshops and half-days, as far as an account may see them."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, func, or_, select, true
from sqlalchemy.orm import joinedload, selectinload

from lms.cohorts.models import Cohort, CohortTrainer, Participant, ParticipantRole, Session, StatusChange
from lms.core.db import db
from lms.learning.models import Enrolment
from lms.people.models import Account, Person
from lms.people.roles import Role


def scope(account: Account) -> ColumnElement[bool]:
    """The condition on Cohort that lets through what this account may see."""
    if account.role.rank >= Role.COORDINATOR.rank:
        return true()
    return or_(
        Cohort.created_by_id == account.id,
        Cohort.trainers.any(CohortTrainer.account_id == account.id),
    )


def cohorts_of(account: Account) -> Sequence[Cohort]:
    """The workshops that this account may see, the newest first, with their half-days."""
    return db.session.scalars(
        select(Cohort).where(scope(account)).options(selectinload(Cohort.sessions)).order_by(Cohort.id.desc())
    ).all()


def cohort_in_scope(account: Account, public_id: str) -> Cohort | None:
    return db.session.scalar(
        select(Cohort)
        .where(Cohort.public_id == public_id, scope(account))
        .options(selectinload(Cohort.sessions))
    )


def session_in_scope(account: Account, public_id: str) -> Session | None:
    return db.session.scalar(
        select(Session)
        .join(Session.cohort)
        .where(Session.public_id == public_id, scope(account))
        .options(joinedload(Session.cohort))
    )


def participant_in_scope(account: Account, public_id: str) -> Participant | None:
    return db.session.scalar(
        select(Participant)
        .join(Participant.cohort)
        .where(Participant.public_id == public_id, scope(account))
        .options(
            joinedload(Participant.cohort), joinedload(Participant.enrolment).joinedload(Enrolment.person)
        )
    )


def cohort_by_code(account: Account, code: str) -> Cohort | None:
    return db.session.scalar(select(Cohort).where(Cohort.code == code, scope(account)))


def cohort_by_join_token(token: str) -> Cohort | None:
    return db.session.scalar(
        select(Cohort).where(Cohort.join_token == token).options(selectinload(Cohort.sessions))
    )


def status_changes_of(cohort: Cohort) -> Sequence[tuple[StatusChange, str]]:
    """The steps of a workshop's way with the name of who took each, the newest first."""
    rows = db.session.execute(
        select(StatusChange, Person.given_name)
        .join(Account, Account.id == StatusChange.by_id)
        .join(Person, Person.id == Account.person_id)
        .where(StatusChange.cohort_id == cohort.id)
        .order_by(StatusChange.id.desc())
    ).all()
    return [(row[0], row[1]) for row in rows]


def people_counted(cohorts: Sequence[Cohort]) -> dict[int, int]:
    """How many participants (not staff, not taken off) each workshop has, by its id."""
    rows = db.session.execute(
        select(Participant.cohort_id, func.count())
        .where(
            Participant.cohort_id.in_([one.id for one in cohorts]),
            Participant.removed_at.is_(None),
            Participant.role == ParticipantRole.PARTICIPANT,
        )
        .group_by(Participant.cohort_id)
    ).all()
    return {row[0]: row[1] for row in rows}


def codes_beginning(start: str) -> Sequence[str]:
    return db.session.scalars(select(Cohort.code).where(Cohort.code.startswith(start, autoescape=True))).all()


def hold_register(cohort: Cohort) -> None:
    """Let one writer at a time give numbers on this register: others wait for our commit."""
    db.session.execute(select(Cohort.id).where(Cohort.id == cohort.id).with_for_update())
