"""A claim slip is used: the code and the PIN, then a password of one's own."""

import re

from flask_babel import gettext
from wtforms import PasswordField, StringField
from wtforms.validators import DataRequired, ValidationError

from lms.cohorts.services.slips import PIN_DIGITS
from lms.core import codes
from lms.core.forms import Form, Line
from lms.core.i18n import lazy_gettext as _
from lms.people.forms import check_new_password, password_field


class ClaimForm(Form):
    code = Line(
        _("Personal code"),
        [DataRequired(_("Write the code that stands on the slip."))],
        longest=20,
        render_kw={"autocomplete": "off", "autocapitalize": "characters"},
    )
    pin = Line(
        _("PIN"),
        [DataRequired(_("Write the six digits of the PIN."))],
        longest=20,
        render_kw={"inputmode": "numeric", "autocomplete": "off"},
    )

    def validate_code(self, field: StringField) -> None:
        if codes.normalise_short(field.data or "") is None:
            raise ValidationError(gettext("One sign of the code is not right. Compare it with the slip."))

    def validate_pin(self, field: StringField) -> None:
        if len(self.digits) != PIN_DIGITS:
            raise ValidationError(gettext("The PIN has six digits."))

    @property
    def digits(self) -> str:
        return re.sub(r"[^0-9]", "", self.pin.data or "")

    @property
    def stored_code(self) -> str:
        return codes.normalise_short(self.code.data or "") or ""


class OwnPasswordForm(Form):
    new_password = password_field(_("Password"), autocomplete="new-password")

    def validate_new_password(self, field: PasswordField) -> None:
        check_new_password(field.data or "")
