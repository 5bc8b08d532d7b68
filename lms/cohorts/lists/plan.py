"""What an import would do, row by row, before anything is written; kept as JSON until it is."""

from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any

from lms.cohorts.lists.fields import Field
from lms.cohorts.lists.header import Column
from lms.cohorts.lists.people import ListedRow, RowKind, from_json, to_json

NEW, OUT = "new", "out"  # other decisions: “person:<public id>” and “row:<number of an earlier row>”
PERSON, ROW = "person:", "row:"
PEOPLE_KINDS = frozenset({RowKind.PERSON, RowKind.ERROR, RowKind.HIDDEN})


class State(StrEnum):
    """How a row stands before anybody decides."""

    NEW = "new"
    MATCH = "match"
    POSSIBLE = "possible"
    REPEATED = "repeated"
    HIDDEN = "hidden"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Option:
    """Somebody who may be meant: a person we know, or an earlier row of the list."""

    value: str
    name: str
    why: tuple[str, ...] = ()
    facts: str = ""


@dataclass(frozen=True, slots=True)
class PlannedRow:
    row: ListedRow
    state: State
    options: tuple[Option, ...] = ()
    decision: str | None = None

    @property
    def is_open(self) -> bool:
        return self.decision is None

    @property
    def choices(self) -> tuple[str, ...]:
        """What may be decided about this row."""
        if self.state is State.ERROR:
            return (OUT,)
        return (*(option.value for option in self.options), NEW, OUT)


@dataclass(frozen=True, slots=True)
class MarkColumn:
    """An attendance column and the half-days (by id) that it fills; none when it fits none."""

    letters: str
    title: str
    number: int
    sessions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnShown:
    letters: str
    title: str
    field: Field
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    sheet: str
    header_row: int
    columns: tuple[ColumnShown, ...]
    rows: tuple[PlannedRow, ...]
    others: tuple[ListedRow, ...] = ()  # titles, totals, notes: shown, never written
    mark_columns: tuple[MarkColumn, ...] = ()
    other_sheets: tuple[str, ...] = ()
    encoding: str = ""
    facts: dict[str, Any] = field(default_factory=dict)  # past workshops: implementer, venue, region
    result: dict[str, Any] = field(default_factory=dict)

    @property
    def open_rows(self) -> list[PlannedRow]:
        return [row for row in self.rows if row.is_open]

    @property
    def errors(self) -> list[PlannedRow]:
        return [row for row in self.rows if row.state is State.ERROR]

    @property
    def coming(self) -> list[PlannedRow]:
        """Rows that will be written."""
        return [row for row in self.rows if row.decision not in (None, OUT)]

    def decided(self, decisions: dict[int, str]) -> "Plan":
        """The plan after some decisions by row number; what a row does not offer is not taken."""
        rows = (
            replace(one, decision=wanted) if (wanted := decisions.get(one.row.number)) in one.choices else one
            for one in self.rows
        )
        return replace(self, rows=tuple(rows))

    def to_json(self) -> dict[str, Any]:
        plain = {
            name: getattr(self, name)
            for name in ("sheet", "header_row", "other_sheets", "encoding", "facts", "result")
        }
        return plain | {
            "columns": [asdict(one) for one in self.columns],
            "rows": [
                {
                    "row": to_json(one.row),
                    "state": one.state,
                    "options": [asdict(option) for option in one.options],
                    "decision": one.decision,
                }
                for one in self.rows
            ],
            "others": [to_json(one) for one in self.others],
            "mark_columns": [asdict(one) for one in self.mark_columns],
            "other_sheets": list(self.other_sheets),
        }


def plan_from(plain: dict[str, Any]) -> Plan:
    return Plan(
        sheet=plain["sheet"],
        header_row=plain["header_row"],
        columns=tuple(
            ColumnShown(one["letters"], one["title"], Field(one["field"]), one["hidden"])
            for one in plain["columns"]
        ),
        rows=tuple(
            PlannedRow(
                from_json(one["row"]),
                State(one["state"]),
                tuple(
                    Option(option["value"], option["name"], tuple(option["why"]), option["facts"])
                    for option in one["options"]
                ),
                one["decision"],
            )
            for one in plain["rows"]
        ),
        others=tuple(from_json(one) for one in plain["others"]),
        mark_columns=tuple(
            MarkColumn(one["letters"], one["title"], one["number"], tuple(one["sessions"]))
            for one in plain["mark_columns"]
        ),
        other_sheets=tuple(plain["other_sheets"]),
        encoding=plain["encoding"],
        facts=plain["facts"],
        result=plain["result"],
    )


def columns_shown(columns: tuple[Column, ...]) -> tuple[ColumnShown, ...]:
    return tuple(ColumnShown(one.letters, one.title, one.field, one.hidden) for one in columns)
