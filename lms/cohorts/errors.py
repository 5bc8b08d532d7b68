"""Refusals of the room."""

from collections.abc import Sequence

from lms.cohorts.sheet_rules import Disagreement
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


class SheetClosed(Refusal):
    sentence = _("This sheet has been entered already.")
    advice = _("Open the sheet again and look at what was entered.")


class TotalsDisagree(Refusal):
    """The rows of a sheet do not make what was counted by hand; `differences` says where."""

    status = 422
    sentence = _("The control totals do not agree with the rows.")
    advice = _("Go back, count once more and correct what is wrong.")

    def __init__(self, differences: Sequence[Disagreement]) -> None:
        super().__init__()
        self.differences = tuple(differences)


class SlipNotOpen(Refusal):
    status = 422
    sentence = _("The code and the PIN do not belong together, or the slip has been used.")
    advice = _("Compare both with the slip. A trainer can print a new one.")


class ListUndecided(Refusal):
    status = 422
    sentence = _("Some rows of the list are not decided yet.")
    advice = _("Go back and say of each who it is.")
