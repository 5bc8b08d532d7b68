"""The glossary in the order of the alphabet, with the lessons that use each term (pure)."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from string import ascii_uppercase

from lms.content.course import Course, Lesson, Term
from lms.core.mongolian import ALPHABET, sort_key

# No Mongolian word begins with these.
_NEVER_FIRST = "ъыь"


@dataclass(frozen=True, slots=True)
class Entry:
    """A term, and where it is taught: the lessons whose text marks it."""

    term: Term
    lessons: tuple[Lesson, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter and its entries; without entries it is only named in the row of letters."""

    letter: str
    number: int
    entries: tuple[Entry, ...]


def letters(course: Course, language: str, wanted: Container[str] | None = None) -> tuple[Letter, ...]:
    """Every letter of the alphabet in its order, then whatever else a term begins with.

    `wanted`: ids of the terms to show; all when it is None.
    """
    terms = sorted(
        (term for term in course.terms.values() if wanted is None or term.id in wanted),
        key=lambda term: sort_key(term.name[language]),
    )
    by_letter: dict[str, list[Entry]] = {letter: [] for letter in _alphabet(language)}
    for term in terms:
        entries = by_letter.setdefault(term.name[language][0].upper(), [])
        entries.append(Entry(term, _lessons_with(term, course.lessons, language)))
    return tuple(
        Letter(letter, number, tuple(entries))
        for number, (letter, entries) in enumerate(by_letter.items(), 1)
    )


def _alphabet(language: str) -> str:
    if language == "mn":
        return "".join(letter for letter in ALPHABET if letter not in _NEVER_FIRST).upper()
    return ascii_uppercase


def _lessons_with(term: Term, lessons: Iterable[Lesson], language: str) -> tuple[Lesson, ...]:
    return tuple(lesson for lesson in lessons if term.id in lesson.bodies[language].term_ids)
