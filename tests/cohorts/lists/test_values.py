"""One cell, one meaning: in tables."""

from datetime import date

import pytest

from lms.cohorts.lists import guess, halves, names, table, values, vocabulary, words
from lms.cohorts.lists.fields import NAMES, Field
from lms.cohorts.lists.halfdays import mark_columns
from lms.cohorts.lists.halves import HalfHeader
from lms.cohorts.lists.header import Column
from lms.cohorts.lists.reasons import LEFT_EMPTY, Reason
from lms.cohorts.lists.reasons import WORDS as REASON_WORDS
from lms.cohorts.models import HalfDay, MarkStatus, Session
from lms.people.groups import Disability, LearnerGroup

ON = date(2022, 1, 11)
AM, PM = HalfDay.MORNING, HalfDay.AFTERNOON


def test_every_field_and_reason_has_words():
    assert set(NAMES) == set(Field)
    assert set(REASON_WORDS) == set(Reason)
    assert set(REASON_WORDS) > LEFT_EMPTY


@pytest.mark.parametrize(
    ("raw", "kept", "why"),
    [
        ("bold@example.mn", "bold@example.mn", None),
        ("Bold@Example.MN", "bold@example.mn", Reason.SMALL_LETTERS),
        ("bold@", None, Reason.NOT_AN_EMAIL),
        ("–", None, None),
        (None, None, None),
    ],
)
def test_emails(raw, kept, why):
    assert values.email(raw) == (kept, why)


@pytest.mark.parametrize(
    ("raw", "kept", "why"),
    [
        (None, None, None),
        ("ук85030212", None, Reason.REGISTRATION),
        ("12-34", None, Reason.NOT_A_PHONE),
        ("ажил 12 99112233", None, Reason.NOT_A_PHONE),
        ("70112233", "70112233", None),
    ],
)
def test_phones(raw, kept, why):
    assert values.phone(raw) == (kept, why)


@pytest.mark.parametrize(
    ("raw", "kept", "why"),
    [
        (1985.5, None, Reason.NOT_A_YEAR),
        ("УК85030212", None, Reason.REGISTRATION),
        ("1985", 1985, None),
        ("36 years old", 1986, Reason.YEAR_OF_AGE),
    ],
)
def test_years_of_birth(raw, kept, why):
    assert values.birth_year(raw, on=ON) == (kept, why)


@pytest.mark.parametrize(
    ("raw", "group"),
    [
        ("Иргэн", LearnerGroup.CITIZEN),
        ("Төрийн бус байгууллага", LearnerGroup.CSO),
        ("ТББ", LearnerGroup.CSO),
        ("Төрийн албан хаагч", LearnerGroup.STATE_ADMIN),
        ("ИТХ-ын төлөөлөгч", LearnerGroup.STATE_ADMIN),
        ("ӨЭМТ", LearnerGroup.PROVIDER),
        ("Сэтгүүлч", LearnerGroup.MEDIA),
        ("Их сургуулийн багш", LearnerGroup.ACADEMIA),
        ("tech", LearnerGroup.TECH),
        ("state_admin", LearnerGroup.STATE_ADMIN),
        ("өөр", None),
        ("", None),
    ],
)
def test_social_groups(raw, group):
    assert values.group(raw).value is group


def test_yes_and_no():
    assert values.yes("Тийм").value is True
    assert values.yes("-").value is False
    assert values.disability("ХБТэй").value is Disability.YES
    assert values.disability("хөгжлийн бэрхшээлтэй").value is Disability.YES
    assert values.region(" ").why is None
    assert vocabulary.region("43") == "43"


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        ("+", MarkStatus.PRESENT), ("И", MarkStatus.PRESENT), (1, MarkStatus.PRESENT),
        (True, MarkStatus.PRESENT),
        ("Т", MarkStatus.ABSENT), (0, MarkStatus.ABSENT), (False, MarkStatus.ABSENT),
        ("хоцорсон", MarkStatus.LATE), ("эрт явсан", MarkStatus.LEFT_EARLY), ("", None), ("??", None),
    ],
)  # fmt: skip
def test_marks(raw, status):
    assert values.mark(raw).value is status


@pytest.mark.parametrize(
    ("raw", "days"),
    [
        (date(2022, 1, 11), [date(2022, 1, 11)]),
        (44572, [date(2022, 1, 11)]),
        ("2022.01.11", [date(2022, 1, 11)]),
        ("2022-01-11", [date(2022, 1, 11)]),
        ("2022.01.11-12", [date(2022, 1, 11), date(2022, 1, 12)]),
        ("2022 оны 1 сарын 11–12", [date(2022, 1, 11), date(2022, 1, 12)]),
        ("2022.01.11 - 2022.01.13", [date(2022, 1, 11), date(2022, 1, 13)]),
        ("2022.02.27-31", [date(2022, 2, 27)]),
        ("2022.13.11", []),
        ("маргааш", []),
    ],
)
def test_days(raw, days):
    assert values.days_in(raw) == days
    assert values.day(raw) == (days[0] if days else None)


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("2022.01.11 өглөө", HalfHeader(on=date(2022, 1, 11), half=AM)),
        ("2 дахь өдөр", HalfHeader(ordinal=2)),
        ("Day 1 PM", HalfHeader(ordinal=1, half=PM)),
        ("1 сарын 12-ны үдээс хойш", HalfHeader(month=1, day=12, half=PM)),
        ("01/12", HalfHeader(month=1, day=12)),
        ("Ирц", HalfHeader()),
        ("Байгууллага", None),
    ],
)
def test_titles_of_attendance_columns(title, told):
    assert halves.read_half(title) == told


def sessions(*days):
    return [
        Session(id=10 * day + place, on=date(2022, 1, day), half=half)
        for day in days
        for place, half in enumerate((AM, PM))
    ]


@pytest.mark.parametrize(
    ("told", "ids"),
    [
        (HalfHeader(on=date(2022, 1, 11), half=AM), (110,)),
        (HalfHeader(on=date(2022, 1, 12)), (120, 121)),
        (HalfHeader(ordinal=2, half=PM), (121,)),
        (HalfHeader(ordinal=3), ()),
        (HalfHeader(day=12, half=AM), (120,)),
        (HalfHeader(month=2, day=12), ()),
        (HalfHeader(half=AM), ()),
    ],
)
def test_a_column_finds_its_half_days(told, ids):
    (column,) = mark_columns([Column(4, "х", Field.MARK, told)], sessions(11, 12))
    assert column.sessions == ids


def test_a_half_day_is_filled_by_one_column():
    columns = [Column(n, "х", Field.MARK, HalfHeader(half=AM)) for n in (4, 5)]
    assert [one.sessions for one in mark_columns(columns, sessions(11))] == [(110,), ()]


@pytest.mark.parametrize("raw", ["1+", "Болд @", "(дарга)", "***"])
def test_what_is_no_name(raw):
    with pytest.raises(names.NotAName):
        names.one(raw)


def test_a_hyphened_second_half_stays_as_it_is_written():
    assert names.one("номин-эрдэнэ") == ("Номин-эрдэнэ", (Reason.CAPITALS,))


def test_columns_have_letters_and_values_a_look():
    assert [table.letters(n) for n in (1, 26, 27, 703)] == ["A", "Z", "AA", "AAA"]
    assert table.shown(values_time()) == "09:30"


def values_time():
    from datetime import time

    return time(9, 30)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("УК85030212", True),
        ("ук 85230212", True),
        ("УБ99992233", False),
        ("99112233", False),
        ("АБВ85030212", False),
    ],
)
def test_registration_numbers_are_known_by_their_date(text, found):
    assert bool(words.find_registration(text)) is found


def test_a_table_without_names_is_no_list():
    assert guess.fields(table.Table("", (("УК85030212", "a@b.mn"), ("УК85030213", "b@b.mn")))) == {
        1: Field.REGISTRATION,
        2: Field.EMAIL,
    }
