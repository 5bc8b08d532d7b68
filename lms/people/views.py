"""Doors: registering, signing in and out, one's own account."""

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_login import current_user

from lms.core import throttle
from lms.core.access import PUBLIC, SIGNED_IN, requires, writes
from lms.core.browser_sessions import this_browser
from lms.core.clock import now
from lms.core.flashes import flash
from lms.core.forms import answer_status, is_valid
from lms.core.i18n import current_language
from lms.core.signing import read_path
from lms.core.throttle import Limit
from lms.people import forms, mailing, queries, services
from lms.people.access import current_account, current_person
from lms.people.errors import ResetNotOpen
from lms.people.limits import REGISTRATIONS, RESETS, SIGN_INS
from lms.people.models import Account, NameKind
from lms.people.passwords import password_matches
from lms.people.roles import Role
from lms.people.sign_in_names import read_sign_in_name
from lms.people.signing_in import begin_visit, end_visit

bp = Blueprint("people", __name__)


@bp.route("/register", methods=["GET", "POST"])
@requires(PUBLIC)
@writes
def register() -> ResponseReturnValue:
    if current_user.is_authenticated:
        return redirect(url_for("home.start"), 303)
    form = forms.RegistrationForm()
    if not is_valid(form):
        return render_template("people/register.html", form=form), answer_status(form)
    _count(REGISTRATIONS, request.remote_addr or "")
    account = services.register(
        form.new_person(),
        password=form.password.data or "",
        purposes=form.purposes(),
        language=current_language(),
        at=now(),
    )
    begin_visit(account, at=now())
    return redirect(url_for("people.welcome"), 303)


@bp.get("/welcome")
@requires(SIGNED_IN)
def welcome() -> ResponseReturnValue:
    """How to sign in next time: above all the personal code."""
    return render_template("people/welcome.html", names=_names_of(current_account()))


@bp.route("/sign-in", methods=["GET", "POST"])
@requires(PUBLIC)
@writes
def sign_in() -> ResponseReturnValue:
    back = request.args.get("next")
    if current_user.is_authenticated:
        return redirect(read_path(back, otherwise=url_for("home.start")), 303)
    form = forms.SignInForm()
    if not is_valid(form):
        return render_template("people/sign_in.html", form=form, next=back), answer_status(form)
    name = read_sign_in_name(form.name.data or "")
    _count(SIGN_INS, f"{name or form.name.data}")
    account = queries.account_by_sign_in_name(*name) if name else None
    if not password_matches(account.password_hash if account else None, form.password.data or ""):
        form.password.errors = [gettext("The name or the password is not right. Check both and try again.")]
        return render_template("people/sign_in.html", form=form, next=back), 422
    assert account is not None
    throttle.forget_tries(SIGN_INS, f"{name}")
    services.renew_hash(account, form.password.data or "")
    begin_visit(account, at=now())
    return redirect(read_path(back, otherwise=url_for("home.start")), 303)


@bp.post("/sign-out")
@requires(PUBLIC)
@writes
def sign_out() -> ResponseReturnValue:
    end_visit()
    flash(gettext("You have signed out."))
    return redirect(url_for("home.landing"), 303)


@bp.get("/account")
@requires(SIGNED_IN)
def show_account() -> ResponseReturnValue:
    return render_template(
        "people/account.html",
        person=current_person(),
        names=_names_of(current_account()),
        consents=queries.consents_of(current_person()),
    )


@bp.route("/account/password", methods=["GET", "POST"])
@requires(SIGNED_IN)
@writes
def change_password() -> ResponseReturnValue:
    form = forms.PasswordForm()
    if not is_valid(form):
        return render_template("people/password.html", form=form), answer_status(form)
    _count(SIGN_INS, f"change:{current_account().public_id}")
    if not password_matches(current_account().password_hash, form.old_password.data or ""):
        form.old_password.errors = [gettext("The password is not right. Check it and try again.")]
        return render_template("people/password.html", form=form), 422
    services.change_password(
        current_account(), form.new_password.data or "", keep_browser=this_browser().sid, at=now()
    )
    flash(gettext("The password is changed. Other phones and computers have been signed out."))
    return redirect(url_for("people.show_account"), 303)


@bp.post("/account/sign-out-elsewhere")
@requires(SIGNED_IN)
@writes
def sign_out_elsewhere() -> ResponseReturnValue:
    ended = services.end_other_visits(current_account(), keep_browser=this_browser().sid)
    flash(gettext("Signed out on other phones and computers: %(count)s", count=ended))
    return redirect(url_for("people.show_account"), 303)


@bp.route("/forgotten", methods=["GET", "POST"])
@requires(PUBLIC)
@writes
def forgotten() -> ResponseReturnValue:
    """Ask for a letter; where no mail is sent, the page tells of the code."""
    form = forms.ForgottenForm()
    sends_mail = current_app.extensions["settings"].sends_mail
    if not sends_mail or not is_valid(form):
        return render_template("people/forgotten.html", form=form, sends_mail=sends_mail), answer_status(form)
    name = read_sign_in_name(form.name.data or "")
    _count(RESETS, f"{name or form.name.data}")
    account = queries.account_by_sign_in_name(*name) if name else None
    if account and account.person.email:
        mailing.send_reset_link(account, services.issue_reset_link(account, at=now()))
    # The same words whether or not there is such an account.
    return render_template("people/letter_sent.html")


@bp.route("/reset/<secret>", methods=["GET", "POST"])
@requires(PUBLIC)
@writes
def reset_by_link(secret: str) -> ResponseReturnValue:
    form = forms.ResetByLinkForm()
    if not is_valid(form):
        is_open = services.reset_link_is_open(secret, at=now())
        page = render_template("people/reset_by_link.html", form=form, is_open=is_open)
        return page, answer_status(form) if is_open else 410
    services.use_reset_link(secret, form.new_password.data or "", at=now())
    return _password_is_set()


@bp.route("/reset-by-code", methods=["GET", "POST"])
@requires(PUBLIC)
@writes
def reset_by_code() -> ResponseReturnValue:
    form = forms.ResetByCodeForm()
    if not is_valid(form):
        return render_template("people/reset_by_code.html", form=form), answer_status(form)
    name = read_sign_in_name(form.name.data or "")
    _count(RESETS, f"{name or form.name.data}")
    account = queries.account_by_sign_in_name(*name) if name else None
    try:
        services.use_reset_code(account, form.code.data or "", form.new_password.data or "", at=now())
    except ResetNotOpen:
        form.code.errors = [gettext("The name or the code is not right, or the code is used up. Check both.")]
        return render_template("people/reset_by_code.html", form=form), 422
    return _password_is_set()


@bp.route("/staff/one-time-code", methods=["GET", "POST"])
@requires(Role.TRAINER)
@writes
def issue_code() -> ResponseReturnValue:
    """A trainer gives somebody in the room a code to set a new password."""
    form = forms.IssueCodeForm()
    if not is_valid(form):
        return render_template("people/issue_code.html", form=form, code=None), answer_status(form)
    _count(RESETS, f"issue:{current_account().public_id}")
    name = read_sign_in_name(form.name.data or "")
    account = queries.account_by_sign_in_name(*name) if name else None
    if account is None:
        form.name.errors = [gettext("Nobody signs in with this. Ask the learner for the personal code.")]
        return render_template("people/issue_code.html", form=form, code=None), 422
    code = services.issue_reset_code(account, by=current_account(), at=now())
    return render_template("people/issue_code.html", form=form, code=code, person=account.person)


def _password_is_set() -> ResponseReturnValue:
    flash(gettext("The new password is set. Sign in with it."))
    return redirect(url_for("people.sign_in"), 303)


def _count(limit: Limit, subject: str) -> None:
    throttle.count_try(limit, subject)


def _names_of(account: Account) -> dict[NameKind, str]:
    return {name.kind: name.value for name in queries.sign_in_names_of(account)}
