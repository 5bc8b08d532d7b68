"""Makes the files of the corpus: workbooks and texts as people's programs save them."""

import io
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import xlsxwriter

Rows = Sequence[Sequence[Any]]


def workbook(
    rows: Rows,
    *,
    merges: Sequence[str] = (),
    hidden_rows: Sequence[int] = (),
    hidden_columns: Sequence[str] = (),
    others: Mapping[str, Rows] | None = None,
    hidden_sheets: Mapping[str, Rows] | None = None,
    formulas: Mapping[str, tuple[str, Any]] | None = None,
) -> bytes:
    """An .xlsx. A merged area keeps the value of its first cell; formulas are (text, kept result)."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    days = book.add_format({"num_format": "yyyy.mm.dd"})
    for name, content in (others or {}).items():
        _write(book.add_worksheet(name), content, days)
    sheet = book.add_worksheet("Sheet1")
    _write(sheet, rows, days)
    for area in merges:
        sheet.merge_range(area, "")
        top, left = _numbers(area.split(":")[0])
        value = rows[top][left]
        sheet.write(top, left, value, days if isinstance(value, date) else None)
    for row in hidden_rows:
        sheet.set_row(row - 1, None, None, {"hidden": True})
    for letter in hidden_columns:
        sheet.set_column(f"{letter}:{letter}", None, None, {"hidden": True})
    for where, (text, result) in (formulas or {}).items():
        sheet.write_formula(where, text, None, result)
    for name, content in (hidden_sheets or {}).items():
        hidden = book.add_worksheet(name)
        _write(hidden, content, days)
        hidden.hide()
    sheet.activate()
    book.close()
    return out.getvalue()


def text(rows: Rows, *, encoding: str = "utf-8", delimiter: str = ",", end: str = "\r\n") -> bytes:
    """A CSV or TSV; cp1251 has no Ө and Ү, so Є and Ї stand for them as on the keyboards that lack them."""
    lines = end.join(delimiter.join("" if one is None else str(one) for one in row) for row in rows) + end
    if encoding == "cp1251":
        lines = lines.translate(str.maketrans("ӨөҮү", "ЄєЇї"))
    return lines.encode(encoding)


def _write(sheet: Any, rows: Rows, days: Any) -> None:
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(number, column, value, days)
            elif isinstance(value, str):
                sheet.write_string(number, column, value)
            elif value is not None:
                sheet.write(number, column, value)


def _numbers(cell: str) -> tuple[int, int]:
    letters = cell.rstrip("0123456789")
    return int(cell[len(letters) :]) - 1, ord(letters) - ord("A")
