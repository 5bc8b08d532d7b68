"""What a column is by what stands in it: for lists without a header, and against wrong titles."""

import re
from collections.abc import Callable

from lms.cohorts.lists import names, vocabulary, words
from lms.cohorts.lists.fields import Field
from lms.cohorts.lists.table import Table, Value, shown
from lms.people.sign_in_names import clean_phone

SAMPLE_ROWS = 200
MOST = 0.6  # of the cells that hold something
_NAME = re.compile(r"(?:[^\W\d_]{1,2}\s*\.\s*)?[^\W\d_]+(?:[ -][^\W\d_]+){0,2}")
_INITIALED = re.compile(r"[^\W\d_]{1,2}\s*\.\s*[^\W\d_]{2,}.*")


def values_in(table: Table, column: int, first: int) -> list[Value]:
    rows = range(first, min(len(table.rows), first + SAMPLE_ROWS) + 1)
    return [value for row in rows if row <= len(table.rows) and shown(value := table.at(row, column)).strip()]


def is_registration(found: list[Value]) -> bool:
    """Whether a column holds registration numbers, whatever its title says."""
    return _share(found, _is_registration) > 0.5


def fields(table: Table) -> dict[int, Field]:
    """Columns that can be told by their cells; the names are the first that look like names."""
    found: dict[int, Field] = {}
    texts: list[int] = []
    for column in range(1, table.width + 1):
        cells = values_in(table, column, 1)
        field = _field(cells)
        if field and field not in found.values():
            found[column] = field
        elif not field and _share(cells, _may_be_name) >= MOST:
            texts.append(column)
    return found | _names(table, texts)


def _field(cells: list[Value]) -> Field | None:
    if is_registration(cells):
        return Field.REGISTRATION
    tests: tuple[tuple[Field, Callable[[Value], bool]], ...] = (
        (Field.PHONE, lambda value: bool(clean_phone(shown(value)))),
        (Field.EMAIL, lambda value: "@" in shown(value)),
        (Field.GENDER, lambda value: words.key(shown(value)) in vocabulary.GENDERS),
        (Field.BIRTH, lambda value: bool(re.fullmatch(r"(19|20)\d\d.*", shown(value).strip()))),
        (Field.REGION, lambda value: vocabulary.region(shown(value)) is not None),
    )
    return next((field for field, test in tests if _share(cells, test) >= MOST), None)


def _names(table: Table, texts: list[int]) -> dict[int, Field]:
    if not texts:
        return {}
    first = values_in(table, texts[0], 1)
    joined = _share(
        first, lambda value: " " in shown(value).strip() or bool(_INITIALED.fullmatch(shown(value).strip()))
    )
    if joined >= 0.5 or len(texts) == 1 or texts[1] != texts[0] + 1:
        return {texts[0]: Field.FULL_NAME}
    return {texts[0]: Field.FAMILY_NAME, texts[1]: Field.GIVEN_NAME}


def _may_be_name(value: Value) -> bool:
    text = words.tidy(shown(value))
    text = re.sub(r"^\d{1,4}\s*[.)]\s*", "", text)
    return isinstance(value, str) and len(text) <= names.LONGEST and bool(_NAME.fullmatch(text))


def _is_registration(value: Value) -> bool:
    text = words.tidy(shown(value))
    return bool(text) and words.find_registration(text) == text


def _share(cells: list[Value], test: Callable[[Value], bool]) -> float:
    good = sum(1 for value in cells if test(value))
    return good / len(cells) if cells else 0.0
