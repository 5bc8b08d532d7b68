"""Reading workshops."""

from lms.cohorts.queries.cohorts import (
    codes_beginning,
    cohort_by_code,
    cohort_in_scope,
    cohorts_of,
    hold_register,
    participant_in_scope,
    session_in_scope,
)
from lms.cohorts.queries.register import (
    badge_codes_of,
    in_mongolian_order,
    mark_ids_known,
    marks_of,
    participants_of,
    place_of,
    register_of,
    registers_of,
    removed_from,
)

__all__ = [
    "badge_codes_of",
    "codes_beginning",
    "cohort_by_code",
    "cohort_in_scope",
    "cohorts_of",
    "hold_register",
    "in_mongolian_order",
    "mark_ids_known",
    "marks_of",
    "participant_in_scope",
    "participants_of",
    "place_of",
    "register_of",
    "registers_of",
    "removed_from",
    "session_in_scope",
]
