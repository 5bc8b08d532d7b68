"""Doors: a signed sheet comes back, its photo is attached, people without a name are counted."""

from pathlib import Path
from typing import Any

from flask import Response, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from werkzeug.exceptions import NotFound

from lms.cohorts import access, queries, scans
from lms.cohorts.errors import AlreadyOnRegister, TotalsDisagree
from lms.cohorts.forms.sheets import NEW, UNNAMED_NAMES, SpareRowForm, TallyForm, TotalsForm
from lms.cohorts.models import Session, Sheet
from lms.cohorts.queries import papers
from lms.cohorts.services import sheets
from lms.cohorts.services.doors import refuse_locked
from lms.cohorts.services.sheets import Returned, WalkIn
from lms.cohorts.sheet_rules import Disagreement, Unnamed
from lms.cohorts.views.blueprint import bp
from lms.core import files
from lms.core.access import requires, writes
from lms.core.clock import now
from lms.core.db import db
from lms.core.flashes import flash
from lms.core.forms import is_valid, takes_file
from lms.core.i18n import is_language_switch
from lms.people.access import current_account
from lms.people.matching import Wanted, candidates_for
from lms.people.models import Person
from lms.people.roles import Role


@bp.get("/sheets")
@requires(Role.TRAINER)
def find_sheet() -> ResponseReturnValue:
    """The field for a sheet's number; `?number=` opens the sheet."""
    typed = request.args.get("number", "").strip()[:40]
    if not typed:
        return render_template("cohorts/find_sheet.html", typed="", unknown=False)
    try:
        sheet, _session = access.sheet_for(current_account(), typed)
    except NotFound:
        return render_template("cohorts/find_sheet.html", typed=typed, unknown=True), 404
    return redirect(url_for("cohorts.enter_sheet", number=sheet.number), 303)


@bp.route("/sheets/<number>", methods=["GET", "POST"])
@requires(Role.TRAINER)
@writes
def enter_sheet(number: str) -> ResponseReturnValue:
    """The rows as they were printed: tap who did not sign, write who came besides, and the totals."""
    sheet, session = access.sheet_for(current_account(), number)
    if sheet.closed_at is not None:
        return render_template("cohorts/sheet_closed.html", **_facts(sheet, session)), (
            409 if request.method == "POST" else 200
        )
    refuse_locked(session.cohort)
    rows = [SpareRowForm(place) for place in _spare_numbers(sheet)]
    totals = TotalsForm()
    if request.method == "GET" or is_language_switch():
        return _entry_page(sheet, session, rows, totals)
    if not all([is_valid(totals), *(row.validate() for row in rows)]):
        return _entry_page(sheet, session, rows, totals), 422
    walk_ins = _walk_ins(session, [row for row in rows if row.is_filled])
    if walk_ins is None:
        return _entry_page(sheet, session, rows, totals), 422
    back = Returned(_missing(sheet), walk_ins, totals.unnamed, totals.counted)
    try:
        with db.session.begin_nested():
            sheets.close_sheet(sheet, session, back, by=current_account(), at=now())
    except TotalsDisagree as error:
        return _entry_page(sheet, session, rows, totals, error.differences), 422
    except AlreadyOnRegister:
        _name_the_known(session, rows)
        return _entry_page(sheet, session, rows, totals), 422
    flash(gettext("The sheet is entered. Now take a photo of it."))
    return redirect(url_for("cohorts.enter_sheet", number=sheet.number), 303)


@bp.post("/sheets/<number>/scans")
@takes_file(scans.LARGEST + scans.MEGABYTE)
@requires(Role.TRAINER)
@writes
def attach_scan(number: str) -> ResponseReturnValue:
    """Keep a photo or scan: known by its content, drawn anew, under a name that says nothing."""
    sheet, _session = access.sheet_for(current_account(), number)
    sent = request.files.get("scan")
    kept, media_type = scans.clean(sent.read(scans.LARGEST + 1) if sent else b"")
    sheets.attach_scan(
        sheet,
        kept,
        media_type=media_type,
        store=lambda content: files.keep(_folder(), content),
        by=current_account(),
        at=now(),
    )
    flash(gettext("The photo is kept with the sheet."))
    return redirect(url_for("cohorts.enter_sheet", number=sheet.number), 303)


@bp.get("/sheets/<number>/scans/<name>")
@requires(Role.TRAINER)
def download_scan(number: str, name: str) -> ResponseReturnValue:
    sheet, _session = access.sheet_for(current_account(), number)
    scan = papers.scan_of(sheet, name)
    if scan is None:
        raise NotFound
    page = Response(files.read(_folder(), scan.stored_as), mimetype=scan.media_type)
    ending = scans.ENDINGS[scan.media_type]
    page.headers["Content-Disposition"] = f'attachment; filename="sheet-{sheet.number}.{ending}"'
    page.headers["Cache-Control"] = "no-store"
    page.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return page


@bp.post("/workshops/<public_id>/count-only")
@requires(Role.TRAINER)
@writes
def count_only(public_id: str) -> ResponseReturnValue:
    """People without a name on any paper: a third number beside the two others."""
    cohort = access.cohort_for(current_account(), public_id)
    form = TallyForm()
    if is_valid(form) and form.people.number:
        sheets.count_only(
            cohort,
            form.people.number,
            reason=Unnamed(form.reason.data),
            sheet=None,
            by=current_account(),
            at=now(),
        )
        flash(gettext("Counted without a name: %(count)s", count=form.people.number))
    else:
        flash(gettext("Nothing was counted: write a number from 1 to 200."), "warn")
    return redirect(url_for("cohorts.show_papers", public_id=public_id, _anchor="count-only"), 303)


def _folder() -> Path:
    return Path(current_app.instance_path) / "uploads"


def _spare_numbers(sheet: Sheet) -> range:
    return range(len(sheet.rows) + 1, len(sheet.rows) + sheet.spare_rows + 1)


def _facts(sheet: Sheet, session: Session) -> dict[str, Any]:
    people = papers.participants_by_id(sheet.rows)
    return {
        "sheet": sheet,
        "session": session,
        "cohort": session.cohort,
        "rows": [people[row] for row in sheet.rows if row in people],
        "register": queries.register_of(session),
        "scans": papers.scans_of(sheet),
        "tallies": papers.tallies_of_sheet(sheet),
        "unnamed_names": UNNAMED_NAMES,
    }


def _entry_page(
    sheet: Sheet,
    session: Session,
    spare: list[SpareRowForm],
    totals: TotalsForm,
    differences: tuple[Disagreement, ...] = (),
) -> str:
    facts = _facts(sheet, session)
    missing = {int(one) for one in request.form.getlist("missing") if one.isdecimal()}
    return render_template(
        "cohorts/sheet.html", spare=spare, totals=totals, missing=missing, differences=differences, **facts
    )


def _missing(sheet: Sheet) -> frozenset[int]:
    """Ids of the rows without a signature, by the row's place on the paper."""
    places = {int(one) for one in request.form.getlist("missing") if one.isdecimal()}
    return frozenset(row for place, row in enumerate(sheet.rows, start=1) if place in places)


def _walk_ins(session: Session, rows: list[SpareRowForm]) -> list[WalkIn] | None:
    """Who stands on the spare rows; None when somebody has still to be chosen among people alike."""
    region = session.cohort.region_code
    new = [row.new_participant(region) for row in rows]
    wanted = [Wanted(one.family_name, one.given_name, None, one.phone, region) for one in new]
    for row, found in zip(rows, candidates_for(wanted) if wanted else [], strict=True):
        row.candidates = found
    chosen = [_chosen(row) for row in rows]
    if any(row.candidates and not request.form.get(row.who_name) for row in rows):
        return None
    return [WalkIn(one, person) for one, person in zip(new, chosen, strict=True)]


def _chosen(row: SpareRowForm) -> Person | None:
    """The candidate that was chosen; anybody else by that name in the form is nobody."""
    who = request.form.get(row.who_name, "")
    return next((one.person for one in row.candidates if who != NEW and one.person.public_id == who), None)


def _name_the_known(session: Session, rows: list[SpareRowForm]) -> None:
    """Say at the row that its person is on the register already."""
    here = {one.enrolment.person_id for one in queries.participants_of(session.cohort)}
    for row in rows:
        person = _chosen(row)
        if person and person.id in here:
            row.given_name.errors = [
                gettext(
                    "This person is on the register already. Leave this row empty and look for them above."
                )
            ]
