"""Doors: one's own certificate, and the page on which anybody can check one."""

import re

from flask import Response, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from werkzeug.exceptions import NotFound

from lms.certificates import forms, pdf, queries, services
from lms.certificates.limits import LOOK_UPS
from lms.certificates.models import Certificate
from lms.certificates.services import PrintedName
from lms.certificates.views.blueprint import bp, facts_of, file_answer, issuer
from lms.content.store import current_course
from lms.core import codes, throttle
from lms.core.access import PUBLIC, SIGNED_IN, requires, writes
from lms.core.clock import now
from lms.core.codes import CodeRefused, Flaw
from lms.core.forms import answer_status, is_valid
from lms.core.i18n import current_language
from lms.core.i18n import lazy_gettext as _
from lms.core.pdf import DoesNotFit, MissingGlyph
from lms.people.access import current_person
from lms.progress.queries import status_of

TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")
UNKNOWN = _(
    "There is no certificate with this code in the register. Compare the code with the paper once more."
)


@bp.get("/certificate")
@requires(SIGNED_IN)
def show_certificate() -> ResponseReturnValue:
    """The certificate, or the name to confirm, or what is still missing."""
    person = current_person()
    if certificate := queries.certificate_of(person):
        facts = facts_of(certificate)
        return render_template("certificates/issued.html", certificate=certificate, facts=facts)
    form = forms.NameForm(
        family_name=person.family_name, given_name=person.given_name, language=current_language()
    )
    return _confirm_page(form)


@bp.post("/certificate")
@requires(SIGNED_IN)
@writes
def issue_certificate() -> ResponseReturnValue:
    form = forms.NameForm()
    if not is_valid(form):
        return _confirm_page(form), answer_status(form)
    name = PrintedName(form.family_name.data or "", form.given_name.data or "")
    try:
        services.issue_certificate(
            current_person(),
            current_course(),
            name,
            issuer(form.language.data),
            draw=pdf.draw,
            language=form.language.data,
            at=now(),
        )
    except MissingGlyph as error:
        form.given_name.errors = [
            gettext(
                "The name holds a sign that cannot be printed: “%(sign)s”. Check the name.", sign=error.shown
            )
        ]
        return _confirm_page(form), 422
    except DoesNotFit:
        form.given_name.errors = [gettext("The name is too long for the paper. Shorten it.")]
        return _confirm_page(form), 422
    return redirect(url_for("certificates.show_certificate"), 303)


@bp.get("/certificate/<public_id>.pdf")
@requires(SIGNED_IN)
def download(public_id: str) -> ResponseReturnValue:
    """The bytes that were drawn on the day of issue."""
    certificate = queries.own_certificate(current_person(), public_id)
    if certificate is None:
        raise NotFound
    return file_answer(certificate)


@bp.get("/v")
@bp.get("/v/")
@requires(PUBLIC)
def verify() -> ResponseReturnValue:
    """The field for a code; `?code=` looks it up."""
    typed = request.args.get("code", "").strip()[:60]
    if not typed or ("lang" in request.args and codes.normalise(typed) is None):
        return _verify_page(typed=typed)  # somebody switched the language while typing
    return _verdict(typed)


@bp.get("/v/<handle>")
@requires(PUBLIC)
def show_verdict(handle: str) -> ResponseReturnValue:
    """What the QR opens, and what a typed address with the code opens."""
    return _verdict(handle[:60])


def _verdict(typed: str) -> ResponseReturnValue:
    throttle.count_try(LOOK_UPS, request.remote_addr or "")
    if TOKEN.fullmatch(typed):
        certificate = queries.by_token(typed)
        return _verify_page(certificate=certificate) if certificate else _verify_page(flaw=str(UNKNOWN))
    try:
        code = codes.read(typed)
    except CodeRefused as error:
        return _verify_page(typed=typed, flaw=_words_of(error))
    certificate = queries.by_code(code)
    return _verify_page(certificate=certificate, typed=typed, flaw="" if certificate else str(UNKNOWN))


def _words_of(error: CodeRefused) -> str:
    """Why a typed text is no code, in a sentence that says what to do."""
    words = {
        Flaw.LENGTH: _("A code has %(expected)s signs. You wrote %(typed)s."),
        Flaw.SIGN: _("No code holds the sign “%(sign)s”. Compare it with the paper."),
        Flaw.CHECK: _("One sign of the code is not right. Compare it with the paper."),
    }
    return str(words[error.flaw]) % {"expected": error.expected, "typed": error.typed, "sign": error.sign}


def _verify_page(*, certificate: Certificate | None = None, typed: str = "", flaw: str = "") -> Response:
    facts = facts_of(certificate) if certificate else None
    page = make_response(
        render_template(
            "certificates/verify.html", certificate=certificate, facts=facts, typed=typed, flaw=flaw
        )
    )
    page.status_code = 404 if flaw else 200
    page.headers["X-Robots-Tag"] = "noindex"
    return page


def _confirm_page(form: forms.NameForm) -> str:
    course = current_course()
    return render_template("certificates/confirm.html", form=form, status=status_of(current_person(), course))
