"""Why a file is not read at all, in words that say what to do."""

from enum import StrEnum
from typing import Any

from lms.core.i18n import lazy_gettext as _


class Why(StrEnum):
    EMPTY = "empty"
    PDF = "pdf"
    PICTURE = "picture"
    ARCHIVE = "archive"
    DOCUMENT = "document"
    WEB_PAGE = "web_page"
    BINARY_WORKBOOK = "binary_workbook"
    PASSWORD = "password"  # noqa: S105 - the name of a reason
    BROKEN = "broken"
    DOCTYPE = "doctype"
    TOO_LARGE = "too_large"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_WIDE = "too_wide"
    CELL_TOO_LONG = "cell_too_long"
    TOO_SLOW = "too_slow"
    UNREADABLE = "unreadable"
    OPEN_QUOTE = "open_quote"
    NO_LIST = "no_list"


WORDS: dict[Why, Any] = {
    Why.EMPTY: _("The file is empty. Choose the file with the list."),
    Why.PDF: _("This is a PDF, whatever its name. Send the list as an Excel or CSV file."),
    Why.PICTURE: _("This is a picture, whatever its name. Send the list as an Excel or CSV file."),
    Why.ARCHIVE: _("This is an archive without a spreadsheet. Unpack it and send the list itself."),
    Why.DOCUMENT: _("This is a text document. Copy the table into Excel, save it and send that file."),
    Why.WEB_PAGE: _("This is a web page named as a spreadsheet. Open it in Excel and save it as .xlsx."),
    Why.BINARY_WORKBOOK: _("This kind of Excel file (.xlsb) cannot be read. Save it as .xlsx."),
    Why.PASSWORD: _("The file is locked with a password. Save it without the password and send it again."),
    Why.BROKEN: _(
        "The file is damaged and cannot be opened. Open it in Excel, save it anew and send it again."
    ),
    Why.DOCTYPE: _("The file holds what no spreadsheet needs, so it was not opened. Save it anew in Excel."),
    Why.TOO_LARGE: _("The file becomes too large when it is unpacked. Send only the sheet with the list."),
    Why.TOO_MANY_ROWS: _("The list has more than 20,000 rows. Divide it into several files."),
    Why.TOO_WIDE: _("A value stands far outside the list. Delete what is beside the list and save the file."),
    Why.CELL_TOO_LONG: _("One cell holds more than 2,000 signs. Shorten it and send the file again."),
    Why.TOO_SLOW: _("Reading the file took too long. Send only the sheet with the list."),
    Why.UNREADABLE: _("The letters of the file cannot be read. Save it in Excel as .xlsx or as CSV UTF-8."),
    Why.OPEN_QUOTE: _("A quotation mark in the file is never closed. Correct it and send the file again."),
    Why.NO_LIST: _("No list of people was found. It needs a column with names."),
}


class ListRefused(Exception):
    """The file as a whole cannot be read; `where` names the place when there is one."""

    def __init__(self, why: Why, where: str = "") -> None:
        super().__init__(why.value)
        self.why, self.where = why, where

    @property
    def sentence(self) -> str:
        return str(WORDS[self.why])
