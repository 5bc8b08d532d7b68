"""What a column of a list can be."""

from enum import StrEnum
from typing import Any

from lms.core.i18n import lazy_gettext as _


class Field(StrEnum):
    NUMBER = "number"
    FAMILY_NAME = "family_name"
    GIVEN_NAME = "given_name"
    FULL_NAME = "full_name"
    NAME_REVERSED = "name_reversed"  # given name first
    PHONE = "phone"
    EMAIL = "email"
    REGION = "region"
    SOUM = "soum"
    GENDER = "gender"
    FEMALE_TICK = "female_tick"
    MALE_TICK = "male_tick"
    BIRTH = "birth"  # a year, a date or an age, whichever it proves to be
    AGE = "age"
    GROUP = "group"
    ORGANISATION = "organisation"
    POSITION = "position"
    DISABILITY = "disability"
    CONSENT = "consent"
    WORKSHOP = "workshop"
    WORKSHOP_DATE = "workshop_date"
    WORKSHOP_REGION = "workshop_region"
    VENUE = "venue"
    MARK = "mark"  # attendance of one half-day or day
    REGISTRATION = "registration"  # never kept
    LEFT_OUT = "left_out"  # signatures, remarks


NAMES: dict[Field, Any] = {
    Field.NUMBER: _("Row number"),
    Field.FAMILY_NAME: _("Father's or mother's name"),
    Field.GIVEN_NAME: _("Given name"),
    Field.FULL_NAME: _("Both names"),
    Field.NAME_REVERSED: _("Both names, given name first"),
    Field.PHONE: _("Phone"),
    Field.EMAIL: _("E-mail"),
    Field.REGION: _("Aimag or district"),
    Field.SOUM: _("Soum or khoroo (not kept)"),
    Field.GENDER: _("Gender"),
    Field.FEMALE_TICK: _("Tick for women"),
    Field.MALE_TICK: _("Tick for men"),
    Field.BIRTH: _("Year of birth"),
    Field.AGE: _("Age"),
    Field.GROUP: _("Social group"),
    Field.ORGANISATION: _("Organisation"),
    Field.POSITION: _("Position"),
    Field.DISABILITY: _("Disability"),
    Field.CONSENT: _("Consent"),
    Field.WORKSHOP: _("Workshop"),
    Field.WORKSHOP_DATE: _("Days of the workshop"),
    Field.WORKSHOP_REGION: _("Place of the workshop"),
    Field.VENUE: _("Venue"),
    Field.MARK: _("Attendance"),
    Field.REGISTRATION: _("Registration number (never kept)"),
    Field.LEFT_OUT: _("Not read"),
}
NAME_FIELDS = frozenset({Field.FAMILY_NAME, Field.GIVEN_NAME, Field.FULL_NAME, Field.NAME_REVERSED})
ONCE = frozenset(Field) - {Field.MARK, Field.LEFT_OUT, Field.REGISTRATION, Field.NUMBER}
