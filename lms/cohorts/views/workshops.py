"""Doors: the list of workshops, one workshop, its plan and its way."""

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from lms.cohorts import access, forms, queries, rules, services
from lms.cohorts.forms import plan
from lms.cohorts.models import Cohort, CohortStatus, ParticipantRole, Session
from lms.cohorts.places import day_there, soums
from lms.cohorts.services.doors import refuse_locked
from lms.cohorts.views.blueprint import bp
from lms.cohorts.words import STATUS_NAMES
from lms.content.store import current_course
from lms.core.access import requires, writes
from lms.core.clock import now
from lms.core.flashes import flash
from lms.core.forms import answer_status, is_valid, tidy
from lms.core.i18n import is_language_switch
from lms.people import queries as people
from lms.people.access import current_account
from lms.people.roles import Role


@bp.get("/workshops")
@requires(Role.TRAINER)
def list_workshops() -> ResponseReturnValue:
    """My workshops; a coordinator's list has all of them."""
    cohorts = queries.cohorts_of(current_account())
    return render_template(
        "cohorts/workshops.html",
        cohorts=cohorts,
        people=queries.people_counted(cohorts),
        today=[(one, session) for one in cohorts for session in _sessions_today(one)],
    )


@bp.route("/workshops/new", methods=["GET", "POST"])
@requires(Role.TRAINER)
@writes
def new_workshop() -> ResponseReturnValue:
    account = current_account()
    form = forms.NewWorkshopForm(people.staff(), trainers=[account.public_id])
    if not is_valid(form):
        return render_template("cohorts/new.html", form=form, soums=soums()), answer_status(form)
    cohort = services.new_cohort(form.new_cohort(form.sessions(current_course())), by=account, at=now())
    flash(gettext("The workshop is planned. Look at the half-days and put the modules where you teach them."))
    return redirect(url_for("cohorts.plan_workshop", public_id=cohort.public_id), 303)


@bp.get("/workshops/<public_id>")
@requires(Role.TRAINER)
def show_workshop(public_id: str) -> ResponseReturnValue:
    cohort = access.cohort_for(current_account(), public_id)
    register = queries.in_mongolian_order(queries.participants_of(cohort))
    findings = queries.findings_in(cohort, at=now())
    flawed = {one.id for finding in findings for one in finding.people}
    counted = [one for one in register if one.role is ParticipantRole.PARTICIPANT]
    return render_template(
        "cohorts/workshop.html",
        cohort=cohort,
        register=register,
        removed=queries.removed_from(cohort),
        counted=len(counted),
        attendance=queries.registers_of(cohort),
        findings=findings,
        stopping=services.stopping(cohort, findings),
        quality=rules.quality(len(counted), len(flawed & {one.id for one in counted})),
        step=rules.NEXT_STEP.get(cohort.status),
        history=queries.status_changes_of(cohort),
        today=_sessions_today(cohort),
        soums=soums(),
    )


@bp.route("/workshops/<public_id>/edit", methods=["GET", "POST"])
@requires(Role.TRAINER)
@writes
def edit_workshop(public_id: str) -> ResponseReturnValue:
    """Correct the facts; what a colleague changed meanwhile is shown before it is written over."""
    cohort = access.cohort_for(current_account(), public_id)
    refuse_locked(cohort)
    form = forms.WorkshopForm.of(cohort, people.staff())
    stamp = services.stamp_of(cohort)
    changed = bool(form.is_submitted()) and request.form.get("stamp") != stamp
    page = {"cohort": cohort, "form": form, "stamp": stamp, "soums": soums(), "changed": changed}
    if not is_valid(form):
        return render_template("cohorts/edit.html", **page), answer_status(form)
    if changed:
        return render_template("cohorts/edit.html", **page), 409
    services.change_cohort(cohort, form.new_cohort(), by=current_account(), at=now())
    flash(gettext("Saved."))
    return redirect(url_for("cohorts.show_workshop", public_id=public_id), 303)


@bp.route("/workshops/<public_id>/plan", methods=["GET", "POST"])
@requires(Role.TRAINER)
@writes
def plan_workshop(public_id: str) -> ResponseReturnValue:
    """Days, half-days and which modules they teach."""
    cohort = access.cohort_for(current_account(), public_id)
    refuse_locked(cohort)
    rows = plan.shown_rows(cohort.sessions)
    if request.method == "POST":
        rows = plan.sent_rows(request.form, cohort.sessions, [one.id for one in current_course().modules])
        if not is_language_switch() and not any(row.errors for row in rows):
            _write_plan(cohort, rows)
            flash(gettext("Saved."))
            return redirect(url_for("cohorts.show_workshop", public_id=public_id), 303)
    wrong = any(row.errors for row in rows)
    return render_template("cohorts/plan.html", cohort=cohort, rows=rows), 422 if wrong else 200


@bp.post("/workshops/<public_id>/step")
@requires(Role.TRAINER)
@writes
def take_step(public_id: str) -> ResponseReturnValue:
    cohort = access.cohort_for(current_account(), public_id)
    seen = request.form.get("seen", "")
    if seen not in set(CohortStatus):
        abort(400)
    after = services.take_step(cohort, seen=CohortStatus(seen), by=current_account(), at=now())
    flash(gettext("The workshop is now: %(status)s.", status=STATUS_NAMES[after]))
    return redirect(url_for("cohorts.show_workshop", public_id=public_id), 303)


@bp.post("/workshops/<public_id>/back")
@requires(Role.TRAINER)
@writes
def lead_back(public_id: str) -> ResponseReturnValue:
    cohort = access.cohort_for(current_account(), public_id)
    reason = tidy(request.form.get("reason"))[:300]
    after = services.lead_back(cohort, reason=reason, by=current_account(), at=now())
    flash(gettext("The workshop is now: %(status)s.", status=STATUS_NAMES[after]))
    return redirect(url_for("cohorts.show_workshop", public_id=public_id), 303)


@bp.post("/workshops/<public_id>/joining")
@requires(Role.TRAINER)
@writes
def open_or_close_joining(public_id: str) -> ResponseReturnValue:
    """Open registering by link, or close it."""
    cohort = access.cohort_for(current_account(), public_id)
    if request.form.get("do") == "close":
        services.close_joining(cohort, by=current_account())
    else:
        services.open_joining(cohort, by=current_account())
    return redirect(url_for("cohorts.show_workshop", public_id=public_id, _anchor="joining"), 303)


def _write_plan(cohort: Cohort, rows: list[plan.PlannedRow]) -> None:
    services.replan(
        cohort,
        {row.session: row.new_session() for row in rows if row.session and not row.out},
        [row.new_session() for row in rows if row.session is None and not row.is_empty],
        [row.session for row in rows if row.session and row.out],
        by=current_account(),
        at=now(),
    )


def _sessions_today(cohort: Cohort) -> list[Session]:
    day = day_there(now(), cohort.region_code)
    return [one for one in cohort.sessions if one.on == day]
