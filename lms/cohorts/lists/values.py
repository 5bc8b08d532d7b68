"""One cell, one meaning. Each reader answers with the value and, where it was changed, why."""

import re
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from lms.cohorts.lists import vocabulary, words
from lms.cohorts.lists.reasons import Reason
from lms.cohorts.lists.table import Value, shown
from lms.cohorts.models import MarkStatus
from lms.people.groups import Disability, Gender, LearnerGroup
from lms.people.sign_in_names import clean_email, clean_phone

T = TypeVar("T")
OLDEST, YOUNGEST = 100, 10
_FIRST_SERIAL, _LAST_SERIAL = 3_650, 60_000  # 1909 to 2064 as a spreadsheet counts days
_EPOCH = date(1899, 12, 30).toordinal()
_YEAR = re.compile(r"(?<!\d)(19\d\d|20\d\d)(?!\d)")
_AGE = re.compile(r"(\d{2})\s*(?:нас(?:тай)?|years?(?: old)?|yo)?\.?", re.IGNORECASE)
_DATE = re.compile(
    r"(?:(?P<y>(?:19|20)\d\d)\D{1,8}(?P<m>\d{1,2})\D{1,8}(?P<d>\d{1,2})"
    r"|(?P<d2>\d{1,2})[./-](?P<m2>\d{1,2})[./-](?P<y2>(?:19|20)\d\d))(?!\d)"
)
_PHONES = re.compile(r"\s*(?:[,;/\n]|\s{2,}|\bба\b|\bor\b|эсвэл)\s*")
_ZERO = str.maketrans("OoОоIlІ", "0000111")


class Taken(NamedTuple, Generic[T]):
    """`value` None with a reason means that something stood there and was left empty."""

    value: T | None
    why: Reason | None = None


def text(value: Value) -> Taken[str]:
    raw = shown(value)
    if words.find_registration(raw):
        return Taken(None, Reason.REGISTRATION)
    after = words.cyrillic(words.tidy(raw))
    if after == raw:
        return Taken(raw or None)
    return Taken(after or None, Reason.SPACES if after == words.tidy(raw) else Reason.LOOK_ALIKES)


def phone(value: Value) -> Taken[str]:
    raw = shown(value).strip()
    if not raw:
        return Taken(None)
    if words.find_registration(raw):
        return Taken(None, Reason.REGISTRATION)
    if whole := clean_phone(raw):
        return Taken(whole, None if whole == raw else Reason.PHONE_FORM)
    pieces = [piece for piece in _PHONES.split(raw) if piece]
    for piece in pieces:
        if found := clean_phone(piece) or clean_phone(piece.translate(_ZERO)):
            return Taken(found, Reason.TWO_PHONES if len(pieces) > 1 else Reason.PHONE_FORM)
    return Taken(None, Reason.NOT_A_PHONE)


def email(value: Value) -> Taken[str]:
    raw = shown(value).strip()
    if not raw or raw in "-–—":
        return Taken(None)
    found = clean_email(raw)
    if found is None:
        return Taken(None, Reason.NOT_AN_EMAIL)
    return Taken(found, None if found == raw else Reason.SMALL_LETTERS)


def birth_year(value: Value, *, on: date, age: bool = False) -> Taken[int]:
    """The year of birth from a year, a date, or an age on the day `on`."""
    if value is None or not shown(value).strip():
        return Taken(None)
    if isinstance(value, date):
        return _plausible(value.year, on, Reason.YEAR_OF_DATE)
    raw = words.tidy(shown(value))
    if words.find_registration(raw):
        return Taken(None, Reason.REGISTRATION)
    if isinstance(value, int | float):
        return _number(int(value), on) if float(value).is_integer() else Taken(None, Reason.NOT_A_YEAR)
    if raw.isdecimal():
        return _number(int(raw), on)
    if (found := _AGE.fullmatch(raw)) and (age or not raw.isdecimal()):
        return _plausible(on.year - int(found[1]), on, Reason.YEAR_OF_AGE)
    years = set(_YEAR.findall(raw))
    if len(years) != 1:
        return Taken(None, Reason.NOT_A_YEAR)
    return _plausible(int(years.pop()), on, Reason.YEAR_OF_DATE)


def _number(number: int, on: date) -> Taken[int]:
    if OLDEST >= number >= YOUNGEST:
        return _plausible(on.year - number, on, Reason.YEAR_OF_AGE)
    if _FIRST_SERIAL <= number <= _LAST_SERIAL:
        return _plausible(date.fromordinal(_EPOCH + number).year, on, Reason.YEAR_OF_DATE)
    return _plausible(number, on, None)


def _plausible(year: int, on: date, why: Reason | None) -> Taken[int]:
    if on.year - OLDEST <= year <= on.year - YOUNGEST:
        return Taken(year, why)
    return Taken(None, Reason.NOT_A_YEAR)


def gender(value: Value) -> Taken[Gender]:
    return _meant(value, vocabulary.GENDERS)


def disability(value: Value) -> Taken[Disability]:
    return _meant(value, vocabulary.DISABILITIES)


def yes(value: Value) -> Taken[bool]:
    return _meant(value, vocabulary.YES_NO)


def group(value: Value) -> Taken[LearnerGroup]:
    raw = words.key(shown(value))
    if not raw:
        return Taken(None)
    found = vocabulary.group(raw)
    return Taken(found, None if found else Reason.UNCLEAR)


def region(value: Value) -> Taken[str]:
    raw = shown(value)
    if not words.key(raw):
        return Taken(None)
    found = vocabulary.region(raw)
    return Taken(found, None if found else Reason.UNCLEAR)


def mark(value: Value) -> Taken[MarkStatus]:
    """What a cell of an attendance column says; an empty one says nothing."""
    if isinstance(value, bool):
        return Taken(MarkStatus.PRESENT if value else MarkStatus.ABSENT)
    return _meant(value, vocabulary.MARKS)


def is_tick(value: Value) -> bool:
    """A mark in a column that holds nothing else: +, ✓, 1, v, х."""
    return shown(value).strip().casefold() in vocabulary.TICKS


def day(value: Value) -> date | None:
    """A date however it is written."""
    days = days_in(value)
    return days[0] if days else None


def days_in(value: Value) -> list[date]:
    """The first day, and the last one when the cell tells an interval."""
    if isinstance(value, date):
        return [value]
    if isinstance(value, int | float) and _FIRST_SERIAL <= value <= _LAST_SERIAL:
        return [date.fromordinal(_EPOCH + int(value))]
    raw = words.tidy(shown(value))
    found = [made for match in _DATE.finditer(raw) if (made := _made(match))]
    last = re.search(r"\d\s*(?:-?н[ыи]?й?)?\s*[-–—]\s*(\d{1,2})(?:-?н[ыи]й?)?\.?\s*(?:өдөр|өдрүүд\w*)?$", raw)
    if len(found) == 1 and last and found[0].day < int(last[1]) <= 31 and not _ends_with(raw, found[0]):
        try:
            found.append(found[0].replace(day=int(last[1])))
        except ValueError:
            return found
    return found[:2]


def _ends_with(raw: str, one: date) -> bool:
    """2022-01-11 ends with a hyphen and its own day: no interval."""
    return bool(re.fullmatch(r"\d{4}\D+\d{1,2}\D+\d{1,2}", raw)) and raw.rstrip().endswith(f"{one.day}")


def _made(match: re.Match[str]) -> date | None:
    parts = (match["y"] or match["y2"], match["m"] or match["m2"], match["d"] or match["d2"])
    try:
        return date(*(int(part) for part in parts))
    except ValueError:
        return None


def _meant(value: Value, meanings: dict[str, T]) -> Taken[T]:
    raw = shown(value).strip()
    if not raw:
        return Taken(None)
    found = meanings.get(raw.casefold())
    if found is None and (plain := words.key(raw)):
        found = meanings.get(plain)
    return Taken(found, None if found is not None else Reason.UNCLEAR)
