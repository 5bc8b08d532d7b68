"""Refusals of the room."""

from lms.core.errors import Refusal
from lms.core.i18n import lazy_gettext as _


class NotYoursToReset(Refusal):
    status = 403
    sentence = _("You cannot give a code to this account.")
    advice = _("The account has more rights than yours. Ask an administrator.")


class ResetNotOpen(Refusal):
    status = 400
    sentence = _("This link or code is used up or too old.")
    advice = _("Ask for a new one.")
