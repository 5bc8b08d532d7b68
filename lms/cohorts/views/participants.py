"""Doors: people come onto the register, are corrected, taken off, recognised."""

from typing import Any

from flask import jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from lms.cohorts import access, forms, services
from lms.cohorts.errors import AlreadyOnRegister
from lms.cohorts.models import Cohort, Participant, Session
from lms.cohorts.places import day_there
from lms.cohorts.services.doors import refuse_locked
from lms.cohorts.views.blueprint import bp
from lms.cohorts.words import about
from lms.core.access import requires, writes
from lms.core.clock import now
from lms.core.flashes import flash
from lms.core.forms import answer_status, is_valid, tidy
from lms.people.access import current_account
from lms.people.matching import Candidate, candidates
from lms.people.models import Person
from lms.people.roles import Role
from lms.people.sign_in_names import clean_phone

SOMEBODY_NEW = "new"


@bp.route("/workshops/<public_id>/participants/new", methods=["GET", "POST"])
@requires(Role.TRAINER)
@writes
def add_walk_in(public_id: str) -> ResponseReturnValue:
    """Somebody came without notice: five fields, on the register and present at once."""
    cohort = access.cohort_for(current_account(), public_id)
    refuse_locked(cohort)
    session = _session_meant(cohort)
    form = forms.WalkInForm(region_code=cohort.region_code)
    page: dict[str, Any] = {"cohort": cohort, "form": form, "session": session, "found": []}
    if not is_valid(form):
        return render_template("cohorts/walk_in.html", **page), answer_status(form)
    new = form.new_participant()
    found = candidates(new.family_name, new.given_name, new.birth_year, new.phone, new.region_code)
    who = request.form.get("who", "")
    person = _among(found, who)
    if found and person is None and who != SOMEBODY_NEW:
        return render_template("cohorts/walk_in.html", **{**page, "found": found}), 422
    try:
        place = services.walk_in(cohort, new, person=person, session=session, by=current_account(), at=now())
    except AlreadyOnRegister as refusal:
        form.given_name.errors = [str(refusal.sentence)]
        return render_template("cohorts/walk_in.html", **page), 409
    name = place.enrolment.person.full_name
    flash(gettext("On the register as number %(number)s: %(name)s", number=place.number, name=name))
    return redirect(_back_to(cohort, session), 303)


@bp.get("/workshops/<public_id>/candidates")
@requires(Role.TRAINER)
def show_candidates(public_id: str) -> ResponseReturnValue:
    """For the script of the page: who may be meant, while one types."""
    access.cohort_for(current_account(), public_id)
    typed = {name: tidy(request.args.get(name))[:60] for name in ("family_name", "given_name", "birth_year")}
    year = int(typed["birth_year"]) if typed["birth_year"].isdecimal() else None
    phone, region = clean_phone(request.args.get("phone", "")[:20]), request.args.get("region_code", "")[:10]
    found = candidates(typed["family_name"], typed["given_name"], year, phone, region or None)
    return jsonify(
        found=[
            {"who": one.person.public_id, "name": one.person.full_name, "about": about(one)} for one in found
        ]
    )


@bp.route("/participants/<public_id>", methods=["GET", "POST"])
@requires(Role.TRAINER)
@writes
def show_participant(public_id: str) -> ResponseReturnValue:
    """What the register says of somebody, to be corrected; and who they may be."""
    place = access.participant_for(current_account(), public_id)
    form = forms.ParticipantForm.of(place)
    if not is_valid(form):
        page = render_template(
            "cohorts/participant.html", place=place, cohort=place.cohort, form=form, found=_others_like(place)
        )
        return page, answer_status(form)
    services.correct(place, form.new_participant(), by=current_account())
    flash(gettext("Saved."))
    return redirect(url_for("cohorts.show_workshop", public_id=place.cohort.public_id), 303)


@bp.post("/participants/<public_id>/off")
@requires(Role.TRAINER)
@writes
def take_off(public_id: str) -> ResponseReturnValue:
    place = access.participant_for(current_account(), public_id)
    services.take_off(place, by=current_account(), at=now())
    flash(gettext("Taken off the register: %(name)s", name=place.enrolment.person.full_name))
    return _to_register(place)


@bp.post("/participants/<public_id>/back")
@requires(Role.TRAINER)
@writes
def give_back(public_id: str) -> ResponseReturnValue:
    place = access.participant_for(current_account(), public_id)
    services.give_back(place, by=current_account())
    flash(gettext("On the register again: %(name)s", name=place.enrolment.person.full_name))
    return _to_register(place)


@bp.post("/participants/<public_id>/recognise")
@requires(Role.TRAINER)
@writes
def recognise(public_id: str) -> ResponseReturnValue:
    """“This is the same person”: the place on the register becomes theirs."""
    place = access.participant_for(current_account(), public_id)
    person = _among(_others_like(place), request.form.get("who", ""))
    if person is None:
        raise NotFound
    services.recognise(place, person, by=current_account(), at=now())
    flash(gettext("This is one person now: %(name)s", name=person.full_name))
    return _to_register(place)


def _among(found: list[Candidate], who: str) -> Person | None:
    """The person chosen; only somebody who was offered can be chosen."""
    return next((one.person for one in found if one.person.public_id == who), None)


def _others_like(place: Participant) -> list[Candidate]:
    person = place.enrolment.person
    found = candidates(
        person.family_name, person.given_name, person.birth_year, person.phone, person.region_code
    )
    return [one for one in found if one.person.id != person.id]


def _session_meant(cohort: Cohort) -> Session | None:
    """The half-day of the roll call that one came from; else the only one of today, if there is just one."""
    wanted = request.values.get("session", "")
    chosen = next((one for one in cohort.sessions if one.public_id == wanted), None)
    today = [one for one in cohort.sessions if one.on == day_there(now(), cohort.region_code)]
    return chosen or (today[0] if len(today) == 1 else None)


def _back_to(cohort: Cohort, session: Session | None) -> str:
    if session and "session" in request.values:
        return url_for("cohorts.take_attendance", public_id=session.public_id)
    return url_for("cohorts.show_workshop", public_id=cohort.public_id)


def _to_register(place: Participant) -> Response:
    address = url_for("cohorts.show_workshop", public_id=place.cohort.public_id, _anchor="register")
    return redirect(address, 303)
