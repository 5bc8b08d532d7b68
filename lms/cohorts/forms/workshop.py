"""A workshop is described."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from flask_babel import gettext
from wtforms import RadioField, SelectField, SelectMultipleField, StringField
from wtforms.validators import DataRequired, InputRequired, ValidationError

from lms.cohorts.models import Cohort, HalfDay, PartialCounts
from lms.cohorts.places import Soum, soums
from lms.cohorts.services import NewCohort, NewSession
from lms.cohorts.words import PARTIAL_NAMES
from lms.content.course import Course
from lms.core.forms import Form, Line, choices
from lms.core.i18n import LANGUAGE_NAMES, current_language
from lms.core.i18n import lazy_gettext as _
from lms.core.mongolian import search_key
from lms.people.models import Account
from lms.people.regions import region_choices, regions

LONGEST_WORKSHOP = 10  # days
FIRST_YEAR, LAST_YEAR = 2015, 2100


def read_day(typed: str) -> date | None:
    """2026-11-24, also with full stops or slashes; None when it is no day that a workshop can have."""
    try:
        day = date.fromisoformat(
            "-".join(part.zfill(2) for part in typed.replace(".", "-").replace("/", "-").split("-"))
        )
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


class WorkshopForm(Form):
    """Everything but the half-days."""

    title = Line(_("Name of the workshop"), [DataRequired(_("Write a name for the workshop."))], longest=160)
    region_code = SelectField(_("Aimag or district"), [InputRequired(_("Choose the aimag or district."))])
    place = Line(_("Soum or khoroo"), longest=60)
    venue = Line(_("Venue"), [DataRequired(_("Write where people meet."))], longest=120)
    implementer = Line(
        _("Implementing organisation"), [DataRequired(_("Write who holds the workshop."))], longest=160
    )
    partner = Line(_("Partner organisation"), longest=160)
    funder = Line(_("Funder"), longest=160)
    language = SelectField(_("Language of the workshop"))
    trainers = SelectMultipleField(_("Trainers"))
    partial_counts = RadioField(_("Coming late or leaving early counts"), default=PartialCounts.WHOLE.value)
    share_needed = Line(
        _("Share of a module's half-days that is needed, in per cent"),
        longest=3,
        default="80",
        render_kw={"inputmode": "numeric"},
    )

    def __init__(self, staff: Sequence[Account], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.staff = {one.public_id: one for one in staff}
        self.region_code.choices = choices([("", _("Choose")), *region_choices(current_language())])
        self.language.choices = choices(LANGUAGE_NAMES.items())
        self.trainers.choices = choices((key, one.person.full_name) for key, one in self.staff.items())
        self.partial_counts.choices = choices(PARTIAL_NAMES.items())

    @classmethod
    def of(cls, cohort: Cohort, staff: Sequence[Account]) -> "WorkshopForm":
        """The form filled with what is known."""
        place = soums()[cohort.soum_code].name_mn if cohort.soum_code else cohort.khoroo
        return cls(
            staff,
            title=cohort.title,
            region_code=cohort.region_code,
            place=place or "",
            venue=cohort.venue,
            implementer=cohort.implementer,
            partner=cohort.partner or "",
            funder=cohort.funder or "",
            language=cohort.language,
            trainers=[one.account.public_id for one in cohort.trainers],
            partial_counts=cohort.partial_counts.value,
            share_needed=str(cohort.share_needed),
        )

    def soum(self) -> Soum | None:
        """The soum of the chosen aimag that was typed, in any spelling."""
        wanted = search_key(self.place.data or "").removesuffix(" сум")
        there = [one for one in soums().values() if one.region_code == self.region_code.data]
        return next(
            (one for one in there if wanted in (search_key(one.name_mn), search_key(one.name_en))), None
        )

    def in_district(self) -> bool:
        region = regions().get(self.region_code.data or "")
        return region is not None and region.kind != "aimag"

    def validate_place(self, field: StringField) -> None:
        if not field.data or not self.region_code.data or self.in_district() or self.soum():
            return
        language = current_language()
        names = [one.name(language) for one in soums().values() if one.region_code == self.region_code.data]
        raise ValidationError(
            gettext("There is no such soum in this aimag. Its soums: %(names)s.", names=", ".join(names))
        )

    def validate_share_needed(self, field: StringField) -> None:
        if not (field.data or "").isdecimal() or not 1 <= int(field.data or 0) <= 100:
            raise ValidationError(gettext("Write a number from 1 to 100. Usually it is 80."))

    def new_cohort(self, sessions: Sequence[NewSession] = ()) -> NewCohort:
        soum = None if self.in_district() else self.soum()
        return NewCohort(
            title=self.title.data or "",
            region_code=self.region_code.data,
            soum_code=soum.code if soum else None,
            khoroo=(self.place.data or None) if self.in_district() else None,
            venue=self.venue.data or "",
            implementer=self.implementer.data or "",
            partner=self.partner.data or None,
            funder=self.funder.data or None,
            language=self.language.data,
            partial_counts=PartialCounts(self.partial_counts.data),
            share_needed=int(self.share_needed.data or 0),
            sessions=sessions,
            trainers=[self.staff[key] for key in self.trainers.data or [] if key in self.staff],
        )


class NewWorkshopForm(WorkshopForm):
    """With the days: modules are spread over the half-days and can be moved afterwards."""

    first_day = Line(_("First day"), [DataRequired(_("Write the first day."))], longest=10)
    days = SelectField(_("How many days"), default="2")

    def __init__(self, staff: Sequence[Account], *args: Any, **kwargs: Any) -> None:
        super().__init__(staff, *args, **kwargs)
        self.days.choices = choices((day, day) for day in range(1, LONGEST_WORKSHOP + 1))

    def validate_first_day(self, field: StringField) -> None:
        if field.data and read_day(field.data) is None:
            raise ValidationError(gettext("Write the day as 2026-11-24."))

    def sessions(self, course: Course) -> list[NewSession]:
        """A morning and an afternoon a day; the modules in their order, spread evenly."""
        first = read_day(self.first_day.data or "")
        assert first is not None
        halves = [
            (first + timedelta(days=day), half) for day in range(int(self.days.data)) for half in HalfDay
        ]
        modules = [module.id for module in course.modules]
        return [
            NewSession(day, half, _share_of(modules, place, len(halves)))
            for place, (day, half) in enumerate(halves)
        ]


def _share_of(modules: list[str], place: int, places: int) -> tuple[str, ...]:
    """The modules of half-day `place` of `places`: every module somewhere, every half-day at least one."""
    first = place * len(modules) // places
    last = max(first + 1, (place + 1) * len(modules) // places)
    return tuple(modules[first:last])
