"""Verbs that write workshops. Nothing here commits."""

from lms.cohorts.services.arrivals import walk_in
from lms.cohorts.services.changes import change_cohort, close_joining, open_joining, replan, stamp_of
from lms.cohorts.services.cohorts import NewCohort, NewSession, new_cohort
from lms.cohorts.services.deciding import decide_mark, decide_module, undo_decision
from lms.cohorts.services.marks import Mark, Outcome, record_marks
from lms.cohorts.services.participants import NewParticipant, add_participant
from lms.cohorts.services.places import correct, give_back, recognise, take_off
from lms.cohorts.services.way import lead_back, stopping, take_step

__all__ = [
    "Mark",
    "NewCohort",
    "NewParticipant",
    "NewSession",
    "Outcome",
    "add_participant",
    "change_cohort",
    "close_joining",
    "correct",
    "decide_mark",
    "decide_module",
    "give_back",
    "lead_back",
    "new_cohort",
    "open_joining",
    "recognise",
    "record_marks",
    "replan",
    "stamp_of",
    "stopping",
    "take_off",
    "take_step",
    "undo_decision",
    "walk_in",
]
