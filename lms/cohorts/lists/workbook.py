"""Spreadsheets, opened in a bounded child process (see `child`)."""

import json
import subprocess
import sys
from collections.abc import Mapping
from datetime import date, time
from pathlib import Path
from typing import Any

from lms.cohorts.lists.refusals import ListRefused, Why
from lms.cohorts.lists.table import Merge, Table, Value

CHILD = Path(__file__).with_name("child.py")
SECONDS = 20


def read_workbook(content: bytes) -> list[Table]:
    """Every visible sheet. Raises `ListRefused`."""
    try:
        done = subprocess.run(  # noqa: S603 - our own file, run by this interpreter
            [sys.executable, "-I", str(CHILD)],
            input=content,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as slow:
        raise ListRefused(Why.TOO_SLOW) from slow
    if done.returncode != 0:  # the bounds ended it, or the reader aborted
        raise ListRefused(Why.TOO_LARGE)
    return tables(json.loads(done.stdout))


def tables(answer: Mapping[str, Any]) -> list[Table]:
    """The child's answer as tables."""
    if "refused" in answer:
        raise ListRefused(Why(answer["refused"]), answer["place"])
    return [_table(sheet) for sheet in answer["sheets"]]


def _table(sheet: Mapping[str, Any]) -> Table:
    return Table(
        name=sheet["name"],
        rows=tuple(tuple(_value(one) for one in row) for row in sheet["rows"]),
        hidden_rows=frozenset(sheet["hidden_rows"]),
        hidden_columns=frozenset(sheet["hidden_columns"]),
        merges=tuple(Merge(*merge) for merge in sheet["merges"]),
        unsolved=frozenset((row, column) for row, column in sheet["unsolved"]),
    )


def _value(one: Any) -> Value:
    if isinstance(one, dict):
        return date.fromisoformat(one["date"]) if "date" in one else time.fromisoformat(one["time"])
    value: Value = one
    return value
