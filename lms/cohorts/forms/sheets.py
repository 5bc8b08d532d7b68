"""What is read off a signed sheet: the spare rows, the control totals, people without a name."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext
from wtforms import IntegerField, SelectField, StringField
from wtforms.validators import NumberRange, Optional, ValidationError

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


def _count(label: Any) -> IntegerField:
    wrong = _("Write a number from 0 to 200.")
    return IntegerField(
        label, [Optional(), NumberRange(0, MOST, wrong)], render_kw={"inputmode": "numeric", "maxlength": 3}
    )


class TotalsForm(Form):
    """Counted by hand on the paper, before anything was tapped."""

    signatures = _count(_("Signatures on the whole sheet"))
    spare_rows = _count(_("Spare rows with a signature"))
    illegible = _count(_("Signed on a spare row, but the name cannot be read"))
    refused = _count(_("Was there, but wanted no name on the paper"))
    left = _count(_("Came and left before signing"))

    def validate_signatures(self, field: IntegerField) -> None:
        if field.data is None and not field.errors:
            raise ValidationError(gettext("Count the signatures on the paper and write the number."))

    @property
    def counted(self) -> Counted:
        return Counted(self.signatures.data or 0, self.spare_rows.data or 0)

    @property
    def unnamed(self) -> Mapping[Unnamed, int]:
        return {reason: self[reason.value].data or 0 for reason in Unnamed}


class TallyForm(Form):
    """People counted without a name, without a sheet."""

    people = IntegerField(
        _("How many people"),
        [NumberRange(1, MOST, _("Write a number from 1 to 200."))],
        render_kw={"inputmode": "numeric", "maxlength": 3},
    )
    reason = SelectField(_("Why without a name"))

    def __init__(self, **values: Any) -> None:
        super().__init__(**values)
        self.reason.choices = choices(UNNAMED_NAMES.items())


UNNAMED_NAMES = {
    Unnamed.ILLEGIBLE: _("The name cannot be read"),
    Unnamed.REFUSED: _("Wanted no name on the paper"),
    Unnamed.LEFT: _("Left before signing"),
}
