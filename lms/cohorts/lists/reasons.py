"""Why a cell was changed, left empty or refused, in words for the trainer."""

from enum import StrEnum
from typing import Any

from lms.core.i18n import lazy_gettext as _


class Reason(StrEnum):
    # The value is kept in another form.
    SPACES = "spaces"
    LOOK_ALIKES = "look_alikes"
    CAPITALS = "capitals"
    HYPHEN = "hyphen"
    SPLIT_NAME = "split_name"
    NAMES_TURNED = "names_turned"
    MANY_WORDS = "many_words"
    LEADING_NUMBER = "leading_number"
    PHONE_FORM = "phone_form"
    TWO_PHONES = "two_phones"
    SMALL_LETTERS = "small_letters"
    YEAR_OF_DATE = "year_of_date"
    YEAR_OF_AGE = "year_of_age"
    MERGED = "merged"
    FROM_ABOVE = "from_above"
    # The value is left empty.
    REGISTRATION = "registration"
    NOT_A_PHONE = "not_a_phone"
    NOT_AN_EMAIL = "not_an_email"
    NOT_A_YEAR = "not_a_year"
    UNCLEAR = "unclear"
    NO_RESULT = "no_result"
    NO_CONSENT = "no_consent"
    MEANS_NOTHING = "means_nothing"
    # The row cannot be taken.
    NO_NAME = "no_name"
    TWO_PEOPLE = "two_people"
    NOT_A_NAME = "not_a_name"
    NAME_TOO_LONG = "name_too_long"
    NO_WORKSHOP = "no_workshop"
    NO_DAYS = "no_days"
    NO_PLACE = "no_place"
    WORKSHOP_DIFFERS = "workshop_differs"
    WORKSHOP_LOCKED = "workshop_locked"
    WORKSHOP_NOT_YOURS = "workshop_not_yours"


LEFT_EMPTY = frozenset(
    {
        Reason.REGISTRATION,
        Reason.NOT_A_PHONE,
        Reason.NOT_AN_EMAIL,
        Reason.NOT_A_YEAR,
        Reason.UNCLEAR,
        Reason.NO_RESULT,
        Reason.NO_CONSENT,
        Reason.MEANS_NOTHING,
    }
)
WORDS: dict[Reason, Any] = {
    Reason.SPACES: _("Spaces put right."),
    Reason.LOOK_ALIKES: _("Letters of another alphabet that look the same were replaced."),
    Reason.CAPITALS: _("Written with a capital at the beginning."),
    Reason.HYPHEN: _("Spaces around the hyphen removed."),
    Reason.SPLIT_NAME: _("One cell divided into two names."),
    Reason.NAMES_TURNED: _("The given name stood first; the names were turned round."),
    Reason.MANY_WORDS: _("More than two words: the last one is taken as the given name."),
    Reason.LEADING_NUMBER: _("The number before the name removed."),
    Reason.PHONE_FORM: _("Written as eight digits."),
    Reason.TWO_PHONES: _("Two phones in the cell: the first one is kept."),
    Reason.SMALL_LETTERS: _("Written in small letters."),
    Reason.YEAR_OF_DATE: _("Only the year of the date is kept."),
    Reason.YEAR_OF_AGE: _("Reckoned from the age; it may be one year later or earlier."),
    Reason.MERGED: _("Taken from the merged cell above."),
    Reason.FROM_ABOVE: _("The cell is empty: taken from the row above."),
    Reason.REGISTRATION: _("Looks like a registration number. We never keep one, so it was left out."),
    Reason.NOT_A_PHONE: _("Not a phone of eight digits. Left empty."),
    Reason.NOT_AN_EMAIL: _("Not a complete e-mail address. Left empty."),
    Reason.NOT_A_YEAR: _("Not clear which year of birth this is. Left empty."),
    Reason.UNCLEAR: _("Not clear what is meant. Left empty."),
    Reason.NO_RESULT: _("A formula without a kept result. Left empty."),
    Reason.NO_CONSENT: _("Kept only with consent, and the list names none. Left empty."),
    Reason.MEANS_NOTHING: _("Stands for “nothing”. Left empty."),
    Reason.NO_NAME: _("There is no name in this row."),
    Reason.TWO_PEOPLE: _("Two people seem to stand in one cell. Give each a row."),
    Reason.NOT_A_NAME: _("This does not look like a name. Write the name in letters."),
    Reason.NAME_TOO_LONG: _("The name is longer than 60 signs."),
    Reason.NO_WORKSHOP: _("It is not said to which workshop this person came."),
    Reason.NO_DAYS: _("It is not said on which days the workshop was held."),
    Reason.NO_PLACE: _("It is not clear in which aimag or district the workshop was held."),
    Reason.WORKSHOP_DIFFERS: _("Another row gives this workshop other days."),
    Reason.WORKSHOP_LOCKED: _("The workshop is locked. Ask a coordinator."),
    Reason.WORKSHOP_NOT_YOURS: _("A workshop of another trainer has this code."),
}
KINDS: dict[str, Any] = {
    "title": _("Title"),
    "empty": _("Empty"),
    "total": _("Total"),
    "note": _("Note"),
    "header_again": _("Titles again"),
    "continued": _("Belongs to the row above"),
}
