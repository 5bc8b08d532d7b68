"""What people have to show for the half-days they spent in rooms."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from lms.cohorts.models import AttendanceMark, Cohort, Override, Participant, ParticipantRole
from lms.cohorts.rules import Attendance, settle
from lms.core.db import db
from lms.learning.models import Enrolment


@dataclass(frozen=True, slots=True)
class Stay:
    """One person's place in one workshop: attendance by session's id, decisions by module's id."""

    participant: Participant
    cohort: Cohort
    attendance: dict[int, Attendance] = field(default_factory=dict)
    overrides: dict[str, Override] = field(default_factory=dict)


def stays_of(person_ids: Iterable[int]) -> dict[int, list[Stay]]:
    """The workshops that each person took part in, by person's id, with what the marks say."""
    participants = db.session.scalars(
        select(Participant)
        .join(Participant.enrolment)
        .where(
            Enrolment.person_id.in_(list(person_ids)),
            Participant.removed_at.is_(None),
            Participant.role == ParticipantRole.PARTICIPANT,
        )
        .options(joinedload(Participant.cohort).selectinload(Cohort.sessions))
        .order_by(Participant.id)
    ).all()
    stays = {one.id: Stay(one, one.cohort) for one in participants}
    if stays:
        _add_attendance(stays)
        _add_overrides(stays)
    found: dict[int, list[Stay]] = {}
    for stay in stays.values():
        found.setdefault(stay.participant.enrolment.person_id, []).append(stay)
    return found


def overrides_of(participant: Participant) -> list[Override]:
    """Every decision about a participant, undone ones too, the newest first."""
    return list(
        db.session.scalars(
            select(Override).where(Override.participant_id == participant.id).order_by(Override.id.desc())
        )
    )


def open_override(participant: Participant, module_id: str) -> Override | None:
    return db.session.scalar(
        select(Override).where(
            Override.participant_id == participant.id,
            Override.module_id == module_id,
            Override.undone_at.is_(None),
        )
    )


def _add_attendance(stays: dict[int, Stay]) -> None:
    marks: dict[tuple[int, int], list[AttendanceMark]] = {}
    for mark in db.session.scalars(
        select(AttendanceMark).where(AttendanceMark.participant_id.in_(list(stays)))
    ):
        marks.setdefault((mark.participant_id, mark.session_id), []).append(mark)
    for (participant_id, session_id), of_one in marks.items():
        stays[participant_id].attendance[session_id] = settle(of_one)


def _add_overrides(stays: dict[int, Stay]) -> None:
    for override in db.session.scalars(
        select(Override)
        .where(Override.participant_id.in_(list(stays)), Override.undone_at.is_(None))
        .order_by(Override.id)
    ):
        stays[override.participant_id].overrides[override.module_id] = override
