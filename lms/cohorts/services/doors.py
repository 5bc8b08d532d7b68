"""What every writer asks first."""

from lms.cohorts.errors import CohortLocked
from lms.cohorts.models import Cohort, CohortStatus


def refuse_locked(cohort: Cohort) -> None:
    """Raise `CohortLocked` when nothing may be written in this workshop."""
    if cohort.status is CohortStatus.LOCKED:
        raise CohortLocked
