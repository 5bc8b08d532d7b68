"""What is read off a signed sheet: the spare rows, the control totals, people without a name."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext
from wtforms import SelectField, StringField
from wtforms.validators import DataRequired, ValidationError

from lms.cohorts.services import NewParticipant
from lms.cohorts.sheet_rules import Counted, Unnamed
from lms.core.forms import Form, Line, choices
from lms.core.i18n import lazy_gettext as _
from lms.people.groups import GENDER_NAMES, GROUP_NAMES, Gender, LearnerGroup
from lms.people.matching import Candidate
from lms.people.sign_in_names import clean_phone

MOST = 200
NEW = "new"


class SpareRowForm(Form):
    """One spare row: five fields, empty when nobody signed there. `who` chooses among people alike."""

    class Meta(Form.Meta):
        csrf = False  # the form of the whole sheet has it

    given_name = Line(_("Given name"), longest=60)
    family_name = Line(_("Father's or mother's name"), longest=60)
    phone = Line(_("Phone"), longest=20, render_kw={"inputmode": "tel"})
    gender = SelectField(_("Gender"))
    group = SelectField(_("Group"))

    def __init__(self, number: int, **values: Any) -> None:
        super().__init__(prefix=f"row-{number}-", **values)
        self.number = number
        unknown = ("", _("Not known"))
        self.gender.choices = choices([unknown, *GENDER_NAMES.items()])
        self.group.choices = choices([unknown, *GROUP_NAMES.items()])
        self.candidates: list[Candidate] = []

    @property
    def is_filled(self) -> bool:
        return bool(self.given_name.data or self.family_name.data or self.phone.data)

    @property
    def who_name(self) -> str:
        return f"row-{self.number}-who"

    def validate_given_name(self, field: StringField) -> None:
        if self.is_filled and not field.data:
            raise ValidationError(gettext("Write the given name, or count this person without a name below."))

    def validate_phone(self, field: StringField) -> None:
        if field.data and not clean_phone(field.data):
            raise ValidationError(gettext("A phone number has 8 digits. Example: 99112233"))

    def new_participant(self, region_code: str) -> NewParticipant:
        """The person as the sheet has them; without an address they count for the workshop's place."""
        return NewParticipant(
            family_name=self.family_name.data or "",
            given_name=self.given_name.data or "",
            phone=clean_phone(self.phone.data or ""),
            region_code=region_code,
            gender=Gender(self.gender.data) if self.gender.data else None,
            group=LearnerGroup(self.group.data) if self.group.data else None,
        )


class Count(Line):
    """A small number as it was typed; `number` is what it means, 0 for nothing."""

    def __init__(self, label: Any = None, validators: Any = (), **kwargs: Any) -> None:
        render = {"inputmode": "numeric", "autocomplete": "off"}
        super().__init__(label, validators, longest=3, render_kw=render, **kwargs)

    @property
    def number(self) -> int:
        typed = self.data or "0"
        return int(typed) if typed.isdecimal() else 0

    def pre_validate(self, form: Any) -> None:
        super().pre_validate(form)
        if self.data and (not self.data.isdecimal() or int(self.data) > MOST):
            raise ValidationError(gettext("Write a number from 0 to %(most)s.", most=MOST))


class TotalsForm(Form):
    """Counted by hand on the paper, before anything was tapped."""

    signatures = Count(
        _("Signatures on the whole sheet"),
        [DataRequired(_("Count the signatures on the paper and write the number."))],
    )
    spare_rows = Count(_("Spare rows with a signature"))
    illegible = Count(_("Signed on a spare row, but the name cannot be read"))
    refused = Count(_("Was there, but wanted no name on the paper"))
    left = Count(_("Came and left before signing"))

    @property
    def counted(self) -> Counted:
        return Counted(self.signatures.number, self.spare_rows.number)

    @property
    def unnamed(self) -> Mapping[Unnamed, int]:
        return {reason: self[reason.value].number for reason in Unnamed}


class TallyForm(Form):
    """People counted without a name, without a sheet."""

    people = Count(_("How many people"), [DataRequired(_("Write how many people they were."))])
    reason = SelectField(_("Why without a name"))

    def __init__(self, **values: Any) -> None:
        super().__init__(**values)
        self.reason.choices = choices(UNNAMED_NAMES.items())


UNNAMED_NAMES = {
    Unnamed.ILLEGIBLE: _("The name cannot be read"),
    Unnamed.REFUSED: _("Wanted no name on the paper"),
    Unnamed.LEFT: _("Left before signing"),
}
