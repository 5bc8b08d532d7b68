"""Doors: the roll call, disputes, badges."""

from typing import Any

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from werkzeug.exceptions import NotFound

from lms.cohorts import access, queries, services
from lms.cohorts.forms import roll
from lms.cohorts.models import Cohort, MarkStatus, Participant, ParticipantRole, Session
from lms.cohorts.places import day_there
from lms.cohorts.rules import Attendance, settle
from lms.cohorts.services import Mark
from lms.cohorts.services.doors import refuse_locked
from lms.cohorts.views.blueprint import bp
from lms.core import codes
from lms.core.access import requires, writes
from lms.core.clock import now
from lms.core.flashes import flash
from lms.core.forms import tidy
from lms.core.i18n import is_language_switch
from lms.people.access import current_account
from lms.people.roles import Role


@bp.route("/sessions/<public_id>/attendance", methods=["GET", "POST"])
@requires(Role.TRAINER)
@writes
def take_attendance(public_id: str) -> ResponseReturnValue:
    """Call the roll. “The rest are here” only fills in the page: nothing is written before it is sent."""
    session = access.session_for(current_account(), public_id)
    people = _called(session.cohort)
    if request.method == "GET" or is_language_switch() or "rest" in request.form:
        return _page(session, people)
    marks = roll.changed_marks(request.form, people, at=now())
    services.record_marks(session, marks, by=current_account(), way="roll_call", at=now())
    flash(gettext("Saved. Recorded now: %(count)s", count=len(marks)))
    return redirect(url_for("cohorts.take_attendance", public_id=public_id), 303)


@bp.post("/sessions/<public_id>/decide")
@requires(Role.TRAINER)
@writes
def decide_attendance(public_id: str) -> ResponseReturnValue:
    """Two trainers disagree: a named person says which it was, and why."""
    session = access.session_for(current_account(), public_id)
    place = _called_here(session, request.form.get("participant", ""))
    if request.form.get("status") not in roll.STATUSES:
        abort(400)
    services.decide_mark(
        session,
        place.id,
        MarkStatus(request.form["status"]),
        reason=tidy(request.form.get("reason"))[:300],
        by=current_account(),
        at=now(),
    )
    flash(gettext("Decided."))
    return redirect(url_for("cohorts.take_attendance", public_id=public_id), 303)


@bp.post("/sessions/<public_id>/badge")
@requires(Role.TRAINER)
@writes
def read_badge(public_id: str) -> ResponseReturnValue:
    """The five signs of a badge, typed: its owner is here."""
    session = access.session_for(current_account(), public_id)
    back = redirect(url_for("cohorts.take_attendance", public_id=public_id, _anchor="badges"), 303)
    code = codes.normalise_short(request.form.get("code", "")[:40])
    place = queries.participant_by_badge(session.cohort, code) if code else None
    if place is None:
        refuse_locked(session.cohort)
        flash(gettext("No badge of this workshop has that code. Check the five signs."), "warn")
        return back
    _mark_present(session, place)
    flash(gettext("Present: %(name)s", name=place.enrolment.person.full_name))
    return back


@bp.route("/b/<code>/<badge>", methods=["GET", "POST"])
@requires(Role.TRAINER)
@writes
def show_badge(code: str, badge: str) -> ResponseReturnValue:
    """A badge read by the phone's camera: whose it is, and one button for each half-day of today."""
    cohort = queries.cohort_by_code(current_account(), code)
    read = codes.normalise_short(badge)
    place = queries.participant_by_badge(cohort, read) if cohort and read else None
    if cohort is None or place is None:
        raise NotFound
    if request.method == "POST" and not is_language_switch():
        session = access.session_for(current_account(), request.form.get("session", ""))
        if session.cohort_id != cohort.id:
            raise NotFound
        _mark_present(session, place)
        flash(gettext("Present: %(name)s", name=place.enrolment.person.full_name))
        return redirect(url_for("cohorts.show_badge", code=code, badge=badge), 303)
    today = day_there(now(), cohort.region_code)
    return render_template(
        "cohorts/badge.html",
        cohort=cohort,
        place=place,
        sessions=[one for one in cohort.sessions if one.on == today] or cohort.sessions,
        attendance={
            session_id: of_all.get(place.id, Attendance.UNMARKED)
            for session_id, of_all in queries.registers_of(cohort).items()
        },
    )


def _called(cohort: Cohort) -> list[Participant]:
    people = queries.in_mongolian_order(queries.participants_of(cohort))
    return [one for one in people if one.role is ParticipantRole.PARTICIPANT]


def _called_here(session: Session, public_id: str) -> Participant:
    place = next((one for one in _called(session.cohort) if one.public_id == public_id), None)
    if place is None:
        raise NotFound
    return place


def _mark_present(session: Session, place: Participant) -> None:
    mark = Mark(codes.new_token(), place.id, MarkStatus.PRESENT, now())
    services.record_marks(session, [mark], by=current_account(), way="badge", at=now())


def _page(session: Session, people: list[Participant]) -> str:
    """The page with what is recorded or, when it was sent to be filled in, with what was chosen."""
    marks = queries.marks_of(session)
    register = {one.id: settle(marks.get(one.id, [])) for one in people}
    shown: dict[int, str] = {key: _as_mark(value) for key, value in register.items()}
    filled = 0
    if request.method == "POST":
        sent = roll.chosen(request.form, people)
        shown = {key: sent[key] or value for key, value in shown.items()}
        if "rest" in request.form:
            rest = [
                key for key, value in shown.items() if not value and register[key] is not Attendance.DISPUTED
            ]
            shown |= dict.fromkeys(rest, str(MarkStatus.PRESENT))
            filled = len(rest)
    page: dict[str, Any] = {
        "session": session,
        "cohort": session.cohort,
        "people": people,
        "marks": marks,
        "register": register,
        "shown": shown,
        "was": {key: _as_mark(value) for key, value in register.items()},
        "filled": filled,
        "by": queries.names_of(mark for of_one in marks.values() for mark in of_one),
        "page": codes.new_token(),
        "order": _order_of(session),
    }
    return render_template("cohorts/attendance.html", **page)


def _order_of(session: Session) -> int:
    """Which day of the workshop this is: 1 for the first."""
    days = sorted({one.on for one in session.cohort.sessions})
    return days.index(session.on) + 1


def _as_mark(attendance: Attendance) -> str:
    return "" if attendance in (Attendance.UNMARKED, Attendance.DISPUTED) else str(attendance)
