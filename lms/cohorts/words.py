"""Words for what the tables hold."""

from lms.cohorts.models import CohortStatus, HalfDay, PartialCounts, ParticipantRole, Source
from lms.cohorts.rules import Attendance, Flaw
from lms.core.i18n import current_language
from lms.core.i18n import lazy_gettext as _
from lms.people.matching import Candidate, Why
from lms.people.regions import regions

STATUS_NAMES = {
    CohortStatus.PLANNED: _("Planned"),
    CohortStatus.HELD: _("Held"),
    CohortStatus.CHECKED: _("Checked"),
    CohortStatus.LOCKED: _("Locked"),
}
STEP_WORDS = {
    CohortStatus.HELD: _("The workshop was held"),
    CohortStatus.CHECKED: _("The register is checked"),
    CohortStatus.LOCKED: _("Lock the workshop"),
}
HALF_NAMES = {HalfDay.MORNING: _("Morning"), HalfDay.AFTERNOON: _("Afternoon")}
ATTENDANCE_NAMES = {
    Attendance.PRESENT: _("Present"),
    Attendance.ABSENT: _("Absent"),
    Attendance.LATE: _("Came late"),
    Attendance.LEFT_EARLY: _("Left early"),
    Attendance.UNMARKED: _("Not yet recorded"),
    Attendance.DISPUTED: _("To be decided"),
}
PARTIAL_NAMES = {
    PartialCounts.WHOLE: _("As a whole half-day"),
    PartialCounts.HALF: _("As half of a half-day"),
}
PARTICIPANT_ROLE_NAMES = {
    ParticipantRole.PARTICIPANT: _("Participant"),
    ParticipantRole.TRAINER: _("Trainer"),
    ParticipantRole.ORGANISER: _("Organiser"),
    ParticipantRole.GUEST: _("Guest"),
}
SOURCE_NAMES = {
    Source.TYPED: _("Typed in"),
    Source.PASTED: _("From a pasted list"),
    Source.IMPORTED: _("From an imported list"),
    Source.SELF: _("Registered themselves"),
    Source.EARLIER: _("From an earlier workshop"),
    Source.SHEET: _("From a signed sheet"),
}
WAY_NAMES = {
    "roll_call": _("roll call"),
    "badge": _("badge"),
    "sheet": _("signed sheet"),
    "import": _("imported list"),
    "walk_in": _("came without notice"),
    "decision": _("decision"),
}
WHY_NAMES = {
    Why.NAME: _("same given name"),
    Why.FAMILY_NAME: _("same father's or mother's name"),
    Why.INITIAL: _("same first letter of the father's or mother's name"),
    Why.SWAPPED: _("the two names the other way round"),
    Why.PHONE: _("same phone"),
    Why.BIRTH_YEAR: _("same year of birth"),
    Why.REGION: _("same aimag or district"),
    Why.OTHER_FAMILY_NAME: _("another father's or mother's name"),
    Why.OTHER_BIRTH_YEAR: _("another year of birth"),
}
FLAW_NAMES = {
    Flaw.NO_HALF_DAYS: _("The plan has no half-day."),
    Flaw.NO_PEOPLE: _("Nobody is on the register."),
    Flaw.NOT_BEGUN: _("A half-day has not begun yet."),
    Flaw.UNMARKED: _("Attendance is not recorded."),
    Flaw.DISPUTED: _("Two trainers recorded different things."),
    Flaw.IMPOSSIBLE_TIME: _("The times of a half-day cannot be right."),
    Flaw.TWO_PLACES: _("Present in two workshops in the same half-day."),
    Flaw.ALIKE: _("May be on the record twice."),
    Flaw.NO_GENDER: _("Gender is not recorded."),
}


def about(candidate: Candidate) -> str:
    """What tells a candidate from others, and what speaks for them: facts side by side."""
    person = candidate.person
    facts = [
        regions()[person.region_code].name(current_language()) if person.region_code else "",
        str(person.birth_year or ""),
        f"…{person.phone[-2:]}" if person.phone else "",
        *(str(WHY_NAMES[one]) for one in candidate.why),
    ]
    return " · ".join(fact for fact in facts if fact)
