"""Doors: where I stand, and where the people of a workshop stand."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from lms.assessment import queries as assessment
from lms.assessment.access import questions_of_moments
from lms.assessment.errors import NotTheTime
from lms.assessment.models import Moment
from lms.assessment.services import start_at_moment
from lms.cohorts import access as cohort_access
from lms.cohorts import queries as cohorts
from lms.cohorts import services as cohort_services
from lms.cohorts import words
from lms.cohorts.models import ParticipantRole
from lms.content.store import current_course
from lms.core.access import PUBLIC, SIGNED_IN, requires, writes
from lms.core.clock import now
from lms.core.flashes import flash
from lms.core.forms import tidy
from lms.learning.access import lessons_done_here
from lms.people.access import current_account, current_person, person_if_any
from lms.people.roles import Role
from lms.progress.queries import status_of, status_of_cohort
from lms.progress.rules import course_status, moment_offered

bp = Blueprint("progress", __name__)


@bp.get("/progress")
@requires(PUBLIC)
def show_progress() -> ResponseReturnValue:
    """What is done, what comes next, and why the course is not finished yet; a guest's, too."""
    person, course = person_if_any(), current_course()
    status = status_of(person, course) if person else course_status(course, lessons_done_here(), {})
    quiz = questions_of_moments()
    taken = assessment.attempts_by_moment(person, quiz.id) if person and quiz else {}
    return render_template(
        "progress/progress.html",
        course=course,
        status=status,
        person=person,
        quiz=quiz,
        taken=taken,
        offered=moment_offered(status, taken) if person and quiz else None,
    )


@bp.post("/before-and-after/<moment>")
@requires(SIGNED_IN)
@writes
def start_moment(moment: str) -> ResponseReturnValue:
    """Begin the questions before, or after, the course, or go on with them."""
    person, quiz = current_person(), questions_of_moments()
    if quiz is None or moment not in set(Moment):
        abort(404)
    taken = assessment.attempts_by_moment(person, quiz.id)
    if moment_offered(status_of(person, current_course()), taken) != moment:
        raise NotTheTime
    attempt = start_at_moment(person, quiz, Moment(moment), at=now())
    return redirect(url_for("assessment.show_attempt", public_id=attempt.public_id), 303)


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
