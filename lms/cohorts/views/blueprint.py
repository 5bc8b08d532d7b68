"""The doors of the room hang here."""

from typing import Any

from flask import Blueprint

from lms.cohorts import words
from lms.content.store import current_course
from lms.people.groups import GENDER_NAMES

bp = Blueprint("cohorts", __name__)


@bp.context_processor
def _context() -> dict[str, Any]:
    """What the pages of the room say of statuses, roles and modules."""
    return {"words": words, "course": current_course(), "genders": GENDER_NAMES}
