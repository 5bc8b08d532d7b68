"""Somebody is written down."""

from dataclasses import replace
from typing import Any

from flask_babel import gettext
from wtforms import BooleanField, RadioField, SelectField, StringField
from wtforms.validators import DataRequired, InputRequired, ValidationError

from lms.cohorts.models import Participant, ParticipantRole
from lms.cohorts.services import NewParticipant
from lms.cohorts.words import PARTICIPANT_ROLE_NAMES
from lms.core.clock import today
from lms.core.forms import Form, Line, choices
from lms.core.i18n import current_language
from lms.core.i18n import lazy_gettext as _
from lms.people.groups import DISABILITY_NAMES, GENDER_NAMES, GROUP_NAMES, Disability, Gender, LearnerGroup
from lms.people.regions import region_choices
from lms.people.sign_in_names import clean_phone

OLDEST, YOUNGEST = 100, 10  # years
UNKNOWN = ("", _("Not known"))


class PersonForm(Form):
    """What everybody is asked, whoever types it."""

    given_name = Line(_("Given name"), [DataRequired(_("Write the given name."))], longest=60)
    family_name = Line(_("Father's or mother's name"), longest=60)
    gender = RadioField(_("Gender"), validate_choice=False)
    birth_year = Line(_("Year of birth"), longest=4, render_kw={"inputmode": "numeric"})
    phone = Line(_("Phone"), longest=20, render_kw={"inputmode": "tel"})
    region_code = SelectField(_("Aimag or district"))
    group = SelectField(_("Group"))
    organisation = Line(_("Organisation"), longest=160)
    consent = BooleanField(_("Agreed on paper that name and contact are kept"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.gender.choices = choices(GENDER_NAMES.items())
        self.region_code.choices = choices([UNKNOWN, *region_choices(current_language())])
        self.group.choices = choices([UNKNOWN, *GROUP_NAMES.items()])

    def validate_phone(self, field: StringField) -> None:
        if field.data and not clean_phone(field.data):
            raise ValidationError(gettext("A phone number has 8 digits. Example: 99112233"))

    def validate_birth_year(self, field: StringField) -> None:
        this_year, typed = today().year, field.data or ""
        if typed and not (typed.isdecimal() and this_year - OLDEST <= int(typed) <= this_year - YOUNGEST):
            raise ValidationError(gettext("Write the year in four digits. Example: 1985"))

    def new_participant(self) -> NewParticipant:
        known = {str(one) for one in Gender}
        return NewParticipant(
            family_name=self.family_name.data or "",
            given_name=self.given_name.data or "",
            phone=clean_phone(self.phone.data or ""),
            region_code=self.region_code.data or None,
            group=LearnerGroup(self.group.data) if self.group.data else None,
            gender=Gender(self.gender.data) if self.gender.data in known else None,
            birth_year=int(self.birth_year.data) if self.birth_year.data else None,
            organisation=self.organisation.data or None,
            consent=True if self.consent.data else None,
        )


class WalkInForm(PersonForm):
    """Five fields, and more for those who have the time."""

    position = Line(_("Position"), longest=120)
    disability = SelectField(_("Disability"))
    role = SelectField(_("Role in the workshop"), default=ParticipantRole.PARTICIPANT.value)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.disability.choices = choices([UNKNOWN, *DISABILITY_NAMES.items()])
        self.role.choices = choices(PARTICIPANT_ROLE_NAMES.items())

    def new_participant(self) -> NewParticipant:
        return replace(
            super().new_participant(),
            position=self.position.data or None,
            disability=Disability(self.disability.data) if self.disability.data else None,
            role=ParticipantRole(self.role.data),
        )


class ParticipantForm(WalkInForm):
    """What the register says of somebody is corrected."""

    @classmethod
    def of(cls, place: Participant) -> "ParticipantForm":
        person = place.enrolment.person
        return cls(
            family_name=person.family_name,
            given_name=person.given_name,
            gender=place.gender,
            birth_year=str(place.birth_year or ""),
            phone=place.phone or "",
            region_code=place.region_code or "",
            group=place.group or "",
            organisation=place.organisation or "",
            position=place.position or "",
            disability=place.disability or "",
            role=place.role,
            consent=bool(place.consent),
        )


class JoinForm(PersonForm):
    """Somebody registers themselves, on their own phone."""

    family_name = Line(
        _("Father's or mother's name"), [DataRequired(_("Write your father's or mother's name."))], longest=60
    )
    given_name = Line(_("Given name"), [DataRequired(_("Write your name."))], longest=60)
    gender = RadioField(
        _("Gender"), [InputRequired(_("Choose one. “I prefer not to say” is an answer, too."))]
    )
    consent = BooleanField(
        _("I agree that my name, contact and attendance are kept"),
        [InputRequired(_("Without this we cannot keep your name. Speak to the trainer."))],
    )
