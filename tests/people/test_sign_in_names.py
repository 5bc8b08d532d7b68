"""What people type to say who they are."""

import pytest

from lms.people.models import NameKind
from lms.people.regions import region_choices, regions
from lms.people.sign_in_names import clean_email, clean_phone, read_sign_in_name


@pytest.mark.parametrize(
    ("typed", "phone"),
    [
        ("99112233", "99112233"),
        ("+976 9911-2233", "99112233"),
        ("00976 99 11 22 33", "99112233"),
        ("(9911) 2233", "99112233"),
        ("97699112", "97699112"),
        ("9911223", None),
        ("991122334", None),
        ("19112233", None),
        ("утас", None),
    ],
)
def test_a_phone_has_eight_digits(typed, phone):
    assert clean_phone(typed) == phone


@pytest.mark.parametrize(
    ("typed", "email"),
    [
        (" Bold@Example.MN ", "bold@example.mn"),
        ("болд@жишээ.мон", "болд@жишээ.мон"),
        ("bold@", None),
        ("bold@example", None),
        ("a b@example.mn", None),
        ("a" * 300 + "@example.mn", None),
    ],
)
def test_an_address_has_a_place(typed, email):
    assert clean_email(typed) == email


def test_each_is_told_from_the_others():
    from lms.core.codes import short_code

    code = short_code()
    read = [read_sign_in_name(typed) for typed in ("99112233", "a@b.mn", "a@b", code, "??")]
    assert read == [
        (NameKind.PHONE, "99112233"),
        (NameKind.EMAIL, "a@b.mn"),
        None,
        (NameKind.CODE, code),
        None,
    ]


def test_there_are_21_aimags_and_9_districts():
    kinds = [region.kind for region in regions().values()]
    assert (kinds.count("aimag"), kinds.count("duureg")) == (21, 9)


def test_aimags_come_first_in_alphabetical_order():
    names = [name for _, name in region_choices("mn")]
    assert names[:3] == ["Архангай аймаг", "Баян-Өлгий аймаг", "Баянхонгор аймаг"]
    assert names.index("Өвөрхангай аймаг") < names.index("Сүхбаатар аймаг")
    assert names[21].endswith("дүүрэг")
    assert region_choices("en")[0] == ("65", "Arkhangai aimag")
    assert region_choices("en")[-1][1].endswith("district")
