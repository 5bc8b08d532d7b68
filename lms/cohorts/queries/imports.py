"""Lists on their way into registers."""

from collections.abc import Collection

from sqlalchemy import false, or_, select, true

from lms.cohorts.models import Cohort, ImportBatch
from lms.cohorts.queries.cohorts import scope
from lms.core.db import db
from lms.people.models import Account, Person
from lms.people.roles import Role

_AT_ONCE = 500


def batch_in_scope(account: Account, public_id: str) -> ImportBatch | None:
    """A list for a workshop that the account may see, or one for past workshops that it sent itself."""
    all_lists = true() if account.role.rank >= Role.COORDINATOR.rank else false()
    mine = select(Cohort.id).where(scope(account))
    own_past = ImportBatch.cohort_id.is_(None) & (ImportBatch.made_by_id == account.id)
    return db.session.scalar(
        select(ImportBatch).where(
            ImportBatch.public_id == public_id, or_(all_lists, ImportBatch.cohort_id.in_(mine), own_past)
        )
    )


def hold_batch(batch: ImportBatch) -> None:
    """Let one writer at a time have the list: a second one waits and then finds it written."""
    db.session.flush()
    db.session.refresh(batch, with_for_update=True)


def people_by_handle(handles: Collection[str]) -> dict[str, Person]:
    """People by their public ids."""
    ordered = sorted(handles)
    found: dict[str, Person] = {}
    for start in range(0, len(ordered), _AT_ONCE):
        part = ordered[start : start + _AT_ONCE]
        for person in db.session.scalars(select(Person).where(Person.public_id.in_(part))):
            found[person.public_id] = person
    return found


def code_is_taken(code: str) -> bool:
    """Whether any workshop, also of somebody else, has the code."""
    return db.session.scalar(select(Cohort.id).where(Cohort.code == code)) is not None


def batch_by_id(batch_id: int) -> ImportBatch | None:
    return db.session.get(ImportBatch, batch_id)
