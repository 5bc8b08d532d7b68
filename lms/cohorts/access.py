"""Who may have which workshop: a trainer their own, a coordinator all; for others it is not there (404)."""

from werkzeug.exceptions import NotFound

from lms.cohorts import queries
from lms.cohorts.models import Cohort, ImportBatch, Participant, Session, Sheet
from lms.cohorts.queries import imports, papers
from lms.core import codes
from lms.people.models import Account


def cohort_for(account: Account, public_id: str) -> Cohort:
    """The workshop, with its half-days; `NotFound` when it is not this account's to see."""
    cohort = queries.cohort_in_scope(account, public_id)
    if cohort is None:
        raise NotFound
    return cohort


def session_for(account: Account, public_id: str) -> Session:
    """The half-day of a workshop that this account may see; else `NotFound`."""
    session = queries.session_in_scope(account, public_id)
    if session is None:
        raise NotFound
    return session


def participant_for(account: Account, public_id: str) -> Participant:
    """The place on the register of a workshop that this account may see; else `NotFound`."""
    participant = queries.participant_in_scope(account, public_id)
    if participant is None:
        raise NotFound
    return participant


def sheet_for(account: Account, number: str) -> tuple[Sheet, Session]:
    """A printed sheet, by its number in any spelling, of a workshop that this account may see."""
    read = codes.normalise_short(number)
    found = papers.sheet_in_scope(account, read) if read else None
    if found is None:
        raise NotFound
    return found


def batch_for(account: Account, public_id: str) -> ImportBatch:
    """A list that was sent for a workshop that this account may see, or its own of past ones."""
    batch = imports.batch_in_scope(account, public_id)
    if batch is None:
        raise NotFound
    return batch
