"""A sheet as it came out of a file: rows of values, and what is hidden or merged in it."""

from dataclasses import dataclass
from datetime import date, time
from functools import cached_property

Value = str | int | float | bool | date | time | None

_LETTERS = 26


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged area, from 1; its value stands in the first cell."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Table:
    """Rows from 1, columns from 1; `rows[0]` is row 1."""

    name: str
    rows: tuple[tuple[Value, ...], ...]
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merges: tuple[Merge, ...] = ()
    unsolved: frozenset[tuple[int, int]] = frozenset()  # formulas of which the file keeps no result

    @cached_property
    def width(self) -> int:
        return max((len(row) for row in self.rows), default=0)

    def at(self, row: int, column: int) -> Value:
        values = self.rows[row - 1]
        return values[column - 1] if column <= len(values) else None


def letters(column: int) -> str:
    """1 is A, 27 is AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        name = chr(ord("A") + rest) + name
    return name


def place(row: int, column: int) -> str:
    """Where a cell stands, as a spreadsheet says it: C7."""
    return f"{letters(column)}{row}"


def shown(value: Value) -> str:
    """A value as somebody reads it on the screen."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date):
        return f"{value:%Y.%m.%d}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return str(value)
