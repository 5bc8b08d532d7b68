"""What kind of row it is: a person, or one of the things that stand around people in a list."""

import re

from lms.cohorts.lists import words
from lms.cohorts.lists.fields import NAME_FIELDS, Field
from lms.cohorts.lists.header import Header, covering
from lms.cohorts.lists.people import RowKind
from lms.cohorts.lists.table import Table, shown

_TOTAL = re.compile(r"(нийт|дүн|бүгд|нийлбэр|дундаж|үүнээс|total|sum|average)(?!\w)")
_NOTE = re.compile(
    r"(жагсаалт|бүртгэл|бэлтгэсэн|гаргасан|хянасан|баталсан|зөвшөөрсөн|гарын үсэг|тэмдэг|тайлбар"
    r"|анхаар|тэмдэглэл|prepared|approved|signature|note|сургагч багш|зохион байгуулагч)(?!\w)"
)


def kind_of(table: Table, header: Header, row: int) -> RowKind:
    """Told from the cells alone; whether a person's cells can be read is seen later."""
    if row < header.first:
        return RowKind.TITLE
    filled = {
        column: text
        for column in range(1, table.width + 1)
        if (text := words.tidy(shown(table.at(row, column))))
    }
    numbers = {column.number for column in header.of(Field.NUMBER)}
    if not set(filled) - numbers:
        return RowKind.EMPTY
    names = {column.number for column in header.columns if column.field in NAME_FIELDS}
    return _apart(table, header, row, filled, names) or _by_names(table, row, filled, names, numbers)


def _apart(table: Table, header: Header, row: int, filled: dict[int, str], names: set[int]) -> RowKind | None:
    first = words.key(next(iter(filled.values())))
    named = next((words.key(filled[column]) for column in sorted(names) if column in filled), "")
    if _TOTAL.match(first) or _TOTAL.match(named):
        return RowKind.TOTAL
    if _NOTE.match(first) or _NOTE.match(named):
        return RowKind.NOTE
    titles = {column.number: words.key(column.title) for column in header.columns if column.title}
    again = [column for column, text in filled.items() if titles.get(column) == words.key(text)]
    if len(again) >= 2 and len(again) * 2 > len(filled):
        return RowKind.HEADER_AGAIN
    if all(re.fullmatch(r"[\d.,/() ]+", text) for text in filled.values()) and len(filled) > 1:
        return RowKind.TOTAL if not names & set(filled) else RowKind.NOTE
    return None


def _by_names(table: Table, row: int, filled: dict[int, str], names: set[int], numbers: set[int]) -> RowKind:
    if names & set(filled):
        return RowKind.PERSON
    if any(covering(table.merges, row, column) for column in names):
        return RowKind.CONTINUED
    return RowKind.NOTE if len(set(filled) - numbers) == 1 else RowKind.PERSON
