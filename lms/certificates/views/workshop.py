"""Doors: the certificates of a workshop: who gets one, who not and why, issued in one act, printed."""

from collections.abc import Sequence
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from flask import Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from werkzeug.exceptions import NotFound

from lms.certificates import pdf, queries, services
from lms.certificates.models import Certificate, CertificateKind
from lms.certificates.rules import NameFlaw, Standing, counts
from lms.certificates.services import Issued, Printer
from lms.certificates.views.blueprint import bp, file_answer, issuer
from lms.cohorts import access, print_words
from lms.cohorts.models import Cohort
from lms.content.store import current_course
from lms.core import codes, mongolian
from lms.core.access import requires, writes
from lms.core.clock import now
from lms.core.flashes import flash
from lms.core.i18n import LANGUAGES
from lms.core.i18n import lazy_gettext as _
from lms.people.access import current_account
from lms.people.roles import Role

NAME_FLAWS = {
    NameFlaw.NO_FAMILY_NAME: _("no father's or mother's name"),
    NameFlaw.INITIAL: _("only the first letter of the father's or mother's name"),
    NameFlaw.SMALL_LETTER: _("begins with a small letter"),
}


@bp.get("/workshops/<public_id>/certificates")
@requires(Role.TRAINER)
def show_workshop(public_id: str) -> ResponseReturnValue:
    """Nothing is issued by looking: everybody with what they would get, or what is missing."""
    return _page(access.cohort_for(current_account(), public_id))


@bp.post("/workshops/<public_id>/certificates")
@requires(Role.TRAINER)
@writes
def issue_for_workshop(public_id: str) -> ResponseReturnValue:
    """Issue to those ticked who are entitled to it this moment, once the names are confirmed."""
    cohort = access.cohort_for(current_account(), public_id)
    chosen = set(request.form.getlist("who"))
    if not request.form.get("names_confirmed") or not chosen:
        return _page(cohort, chosen=chosen, unconfirmed=bool(chosen), nobody=not chosen), 422
    printer = _printer(cohort, request.form.get("language", ""))
    issued = services.issue_workshop(
        cohort, current_course(), chosen, printer, by=current_account(), at=now()
    )
    flash(gettext("Certificates issued: %(count)s", count=len(issued.certificates)))
    if left := len(chosen) - len(issued.certificates):
        flash(gettext("Not issued, see the reasons below: %(count)s", count=left), "warn")
    return redirect(url_for("certificates.show_workshop", public_id=public_id), 303)


@bp.post("/workshops/<public_id>/attendance-papers")
@requires(Role.TRAINER)
@writes
def issue_attendance_papers(public_id: str) -> ResponseReturnValue:
    """The plain paper for everybody who came and has none yet."""
    cohort = access.cohort_for(current_account(), public_id)
    printer = _printer(cohort, request.form.get("language", ""))
    issued = services.issue_attendance(cohort, current_course(), printer, by=current_account(), at=now())
    flash(gettext("Attendance papers issued: %(count)s", count=len(issued.certificates)))
    _say_unprintable(issued)
    return redirect(url_for("certificates.show_workshop", public_id=public_id), 303)


@bp.get("/workshops/<public_id>/certificates.<shape>")
@requires(Role.TRAINER)
def print_papers(public_id: str, shape: str) -> ResponseReturnValue:
    """All papers in one PDF in the order of the register (`?order=name`: alphabetical), or a ZIP of files."""
    cohort = access.cohort_for(current_account(), public_id)
    asked = request.args.get("kind", CertificateKind.COURSE.value)
    if shape not in ("pdf", "zip") or asked not in set(CertificateKind):
        abort(404)
    papers = list(queries.papers_of(cohort, CertificateKind(asked)))
    if not papers:
        abort(404)
    if request.args.get("order") == "name":
        papers.sort(key=lambda one: one.person.sort_key)
    files = queries.files_of(papers)
    content = pdf.for_the_printer(files) if shape == "pdf" else _zip(papers, files)
    page = Response(content, mimetype=f"application/{shape}")
    name = "".join(sign for sign in mongolian.latin(cohort.code, plain=True) if sign.isascii())
    page.headers["Content-Disposition"] = f'attachment; filename="{name}-{asked}.{shape}"'
    page.headers["Cache-Control"] = "no-store"
    return page


@bp.get("/workshops/<public_id>/certificates/<paper>.pdf")
@requires(Role.TRAINER)
def print_paper(public_id: str, paper: str) -> ResponseReturnValue:
    cohort = access.cohort_for(current_account(), public_id)
    certificate = queries.paper_in(cohort, paper)
    if certificate is None:
        raise NotFound
    return file_answer(certificate)


def _page(
    cohort: Cohort, *, chosen: set[str] | None = None, unconfirmed: bool = False, nobody: bool = False
) -> str:
    candidates = queries.candidates_of(cohort, current_course(), at=now())
    ready = {one.participant.public_id for one in candidates if one.can_be_issued}
    return render_template(
        "certificates/workshop.html",
        cohort=cohort,
        candidates=candidates,
        counts=counts(candidates),
        Standing=Standing,
        name_flaws=NAME_FLAWS,
        ticked=ready if chosen is None or nobody else chosen,
        unconfirmed=unconfirmed,
        nobody=nobody,
        came=sum(bool(attended) for _one, attended in queries.attended_in(cohort)),
        attendance=queries.papers_of(cohort, CertificateKind.ATTENDANCE),
        course_papers=queries.papers_of(cohort, CertificateKind.COURSE),
        void=queries.void_in(cohort),
    )


def _printer(cohort: Cohort, language: str) -> Printer:
    chosen = language if language in LANGUAGES else cohort.language
    return Printer(
        draw=pdf.draw,
        draw_attendance=pdf.draw_attendance,
        issuer=issuer(chosen),
        language=chosen,
        place=print_words.place_words(cohort, chosen),
        organisations=print_words.organisations(cohort),
    )


def _say_unprintable(issued: Issued) -> None:
    if issued.unprintable:
        names = ", ".join(one.enrolment.person.full_name for one in issued.unprintable)
        flash(gettext("These names cannot be printed, correct them first: %(names)s", names=names), "warn")


def _zip(papers: Sequence[Certificate], files: Sequence[bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as packed:
        for number, (paper, file) in enumerate(zip(papers, files, strict=True), start=1):
            name = mongolian.latin(paper.person.full_name, plain=True)
            plain = "-".join("".join(sign if sign.isalnum() else " " for sign in name).split())
            entry = ZipInfo(
                f"{number:03}-{plain}-{codes.pretty(paper.code)}.pdf", date_time=(2022, 1, 1, 0, 0, 0)
            )
            packed.writestr(entry, file)
    return out.getvalue()
