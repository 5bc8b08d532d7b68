"""What people say is kept, without who or at what hour."""

from collections.abc import Mapping
from datetime import date

from lms.cohorts.feedback import FeedbackAnswer
from lms.cohorts.models import Cohort
from lms.core.db import db


def say(cohort: Cohort, scores: Mapping[str, int], text: str | None, *, way: str, on: date) -> FeedbackAnswer:
    """Keep one person's answers; `way` is phone or paper."""
    answer = FeedbackAnswer(cohort_id=cohort.id, scores=dict(scores), text=text, way=way, on=on)
    db.session.add(answer)
    db.session.flush()
    return answer
