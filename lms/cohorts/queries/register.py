"""Who is on a register, and what the marks say of them."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from lms.cohorts.models import AttendanceMark, Cohort, Participant, Session, Sheet
from lms.cohorts.rules import Attendance, settle
from lms.core.db import db
from lms.learning.models import Enrolment
from lms.people.models import Account, Person

_WITH_PERSON = joinedload(Participant.enrolment).joinedload(Enrolment.person)


def participants_of(cohort: Cohort) -> list[Participant]:
    """Everybody on the register by number, without those who were taken off it."""
    return list(
        db.session.scalars(
            select(Participant)
            .where(Participant.cohort_id == cohort.id, Participant.removed_at.is_(None))
            .options(_WITH_PERSON)
            .order_by(Participant.number)
        )
    )


def removed_from(cohort: Cohort) -> list[Participant]:
    """Those who were taken off the register, by number."""
    return list(
        db.session.scalars(
            select(Participant)
            .where(Participant.cohort_id == cohort.id, Participant.removed_at.is_not(None))
            .options(_WITH_PERSON)
            .order_by(Participant.number)
        )
    )


def in_mongolian_order(participants: Iterable[Participant]) -> list[Participant]:
    """By given name, then family name, as the Mongolian alphabet goes; equal names by number."""
    return sorted(participants, key=lambda one: (one.enrolment.person.sort_key, one.number))


def place_of(cohort: Cohort, person: Person) -> Participant | None:
    """The person's place on the register, even one that was taken off it."""
    return db.session.scalar(
        select(Participant)
        .join(Participant.enrolment)
        .where(Participant.cohort_id == cohort.id, Enrolment.person_id == person.id)
    )


def badge_codes_of(cohort: Cohort) -> tuple[int, set[str]]:
    """The highest number given on this register, and every badge code."""
    rows = db.session.execute(
        select(Participant.number, Participant.badge_code).where(Participant.cohort_id == cohort.id)
    ).all()
    return max((row.number for row in rows), default=0), {row.badge_code for row in rows}


def marks_of(session: Session) -> dict[int, list[AttendanceMark]]:
    """Every mark of a half-day by participant's id, the oldest first."""
    found: dict[int, list[AttendanceMark]] = {}
    for mark in db.session.scalars(
        select(AttendanceMark)
        .where(AttendanceMark.session_id == session.id)
        .order_by(AttendanceMark.at, AttendanceMark.received_at)
    ):
        found.setdefault(mark.participant_id, []).append(mark)
    return found


def register_of(session: Session) -> dict[int, Attendance]:
    """What each participant's marks add up to, by participant's id; everybody on the register is in it."""
    marks = marks_of(session)
    ids = db.session.scalars(
        select(Participant.id).where(
            Participant.cohort_id == session.cohort_id, Participant.removed_at.is_(None)
        )
    )
    return {one: settle(marks.get(one, [])) for one in ids}


def registers_of(cohort: Cohort) -> dict[int, dict[int, Attendance]]:
    """Session's id → participant's id → attendance, for the whole workshop; only where there are marks."""
    grouped: dict[int, dict[int, list[AttendanceMark]]] = {}
    for mark in db.session.scalars(
        select(AttendanceMark)
        .join(Session, Session.id == AttendanceMark.session_id)
        .where(Session.cohort_id == cohort.id)
    ):
        grouped.setdefault(mark.session_id, {}).setdefault(mark.participant_id, []).append(mark)
    return {
        session_id: {participant_id: settle(marks) for participant_id, marks in of_session.items()}
        for session_id, of_session in grouped.items()
    }


def mark_ids_known(ids: Iterable[str]) -> set[str]:
    """Which of these marks are kept already."""
    return set(db.session.scalars(select(AttendanceMark.id).where(AttendanceMark.id.in_(list(ids)))))


def sessions_in_use(session_ids: Sequence[int]) -> set[int]:
    """Which of these half-days have marks or a printed sheet."""
    marked = select(AttendanceMark.session_id).where(AttendanceMark.session_id.in_(session_ids))
    printed = select(Sheet.session_id).where(Sheet.session_id.in_(session_ids))
    return set(db.session.scalars(marked.union(printed)))


def names_of(marks: Iterable[AttendanceMark]) -> dict[int, str]:
    """Who tapped: account's id → given name."""
    return account_names({mark.by_id for mark in marks})


def account_names(ids: set[int]) -> dict[int, str]:
    """Account's id → given name."""
    rows = db.session.execute(
        select(Account.id, Person.given_name).join(Account.person).where(Account.id.in_(ids))
    ).all()
    return {row[0]: row[1] for row in rows}


def participant_by_badge(cohort: Cohort, badge_code: str) -> Participant | None:
    return db.session.scalar(
        select(Participant)
        .where(
            Participant.cohort_id == cohort.id,
            Participant.badge_code == badge_code,
            Participant.removed_at.is_(None),
        )
        .options(_WITH_PERSON)
    )
