"""Doors: a text for chat groups and a calendar file."""

from flask import Response, current_app, render_template
from flask.typing import ResponseReturnValue

from lms.cohorts import access, notices, print_words
from lms.cohorts.models import Cohort
from lms.cohorts.views import making
from lms.cohorts.views.blueprint import bp
from lms.core.access import requires
from lms.core.clock import now
from lms.core.i18n import gettext as _
from lms.core.i18n import in_language
from lms.people.access import current_account
from lms.people.roles import Role


@bp.get("/workshops/<public_id>/notice")
@requires(Role.TRAINER)
def show_notice(public_id: str) -> ResponseReturnValue:
    """A text to copy into a chat group, in the workshop's language."""
    cohort = access.cohort_for(current_account(), public_id)
    with in_language(cohort.language):
        text = _notice(cohort)
    return render_template("cohorts/notice.html", cohort=cohort, notice=text)


@bp.get("/workshops/<public_id>/workshop.ics")
@requires(Role.TRAINER)
def download_calendar(public_id: str) -> ResponseReturnValue:
    cohort = access.cohort_for(current_account(), public_id)
    text = notices.calendar(
        cohort.sessions,
        title=cohort.title,
        place=print_words.place_words(cohort, cohort.language),
        host=current_app.extensions["settings"].host,
        address=_joining(cohort),
        at=now(),
    )
    page = Response(text, mimetype="text/calendar")
    page.headers["Content-Disposition"] = 'attachment; filename="workshop.ics"'
    return page


def _joining(cohort: Cohort) -> str:
    return making.address_of("cohorts.join", token=cohort.join_token) if cohort.join_token else ""


def _notice(cohort: Cohort) -> str:
    """One fact a line; what is not known is left out."""
    days = print_words.days_words(cohort.sessions, cohort.language)
    hours = print_words.hours_words(cohort.sessions)
    lines = [
        _("Free workshop: %(title)s", title=cohort.title),
        _("When: %(days)s, %(hours)s", days=days, hours=hours) if days else "",
        _("Where: %(place)s", place=print_words.place_words(cohort, cohort.language)),
        _("Held by: %(names)s", names=", ".join(print_words.organisations(cohort))),
        _("Bring a pen, and your phone if you have one."),
        _("Register here: %(address)s", address=_joining(cohort)) if cohort.join_token else "",
    ]
    return "\n".join(line for line in lines if line)
