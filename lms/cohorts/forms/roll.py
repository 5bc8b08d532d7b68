"""The roll call as sent: only what was changed on the page becomes a mark."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from lms.cohorts.models import MarkStatus, Participant
from lms.cohorts.services import Mark

STATUSES = {str(one) for one in MarkStatus}


def chosen(sent: Mapping[str, str], people: Sequence[Participant]) -> dict[int, str]:
    """What each row says, by participant's id; empty where nothing is recorded."""
    rows = {one.id: sent.get(f"p-{one.public_id}", "") for one in people}
    return {key: value if value in STATUSES else "" for key, value in rows.items()}


def changed_marks(sent: Mapping[str, str], people: Sequence[Participant], *, at: datetime) -> list[Mark]:
    """A mark for every row that says something else than the page showed.

    The page brings a token, so that sending it twice makes no second mark.
    """
    page, device = sent.get("page", "")[:40], sent.get("device", "")[:40] or None
    rows = chosen(sent, people)
    return [
        Mark(f"{page}.{one.public_id}", one.id, MarkStatus(rows[one.id]), at, device)
        for one in people
        if rows[one.id] and rows[one.id] != sent.get(f"was-{one.public_id}", "")
    ]
