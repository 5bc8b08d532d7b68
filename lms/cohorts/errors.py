"""Refusals of the room."""

from lms.core.errors import Refusal
from lms.core.i18n import lazy_gettext as _


class CohortLocked(Refusal):
    sentence = _("This workshop is locked.")
    advice = _("To change something in it, ask a coordinator.")


class AlreadyOnRegister(Refusal):
    sentence = _("This person is already on the register of this workshop.")
    advice = _("Look for the name in the list of participants.")


class NotOnRegister(Refusal):
    sentence = _("This person is not on the register of this workshop.")
    advice = _("Open the workshop again and look at the list of participants.")


class StepRefused(Refusal):
    sentence = _("The workshop cannot take this step now.")
    advice = _("The page of the workshop says what is missing.")


class ReasonMissing(Refusal):
    status = 422
    sentence = _("This needs a reason.")
    advice = _("Go back and write in a few words why.")


class SessionHasMarks(Refusal):
    sentence = _("A half-day with recorded attendance cannot be taken out.")
    advice = _("Leave the half-day in the plan. Its modules and times can still be changed.")


class NotYoursToLeadBack(Refusal):
    status = 403
    sentence = _("Only a coordinator may lead a workshop back.")
    advice = _("Ask a coordinator, and say what has to be corrected.")


class NothingToDecide(Refusal):
    sentence = _("There is nothing to decide here any more.")
    advice = _("Open the roll call again and look at what is recorded now.")
