"""Doors: claim slips are printed and made void; with one, somebody opens their own page."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from werkzeug.exceptions import NotFound

from lms.cohorts import access, queries
from lms.cohorts.errors import SlipNotOpen
from lms.cohorts.forms.claims import ClaimForm, OwnPasswordForm
from lms.cohorts.limits import CLAIMS, PINS
from lms.cohorts.models import Participant
from lms.cohorts.pdf import slip as slip_pages
from lms.cohorts.queries import papers
from lms.cohorts.services import slips
from lms.cohorts.views import making
from lms.cohorts.views.blueprint import bp
from lms.cohorts.views.papers import attachment
from lms.core import throttle
from lms.core.access import PUBLIC, requires, writes
from lms.core.browser_sessions import this_browser
from lms.core.clock import now
from lms.core.flashes import flash
from lms.core.forms import answer_status, is_valid
from lms.core.i18n import current_language, in_language
from lms.people.access import current_account
from lms.people.roles import Role
from lms.people.signing_in import begin_visit

CLAIM_KEY = "claim"


@bp.get("/workshops/<public_id>/slips")
@requires(Role.TRAINER)
def show_slips(public_id: str) -> ResponseReturnValue:
    """Who has a slip, who has used it, and new ones for those who need one."""
    cohort = access.cohort_for(current_account(), public_id)
    people = queries.in_mongolian_order(queries.participants_of(cohort))
    return render_template(
        "cohorts/slips.html",
        cohort=cohort,
        people=people,
        slips=papers.slips_of(cohort),
        staff=papers.staff_among(people),
    )


@bp.post("/workshops/<public_id>/slips")
@requires(Role.TRAINER)
@writes
def print_slips(public_id: str) -> ResponseReturnValue:
    """New slips for those ticked, as a PDF; the slips they had are void from now on."""
    cohort = access.cohort_for(current_account(), public_id)
    ticked = set(request.form.getlist("who"))
    people = queries.in_mongolian_order(queries.participants_of(cohort))
    printed = slips.make_slips(
        [one for one in people if one.public_id in ticked], by=current_account(), at=now()
    )
    if not printed:
        flash(gettext("Tick the people who need a slip."), "warn")
        return redirect(url_for("cohorts.show_slips", public_id=public_id), 303)
    with in_language(cohort.language):
        facts = [making.slip_facts(cohort, one, current_account()) for one in printed]
        drawn = making.file_of(gettext("Claim slips"), slip_pages.pages(facts), cohort)
    return attachment(drawn, "claim-slips.pdf")


@bp.post("/participants/<public_id>/slip/void")
@requires(Role.TRAINER)
@writes
def void_slip(public_id: str) -> ResponseReturnValue:
    """A slip was lost: nobody can use it any more."""
    place = access.participant_for(current_account(), public_id)
    slips.void_slips(place, by=current_account(), at=now())
    flash(gettext("The slip is void: %(name)s", name=place.enrolment.person.full_name))
    return redirect(url_for("cohorts.show_slips", public_id=place.cohort.public_id), 303)


@bp.route("/claim", methods=["GET", "POST"])
@requires(PUBLIC)
@writes
def claim() -> ResponseReturnValue:
    """The code and the PIN of a slip; five wrong PINs lock the slip for an hour."""
    form = ClaimForm(code=request.args.get("code", "")[:20])
    if not is_valid(form):
        return render_template("cohorts/claim.html", form=form), answer_status(form)
    code = form.stored_code
    throttle.count_try(CLAIMS, request.remote_addr or "")
    try:
        throttle.count_try(PINS, code)
        slips.check_slip(code, form.digits)
    except throttle.TooManyTries as error:
        form.pin.errors = [gettext("Five wrong PINs. Wait for an hour, or ask a trainer for a new slip.")]
        page = render_template("cohorts/claim.html", form=form)
        return page, 429, {"Retry-After": str(error.retry_after)}
    except SlipNotOpen as refusal:
        form.pin.errors = [str(refusal.sentence)]
        return render_template("cohorts/claim.html", form=form), 422
    throttle.forget_tries(PINS, code)
    this_browser()[CLAIM_KEY] = code
    return redirect(url_for("cohorts.choose_password"), 303)


@bp.route("/claim/password", methods=["GET", "POST"])
@requires(PUBLIC)
@writes
def choose_password() -> ResponseReturnValue:
    """Whose slip it is, and a password for the account that it opens."""
    place = _claimed_place()
    form = OwnPasswordForm()
    if not is_valid(form):
        page = render_template("cohorts/claim_password.html", form=form, person=place.enrolment.person)
        return page, answer_status(form)
    code = str(this_browser()[CLAIM_KEY])
    account = slips.claim(code, form.new_password.data or "", language=current_language(), at=now())
    begin_visit(account, at=now())
    flash(gettext("This is your own page. Next time sign in with the code of the slip and your password."))
    return redirect(url_for("certificates.show_record"), 303)


def _claimed_place() -> Participant:
    """The place on a register whose slip this browser has shown; `NotFound` when it has shown none."""
    slip = papers.open_slip(str(this_browser().get(CLAIM_KEY) or ""))
    if slip is None:
        raise NotFound
    return papers.participant_with_person(slip.participant_id)
