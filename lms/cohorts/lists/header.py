"""Which row is the header, and what each column of the list is."""

import re
from dataclasses import dataclass, replace

from lms.cohorts.lists import guess, words
from lms.cohorts.lists.fields import NAME_FIELDS, ONCE, Field
from lms.cohorts.lists.halves import HalfHeader, read_half
from lms.cohorts.lists.table import Merge, Table, letters, shown
from lms.cohorts.lists.titles import field_of

DEEPEST, LONGEST_TITLE = 40, 120  # a header is looked for in the first rows


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its number from 1, what stands in its header, what it is taken for."""

    number: int
    title: str
    field: Field
    half: HalfHeader | None = None
    hidden: bool = False

    @property
    def letters(self) -> str:
        return letters(self.number)


@dataclass(frozen=True, slots=True)
class Header:
    """Where people begin, and the columns; `row` 0 means that the list has no header."""

    row: int
    first: int
    columns: tuple[Column, ...]

    def of(self, field: Field) -> list[Column]:
        return [column for column in self.columns if column.field is field]

    @property
    def has_names(self) -> bool:
        return any(column.field in NAME_FIELDS for column in self.columns)


def find_header(table: Table) -> Header | None:
    """The row that names most columns, with its second line; without one, what the cells look like."""
    headers = [_with_second_line(table, row) for row in range(1, min(len(table.rows), DEEPEST) + 1)]
    best = max(headers, key=lambda header: (_score(table, header), -header.row), default=None)
    if best and _score(table, best) >= 2 and best.has_names:
        return _checked(table, best)
    return _without_header(table)


def _score(table: Table, header: Header) -> int:
    """How many different things the titles name; a title is a text, and not a long one."""
    told = {
        column.field
        for column in header.columns
        if column.field is not Field.LEFT_OUT and len(column.title) <= LONGEST_TITLE
    }
    titled = any(isinstance(value, str) for value in table.rows[header.row - 1])
    return (len(told) + header.has_names) if titled else 0


def _with_second_line(table: Table, row: int) -> Header:
    top = _titles(table, row)
    second = _titles(table, row + 1) if row < len(table.rows) else []
    spread = {
        column
        for merge in table.merges
        if merge.top == row == merge.bottom
        for column in range(merge.left, merge.right + 1)
    }
    under = [
        column
        for column, title in enumerate(second, 1)
        if title and (column in spread or not top[column - 1])
    ]
    named = [column for column in under if field_of(second[column - 1]) or read_half(second[column - 1])]
    if not under or len(named) < len(under):
        return Header(row, row + 1, _columns(table, top, [""] * len(top)))
    return Header(row, row + 2, _columns(table, top, second))


def _titles(table: Table, row: int) -> list[str]:
    """Texts of a header row; a merged cell's text stands over all that it covers."""
    titles = [words.tidy(shown(table.at(row, column))) for column in range(1, table.width + 1)]
    for merge in table.merges:
        if merge.top == row and merge.right > merge.left and merge.left <= len(titles):
            for column in range(merge.left, min(merge.right, len(titles)) + 1):
                titles[column - 1] = titles[merge.left - 1]
    return titles


def _columns(table: Table, top: list[str], second: list[str]) -> tuple[Column, ...]:
    columns, taken = [], set()
    for number, (above, below) in enumerate(zip(top, second, strict=True), 1):
        title = above if above == below or not below else f"{above} {below}".strip()
        field = (field_of(below) if below else None) or field_of(above)
        half = None
        if field is None or field is Field.WORKSHOP_DATE or re.fullmatch(r"\W*\d.*", title):
            half = read_half(title)
            field = Field.MARK if half else field
        if field in taken and field in ONCE:
            field = None
        taken.add(field)
        columns.append(Column(number, title, field or Field.LEFT_OUT, half, number in table.hidden_columns))
    return tuple(columns)


def _checked(table: Table, header: Header) -> Header:
    """What the cells say against the titles: registration numbers under any title, names in one column."""
    columns = [
        replace(column, field=Field.REGISTRATION)
        if guess.is_registration(guess.values_in(table, column.number, header.first))
        else column
        for column in header.columns
    ]
    fields = {column.field for column in columns}
    if Field.FAMILY_NAME not in fields and Field.GIVEN_NAME in fields and Field.FULL_NAME not in fields:
        columns = [
            replace(one, field=Field.FULL_NAME) if one.field is Field.GIVEN_NAME else one for one in columns
        ]
    return Header(header.row, header.first, tuple(columns))


def _without_header(table: Table) -> Header | None:
    fields = guess.fields(table)
    if not set(fields.values()) & NAME_FIELDS:
        return None
    columns = tuple(
        Column(number, "", fields.get(number, Field.LEFT_OUT), None, number in table.hidden_columns)
        for number in range(1, table.width + 1)
    )
    return Header(0, 1, columns)


def covering(merges: tuple[Merge, ...], row: int, column: int) -> Merge | None:
    """The merged area that runs down over a cell which is not its first row."""
    return next((m for m in merges if m.top < row <= m.bottom and m.left <= column <= m.right), None)
