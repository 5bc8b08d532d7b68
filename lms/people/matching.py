"""The same person again? Candidates with reasons: suggests, never decides, merges nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from lms.core.mongolian import search_key
from lms.people import queries
from lms.people.models import Person, name_key

WORTH_SHOWING, SURE = 45, 90
MOST = 5


class Why(StrEnum):
    """What speaks for, or against, the same person."""

    NAME = "name"
    FAMILY_NAME = "family_name"
    INITIAL = "initial"
    SWAPPED = "swapped"
    PHONE = "phone"
    BIRTH_YEAR = "birth_year"
    REGION = "region"
    OTHER_FAMILY_NAME = "other_family_name"
    OTHER_BIRTH_YEAR = "other_birth_year"


POINTS = {
    Why.NAME: 40,
    Why.FAMILY_NAME: 25,
    Why.INITIAL: 10,
    Why.SWAPPED: 40,
    Why.PHONE: 35,
    Why.BIRTH_YEAR: 25,
    Why.REGION: 10,
    Why.OTHER_FAMILY_NAME: -20,
    Why.OTHER_BIRTH_YEAR: -45,
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is known of somebody who is being written down."""

    family_name: str
    given_name: str
    birth_year: int | None = None
    phone: str | None = None
    region_code: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who is there already. `sure`: everything that was said speaks for them."""

    person: Person
    score: int
    sure: bool
    why: tuple[Why, ...]


def candidates(
    family_name: str,
    given_name: str,
    birth_year: int | None = None,
    phone: str | None = None,
    region_code: str | None = None,
) -> list[Candidate]:
    """People who may be this one, the likeliest first, five at most."""
    return candidates_for([Wanted(family_name, given_name, birth_year, phone, region_code)])[0]


def candidates_for(several: Sequence[Wanted]) -> list[list[Candidate]]:
    """The candidates of each, in order, with one look at the database for all of them."""
    keys = {name_key(name) for one in several for name in (one.given_name, one.family_name)} - {""}
    people = queries.people_like(keys, {one.phone for one in several if one.phone})
    by_key: dict[str, list[Person]] = {}
    by_phone: dict[str, list[Person]] = {}
    for person in people:
        by_key.setdefault(person.match_key, []).append(person)
        if person.phone:
            by_phone.setdefault(person.phone, []).append(person)
    return [_ranked(one, by_key, by_phone) for one in several]


def judge(wanted: Wanted, person: Person) -> Candidate:
    """How much speaks for `person` being the one wanted, and what (pure)."""
    why = [*_names(wanted, person), *_facts(wanted, person)]
    score = sum(POINTS[one] for one in why)
    told = Why.PHONE in why or Why.BIRTH_YEAR in why
    sure = score >= SURE and told and Why.FAMILY_NAME in why and not any(POINTS[one] < 0 for one in why)
    return Candidate(person, score, sure, tuple(why))


def _ranked(
    wanted: Wanted, by_key: dict[str, list[Person]], by_phone: dict[str, list[Person]]
) -> list[Candidate]:
    near = {
        person.id: person
        for person in [
            *by_key.get(name_key(wanted.given_name), []),
            *by_key.get(name_key(wanted.family_name), []),
            *by_phone.get(wanted.phone or "", []),
        ]
    }
    judged = [judge(wanted, person) for person in near.values()]
    worth = [one for one in judged if one.score >= WORTH_SHOWING]
    return sorted(worth, key=lambda one: (-one.score, one.person.id))[:MOST]


def _names(wanted: Wanted, person: Person) -> list[Why]:
    given, family = name_key(wanted.given_name), name_key(wanted.family_name)
    there_given, there_family = person.match_key, name_key(person.family_name)
    if given == there_given:
        return [Why.NAME, *_family(wanted.family_name, person.family_name)]
    if family and (given, family) == (there_family, there_given):
        return [Why.SWAPPED]
    return []


def _family(one: str, other: str) -> list[Why]:
    a, b = search_key(one).rstrip("."), search_key(other).rstrip(".")
    if not a or not b:
        return []
    if name_key(a) == name_key(b):
        return [Why.FAMILY_NAME]
    if min(len(a), len(b)) <= 2 and name_key(a)[:1] == name_key(b)[:1]:
        return [Why.INITIAL]
    return [Why.OTHER_FAMILY_NAME]


def _facts(wanted: Wanted, person: Person) -> list[Why]:
    why = []
    if wanted.phone and wanted.phone == person.phone:
        why.append(Why.PHONE)
    if wanted.birth_year and person.birth_year:
        apart = abs(wanted.birth_year - person.birth_year)
        if apart == 0:
            why.append(Why.BIRTH_YEAR)
        elif apart > 1:
            why.append(Why.OTHER_BIRTH_YEAR)
    if wanted.region_code and wanted.region_code == person.region_code:
        why.append(Why.REGION)
    return why
