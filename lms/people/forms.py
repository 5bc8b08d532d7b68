"""Shapes of what people type about themselves."""

from typing import Any

from flask_babel import gettext
from wtforms import BooleanField, PasswordField, RadioField, SelectField, StringField
from wtforms.validators import DataRequired, InputRequired, ValidationError

from lms.core.clock import today
from lms.core.forms import Form, Line, choices
from lms.core.i18n import current_language
from lms.core.i18n import lazy_gettext as _
from lms.people.groups import DISABILITY_NAMES, GENDER_NAMES, GROUP_NAMES, Disability, Gender, LearnerGroup
from lms.people.models import Purpose
from lms.people.passwords import LONGEST, SHORTEST, is_common
from lms.people.regions import region_choices
from lms.people.services import NewPerson
from lms.people.sign_in_names import clean_email, clean_phone

OLDEST, YOUNGEST = 100, 10  # years
DECLINED = "declined"


def password_field(label: Any, *, autocomplete: str) -> PasswordField:
    return PasswordField(
        label,
        [InputRequired(_("Write a password."))],
        render_kw={"autocomplete": autocomplete, "maxlength": LONGEST},
    )


def check_new_password(password: str, *own_words: str) -> None:
    """Refuse a password that is short or that others try first."""
    if len(password) < SHORTEST:
        raise ValidationError(
            gettext("At least %(least)s signs. You wrote %(count)s.", least=SHORTEST, count=len(password))
        )
    if len(password) > LONGEST:
        raise ValidationError(
            gettext("At most %(most)s signs. You wrote %(count)s.", most=LONGEST, count=len(password))
        )
    if is_common(password, *own_words):
        raise ValidationError(
            gettext("This password is easy to guess. Choose another, for example three words.")
        )


class RegistrationForm(Form):
    """A learner registers; also read by `new_person` and `purposes`."""

    family_name = Line(
        _("Father's or mother's name"),
        [DataRequired(_("Write your father's or mother's name."))],
        longest=60,
        render_kw={"autocomplete": "family-name"},
    )
    given_name = Line(
        _("Given name"),
        [DataRequired(_("Write your name."))],
        longest=60,
        render_kw={"autocomplete": "given-name"},
    )
    phone = Line(_("Phone"), longest=20, render_kw={"autocomplete": "tel", "inputmode": "tel"})
    email = Line(_("E-mail"), longest=254, render_kw={"autocomplete": "email", "inputmode": "email"})
    password = password_field(_("Password"), autocomplete="new-password")
    region_code = SelectField(_("Aimag or district"), [InputRequired(_("Choose your aimag or district."))])
    group = SelectField(_("Who you are"), [InputRequired(_("Choose the group that fits you."))])
    gender = RadioField(
        _("Gender"), [InputRequired(_("Choose one. “I prefer not to say” is an answer, too."))]
    )
    birth_year = Line(
        _("Year of birth"), longest=4, render_kw={"inputmode": "numeric", "autocomplete": "bday-year"}
    )
    birth_year_declined = BooleanField(_("I prefer not to say my year of birth"))
    disability = RadioField(_("Disability"), validate_choice=False)
    disability_consent = BooleanField(_("I agree that this answer is kept to count how many we reach"))
    agree_register = BooleanField(
        _("I agree that my name, contact and study record are kept"),
        [
            InputRequired(
                _("Without this we cannot keep a study record. You can read the lessons without registering.")
            )
        ],
    )
    agree_contact = BooleanField(_("You may tell me about further trainings"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = current_language()
        self.region_code.choices = choices([("", _("Choose")), *region_choices(language)])
        self.group.choices = choices([("", _("Choose")), *GROUP_NAMES.items()])
        self.gender.choices = choices(GENDER_NAMES.items())
        self.disability.choices = choices([("", _("I prefer not to say")), *DISABILITY_NAMES.items()])

    def validate_phone(self, field: StringField) -> None:
        if field.data and not clean_phone(field.data):
            raise ValidationError(gettext("A phone number has 8 digits. Example: 99112233"))

    def validate_email(self, field: StringField) -> None:
        if field.data and not clean_email(field.data):
            raise ValidationError(gettext("The e-mail address is not complete. Example: bold@example.mn"))
        if not field.data and not self.phone.data:
            raise ValidationError(gettext("Write your phone or your e-mail. One of them is enough."))

    def validate_birth_year(self, field: StringField) -> None:
        if self.birth_year_declined.data:
            return
        if not field.data:
            raise ValidationError(gettext("Write your year of birth, or choose not to say."))
        this_year = today().year
        if not field.data.isdecimal() or not this_year - OLDEST <= int(field.data) <= this_year - YOUNGEST:
            raise ValidationError(gettext("Write the year in four digits. Example: 1985"))

    def validate_disability(self, field: RadioField) -> None:
        if field.data and not self.disability_consent.data:
            raise ValidationError(
                gettext("To keep this answer we need your consent below. You may also choose not to say.")
            )

    def validate_password(self, field: PasswordField) -> None:
        check_new_password(
            field.data or "",
            self.phone.data or "",
            self.email.data or "",
            self.given_name.data or "",
            "egekh",
        )

    def new_person(self) -> NewPerson:
        return NewPerson(
            family_name=self.family_name.data or "",
            given_name=self.given_name.data or "",
            phone=clean_phone(self.phone.data or ""),
            email=clean_email(self.email.data or ""),
            region_code=self.region_code.data,
            group=LearnerGroup(self.group.data),
            gender=Gender(self.gender.data),
            birth_year=None if self.birth_year_declined.data else int(self.birth_year.data or 0),
            disability=Disability(self.disability.data) if self.disability.data in ("yes", "no") else None,
        )

    def purposes(self) -> set[Purpose]:
        ticked = {
            Purpose.REGISTER: self.agree_register.data,
            Purpose.CONTACT: self.agree_contact.data,
            Purpose.DISABILITY: self.disability_consent.data and self.disability.data,
        }
        return {purpose for purpose, yes in ticked.items() if yes}


class SignInForm(Form):
    name = Line(
        _("Phone, e-mail or personal code"),
        [DataRequired(_("Write your phone, e-mail or personal code."))],
        longest=254,
        render_kw={"autocomplete": "username"},
    )
    password = password_field(_("Password"), autocomplete="current-password")


class PasswordForm(Form):
    """Change of one's own password."""

    old_password = password_field(_("Password now"), autocomplete="current-password")
    new_password = password_field(_("New password"), autocomplete="new-password")

    def validate_new_password(self, field: PasswordField) -> None:
        check_new_password(field.data or "")


class ForgottenForm(Form):
    name = Line(
        _("Phone, e-mail or personal code"),
        [DataRequired(_("Write your phone, e-mail or personal code."))],
        longest=254,
    )


class ResetByLinkForm(Form):
    new_password = password_field(_("New password"), autocomplete="new-password")

    def validate_new_password(self, field: PasswordField) -> None:
        check_new_password(field.data or "")


class ResetByCodeForm(ResetByLinkForm):
    name = Line(
        _("Phone, e-mail or personal code"),
        [DataRequired(_("Write your phone, e-mail or personal code."))],
        longest=254,
    )
    code = Line(
        _("One-time code"),
        [DataRequired(_("Write the code that you were given."))],
        longest=20,
        render_kw={"autocomplete": "one-time-code"},
    )


class IssueCodeForm(Form):
    name = Line(
        _("The learner's phone, e-mail or personal code"),
        [DataRequired(_("Write the learner's phone, e-mail or personal code."))],
        longest=254,
    )
