"""Refusals of the room."""

from datetime import datetime

from lms.core.errors import Refusal
from lms.core.i18n import format_datetime
from lms.core.i18n import lazy_gettext as _


class AttemptsUsedUp(Refusal):
    sentence = _("You have used all attempts at this test.")
    advice = _("Ask your trainer or coordinator.")


class MustWait(Refusal):
    """A failed attempt was just now; the next may begin at `until`."""

    def __init__(self, until: datetime) -> None:
        self.until = until
        super().__init__(
            _("The next attempt may begin at %(time)s.", time=format_datetime(until)),
            _("Meanwhile read again the lessons that the result page names."),
        )


class AttemptIsOver(Refusal):
    sentence = _("This attempt has already been handed in.")
    advice = _("Open the result page to see it.")


class TakenAlready(Refusal):
    sentence = _("You have answered these questions already.")
    advice = _("Go to “My progress” to see your result.")


class NotTheTime(Refusal):
    """The questions before the course come before its first lesson, those after it after its last."""

    sentence = _("These questions are asked before the first lesson and after the last one.")
    advice = _("Go on with the lessons: nothing depends on these questions.")
