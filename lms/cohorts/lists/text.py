"""Lists that are plain text: CSV and TSV in the encodings that Excel and its users make, and pasted lines."""

import csv
import io
import re
from collections import Counter

from lms.cohorts.lists.child import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS
from lms.cohorts.lists.refusals import ListRefused, Why
from lms.cohorts.lists.table import Table

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DELIMITERS = "\t;,|"
_SEP_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_SAMPLE_LINES = 40
_WITH_CYRILLIC = re.compile(r"[A-Za-z]*[\u0400-\u04ff]\w*")
_LATIN = re.compile(r"[A-Za-z]")


def decode(content: bytes) -> tuple[str, str]:
    """The text and the name of its encoding: UTF-8, UTF-16 or Windows-1251."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _strictly(content, encoding), encoding
    if wide := _wide(content):
        return _strictly(content, wide), wide
    if b"\0" in content:
        raise ListRefused(Why.UNREADABLE)
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        text = _strictly(content, "cp1251")
    # Western letters read as Cyrillic stand inside Latin words; some look-alikes do, too, but not most.
    foreign = _WITH_CYRILLIC.findall(text)
    if 2 * sum(1 for word in foreign if _LATIN.search(word)) > len(foreign):
        raise ListRefused(Why.UNREADABLE)
    return text, "windows-1251"


def read_text(text: str, name: str) -> Table:
    """One table of a text; a line is a row."""
    separator = _SEP_LINE.match(text)
    if separator:
        text = text[separator.end() :]
    delimiter = separator[1] if separator else _delimiter(text)
    rows: list[tuple[str | None, ...]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for record in reader:
            rows.append(tuple(value.strip() or None for value in record))
            _check(rows, record)
    except csv.Error as error:
        raise ListRefused(Why.OPEN_QUOTE, where=str(reader.line_num)) from error
    return Table(name=name, rows=tuple(rows))


def _check(rows: list[tuple[str | None, ...]], record: list[str]) -> None:
    if len(rows) > MOST_ROWS:
        raise ListRefused(Why.TOO_MANY_ROWS)
    if len(record) > MOST_COLUMNS:
        raise ListRefused(Why.TOO_WIDE, where=str(len(rows)))
    for value in record:
        if value.count("\n") > 20:  # a quote that is never closed swallows the lines that follow
            raise ListRefused(Why.OPEN_QUOTE, where=str(len(rows)))
        if len(value) > LONGEST_CELL:
            raise ListRefused(Why.CELL_TOO_LONG, where=str(len(rows)))


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise ListRefused(Why.UNREADABLE) from error


def _wide(content: bytes) -> str | None:
    """UTF-16 without its mark: the high bytes of letters, spaces and line ends repeat."""
    sample = content[:4000]
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if high and sum(byte in (0, 4) for byte in high) > 0.9 * len(high) and high.count(0):
            return encoding
    return None


def _delimiter(text: str) -> str:
    """The sign that divides most lines into the same number of columns."""
    lines = [line for line in text.splitlines()[:_SAMPLE_LINES] if line.strip()]

    def score(sign: str) -> tuple[int, int]:
        counts = Counter(_outside_quotes(line, sign) for line in lines)
        counts.pop(0, None)
        often = counts.most_common(1)
        return (often[0][1], often[0][0]) if often else (0, 0)

    return max(_DELIMITERS, key=score)


def _outside_quotes(line: str, sign: str) -> int:
    return sum(piece.count(sign) for piece in line.split('"')[::2])
