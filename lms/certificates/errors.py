"""Refusals of the room."""

from lms.core.errors import Refusal
from lms.core.i18n import lazy_gettext as _


class CourseNotCompleted(Refusal):
    sentence = _("The certificate cannot be issued yet.")
    advice = _("The page “My progress” says what is still missing.")
