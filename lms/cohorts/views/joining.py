"""Doors: people register themselves by the link on the wall."""

from datetime import timedelta

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_login import current_user
from werkzeug.exceptions import NotFound

from lms.cohorts import forms, queries, services
from lms.cohorts.errors import AlreadyOnRegister
from lms.cohorts.models import Cohort, CohortStatus, Source
from lms.cohorts.services import NewParticipant
from lms.cohorts.views.blueprint import bp
from lms.core import throttle
from lms.core.access import PUBLIC, requires, writes
from lms.core.clock import now
from lms.core.flashes import flash
from lms.core.forms import answer_status, is_valid
from lms.core.throttle import Limit
from lms.people.access import current_person, person_if_any
from lms.people.models import Person, Purpose
from lms.people.services import agree

# A whole room shares one address, so the limit is the link's.
JOININGS = Limit("join", tries=300, window=timedelta(hours=1))


@bp.route("/join/<token>", methods=["GET", "POST"])
@requires(PUBLIC)
@writes
def join(token: str) -> ResponseReturnValue:
    """A link never tells who is known: a guest is written down as somebody new, a trainer recognises them."""
    cohort = queries.cohort_by_join_token(token)
    if cohort is None or cohort.status is CohortStatus.LOCKED:
        raise NotFound
    form = _form(cohort)
    if not is_valid(form):
        return render_template("cohorts/join.html", cohort=cohort, form=form), answer_status(form)
    throttle.count_try(JOININGS, token)
    cohort = queries.cohort_by_join_token(token)
    if cohort is None:
        raise NotFound
    number = _write_down(cohort, form.new_participant())
    flash(gettext("You are registered. Your number: %(number)s", number=number))
    return redirect(url_for("cohorts.join", token=token), 303)


def _form(cohort: Cohort) -> forms.JoinForm:
    if not current_user.is_authenticated:
        return forms.JoinForm(region_code=cohort.region_code)
    me = current_person()
    return forms.JoinForm(
        family_name=me.family_name,
        given_name=me.given_name,
        phone=me.phone or "",
        gender=me.gender or "",
        birth_year=str(me.birth_year or ""),
        region_code=me.region_code or "",
        group=me.group or "",
    )


def _write_down(cohort: Cohort, new: NewParticipant) -> int:
    """The number on the register; the same name with the same phone and year twice is one person."""
    me = person_if_any()
    if me is None and (again := _the_same(cohort, new)):
        return again
    try:
        place = services.add_participant(cohort, new, person=me, source=Source.SELF, by=None, at=now())
    except AlreadyOnRegister:
        there = queries.place_of(cohort, me) if me else None
        return there.number if there else 0
    _keep_consent(place.enrolment.person)
    return place.number


def _the_same(cohort: Cohort, new: NewParticipant) -> int | None:
    typed = (new.family_name, new.given_name, new.phone, new.birth_year)
    for one in queries.participants_of(cohort):
        person = one.enrolment.person
        if typed == (person.family_name, person.given_name, person.phone, person.birth_year):
            return one.number
    return None


def _keep_consent(person: Person) -> None:
    agree(person, Purpose.REGISTER, given=True, at=now(), way="join")
