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
    if not names & set(filled) and any(covering(table.merges, row, column) for column in names):
        return RowKind.CONTINUED
    if apart := _apart(header, filled, names):
        return apart
    # A lone cell that is no name stands apart; with other cells beside it a name is missing.
    alone = not names & set(filled) and len(set(filled) - numbers) == 1
    return RowKind.NOTE if alone else RowKind.PERSON


def _apart(header: Header, filled: dict[int, str], names: set[int]) -> RowKind | None:
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
    if not names & set(filled) and all(re.fullmatch(r"[\d.,/() ]+", text) for text in filled.values()):
        return RowKind.TOTAL
    if len(filled) > 1 and list(filled.values()) == [str(number) for number in range(1, len(filled) + 1)]:
        return RowKind.NOTE  # the columns' numbers under the header
    return None
