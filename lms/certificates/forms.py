"""Confirming the name as it is to be printed."""

from wtforms import RadioField
from wtforms.validators import DataRequired

from lms.core.forms import Form, Line, choices
from lms.core.i18n import LANGUAGE_NAMES
from lms.core.i18n import lazy_gettext as _


class NameForm(Form):
    """What will stand on the paper: two names in a fixed order, and the language."""

    family_name = Line(
        _("Father's or mother's name"),
        [DataRequired(_("Write your father's or mother's name."))],
        longest=60,
    )
    given_name = Line(_("Given name"), [DataRequired(_("Write your name."))], longest=60)
    language = RadioField(_("Language of the certificate"), choices=choices(LANGUAGE_NAMES.items()))
