"""A whole list: from the bytes of a file to rows that say what they mean and what was done to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lms.cohorts.lists.cells import CellReader
from lms.cohorts.lists.fields import NAME_FIELDS, Field
from lms.cohorts.lists.header import Column, Header, find_header
from lms.cohorts.lists.people import ListedRow, RowKind
from lms.cohorts.lists.refusals import ListRefused, Why
from lms.cohorts.lists.rows import kind_of
from lms.cohorts.lists.sniff import Kind, sniff
from lms.cohorts.lists.table import Table
from lms.cohorts.lists.text import decode, read_text
from lms.cohorts.lists.workbook import read_workbook


@dataclass(frozen=True, slots=True)
class ListReading:
    """One sheet, read. `other_sheets` are the names of those that were not."""

    sheet: str
    header_row: int  # 0: the list has none, the columns were told by their cells
    columns: tuple[Column, ...]
    rows: tuple[ListedRow, ...]
    other_sheets: tuple[str, ...] = ()
    encoding: str = ""

    def of_kind(self, kind: RowKind) -> list[ListedRow]:
        return [row for row in self.rows if row.kind is kind]

    @property
    def left_out(self) -> list[Column]:
        """Columns that hold registration numbers: named, never read."""
        return [column for column in self.columns if column.field is Field.REGISTRATION]


def read_list(content: bytes, *, on: date, sheet: str | None = None) -> ListReading:
    """Read a file's list of people; ages are reckoned on the day `on`. Raises `ListRefused`."""
    if sniff(content) is Kind.WORKBOOK:
        return _best(read_workbook(content), on=on, sheet=sheet)
    text, encoding = decode(content)
    return _best([read_text(text, "")], on=on, encoding=encoding)


def _best(tables: Sequence[Table], *, on: date, sheet: str | None = None, encoding: str = "") -> ListReading:
    """The sheet that was asked for, else the one whose header says most; ties go to the longer one."""
    headed = [
        (table, header)
        for table in tables
        if sheet in (None, table.name) and (header := find_header(table)) is not None
    ]
    if not headed:
        raise ListRefused(Why.NO_LIST)
    table, header = max(headed, key=lambda pair: (_known(pair[1]), len(pair[0].rows)))
    others = tuple(one.name for one in tables if one is not table and one.rows)
    rows = tuple(_rows(table, header, on=on))
    return ListReading(table.name, header.row, header.columns, rows, others, encoding)


def _known(header: Header) -> tuple[bool, int]:
    fields = {column.field for column in header.columns} - {Field.LEFT_OUT}
    return header.row > 0, len(fields) + bool(fields & NAME_FIELDS)


def _rows(table: Table, header: Header, *, on: date) -> list[ListedRow]:
    reader = CellReader(table, header, on=on)
    rows = []
    for number in range(1, len(table.rows) + 1):
        kind = kind_of(table, header, number)
        if kind is RowKind.PERSON:
            row = reader.person(number)
            rows.append(row.hidden() if number in table.hidden_rows else row)
        else:
            rows.append(ListedRow(number, kind, reader.cells(number)))
    return rows
