"""Verbs that write workshops. Nothing here commits."""

from lms.cohorts.services.cohorts import NewCohort, NewSession, new_cohort
from lms.cohorts.services.marks import Mark, Outcome, record_marks
from lms.cohorts.services.participants import NewParticipant, add_participant

__all__ = [
    "Mark",
    "NewCohort",
    "NewParticipant",
    "NewSession",
    "Outcome",
    "add_participant",
    "new_cohort",
    "record_marks",
]
