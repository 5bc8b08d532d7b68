"""Doors: what is printed for a workshop, each paper by itself and all of them in one pack."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from flask import Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from lms.cohorts import access, queries
from lms.cohorts.forms.sheets import UNNAMED_NAMES
from lms.cohorts.models import Cohort, Session
from lms.cohorts.pdf import badge, poster, sheet, slip
from lms.cohorts.pdf.pieces import Page
from lms.cohorts.pdf.sheet import spare_rows_for
from lms.cohorts.queries import papers
from lms.cohorts.services import sheets, slips
from lms.cohorts.views import making
from lms.cohorts.views.blueprint import bp
from lms.core import mongolian
from lms.core.access import requires, writes
from lms.core.clock import now
from lms.core.i18n import gettext as _
from lms.core.i18n import in_language
from lms.people.access import current_account
from lms.people.roles import Role

Part = tuple[str, str, list[Page]]  # file name in the pack, title, pages


@bp.get("/workshops/<public_id>/papers")
@requires(Role.TRAINER)
def show_papers(public_id: str) -> ResponseReturnValue:
    """Everything that can be printed, and the sheets that are out."""
    cohort = access.cohort_for(current_account(), public_id)
    return render_template(
        "cohorts/papers.html",
        cohort=cohort,
        people=len(queries.participants_of(cohort)),
        sheets=papers.sheets_of(cohort),
        scans=papers.scans_by_sheet(cohort),
        tallies=papers.tallies_of(cohort),
        unnamed_names=UNNAMED_NAMES,
    )


@bp.post("/workshops/<public_id>/pack")
@requires(Role.TRAINER)
@writes
def print_pack(public_id: str) -> ResponseReturnValue:
    """Badges, a sheet for each half-day, slips and the poster: one PDF, or a ZIP of one PDF each.

    The slips are new, and those printed before are void from now on: a PIN is not kept.
    """
    cohort = access.cohort_for(current_account(), public_id)
    shape = request.form.get("as", "pdf")
    if shape not in ("pdf", "zip"):
        abort(400)
    with in_language(cohort.language):
        parts = [*_badges(cohort), *_sheets(cohort, cohort.sessions), *_poster(cohort)]
        if request.form.get("slips"):
            parts += _slips(cohort)
        name = f"{_ascii(cohort)}-pack"
        if shape == "zip":
            return attachment(_zip(cohort, parts), f"{name}.zip", "application/zip")
        pages = [page for _name, _title, pages in parts for page in pages]
        return attachment(making.file_of(_("Room pack"), pages, cohort), f"{name}.pdf")


@bp.get("/workshops/<public_id>/badges.pdf")
@requires(Role.TRAINER)
def print_badges(public_id: str) -> ResponseReturnValue:
    cohort = access.cohort_for(current_account(), public_id)
    with in_language(cohort.language):
        return _one(cohort, _badges(cohort))


@bp.get("/workshops/<public_id>/poster.pdf")
@requires(Role.TRAINER)
def print_poster(public_id: str) -> ResponseReturnValue:
    cohort = access.cohort_for(current_account(), public_id)
    size = request.args.get("size", "a4")
    if size not in poster.SIZES:
        abort(404)
    with in_language(cohort.language):
        return _one(cohort, _poster(cohort, size))


@bp.post("/sessions/<public_id>/sheet")
@requires(Role.TRAINER)
@writes
def print_sheet(public_id: str) -> ResponseReturnValue:
    """Give the half-day's sheet a number and open its file."""
    session = access.session_for(current_account(), public_id)
    made = _made(session)
    return redirect(url_for("cohorts.download_sheet", number=made), 303)


@bp.get("/sheets/<number>.pdf")
@requires(Role.TRAINER)
def download_sheet(number: str) -> ResponseReturnValue:
    found, session = access.sheet_for(current_account(), number)
    with in_language(session.cohort.language):
        facts = making.sheet_facts(found, session)
        drawn = making.file_of(_("Sign-in sheet"), sheet.pages(facts), session.cohort)
    return attachment(drawn, f"{_ascii(session.cohort)}-sheet-{found.number}.pdf")


def attachment(content: bytes, name: str, mimetype: str = "application/pdf") -> Response:
    """A file to be printed or kept; no shared computer keeps a copy."""
    page = Response(content, mimetype=mimetype)
    page.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    page.headers["Cache-Control"] = "no-store"
    return page


def _one(cohort: Cohort, parts: list[Part]) -> Response:
    if not parts:
        abort(404)
    name, title, pages = parts[0]
    return attachment(making.file_of(title, pages, cohort), f"{_ascii(cohort)}-{name}")


def _badges(cohort: Cohort) -> list[Part]:
    pages = badge.pages(making.badge_facts(cohort))
    return [("badges.pdf", _("Name badges"), pages)] if pages else []


def _sheets(cohort: Cohort, sessions: list[Session]) -> list[Part]:
    parts = []
    for session in sessions:
        found, _session = access.sheet_for(current_account(), _made(session))
        pages = sheet.pages(making.sheet_facts(found, session))
        half = "1" if session.half_order == 0 else "2"
        parts.append((f"sheet-{session.on.isoformat()}-{half}.pdf", _("Sign-in sheet"), pages))
    return parts


def _slips(cohort: Cohort) -> list[Part]:
    account = current_account()
    people = queries.in_mongolian_order(queries.participants_of(cohort))
    printed = slips.make_slips(people, by=account, at=now())
    pages = slip.pages([making.slip_facts(cohort, one, account) for one in printed])
    return [("slips.pdf", _("Claim slips"), pages)] if pages else []


def _poster(cohort: Cohort, size: str = "a4") -> list[Part]:
    return [(f"poster-{size}.pdf", _("Poster"), [poster.page(making.poster_facts(cohort), size)])]


def _made(session: Session) -> str:
    people = len(queries.participants_of(session.cohort))
    spare = spare_rows_for(people)
    return sheets.print_sheet(session, spare_rows=spare, by=current_account(), at=now()).number


def _zip(cohort: Cohort, parts: list[Part]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as packed:
        for number, (name, title, pages) in enumerate(parts, start=1):
            entry = ZipInfo(f"{number:02}-{name}", date_time=(2022, 1, 1, 0, 0, 0))
            packed.writestr(entry, making.file_of(title, pages, cohort))
    return out.getvalue()


def _ascii(cohort: Cohort) -> str:
    """The workshop's code in letters that any file system and any printer takes."""
    from_code = mongolian.latin(cohort.code, plain=True)
    return "".join(sign for sign in from_code if sign.isascii() and (sign.isalnum() or sign == "-"))
