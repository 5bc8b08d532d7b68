"""Words that are put together for papers and notices of a workshop."""

from collections.abc import Sequence
from datetime import date

from lms.cohorts.models import Cohort, HalfDay, Session
from lms.cohorts.places import soums
from lms.content.course import Course, UnknownContent
from lms.core import mongolian
from lms.core.i18n import format_date, gettext
from lms.core.i18n import lazy_gettext as _
from lms.people.groups import Gender, LearnerGroup
from lms.people.regions import regions

# Short enough for a narrow column.
SHORT_GROUPS = {
    LearnerGroup.CITIZEN: _("Citizen"),
    LearnerGroup.CSO: _("CSO"),
    LearnerGroup.STATE_ADMIN: _("State"),
    LearnerGroup.PROVIDER: _("Services"),
    LearnerGroup.MEDIA: _("Media"),
    LearnerGroup.ACADEMIA: _("Academia"),
    LearnerGroup.TECH: _("Tech"),
}
SHORT_GENDERS = {Gender.FEMALE: _("woman"), Gender.MALE: _("man")}


def place_words(cohort: Cohort, language: str) -> str:
    """Aimag or district, soum or khoroo, venue."""
    parts = [regions()[cohort.region_code].name(language)]
    if cohort.soum_code and cohort.soum_code in soums():
        parts.append(soums()[cohort.soum_code].name(language))
    if cohort.khoroo:
        numbered = cohort.khoroo.isdecimal()
        parts.append(gettext("Khoroo %(number)s", number=cohort.khoroo) if numbered else cohort.khoroo)
    return ", ".join([*parts, cohort.venue])


def half_day_words(session: Session) -> str:
    """“Morning, day 2”: the day counted within the workshop."""
    days = sorted({one.on for one in session.cohort.sessions})
    number = days.index(session.on) + 1
    if session.half is HalfDay.MORNING:
        return str(gettext("Morning, day %(number)s", number=number))
    return str(gettext("Afternoon, day %(number)s", number=number))


def days_words(sessions: Sequence[Session], language: str) -> str:
    """The days of a workshop, from the first to the last; empty when none is planned."""
    days = sorted({one.on for one in sessions})
    if not days:
        return ""
    if language == "mn":
        return mongolian.interval(days[0], days[-1])
    return _between(days[0], days[-1])


def hours_words(sessions: Sequence[Session]) -> str:
    """From the earliest beginning to the latest end of a day."""
    if not sessions:
        return ""
    return f"{min(one.starts for one in sessions)}–{max(one.ends for one in sessions)}"


def organisations(cohort: Cohort) -> tuple[str, ...]:
    return tuple(name for name in (cohort.implementer, cohort.partner, cohort.funder) if name)


def module_words(session: Session, course: Course, language: str) -> tuple[str, ...]:
    """Numbers and titles of the modules that a half-day teaches."""
    return tuple(f"{number}. {title}" for number, title in modules_of(session, course, language))


def modules_of(session: Session, course: Course, language: str) -> list[tuple[int, str]]:
    """Number and title; a module that the course no longer has is left out."""
    found = []
    for module_id in session.module_ids:
        try:
            module = course.module(module_id)
        except UnknownContent:
            continue
        found.append((module.number, module.title[language]))
    return sorted(found)


def _between(first: date, last: date) -> str:
    if first == last:
        return format_date(first, "en")
    return f"{format_date(first, 'en')} – {format_date(last, 'en')}"
