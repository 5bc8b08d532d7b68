"""Doors: six questions at the end of a workshop, and what everybody said together."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_login import current_user
from werkzeug.exceptions import NotFound

from lms.cohorts import access, queries
from lms.cohorts.feedback import QUESTIONS, SCORES, TEXT_QUESTION, summarise
from lms.cohorts.forms.feedback import FeedbackForm
from lms.cohorts.limits import FEEDBACK
from lms.cohorts.models import Cohort, ParticipantRole
from lms.cohorts.places import day_there
from lms.cohorts.queries import papers
from lms.cohorts.services.feedback import say
from lms.cohorts.views import making
from lms.cohorts.views.blueprint import bp
from lms.core import throttle
from lms.core.access import PUBLIC, requires, writes
from lms.core.clock import now
from lms.core.flashes import flash
from lms.core.forms import answer_status, is_valid
from lms.people.access import current_account
from lms.people.roles import Role


@bp.route("/feedback/<public_id>", methods=["GET", "POST"])
@requires(PUBLIC)
@writes
def give_feedback(public_id: str) -> ResponseReturnValue:
    """Whoever has the link may say what they think; a trainer enters the paper forms here, too."""
    cohort = papers.cohort_for_feedback(public_id)
    if cohort is None:
        raise NotFound
    form = FeedbackForm()
    scores = form.scores(request.form)
    if is_valid(form) and (scores or form.tidied):
        throttle.count_try(FEEDBACK, request.remote_addr or "")
        way = "paper" if _enters_paper(cohort) else "phone"
        say(cohort, scores, form.tidied, way=way, on=day_there(now(), cohort.region_code))
        if way == "paper":
            flash(gettext("Saved. Enter the next one."))
            return redirect(url_for("cohorts.give_feedback", public_id=public_id), 303)
        return render_template("cohorts/feedback_thanks.html", cohort=cohort)
    empty = form.is_submitted() and not (scores or form.tidied)
    page = render_template(
        "cohorts/feedback.html",
        cohort=cohort,
        form=form,
        scores=scores,
        empty=empty and not form.errors,
        questions=QUESTIONS,
        steps=SCORES,
        text_question=TEXT_QUESTION,
        enters_paper=_enters_paper(cohort),
    )
    return page, 422 if empty and not request.form.get("switch_language") else answer_status(form)


@bp.get("/workshops/<public_id>/feedback")
@requires(Role.TRAINER)
def show_feedback(public_id: str) -> ResponseReturnValue:
    """Sums and texts, from five answers up."""
    cohort = access.cohort_for(current_account(), public_id)
    people = [one for one in queries.participants_of(cohort) if one.role is ParticipantRole.PARTICIPANT]
    return render_template(
        "cohorts/feedback_summary.html",
        cohort=cohort,
        summary=summarise(papers.feedback_of(cohort), people=len(people)),
        questions=QUESTIONS,
        steps=SCORES,
        text_question=TEXT_QUESTION,
        address=making.address_of("cohorts.give_feedback", public_id=cohort.public_id),
    )


def _enters_paper(cohort: Cohort) -> bool:
    """Whether it is the workshop's trainer who has the page open."""
    if not current_user.is_authenticated or not Role.TRAINER.admits(current_user):
        return False
    return queries.cohort_in_scope(current_account(), cohort.public_id) is not None
