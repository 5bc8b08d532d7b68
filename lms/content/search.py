"""Searching the course: words of a query, places that hold them, lessons in their order."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from math import log, log1p
from types import MappingProxyType

from lms.content.search_index import SOUNDS_ALIKE, WORD, Field, Index, Kind, Place
from lms.content.sentences import sentences
from lms.core.mongolian import search_key
from lms.core.stems import is_ending

LONGEST_QUERY = 100  # signs
MOST_WORDS = 8
MOST_HITS = 20
PASSAGES = 2  # shown of one lesson
LONGEST_PASSAGE = 240  # signs
OTHER_LANGUAGE = 0.4
WORTH_NAMING = 0.1  # of the best score, to be listed at all
NAMED = 4  # for a title that is the query
NEARLY_AS_GOOD = 0.6  # of the best passage, to be shown beside it

WEIGHTS: Mapping[Field, float] = MappingProxyType(
    {Field.TITLE: 8, Field.HEADING: 4, Field.TERM: 2.5, Field.TEXT: 1}
)
# Words of a question that say nothing of what it is about.
_SMALL = frozenset(
    "нь ба бол болон буюу ч л энэ тэр эдгээр тэдгээр вэ бэ уу үү юу юм юуг ямар яаж хэрхэн хэзээ хаана"
    " хаанаас хэн хэд би бид та тухай байна байдаг байх a an the of to in on at for and or is are be can what"
    " how who when where which do does i we you it my our".split()
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a sentence; `found` are those that the query asked for."""

    text: str
    found: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentence that answers best in one place."""

    field: Field
    anchor: str
    language: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A lesson, term or tool that answers the query, with its best passages."""

    kind: Kind
    id: str
    in_title: bool
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found; `guessed` are words of the query that stand nowhere as they were typed."""

    hits: tuple[Hit, ...] = ()
    guessed: tuple[str, ...] = ()


def search(
    index: Index,
    query: str,
    language: str,
    *,
    kinds: Collection[Kind] = frozenset(Kind),
    most: int = MOST_HITS,
) -> Answer:
    """The best hits for a query, best first; `language` is that of the page, whose texts come first."""
    alike = {word: index.alike(word) for word in words_of(query)}
    asked = _Asked(index, language, kinds, tuple(_look_up(index, found) for found in alike.values()))
    guessed = tuple(word for word, found in alike.items() if found and max(found.values()) <= SOUNDS_ALIKE)
    return Answer(tuple(asked.hits(most)), guessed)


def words_of(query: str) -> list[str]:
    """The words that matter, each once: small words count only when there is nothing else."""
    words = list(dict.fromkeys(WORD.findall(search_key(query[:LONGEST_QUERY]))))
    telling = [word for word in words if word not in _SMALL and not is_ending(word)]
    return (telling or words)[:MOST_WORDS]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """One word of the query: what it is worth, where it stands and how well, and as which words."""

    worth: float
    places: Mapping[int, float]
    words: frozenset[str]


def _look_up(index: Index, alike: Mapping[str, float]) -> _Wanted:
    places: dict[int, float] = {}
    for word, quality in alike.items():
        for number in index.postings[word]:
            places[number] = max(quality, places.get(number, 0))
    return _Wanted(log(1 + len(index.places) / (1 + len(places))), places, frozenset(alike))


@dataclass(frozen=True, slots=True)
class _Asked:
    """A query that has been looked up; places go by their numbers."""

    index: Index
    language: str
    kinds: Collection[Kind]
    wanted: tuple[_Wanted, ...]

    def hits(self, most: int) -> Iterator[Hit]:
        """The lessons, terms and tools where words of the query stand, the best first."""
        homes: dict[tuple[Kind, str], list[int]] = defaultdict(list)
        for number in sorted({number for one in self.wanted for number in one.places}):
            place = self.index.places[number]
            if place.kind in self.kinds:
                homes[place.kind, place.id].append(number)
        scores = {home: self._score(numbers) for home, numbers in homes.items()}
        least = WORTH_NAMING * max(scores.values(), default=0)
        best = sorted((home for home in homes if scores[home] >= least), key=lambda home: -scores[home])
        for kind, name in best[:most]:
            numbers = homes[kind, name]
            shown = sorted(self._worth_showing(numbers).items(), key=lambda pair: (-pair[1], pair[0]))
            passages = tuple(self._passage(self.index.places[number]) for number, _ in shown[:PASSAGES])
            yield Hit(kind, name, self._is_titled(numbers), passages)

    def _score(self, numbers: list[int]) -> float:
        """What all places of one lesson are worth together.

        Each word counts where it stands best; the place that holds most of them counts again, and how
        often they stand there counts a little. Words that are missing cost much.
        """
        value = {number: self._value(self.index.places[number]) for number in numbers}
        best = often = present = 0.0
        for one in self.wanted:
            here = [number for number in numbers if number in one.places]
            best += one.worth * max((value[number] * one.places[number] for number in here), default=0)
            often += one.worth * log1p(len(here))
            present += bool(here)
        closest = max(self._worth_showing(numbers).values(), default=0)
        named = NAMED * sum(one.worth for one in self.wanted) * any(map(self._is_name, numbers))
        return (present / len(self.wanted)) ** 2 * (best + closest + often / 2 + named)

    def _value(self, place: Place) -> float:
        return WEIGHTS[place.field] * (1 if place.language == self.language else OTHER_LANGUAGE)

    def _is_name(self, number: int) -> bool:
        """Whether a title, or a name of a term, says nothing but what was asked for."""
        place = self.index.places[number]
        is_name = place.field is Field.TITLE or (place.kind is Kind.TERM and place.field is Field.TERM)
        return is_name and any(len(self._found(line)) == len(WORD.findall(line)) > 0 for line in place.lines)

    def _is_titled(self, numbers: list[int]) -> bool:
        """Whether a title says all that was asked for."""
        titles = [number for number in numbers if self.index.places[number].field is Field.TITLE]
        return any(all(number in one.places for one in self.wanted) for number in titles)

    def _worth_showing(self, numbers: list[int]) -> dict[int, float]:
        """Places with their scores: those in the page's language, where there are any."""
        texts = [number for number in numbers if self.index.places[number].field is not Field.TITLE]
        own = [number for number in texts if self.index.places[number].language == self.language]
        scores = {
            number: sum(one.worth * one.places.get(number, 0) for one in self.wanted)
            for number in own or texts
        }
        least = NEARLY_AS_GOOD * max(scores.values(), default=0)
        return {number: score for number, score in scores.items() if score >= least}

    def _passage(self, place: Place) -> Passage:
        """The sentence of a place that holds most of what was asked for."""
        told = {sentence: self._told(sentence) for line in place.lines for sentence in sentences(line)}
        best = max(told, key=lambda sentence: told[sentence])
        pieces = tuple(self._pieces(self._shortened(best)))
        return Passage(place.field, place.anchor, place.language, pieces)

    def _told(self, sentence: str) -> float:
        words = {self.index.keys[word] for word in WORD.findall(sentence)}
        return sum(one.worth for one in self.wanted if not words.isdisjoint(one.words))

    def _found(self, sentence: str) -> list[re.Match[str]]:
        words = WORD.finditer(sentence)
        return [
            word for word in words if any(self.index.keys.get(word[0]) in one.words for one in self.wanted)
        ]

    def _shortened(self, sentence: str) -> str:
        """A long sentence from a little before the first word that was found."""
        if len(sentence) <= LONGEST_PASSAGE:
            return sentence
        begin = max(self._found(sentence)[0].start() - LONGEST_PASSAGE // 3, 0)
        start = sentence.rfind(" ", 0, begin) + 1
        shown = sentence[start : start + LONGEST_PASSAGE]
        if start + len(shown) < len(sentence):
            shown = shown.rpartition(" ")[0] + " …"
        return f"… {shown}" if start else shown

    def _pieces(self, sentence: str) -> Iterator[Piece]:
        """The sentence cut where words that were found begin and end."""
        end = 0
        for word in self._found(sentence):
            if word.start() > end:
                yield Piece(sentence[end : word.start()])
            yield Piece(word[0], found=True)
            end = word.end()
        if end < len(sentence):
            yield Piece(sentence[end:])
