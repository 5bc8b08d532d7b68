"""Many messy lists come to what somebody who reads them would write down, and nothing changes unsaid."""

from collections import Counter
from datetime import date

import pytest

from lms.cohorts.lists.fields import NAME_FIELDS, Field
from lms.cohorts.lists.people import ListedPerson, RowKind, from_json, to_json
from lms.cohorts.lists.reading import ListReading, read_list
from tests.cohorts.lists.corpus import CORPUS
from tests.cohorts.lists.messy import Messy

ON = date(2022, 1, 11)
READ_AS = {
    Field.PHONE: "phone",
    Field.EMAIL: "email",
    Field.BIRTH: "birth_year",
    Field.AGE: "birth_year",
    Field.ORGANISATION: "organisation",
    Field.POSITION: "position",
}


@pytest.fixture(params=CORPUS, ids=lambda one: one.name)
def messy(request: pytest.FixtureRequest) -> Messy:
    return request.param


@pytest.fixture
def reading(messy: Messy) -> ListReading:
    return read_list(messy.content(), on=ON)


def line(person: ListedPerson) -> str:
    facts = (person.family_name, person.given_name, person.phone, person.gender, person.birth_year)
    return "|".join("" if one is None else str(one) for one in (*facts, person.region_code))


def test_the_people_are_who_they_should_be(messy, reading):
    assert [line(row.person) for row in reading.of_kind(RowKind.PERSON)] == messy.people


def test_what_cannot_be_taken_is_named_with_its_place(messy, reading):
    assert [f"{flaw.place} {flaw.why}" for row in reading.rows for flaw in row.flaws] == messy.flaws


def test_every_repair_shows_before_and_after(messy, reading):
    made = [f"{one.place} {one.before}→{one.after} {one.why}" for row in reading.rows for one in row.repairs]
    assert not messy.repairs or sorted(made) == sorted(messy.repairs)


def test_every_row_is_accounted_for(messy, reading):
    kinds = Counter(row.kind.value for row in reading.rows if row.kind not in (RowKind.PERSON, RowKind.ERROR))
    said = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
    assert not messy.kinds or said == messy.kinds
    assert [row.number for row in reading.rows] == list(range(1, len(reading.rows) + 1))
    assert reading.header_row == messy.header_row


def test_registration_numbers_are_named_and_never_read(messy, reading):
    assert ",".join(column.letters for column in reading.left_out) == messy.registration
    kept = str([to_json(row) for row in reading.rows])
    assert not any(secret in kept for secret in ("85030212", "90113021"))


def test_no_cell_changes_without_a_word(reading):
    """What is kept equals what stood there, or a repair of that cell says otherwise."""
    for row in reading.of_kind(RowKind.PERSON):
        repaired = {repair.place for repair in row.repairs}
        for column in reading.columns:
            stood = row.cells[column.number - 1]
            if column.field in READ_AS and f"{column.letters}{row.number}" not in repaired:
                kept = getattr(row.person, READ_AS[column.field])
                assert stood == ("" if kept is None else str(kept)), (column, row)
            if column.field in NAME_FIELDS and not any(r.field in NAME_FIELDS for r in row.repairs):
                assert stood in (row.person.family_name, row.person.given_name), (column, row)


def test_a_reading_survives_its_way_through_the_database(reading):
    assert [from_json(to_json(row)) for row in reading.rows] == list(reading.rows)
