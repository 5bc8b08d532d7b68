"""Printed papers: sheets and their scans, slips, tallies, what people said."""

from collections.abc import Iterable, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from lms.cohorts.feedback import FeedbackAnswer
from lms.cohorts.models import ClaimSlip, Cohort, CountOnly, Participant, Session, Sheet, SheetScan
from lms.cohorts.queries.cohorts import scope
from lms.core.db import db
from lms.learning.models import Enrolment
from lms.people.models import Account, NameKind
from lms.people.queries import sign_in_name_taken
from lms.people.roles import Role


def sheet_in_scope(account: Account, number: str) -> tuple[Sheet, Session] | None:
    """A sheet of a workshop that this account may see, with its half-day."""
    row = db.session.execute(
        select(Sheet, Session)
        .join(Session, Session.id == Sheet.session_id)
        .join(Session.cohort)
        .where(Sheet.number == number, scope(account))
        .options(joinedload(Session.cohort))
    ).one_or_none()
    return (row[0], row[1]) if row else None


def hold_sheet(sheet: Sheet) -> None:
    """Read the sheet again, so that of two who close it at once the second sees it closed."""
    db.session.execute(
        select(Sheet).where(Sheet.id == sheet.id).with_for_update().execution_options(populate_existing=True)
    )


def open_sheet_of(session: Session) -> Sheet | None:
    """The newest sheet of a half-day that has not come back."""
    return db.session.scalar(
        select(Sheet)
        .where(Sheet.session_id == session.id, Sheet.closed_at.is_(None))
        .order_by(Sheet.id.desc())
        .limit(1)
    )


def sheet_number_taken(number: str) -> bool:
    return db.session.scalar(select(Sheet.id).where(Sheet.number == number)) is not None


def sheets_of(cohort: Cohort) -> Sequence[tuple[Sheet, Session]]:
    """Every sheet that was printed, in the order of the half-days."""
    rows = db.session.execute(
        select(Sheet, Session)
        .join(Session, Session.id == Sheet.session_id)
        .where(Session.cohort_id == cohort.id)
        .order_by(Session.on, Session.half_order, Sheet.id)
    ).all()
    return [(row[0], row[1]) for row in rows]


def participants_by_id(ids: Iterable[int]) -> dict[int, Participant]:
    """These places on registers, also those that were taken off since."""
    rows = db.session.scalars(
        select(Participant)
        .where(Participant.id.in_(list(ids)))
        .options(joinedload(Participant.enrolment).joinedload(Enrolment.person))
    )
    return {one.id: one for one in rows}


def scans_of(sheet: Sheet) -> Sequence[SheetScan]:
    return db.session.scalars(
        select(SheetScan).where(SheetScan.sheet_id == sheet.id).order_by(SheetScan.id)
    ).all()


def scan_of(sheet: Sheet, stored_as: str) -> SheetScan | None:
    return db.session.scalar(
        select(SheetScan).where(SheetScan.sheet_id == sheet.id, SheetScan.stored_as == stored_as)
    )


def same_scan(sheet: Sheet, sha256: str) -> SheetScan | None:
    return db.session.scalar(
        select(SheetScan).where(SheetScan.sheet_id == sheet.id, SheetScan.sha256 == sha256)
    )


def scans_by_sheet(cohort: Cohort) -> dict[int, int]:
    """Sheet's id → how many photos or scans of it are kept."""
    rows = db.session.execute(
        select(SheetScan.sheet_id, func.count())
        .join(Sheet, Sheet.id == SheetScan.sheet_id)
        .join(Session, Session.id == Sheet.session_id)
        .where(Session.cohort_id == cohort.id)
        .group_by(SheetScan.sheet_id)
    ).all()
    return {row[0]: row[1] for row in rows}


def tallies_of(cohort: Cohort) -> Sequence[CountOnly]:
    """People counted without a name."""
    return db.session.scalars(
        select(CountOnly).where(CountOnly.cohort_id == cohort.id).order_by(CountOnly.id)
    ).all()


def tallies_of_sheet(sheet: Sheet) -> Sequence[CountOnly]:
    return db.session.scalars(
        select(CountOnly).where(CountOnly.sheet_id == sheet.id).order_by(CountOnly.id)
    ).all()


def slips_of(cohort: Cohort) -> dict[int, ClaimSlip]:
    """Participant's id → the newest slip, also one that is void or claimed."""
    rows = db.session.scalars(
        select(ClaimSlip)
        .join(Participant, Participant.id == ClaimSlip.participant_id)
        .where(Participant.cohort_id == cohort.id)
        .order_by(ClaimSlip.id)
    )
    return {slip.participant_id: slip for slip in rows}


def open_slips_of(participants: Iterable[Participant]) -> Sequence[ClaimSlip]:
    """Slips that somebody could still use."""
    ids = [one.id for one in participants]
    return db.session.scalars(
        select(ClaimSlip).where(
            ClaimSlip.participant_id.in_(ids), ClaimSlip.claimed_at.is_(None), ClaimSlip.voided_at.is_(None)
        )
    ).all()


def staff_among(participants: Iterable[Participant]) -> set[int]:
    """Ids of those whose account may do more than a learner's."""
    rows = db.session.scalars(
        select(Participant.id)
        .join(Participant.enrolment)
        .join(Account, Account.person_id == Enrolment.person_id)
        .where(Participant.id.in_([one.id for one in participants]), Account.role != Role.LEARNER)
    )
    return set(rows)


def open_slip(code: str) -> ClaimSlip | None:
    """The slip of that code, as long as it can be used; locked, so that two tabs cannot both use it."""
    return db.session.scalar(
        select(ClaimSlip)
        .where(ClaimSlip.code == code, ClaimSlip.claimed_at.is_(None), ClaimSlip.voided_at.is_(None))
        .with_for_update()
    )


def slip_code_taken(code: str) -> bool:
    """Whether a slip has the code, or somebody signs in with it."""
    slip = db.session.scalar(select(ClaimSlip.id).where(ClaimSlip.code == code))
    return slip is not None or sign_in_name_taken(NameKind.CODE, code)


def cohort_for_feedback(public_id: str) -> Cohort | None:
    """Whoever has the link may say what they think."""
    return db.session.scalar(select(Cohort).where(Cohort.public_id == public_id))


def feedback_of(cohort: Cohort) -> Sequence[FeedbackAnswer]:
    return db.session.scalars(
        select(FeedbackAnswer).where(FeedbackAnswer.cohort_id == cohort.id).order_by(FeedbackAnswer.id)
    ).all()


def participant_with_person(participant_id: int) -> Participant:
    return db.session.scalars(
        select(Participant)
        .where(Participant.id == participant_id)
        .options(
            joinedload(Participant.cohort), joinedload(Participant.enrolment).joinedload(Enrolment.person)
        )
    ).one()
