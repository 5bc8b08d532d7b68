"""A list is sent."""

from typing import Any

from flask_babel import gettext
from flask_wtf.file import FileField, FileRequired
from wtforms import SelectField
from wtforms.validators import DataRequired, InputRequired

from lms.core.forms import Form, Line, choices, tidy, visible
from lms.core.i18n import current_language
from lms.core.i18n import lazy_gettext as _
from lms.people.regions import region_choices


class ListForm(Form):
    """The file, and the sheet when the file has several lists."""

    file = FileField(_("The file with the list"), [FileRequired(_("Choose a file."))])
    sheet = Line(_("Name of the sheet"), longest=60)

    @property
    def file_name(self) -> str:
        return tidy(visible(self.file.data.filename))[:120] or gettext("list")

    def content(self) -> bytes:
        with self.file.data.stream as stream:
            content: bytes = stream.read()
        return content


class PastListForm(ListForm):
    """What is said of past workshops once for all, where the list does not say it."""

    title = Line(
        _("Title of a workshop that has only a code"), [DataRequired(_("Write a title."))], longest=200
    )
    implementer = Line(
        _("Implementing organisation"), [DataRequired(_("Write who held the workshops."))], longest=160
    )
    venue = Line(_("Venue where the list names none"), [DataRequired(_("Write a venue."))], longest=160)
    region_code = SelectField(
        _("Aimag or district where the list names none"), [InputRequired()], validate_choice=True
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unknown = ("none", _("The list names it for every workshop"))
        self.region_code.choices = choices([unknown, *region_choices(current_language())])

    def facts(self) -> dict[str, Any]:
        region = self.region_code.data
        return {
            "title": self.title.data,
            "implementer": self.implementer.data,
            "venue": self.venue.data,
            "region_code": None if region == "none" else region,
        }
