"""A list pasted from a chat or a letter: one person a line (pure). Shown before anything is written."""

import re
from dataclasses import dataclass
from datetime import date

from lms.cohorts.lists import names, values
from lms.cohorts.lists.names import Name, NotAName
from lms.people.groups import Gender

MOST = 200
_NUMBER = re.compile(r"^\s*\d{1,3}\s*[.)]?\s+(?=\D)|^\s*\d{1,3}\s*[.)]\s*")
_SEPARATOR = re.compile(r"\s*[,;\t|]\s*")
_PHONE = re.compile(r"(?<!\d)(?:\+?976[\s-]?)?[5-9]\d{3}[\s-]?\d{4}(?!\d)")
_REGISTRATION = re.compile(r"(?<!\w)[^\W\d_]{2}[\s-]?\d{8}(?!\d)")  # never kept, never shown as a phone
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LONGEST_LINE = 300


@dataclass(frozen=True, slots=True)
class PastedLine:
    """What was understood of one line. `name` is None when there is no name to be found in it."""

    raw: str
    name: Name | None
    phone: str | None = None
    birth_year: int | None = None
    gender: Gender | None = None
    organisation: str | None = None


def read_lines(text: str, *, on: date) -> list[PastedLine]:
    """Every line that holds something; `on` is the day by which a year of birth has to be plausible."""
    return [_read(line, on) for line in text.splitlines() if line.strip()]


def _read(line: str, on: date) -> PastedLine:
    raw = line.strip()[:_LONGEST_LINE]
    rest = _REGISTRATION.sub(",", _NUMBER.sub("", raw))
    rest, phone = _take(_PHONE, rest)
    rest, year = _take(_YEAR, rest)
    pieces = [piece for piece in _SEPARATOR.split(rest) if piece.strip(" -–.")]
    if len(pieces) <= 1:
        pieces = _words_apart(rest)
    gender, pieces = _gender(pieces)
    name, others = _name(pieces)
    return PastedLine(
        raw,
        name,
        values.phone(phone).value if phone else None,
        values.birth_year(year, on=on).value if year else None,
        gender,
        ", ".join(others)[:160] or None,
    )


def _take(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    """The text with the first find cut out (a comma is left in its place), and the find."""
    found = pattern.search(text)
    return (f"{text[: found.start()]},{text[found.end() :]}", found[0]) if found else (text, "")


def _gender(pieces: list[str]) -> tuple[Gender | None, list[str]]:
    """A piece that says the gender, or begins with it: “эр ЗДТГ”."""
    for place, piece in enumerate(pieces):
        first, _, rest = piece.strip().partition(" ")
        if found := values.gender(first).value:
            return found, [*pieces[:place], *([rest] if rest else []), *pieces[place + 1 :]]
    return None, pieces


def _words_apart(text: str) -> list[str]:
    """Without commas the first two words (or one with its initial) are the name, the rest stands alone."""
    words = _SEPARATOR.sub(" ", text).split()
    first = 1 if "." in "".join(words[:1]).rstrip(".") else 2
    return [piece for piece in (" ".join(words[:first]), *words[first:]) if piece]


def _name(pieces: list[str]) -> tuple[Name | None, list[str]]:
    """The name and what is left; “Дорж, Болд, ЗДТГ” gives both names in pieces of their own."""
    if not pieces:
        return None, []
    try:
        name, rest = names.both(pieces[0]), pieces[1:]
        if not name.family and rest and " " not in rest[0].strip():
            return names.two(pieces[0], rest[0]), rest[1:]
    except NotAName:
        return None, pieces
    return name, rest
