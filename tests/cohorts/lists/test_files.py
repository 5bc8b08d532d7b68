"""Files that are no lists, and files made to do harm: each is answered with its reason."""

import io
import json
import subprocess
import sys
import time
import zipfile
from datetime import date

import pytest

from lms.cohorts.lists import child, sniff, text, workbook
from lms.cohorts.lists.reading import read_list
from lms.cohorts.lists.refusals import WORDS, ListRefused, Why
from tests.cohorts.lists import making

ON = date(2022, 1, 11)
PLAIN = [["Овог", "Нэр"], ["Дорж", "Болд"]]
SHEET = "xl/worksheets/sheet1.xml"


def remade(change):
    """A plain workbook of which some parts were written anew: path → bytes, or None to drop it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(making.workbook(PLAIN))) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in (parts | change).items():
            if content is not None:
                new.writestr(name, content)
    return out.getvalue()


def sheet(cells):
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return (
        f'<?xml version="1.0"?><worksheet xmlns="{space}"><sheetData>{cells}</sheetData></worksheet>'.encode()
    )


def many_parts():
    return remade({f"xl/media/{number}.png": b"x" for number in range(250)})


def locked_parts():
    content = bytearray(making.workbook(PLAIN))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


BOMB = b"<!DOCTYPE x [<!ENTITY a 'aaaa'>]>"
FILES = {
    "nothing": (b"  \n", Why.EMPTY),
    "pdf": (b"%PDF-1.7", Why.PDF),
    "picture": (b"\xff\xd8\xff\xe0", Why.PICTURE),
    "gzip": (b"\x1f\x8b\x08", Why.ARCHIVE),
    "rich text": (b"{\\rtf1", Why.DOCUMENT),
    "web page named xls": (b"<html><table><tr><td>1", Why.WEB_PAGE),
    "locked workbook": (sniff._OLE + b"\0" * 600 + sniff._LOCKED, Why.PASSWORD),
    "old document": (sniff._OLE + sniff._WORD, Why.DOCUMENT),
    "old workbook, damaged": (sniff._OLE + b"\0" * 2000, Why.BROKEN),
    "document": (b"PK\x03\x04 word/document.xml", Why.DOCUMENT),
    "binary workbook": (b"PK\x03\x04 xl/workbook.bin", Why.BINARY_WORKBOOK),
    "archive": (b"PK\x03\x04 readme.txt", Why.ARCHIVE),
    "empty archive": (b"PK\x05\x06" + b"\0" * 18, Why.BROKEN),
    "half a workbook": (making.workbook(PLAIN)[:3000], Why.BROKEN),
    "workbook cut before its directory": (b"PK\x03\x04 xl/workbook.xml", Why.BROKEN),
    "parts under a password": (locked_parts(), Why.PASSWORD),
    "too many parts": (many_parts(), Why.TOO_LARGE),
    "a part that swells": (remade({"xl/x.bin": b"0" * 30_000_000}), Why.TOO_LARGE),
    "all parts together too large": (remade({"xl/x.bin": b"0" * 70_000_000}), Why.TOO_LARGE),
    "doctype in the sheet": (remade({SHEET: BOMB + b"<worksheet/>"}), Why.DOCTYPE),
    "doctype in another part": (remade({"docProps/app.xml": BOMB + b"<x/>"}), Why.DOCTYPE),
    "damaged xml": (remade({SHEET: b"<worksheet><"}), Why.BROKEN),
    "a cell in the last corner": (
        remade({SHEET: sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')}), Why.TOO_MANY_ROWS,
    ),
    "a cell far to the right": (
        remade({SHEET: sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>')}), Why.TOO_WIDE,
    ),
    "a cell that is nowhere": (remade({SHEET: sheet('<row r="1"><c r="1A"><v>1</v></c></row>')}), Why.BROKEN),
    "a cell too long": (making.workbook([["Нэр"], ["а" * 2001]]), Why.CELL_TOO_LONG),
    "too many merges": (
        remade({SHEET: sheet('<mergeCell ref="A1"/>' * 20_001)}),
        Why.TOO_LARGE,
    ),
    "50,000 lines": (b"\xd0\x91\n" * 50_000, Why.TOO_MANY_ROWS),
    "a line of 300 cells": (b"a," * 300, Why.TOO_WIDE),
    "a long cell of text": (b"name\n" + b"a" * 2001, Why.CELL_TOO_LONG),
    "a quote never closed": ("Нэр\n\"Болд".encode() + b"\n" * 40, Why.OPEN_QUOTE),
    "a cell longer than the reader takes": (b"a" * 140_000, Why.OPEN_QUOTE),
    "bytes": (bytes(range(256)) * 9, Why.UNREADABLE),
    "latin letters of windows": ("Gäste, größe, Ünal, çok, ş".encode("cp1254"), Why.UNREADABLE),
    "a byte that windows-1251 has not": ("Болд".encode("cp1251") + b"\x98", Why.UNREADABLE),
    "half a letter of utf-16": (b"\xff\xfea", Why.UNREADABLE),
    "a programme, no people": (b"09:00;1\n10:00;2", Why.NO_LIST),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_each_file_is_refused_for_its_reason(name):
    content, why = FILES[name]
    began = time.monotonic()
    with pytest.raises(ListRefused) as refused:
        read_list(content, on=ON)
    assert refused.value.why is why
    assert time.monotonic() - began < 5
    assert refused.value.sentence


def test_every_reason_has_words():
    assert set(WORDS) == set(Why)


@pytest.mark.parametrize("name", FILES)
def test_the_child_answers_whatever_it_is_given(name):
    """The same files straight into the child's code: it never fails, it answers."""
    answer = child.answer(FILES[name][0])
    assert set(answer) in ({"sheets"}, {"refused", "place"})


def test_a_list_that_is_asked_for_by_its_sheet(monkeypatch):
    content = making.workbook(PLAIN, others={"Хоёр": [["Овог", "Нэр"], ["Лхагва", "Сараа"], ["Г", "Ану"]]})
    reading = read_list(content, on=ON, sheet="Хоёр")
    assert (reading.sheet, reading.other_sheets) == ("Хоёр", ("Sheet1",))
    with pytest.raises(ListRefused):
        read_list(content, on=ON, sheet="Гурав")


def test_the_child_tells_everything_of_a_sheet():
    content = making.workbook(
        [["Овог", "Нэр", "Төрсөн"], ["Дорж", "Болд", date(1985, 3, 2)], ["Г", "Ану", True]],
        merges=["A1:B1"], hidden_rows=[3], hidden_columns=["C"],
        formulas={"D2": ("=1+1", ""), "D3": ("=1+1", 2)},
    )  # fmt: skip
    (found,) = child.answer(content)["sheets"]
    assert found["rows"][1][2] == {"date": "1985-03-02"}
    assert (found["hidden_rows"], found["hidden_columns"]) == ([3], [3])
    assert (found["merges"], found["unsolved"]) == ([(1, 1, 1, 2)], [(2, 4)])


def test_cells_without_an_address_are_counted_along():
    cells = '<row><c t="str"><v>Нэр</v></c><c><f>1+1</f></c></row>'
    cells += '<row hidden="true"><c t="e"><v>#REF!</v></c></row>'
    content = sheet(cells).replace(
        b"<sheetData>", b'<cols><col min="1" max="1" width="9"/></cols><sheetData>'
    )
    looked = child.look(remade({SHEET: content}))["Sheet1"]
    assert (looked.last_row, looked.last_column) == (2, 2)
    assert looked.unsolved == [(1, 2), (2, 1)]
    assert looked.hidden_rows == [2]


def test_an_opendocument_sheet_is_read():
    content = io.BytesIO()
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    rows = "".join(
        f"<table:table-row>{''.join(cell.format(one) for one in row)}</table:table-row>" for row in PLAIN
    )
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{space}manifest:1.0"/>',
        )
        archive.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{space}office:1.0" xmlns:table="{space}table:1.0" '
            f'xmlns:text="{space}text:1.0"><office:body><office:spreadsheet><table:table table:name="А">'
            f"{rows}</table:table></office:spreadsheet></office:body></office:document-content>",
        )
    reading = read_list(content.getvalue(), on=ON)
    assert [row.person.given_name for row in reading.rows if row.person] == ["Болд"]


@pytest.mark.parametrize(
    ("value", "plain"),
    [("", None), (1.5, 1.5), (date(2022, 1, 2), {"date": "2022-01-02"})],
)
def test_values_become_what_json_can_carry(value, plain):
    from datetime import time as clock
    from datetime import timedelta

    assert child.plain(value) == plain
    assert child.plain(clock(9, 30)) == {"time": "09:30"}
    assert child.plain(timedelta(hours=1)) == "1:00:00"


def test_a_sheet_beyond_the_caps_is_refused_even_when_its_xml_was_not_looked_at():
    class Sheet:
        total_height, total_width = 30_000, 3

    class Book:
        def get_sheet_by_name(self, name):
            return Sheet

    for height, width, reason in ((30_000, 3, "too_many_rows"), (10, 300, "too_wide")):
        Sheet.total_height, Sheet.total_width = height, width
        with pytest.raises(child.Refused) as refused:
            child.sheet_of(Book(), "А", child.Look("А"))
        assert refused.value.reason == reason


def test_a_hundred_sheets_are_enough():
    content = making.workbook(PLAIN, others={f"Х{number}": [["а"]] for number in range(101)})
    assert child.answer(content)["refused"] == "too_large"


def test_no_memory_is_an_answer_too(monkeypatch):
    def fail(content, looks):
        raise MemoryError

    monkeypatch.setattr(child, "read", fail)
    assert child.answer(b"x")["refused"] == "too_large"


def test_a_password_found_by_the_reader_is_told(monkeypatch):
    def fail(content, looks):
        raise child.python_calamine.PasswordError

    monkeypatch.setattr(child, "read", fail)
    assert child.answer(b"x")["refused"] == "password"


def test_the_child_speaks_json(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(making.workbook(PLAIN))))
    child.main()
    assert json.loads(capsys.readouterr().out)["sheets"][0]["rows"][1] == ["Дорж", "Болд"]


def test_a_child_that_takes_too_long_is_ended(monkeypatch):
    monkeypatch.setattr(workbook, "SECONDS", 0.001)
    with pytest.raises(ListRefused) as refused:
        workbook.read_workbook(making.workbook(PLAIN))
    assert refused.value.why is Why.TOO_SLOW


def test_a_child_that_dies_is_a_refusal(monkeypatch):
    dead = subprocess.CompletedProcess([], -9, b"", b"")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: dead)
    with pytest.raises(ListRefused) as refused:
        workbook.read_workbook(b"")
    assert refused.value.why is Why.TOO_LARGE


def test_times_come_back_as_times():
    assert workbook._value({"time": "09:30"}).hour == 9


def test_a_sign_that_divides_columns_is_found_outside_quotes():
    table = text.read_text('"Дорж, Болд";1\n"Лхагва, Сараа";2\n', "")
    assert table.rows[0] == ("Дорж, Болд", "1")
