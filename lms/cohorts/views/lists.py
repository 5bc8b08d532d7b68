"""Doors: several people at once, from a pasted list or from an earlier workshop."""

from collections.abc import Sequence
from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from lms.cohorts import access, queries, services
from lms.cohorts.errors import AlreadyOnRegister
from lms.cohorts.models import Cohort, Source
from lms.cohorts.pasted import MOST, PastedLine, read_lines
from lms.cohorts.places import day_there
from lms.cohorts.services import NewParticipant
from lms.cohorts.services.doors import refuse_locked
from lms.cohorts.views.blueprint import bp
from lms.core.access import requires, writes
from lms.core.clock import now
from lms.core.flashes import flash
from lms.core.i18n import is_language_switch
from lms.people.access import current_account
from lms.people.matching import Candidate, Wanted, candidates_for
from lms.people.models import Person
from lms.people.roles import Role

LONGEST_TEXT = 60_000
NOBODY, SOMEBODY_NEW = "skip", "new"


@bp.route("/workshops/<public_id>/participants/paste", methods=["GET", "POST"])
@requires(Role.TRAINER)
@writes
def paste_list(public_id: str) -> ResponseReturnValue:
    """First shows how each line was understood and who may be known; writes when that is confirmed."""
    cohort = access.cohort_for(current_account(), public_id)
    refuse_locked(cohort)
    text = request.form.get("text", "")[:LONGEST_TEXT]
    lines = read_lines(text, on=day_there(now(), cohort.region_code))
    page: dict[str, Any] = {"cohort": cohort, "text": text, "rows": [], "most": MOST, "count": len(lines)}
    if len(lines) > MOST:
        return render_template("cohorts/paste.html", **page), 422
    found = candidates_for([_wanted(one, cohort) for one in lines])
    chosen = [request.form.get(f"who-{place}", "") for place in range(len(lines))]
    page["rows"] = list(zip(lines, found, chosen, strict=True))
    undecided = any(_undecided(*row) for row in page["rows"])
    if "write" not in request.form or is_language_switch() or undecided:
        asked = "write" in request.form and undecided
        return render_template("cohorts/paste.html", **page, undecided=asked), 422 if asked else 200
    added, there = _write(cohort, page["rows"])
    flash(gettext("Put on the register: %(count)s. There before: %(there)s.", count=added, there=there))
    return redirect(url_for("cohorts.show_workshop", public_id=public_id, _anchor="register"), 303)


@bp.route("/workshops/<public_id>/participants/earlier", methods=["GET", "POST"])
@requires(Role.TRAINER)
@writes
def bring_from_earlier(public_id: str) -> ResponseReturnValue:
    """People of another workshop of mine, ticked one by one."""
    cohort = access.cohort_for(current_account(), public_id)
    refuse_locked(cohort)
    others = [one for one in queries.cohorts_of(current_account()) if one.id != cohort.id]
    earlier = next((one for one in others if one.public_id == request.values.get("from")), None)
    people = queries.in_mongolian_order(queries.participants_of(earlier)) if earlier else []
    here = {one.enrolment_id for one in queries.participants_of(cohort)}
    ticked = [one for one in people if one.public_id in request.form.getlist("who")]
    if request.method == "GET" or is_language_switch() or not ticked:
        page = render_template(
            "cohorts/earlier.html", cohort=cohort, others=others, earlier=earlier, people=people, here=here
        )
        return page, 422 if request.method == "POST" and not is_language_switch() else 200
    coming = [one for one in ticked if one.enrolment_id not in here]
    for one in coming:
        person = one.enrolment.person
        new = NewParticipant(
            person.family_name, person.given_name, organisation=one.organisation, position=one.position
        )
        services.add_participant(
            cohort, new, person=person, source=Source.EARLIER, by=current_account(), at=now()
        )
    there = len(ticked) - len(coming)
    flash(gettext("Put on the register: %(count)s. There before: %(there)s.", count=len(coming), there=there))
    return redirect(url_for("cohorts.show_workshop", public_id=public_id, _anchor="register"), 303)


def _wanted(line: PastedLine, cohort: Cohort) -> Wanted:
    name = line.name
    family, given = (name.family, name.given) if name else ("", "")
    return Wanted(family, given, line.birth_year, line.phone, cohort.region_code)


def _undecided(line: PastedLine, found: Sequence[Candidate], who: str) -> bool:
    offered = {one.person.public_id for one in found} | {SOMEBODY_NEW, NOBODY}
    return line.name is not None and bool(found) and who not in offered


def _write(cohort: Cohort, rows: Sequence[tuple[PastedLine, Sequence[Candidate], str]]) -> tuple[int, int]:
    """All lines with a name, each as decided: how many came, how many were there before."""
    added = there = 0
    for line, found, who in rows:
        if line.name is None or who == NOBODY:
            continue
        new = NewParticipant(
            line.name.family,
            line.name.given,
            phone=line.phone,
            birth_year=line.birth_year,
            gender=line.gender,
            organisation=line.organisation,
            region_code=cohort.region_code,
        )
        person: Person | None = next((one.person for one in found if one.person.public_id == who), None)
        try:
            services.add_participant(
                cohort, new, person=person, source=Source.PASTED, by=current_account(), at=now()
            )
            added += 1
        except AlreadyOnRegister:
            there += 1
    return added, there
