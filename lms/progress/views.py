"""Doors: where I stand, and where the people of a workshop stand."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from lms.cohorts import access as cohort_access
from lms.cohorts import queries as cohorts
from lms.cohorts import services as cohort_services
from lms.cohorts import words
from lms.cohorts.models import ParticipantRole
from lms.content.store import current_course
from lms.core.access import PUBLIC, requires, writes
from lms.core.clock import now
from lms.core.flashes import flash
from lms.core.forms import tidy
from lms.learning.access import lessons_done_here
from lms.people.access import current_account, person_if_any
from lms.people.roles import Role
from lms.progress.queries import status_of, status_of_cohort
from lms.progress.rules import course_status

bp = Blueprint("progress", __name__)


@bp.get("/progress")
@requires(PUBLIC)
def show_progress() -> ResponseReturnValue:
    """What is done, what comes next, and why the course is not finished yet; a guest's, too."""
    person, course = person_if_any(), current_course()
    status = status_of(person, course) if person else course_status(course, lessons_done_here(), {})
    return render_template("progress/progress.html", course=course, status=status, person=person)


@bp.get("/workshops/<public_id>/progress")
@requires(Role.TRAINER)
def show_cohort(public_id: str) -> ResponseReturnValue:
    """Who has earned which module, and in which way."""
    cohort = cohort_access.cohort_for(current_account(), public_id)
    people = [one for one in cohorts.participants_of(cohort) if one.role is ParticipantRole.PARTICIPANT]
    return render_template(
        "progress/cohort.html",
        cohort=cohort,
        course=current_course(),
        people=cohorts.in_mongolian_order(people),
        statuses=status_of_cohort(people, current_course()),
    )


@bp.get("/participants/<public_id>/progress")
@requires(Role.TRAINER)
def show_participant(public_id: str) -> ResponseReturnValue:
    """Why no certificate: one reason for each rule not met; and the decisions of named people."""
    place = cohort_access.participant_for(current_account(), public_id)
    overrides = cohorts.overrides_of(place)
    return render_template(
        "progress/participant.html",
        place=place,
        cohort=place.cohort,
        course=current_course(),
        status=status_of_cohort([place], current_course())[place.id],
        overrides=overrides,
        open_overrides={one.module_id for one in overrides if one.undone_at is None},
        by=cohorts.account_names({one.by_id for one in overrides}),
        words=words,
    )


@bp.post("/participants/<public_id>/modules/<module_id>")
@requires(Role.TRAINER)
@writes
def decide_module(public_id: str, module_id: str) -> ResponseReturnValue:
    """Count a module of the room, do not count it, or let the attendance speak again."""
    place = cohort_access.participant_for(current_account(), public_id)
    what = request.form.get("do", "")
    if what not in ("count", "refuse", "undo"):
        abort(400)
    if module_id not in {one.id for one in current_course().modules}:
        abort(404)
    if what == "undo":
        cohort_services.undo_decision(place, module_id, by=current_account(), at=now())
    else:
        reason = tidy(request.form.get("reason"))[:300]
        cohort_services.decide_module(
            place, module_id, earned=what == "count", reason=reason, by=current_account(), at=now()
        )
    flash(gettext("Decided."))
    return redirect(url_for("progress.show_participant", public_id=public_id), 303)
