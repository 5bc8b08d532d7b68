"""Reading workshops."""

from lms.cohorts.queries.cohorts import (
    codes_beginning,
    cohort_by_code,
    cohort_by_join_token,
    cohort_in_scope,
    cohorts_of,
    hold_register,
    participant_in_scope,
    people_counted,
    session_in_scope,
    status_changes_of,
)
from lms.cohorts.queries.quality import (
    Finding,
    findings_in,
)
from lms.cohorts.queries.register import (
    badge_codes_of,
    in_mongolian_order,
    mark_ids_known,
    marks_of,
    names_of,
    participant_by_badge,
    participants_of,
    place_of,
    register_of,
    registers_of,
    removed_from,
    sessions_in_use,
)
from lms.cohorts.queries.rooms import (
    Stay,
    open_override,
    overrides_of,
    stays_of,
)

__all__ = [
    "Finding",
    "Stay",
    "badge_codes_of",
    "codes_beginning",
    "cohort_by_code",
    "cohort_by_join_token",
    "cohort_in_scope",
    "cohorts_of",
    "findings_in",
    "hold_register",
    "in_mongolian_order",
    "mark_ids_known",
    "marks_of",
    "names_of",
    "open_override",
    "overrides_of",
    "participant_by_badge",
    "participant_in_scope",
    "participants_of",
    "people_counted",
    "place_of",
    "register_of",
    "registers_of",
    "removed_from",
    "session_in_scope",
    "sessions_in_use",
    "status_changes_of",
    "stays_of",
]
