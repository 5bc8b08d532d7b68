"""Doors: where I stand."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from lms.content.store import current_course
from lms.core.access import PUBLIC, requires
from lms.learning.access import lessons_done_here
from lms.people.access import person_if_any
from lms.progress.queries import status_of
from lms.progress.rules import course_status

bp = Blueprint("progress", __name__)


@bp.get("/progress")
@requires(PUBLIC)
def show_progress() -> ResponseReturnValue:
    """What is done, what comes next, and why the course is not finished yet; a guest's, too."""
    person, course = person_if_any(), current_course()
    status = status_of(person, course) if person else course_status(course, lessons_done_here(), {})
    return render_template("progress/progress.html", course=course, status=status, person=person)
