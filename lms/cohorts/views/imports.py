"""Doors: a list is sent, looked at row by row, and written when somebody says so."""

from collections.abc import Callable
from datetime import date

from flask import Response, after_this_request, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from lms.cohorts import access, import_job
from lms.cohorts.forms.imports import ListForm, PastListForm
from lms.cohorts.lists import fields, reasons
from lms.cohorts.lists.corrections import corrections
from lms.cohorts.lists.plan import OUT, Plan, PlannedRow, State, plan_from
from lms.cohorts.lists.reading import ListReading, read_list
from lms.cohorts.lists.refusals import ListRefused
from lms.cohorts.models import Cohort, ImportBatch
from lms.cohorts.places import day_there
from lms.cohorts.queries import imports
from lms.cohorts.services.doors import refuse_locked
from lms.cohorts.services.importing import write_import
from lms.cohorts.services.planning import decide, match_again, start_import
from lms.cohorts.views.blueprint import bp
from lms.core.access import requires, writes
from lms.core.clock import now, today
from lms.core.flashes import flash
from lms.core.forms import answer_status, is_valid, takes_file
from lms.core.i18n import is_language_switch
from lms.core.jobs import enqueue
from lms.people import groups
from lms.people.access import current_account
from lms.people.regions import regions
from lms.people.roles import Role

MOST_BYTES = 10 * 1024 * 1024
ON_A_PAGE = 50
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@bp.route("/workshops/<public_id>/import", methods=["GET", "POST"])
@requires(Role.TRAINER)
@takes_file(MOST_BYTES)
@writes
def import_list(public_id: str) -> ResponseReturnValue:
    """A file for one workshop."""
    cohort = access.cohort_for(current_account(), public_id)
    refuse_locked(cohort)
    form = ListForm()
    first = min((one.on for one in cohort.sessions), default=day_there(now(), cohort.region_code))
    if is_valid(form) and (reading := _read(form, first)):
        batch = start_import(reading, form.file_name, cohort=cohort, by=current_account(), at=now())
        return redirect(url_for("cohorts.show_import", public_id=batch.public_id), 303)
    return render_template("cohorts/import.html", form=form, cohort=cohort), answer_status(form)


@bp.route("/workshops/past", methods=["GET", "POST"])
@requires(Role.TRAINER)
@takes_file(MOST_BYTES)
@writes
def import_past() -> ResponseReturnValue:
    """A file that names its workshops: one list makes or fills many."""
    form = PastListForm()
    if is_valid(form) and (reading := _read(form, today())):
        batch = start_import(
            reading, form.file_name, cohort=None, by=current_account(), at=now(), facts=form.facts()
        )
        return redirect(url_for("cohorts.show_import", public_id=batch.public_id), 303)
    return render_template("cohorts/import_past.html", form=form), answer_status(form)


@bp.get("/imports/<public_id>")
@requires(Role.TRAINER)
def show_import(public_id: str) -> ResponseReturnValue:
    """What would happen, or what did."""
    batch = access.batch_for(current_account(), public_id)
    return _page(batch, plan_from(batch.reading))


@bp.post("/imports/<public_id>")
@requires(Role.TRAINER)
@writes
def decide_import(public_id: str) -> ResponseReturnValue:
    """Keep the decisions of the page; with the button “write”, write the list."""
    batch = access.batch_for(current_account(), public_id)
    here = url_for("cohorts.show_import", public_id=public_id)
    imports.hold_batch(batch)  # before the decisions: a second tap must not write over a result
    if batch.written_at or import_job.how_far(public_id):
        return redirect(here, 303)
    plan = decide(batch, _decisions())
    if is_language_switch():
        return _page(batch, plan)
    if "write" not in request.form:
        flash(gettext("The decisions are kept."))
        return redirect(_same_place(public_id), 303)
    plan = match_again(batch, region=batch.cohort.region_code if batch.cohort else None)
    if plan.open_rows:
        flash(gettext("Decide first who the people in these rows are."), "warn")
        return redirect(url_for("cohorts.show_import", public_id=public_id, show="open"), 303)
    _write(batch, plan)
    return redirect(here, 303)


@bp.get("/imports/<public_id>/errors.xlsx")
@requires(Role.TRAINER)
def download_errors(public_id: str) -> ResponseReturnValue:
    """The rows that could not be taken, to be corrected and sent again."""
    batch = access.batch_for(current_account(), public_id)
    content = corrections(plan_from(batch.reading), reason_title=gettext("What is wrong"))
    page = Response(content, mimetype=SPREADSHEET)
    page.headers["Content-Disposition"] = 'attachment; filename="errors.xlsx"'
    return page


def _read(form: ListForm, on: date) -> ListReading | None:
    """The list in the file, or None with the reason at the field."""
    try:
        return read_list(form.content(), on=on, sheet=form.sheet.data or None)
    except ListRefused as refused:
        form.file.errors = [f"{refused.sentence} ({refused.where})" if refused.where else refused.sentence]
        return None


def _write(batch: ImportBatch, plan: Plan) -> None:
    """At once, or by the worker when the list is long."""
    account = current_account()
    if len(plan.coming) <= import_job.LONG:
        write_import(batch, by=account, at=now())
        return
    import_job.begin(batch.public_id, len(plan.coming))
    batch_id, account_id = batch.id, account.public_id

    @after_this_request
    def _enqueue(page: Response) -> Response:  # the decisions are committed by then
        enqueue(import_job.JOB, batch_id=batch_id, account_id=account_id)
        return page


def _decisions() -> dict[int, str]:
    return {
        int(name.removeprefix("who-")): value
        for name, value in request.form.items()
        if name.startswith("who-") and name.removeprefix("who-").isdecimal() and len(name) < 12
    }


def _same_place(public_id: str) -> str:
    show, page = request.form.get("show", ""), request.form.get("page", "1")
    known = show if show in SHOWN else None
    return url_for(
        "cohorts.show_import", public_id=public_id, show=known, page=page if page.isdecimal() else None
    )


SHOWN: dict[str, Callable[[PlannedRow], bool]] = {
    "open": lambda one: one.is_open,
    "changed": lambda one: bool(one.row.repairs),
    "errors": lambda one: one.state is State.ERROR,
    "known": lambda one: one.state in (State.MATCH, State.REPEATED, State.POSSIBLE),
}


def _page(batch: ImportBatch, plan: Plan) -> str:
    show = request.values.get("show", "")
    test = SHOWN.get(show)
    rows = [one for one in plan.rows if test is None or test(one)]
    pages = max(1, -(-len(rows) // ON_A_PAGE))
    typed = request.values.get("page", "1")
    page = min(max(int(typed), 1), pages) if typed.isdecimal() and len(typed) < 7 else 1
    cohort: Cohort | None = batch.cohort
    return render_template(
        "cohorts/import_plan.html",
        batch=batch,
        plan=plan,
        cohort=cohort,
        rows=rows[(page - 1) * ON_A_PAGE : page * ON_A_PAGE],
        show=show if show in SHOWN else "",
        counts={name: sum(map(test, plan.rows)) for name, test in SHOWN.items()},
        page=page,
        pages=pages,
        progress=import_job.how_far(batch.public_id),
        sessions={one.id: one for one in cohort.sessions} if cohort else {},
        fields=fields,
        reasons=reasons,
        groups=groups,
        regions=regions(),
        OUT=OUT,
        State=State,
    )
