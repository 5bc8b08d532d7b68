"""What a search looks through: the places of the course, and which words stand where.

Built once, when the course is loaded. Words are compared as `core.mongolian.search_key` writes them and
by their stems (`core.stems`).
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from rapidfuzz import process
from rapidfuzz.distance import OSA

from lms.content.course import LANGUAGES, Course, Lesson, Term, Tool
from lms.core.mongolian import match_key, search_key
from lms.core.stems import stems, trunks

WORD = re.compile(r"[^\W_]+")

EXACT, INFLECTED, RELATED, BEGINNING, SOUNDS_ALIKE, SLIP = 1.0, 0.9, 0.55, 0.5, 0.45, 0.4
SHORTEST_BEGINNING = 3  # letters from which a word finds what begins with it
SHORTEST_SOUND = 3  # letters of what is heard
SHORTEST_SLIP = 6  # letters from which a word may be mistyped


class Kind(StrEnum):
    LESSON = "lesson"
    TERM = "term"
    TOOL = "tool"


class Field(StrEnum):
    """Where words stand; what that is worth is for the ranking to say."""

    TITLE = "title"
    HEADING = "heading"
    TERM = "term"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Place:
    """Words in one language, and where a link opens them; without an anchor that is the top of the page."""

    kind: Kind
    id: str
    language: str
    field: Field
    anchor: str
    lines: tuple[str, ...]


def places_of(course: Course) -> Iterator[Place]:
    """Everything that can be found, in both languages."""
    for language in LANGUAGES:
        for lesson in course.lessons:
            yield from _of_lesson(lesson, language)
        for term in course.terms.values():
            yield from _of_term(term, language)
        for tool in course.tools:
            yield from _of_tool(tool, language)


def _of_lesson(lesson: Lesson, language: str) -> Iterator[Place]:
    body = lesson.bodies[language]
    outcomes = tuple(outcome[language] for outcome in lesson.outcomes)
    for where, anchor, lines in (
        (Field.TITLE, "", (lesson.title[language],)),
        (Field.TERM, "", outcomes),
        *((Field.HEADING, section.id, (section.title,)) for section in body.sections),
        *((Field.TEXT, block.id, block.lines) for block in body.blocks),
    ):
        yield Place(Kind.LESSON, lesson.id, language, where, anchor, lines)


def _of_term(term: Term, language: str) -> Iterator[Place]:
    names = (term.name[language], term.abbreviation[language] if term.abbreviation else "")
    yield Place(Kind.TERM, term.id, language, Field.TERM, f"t-{term.id}", names)
    yield Place(Kind.TERM, term.id, language, Field.TEXT, f"t-{term.id}", (term.definition[language],))


def _of_tool(tool: Tool, language: str) -> Iterator[Place]:
    texts = (tool.purpose, tool.when, *tool.steps, tool.example)
    yield Place(Kind.TOOL, tool.id, language, Field.TITLE, "", (tool.title[language],))
    yield Place(Kind.TOOL, tool.id, language, Field.HEADING, "", (tool.question[language],))
    yield Place(Kind.TOOL, tool.id, language, Field.TEXT, "", tuple(text[language] for text in texts))


@dataclass
class Index:
    """Which words stand where, and which words are like which.

    `keys`: how each word of the course is compared, by its spelling; `postings`: numbers of places.
    """

    places: tuple[Place, ...]
    keys: dict[str, str] = field(default_factory=dict)
    postings: dict[str, list[int]] = field(default_factory=dict)
    _words: list[str] = field(default_factory=list)
    _by_stem: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _by_sound: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        keys = self.keys
        for number, place in enumerate(self.places):
            for spelling in {word for line in place.lines for word in WORD.findall(line)}:
                if spelling not in keys:
                    keys[spelling] = search_key(spelling)
                numbers = self.postings.setdefault(keys[spelling], [])
                if numbers[-1:] != [number]:
                    numbers.append(number)
        self._words = sorted(self.postings)
        for word in self._words:
            for stem in stems(word):
                self._by_stem[stem].append(word)
            self._by_sound[match_key(word)].append(word)

    def alike(self, word: str) -> dict[str, float]:
        """The words of the course that answer a word of a query, each with how well, up to 1.

        A slip of the finger is forgiven only where nothing else was found.
        """
        found = self._begun(word) | self._inflected(word)
        if word in self.postings:
            found[word] = EXACT
        found = dict.fromkeys(self._sounding(word, anyhow=not found), SOUNDS_ALIKE) | found
        if not found and len(word) >= SHORTEST_SLIP:
            found = dict.fromkeys(self._mistyped(word), SLIP)
        return found

    def _inflected(self, word: str) -> dict[str, float]:
        """Words that share a stem; those that share only a much shorter one are related, no more."""
        shared: dict[str, int] = {}
        for stem in stems(word):
            for other in self._by_stem.get(stem, ()):
                shared[other] = max(len(stem), shared.get(other, 0))
        longest = max(shared.values(), default=0)
        return {other: INFLECTED if length >= longest - 1 else RELATED for other, length in shared.items()}

    def _begun(self, word: str) -> dict[str, float]:
        found: dict[str, float] = {}
        for trunk in trunks(word):
            if len(trunk) >= SHORTEST_BEGINNING + (trunk != word):
                start = bisect_left(self._words, trunk)
                end = bisect_left(self._words, trunk + "\uffff")
                found |= dict.fromkeys(self._words[start:end], BEGINNING)
        return found

    def _sounding(self, word: str, *, anyhow: bool) -> Iterator[str]:
        """Words of the other alphabet that sound the same, in all their forms: МАСАМ is MASAM.

        `anyhow`: also those of the same alphabet, тосов for төсөв.
        """
        sound = match_key(word)
        for other in self._by_sound.get(sound, ()) if len(sound) >= SHORTEST_SOUND else ():
            if anyhow or other.isascii() != word.isascii():
                yield other
                yield from (form for form, how in self._inflected(other).items() if how == INFLECTED)

    def _mistyped(self, word: str) -> Iterable[str]:
        """Words that one wrong, missing, added or swapped letter would make of it, or of its stem."""
        for other, _distance, _place in process.extract(
            word, self._words, scorer=OSA.distance, score_cutoff=1, limit=None
        ):
            yield other
        known = list(self._by_stem)
        for stem in stems(word):
            if len(stem) >= SHORTEST_SLIP - 1:
                for near, _distance, _place in process.extract(
                    stem, known, scorer=OSA.distance, score_cutoff=1, limit=None
                ):
                    yield from self._by_stem[near]
