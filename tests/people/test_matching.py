"""The same person again: suggested with reasons, never decided."""

import pytest

from lms.people.matching import Wanted, Why, candidates, candidates_for
from tests.factories import make_person


def best(*args, **kwargs):
    found = candidates(*args, **kwargs)
    return (found[0].why, found[0].sure) if found else None


@pytest.mark.parametrize(
    ("family", "given"),
    [("Пүрэв", "Бат-Эрдэнэ"), ("Пурэв", "Бат эрдэнэ"), ("ПҮРЭВ", "Батэрдэнэ"), ("Purev", "Bat-Erdene")],
)
def test_spellings_of_one_name_are_one_name(app, family, given):
    make_person(family_name="Пүрэв", given_name="Бат-Эрдэнэ", birth_year=1980, phone=None)
    assert best(family, given, 1980) == ((Why.NAME, Why.FAMILY_NAME, Why.BIRTH_YEAR), True)


def test_another_year_of_birth_is_another_person(app):
    make_person(family_name="Пүрэв", given_name="Бат-Эрдэнэ", birth_year=1980)
    assert best("Пүрэв", "Бат-Эрдэнэ", 1995) is None
    assert best("Пүрэв", "Бат-Эрдэнэ", 1981) == ((Why.NAME, Why.FAMILY_NAME), False)


def test_an_initial_speaks_for_somebody_but_never_surely(app):
    make_person(family_name="Пүрэв", given_name="Номин", birth_year=1980, phone="99112233")
    why, sure = best("П.", "Номин", 1980, "99112233", "43")
    assert (Why.INITIAL in why, sure) == (True, False)


def test_the_names_the_other_way_round_are_seen(app):
    make_person(family_name="Пүрэв", given_name="Номин", birth_year=1980)
    assert best("Номин", "Пүрэв", 1980) == ((Why.SWAPPED, Why.BIRTH_YEAR), False)


def test_a_phone_alone_is_a_family(app):
    make_person(family_name="Пүрэв", given_name="Номин", phone="99112233", birth_year=None)
    assert best("Дорж", "Ану", phone="99112233", region_code="43") == ((Why.PHONE, Why.REGION), False)
    assert best("Дорж", "Ану", phone="99112233", region_code="21") is None


def test_a_name_alone_in_another_family_is_nobody(app):
    make_person(family_name="Пүрэв", given_name="Номин", birth_year=1980)
    assert best("Дорж", "Номин") is None
    assert best("", "Номин", region_code="43") == ((Why.NAME, Why.REGION), False)


def test_many_are_looked_up_at_once_and_stay_in_order(app):
    first = make_person(family_name="Пүрэв", given_name="Номин")
    second = make_person(family_name="Дорж", given_name="Ану")
    found = candidates_for([Wanted("Дорж", "Ану"), Wanted("Хэн", "Ч"), Wanted("Пүрэв", "Номин")])
    assert [[one.person for one in people] for people in found] == [[second], [], [first]]
