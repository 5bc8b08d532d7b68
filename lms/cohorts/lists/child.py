"""Opens a spreadsheet in a process of its own, with bounds; knows nothing of the house.

Run by path, so that nothing else is loaded. Reads the file from standard input and writes JSON:
`{"sheets": [...]}` or `{"refused": reason, "place": …}`. Before the reader sees the file, the
archive and the XML are looked at in a stream: sizes, DOCTYPE, how far out the cells stand.
"""

import io
import json
import re
import sys
import zipfile
from datetime import date, datetime, time, timedelta
from typing import Any
from xml.parsers import expat

import python_calamine

MEGABYTE = 1024 * 1024
MOST_PARTS, MOST_UNPACKED, BIG_PART, MOST_RATIO = 200, 60 * MEGABYTE, MEGABYTE, 100
MOST_ROWS, MOST_COLUMNS, MOST_CELLS, LONGEST_CELL = 20_000, 200, 1_000_000, 2_000
MOST_SHEETS = 100
MEMORY_BYTES, CPU_SECONDS = 400 * MEGABYTE, 10
CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
CHUNK = 256 * 1024


class Refused(Exception):
    def __init__(self, reason: str, place: str = "") -> None:
        super().__init__(reason)
        self.reason, self.place = reason, place


def main() -> None:
    sys.stdout.write(json.dumps(answer(sys.stdin.buffer.read())))


def answer(content: bytes) -> dict[str, Any]:
    """What is in a file, or why it is not read."""
    try:
        looks = look(content) if content.startswith(b"PK") else {}
        return {"sheets": read(content, looks)}
    except Refused as refused:
        return {"refused": refused.reason, "place": refused.place}
    except python_calamine.PasswordError:
        return {"refused": "password", "place": ""}
    except (
        zipfile.BadZipFile, expat.ExpatError, python_calamine.CalamineError, OSError, ValueError, KeyError,
        EOFError, NotImplementedError, RuntimeError,
    ):  # fmt: skip
        return {"refused": "broken", "place": ""}
    except MemoryError:
        return {"refused": "too_large", "place": ""}


def look(content: bytes) -> dict[str, "Look"]:
    """What is hidden, merged or computed in each sheet, by its name; refuses what is not safe to open."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        check_sizes(parts)
        for part in parts:
            if part.filename.endswith((".xml", ".rels")) and "/worksheets/" not in part.filename:
                parse(archive, part.filename, lambda name, attributes: None)
        if "xl/workbook.xml" not in archive.namelist():
            return {}
        looks = {}
        for name, path in sheet_paths(archive).items():
            looks[name] = Look(name)
            looks[name].take(archive, path)
        return looks


def check_sizes(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Refused("too_large")
    for part in parts:
        if part.flag_bits & 1:
            raise Refused("password")
        if part.file_size > BIG_PART and part.file_size > MOST_RATIO * max(part.compress_size, 1):
            raise Refused("too_large")


def sheet_paths(archive: zipfile.ZipFile) -> dict[str, str]:
    """Where the XML of each visible sheet is, by the sheet's name."""
    targets: dict[str, str] = {}
    names: dict[str, str] = {}

    def relation(name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship":
            targets[attributes["Id"]] = attributes["Target"]

    def sheet(name: str, attributes: dict[str, str]) -> None:
        handle = next((value for key, value in attributes.items() if key.endswith(":id")), "")
        if name == "sheet" and attributes.get("state", "visible") == "visible":
            names[attributes["name"]] = handle

    parse(archive, "xl/_rels/workbook.xml.rels", relation)
    parse(archive, "xl/workbook.xml", sheet)
    paths = {name: targets.get(handle, "") for name, handle in names.items()}
    full = {name: path.lstrip("/") if path.startswith("/") else f"xl/{path}" for name, path in paths.items()}
    return {name: path for name, path in full.items() if "worksheets/" in path}


def parse(archive: zipfile.ZipFile, path: str, start: Any, end: Any = None, text: Any = None) -> None:
    """Stream one XML part through handlers that get local names; a DOCTYPE is refused."""
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def refuse(*_: Any) -> None:
        raise Refused("doctype")

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = lambda name, attributes: start(name.rpartition(":")[2], attributes)
    if end:
        parser.EndElementHandler = lambda name: end(name.rpartition(":")[2])
        parser.CharacterDataHandler = text
    with archive.open(path) as part:
        while chunk := part.read(CHUNK):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)


class Look:
    """One pass over the XML of a sheet: caps, hidden rows and columns, merges, formulas without a result."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.hidden_rows: list[int] = []
        self.hidden_columns: list[int] = []
        self.merges: list[tuple[int, int, int, int]] = []
        self.unsolved: list[tuple[int, int]] = []
        self.last_row = self.last_column = 0
        self._row = 0
        self._cell = (0, 0)
        self._formula = self._value = self._failed = False
        self._inside = ""

    def take(self, archive: zipfile.ZipFile, path: str) -> None:
        parse(archive, path, self._start, self._end, self._text)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._inside = name
        handler = getattr(self, f"_on_{name}", None)
        if handler:
            handler(attributes)

    def _on_row(self, attributes: dict[str, str]) -> None:
        self._row = int(attributes.get("r", self._row + 1))
        self._cell = (self._row, 0)
        if attributes.get("hidden") in ("1", "true") and self._row <= MOST_ROWS:
            self.hidden_rows.append(self._row)

    def _on_c(self, attributes: dict[str, str]) -> None:
        if "r" in attributes:
            self._cell = numbers(attributes["r"])
        else:
            self._cell = (self._row, self._cell[1] + 1)
        self._formula = self._value = False
        self._failed = attributes.get("t") == "e"

    def _on_f(self, _attributes: dict[str, str]) -> None:
        self._formula = True

    def _on_col(self, attributes: dict[str, str]) -> None:
        if attributes.get("hidden") in ("1", "true"):
            first, last = int(attributes["min"]), min(int(attributes["max"]), MOST_COLUMNS)
            self.hidden_columns.extend(range(first, last + 1))

    def _on_mergeCell(self, attributes: dict[str, str]) -> None:  # noqa: N802 - the format's own name
        first, _, last = attributes["ref"].partition(":")
        (top, left), (bottom, right) = numbers(first), numbers(last or first)
        bottom, right = min(bottom, MOST_ROWS), min(right, MOST_COLUMNS)
        if len(self.merges) >= MOST_ROWS:
            raise Refused("too_large")
        self.merges.append((top, left, bottom, right))

    def _text(self, words: str) -> None:
        if self._inside in ("v", "t") and words:
            self._value = True

    def _end(self, name: str) -> None:
        self._inside = ""
        if name != "c" or not (self._value or self._formula):
            return
        row, column = self._cell
        if row > MOST_ROWS:
            raise Refused("too_many_rows", place=f"{self.name}: {row}")
        self.last_row, self.last_column = max(self.last_row, row), max(self.last_column, column)
        if column > MOST_COLUMNS or self.last_row * self.last_column > MOST_CELLS:
            raise Refused("too_wide", place=f"{self.name}: {row}, {column}")
        if self._failed or (self._formula and not self._value):
            self.unsolved.append((row, column))


def numbers(reference: str) -> tuple[int, int]:
    """C7 is row 7, column 3."""
    match = CELL.fullmatch(reference)
    if not match:
        raise Refused("broken", place=reference[:20])
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column


def read(content: bytes, looks: dict[str, Look]) -> list[dict[str, Any]]:
    """Every visible sheet with its values."""
    book = python_calamine.load_workbook(io.BytesIO(content))
    visible = [
        sheet.name
        for sheet in book.sheets_metadata
        if sheet.visible == python_calamine.SheetVisibleEnum.Visible
        and sheet.typ == python_calamine.SheetTypeEnum.WorkSheet
    ]
    if len(visible) > MOST_SHEETS:
        raise Refused("too_large")
    return [sheet_of(book, name, looks.get(name) or Look(name)) for name in visible]


def sheet_of(book: Any, name: str, looked: Look) -> dict[str, Any]:
    sheet = book.get_sheet_by_name(name)
    if sheet.total_height > MOST_ROWS:
        raise Refused("too_many_rows", place=f"{name}: {sheet.total_height}")
    if sheet.total_width > MOST_COLUMNS or sheet.total_height * sheet.total_width > MOST_CELLS:
        raise Refused("too_wide", place=f"{name}: {sheet.total_width}")
    rows = [[plain(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    check_cells(name, rows)
    merges = looked.merges or [
        (top + 1, left + 1, bottom + 1, right + 1)
        for (top, left), (bottom, right) in (sheet.merged_cell_ranges or [])
    ]
    return {
        "name": name,
        "rows": rows,
        "hidden_rows": looked.hidden_rows,
        "hidden_columns": looked.hidden_columns,
        "merges": merges,
        "unsolved": looked.unsolved,
    }


def check_cells(name: str, rows: list[list[Any]]) -> None:
    for number, row in enumerate(rows, 1):
        if any(isinstance(value, str) and len(value) > LONGEST_CELL for value in row):
            raise Refused("cell_too_long", place=f"{name}: {number}")


def plain(value: Any) -> Any:
    """A value that JSON can carry: a date becomes {"date": …}, a time {"time": …}."""
    if isinstance(value, datetime | date):
        return {"date": value.strftime("%Y-%m-%d")}
    if isinstance(value, time):
        return {"time": value.isoformat("minutes")}
    if isinstance(value, timedelta):
        return str(value)
    return None if value == "" else value


if __name__ == "__main__":  # pragma: no cover - another process; the tests call its parts here
    try:
        import resource
    except ImportError:  # not on Windows: there the parent's clock is the only bound
        pass
    else:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    main()
