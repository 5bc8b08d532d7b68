"""Words without their endings, for search: төсвийн, төсвөөс and төсөвтөө all give төсв.

A light stripper, not a dictionary. It takes endings off in the order in which Mongolian puts them on, the
last one first:

    reflexive (-аа, -гаа) · case (-ын, -ийг, -д, -аас, -аар, -тай, -гүй …) · plural (-ууд, -чид …)
    · verb (-х, -сан, -даг, -на, -ж, -аад, -аарай …) · passive -гд- and nouns in -лт

An ending comes off only where vowel harmony and the letter before it allow it, and every way to do so is
kept: a word has several stems, and two words are alike when they share one. A stem has lost the vowels
that come and go (төсөв – төсвийн, хурал – хурлаас), a short vowel at its end (дарга – даргын) and ь.
Words come as `core.mongolian.search_key` writes them: small letters, ё written е. English words lose -s,
-es, -ed, -ing.
"""

from collections.abc import Iterator
from typing import NamedTuple

_VOWEL = "аеиоуыэюяөү"
_VOWELS = frozenset(_VOWEL)
_AT_THE_END = frozenset("аэоөиуүея")  # short vowels that a stem loses at its end
_FLEETING = frozenset("аэоөи")  # and before its last consonant

# Which last vowel of a stem goes with the vowel of an ending. и is passed over; е may be a folded ё.
_GOES_WITH = {"а": "аяуыю", "о": "ое", "э": "эүею", "ө": "өе"}
_BACK, _FRONT = "аоуяыюе", "эөүею"

REFLEXIVE, CASE, PLURAL, VERB, DERIVED = 5, 4, 3, 2, 1
_ANY = ""
_CONSONANT = "бвгджзклмнпрстфхцчшщьъ"
_LONG = "="  # a long vowel or a diphthong
# Endings, and what may stand before them. In capitals: А is а, о, э, ө by harmony; У is у, ү; Ы is ы, ий.
_TABLE = (
    (REFLEXIVE, _CONSONANT, "АА"),
    (REFLEXIVE, "н" + _LONG, "гАА"),
    (CASE, _CONSONANT, "Ын Ыг ААс ААр иАс иАр Анд Ад Ынх"),
    (CASE, _LONG, "г н гААс гААр"),
    (CASE, "н", "Ы гААс гААр"),
    (CASE, "н" + _VOWEL, "гийн"),
    (CASE, _ANY, "нЫ нЫх нААс нд гүй тай той тэй руу рүү луу лүү"),
    (CASE, "лмнрйь" + _VOWEL, "д"),
    (CASE, "бвгкрсх", "т"),
    (PLURAL, _CONSONANT, "УУд иУд"),
    (PLURAL, _LONG, "чУУд"),
    (PLURAL, "лмнрчшж" + _LONG, "д"),
    (PLURAL, "чшж", "ид ин"),
    (PLURAL, _ANY, "нУУд"),
    (VERB, _VOWEL, "х в"),
    (VERB, "лмн" + _VOWEL, "ж"),
    (VERB, "вгрс", "ч"),
    (VERB, _ANY, "сАн сн дАг дг нА лАА жээ чээ вАл ъя ъе ье"),
    (VERB, _CONSONANT, "ААд аарай оорой ээрэй өөрэй"),
    (VERB, _LONG, "гАА гААд гаарай гоорой гээрэй гөөрэй"),
    (DERIVED, _VOWEL, "гд лт"),
)
_IRREGULAR = {"иргэд": "иргэн", "хүмүүс": "хүн", "охид": "охин", "эзэд": "эзэн"}
# Letters that must be left of a word; else 3 before an ending of one letter, 2 before a longer one.
_LEAST = {"в": 5, "ж": 4, "ч": 4, "аа": 3, "ээ": 3, "оо": 3, "өө": 3}
_ENGLISH = (("ies", "y"), ("es", ""), ("s", ""), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"))


class _Ending(NamedTuple):
    """What an ending asks of the letters before it; an empty set asks nothing."""

    rank: int
    after: frozenset[str]
    vowels: frozenset[str]
    least: int

    def leaves(self, stem: str) -> bool:
        if len(stem) < self.least or _VOWELS.isdisjoint(stem):
            return False
        if self.after and stem[-1] not in self.after and not (_LONG in self.after and _ends_long(stem)):
            return False
        return not self.vowels or _last_vowel(stem) in self.vowels


def _ends_long(stem: str) -> bool:
    return stem[-1] == "й" or (stem[-1] in _VOWELS and stem[-2] in _VOWELS)


def _last_vowel(stem: str) -> str:
    """The vowel that rules the harmony; и alone counts as э."""
    return next((letter for letter in reversed(stem) if letter in _VOWELS and letter != "и"), "э")


def _spelt(pattern: str) -> Iterator[tuple[str, str]]:
    """The spellings of a pattern, each with the stem vowels that it goes with."""
    if "А" in pattern:
        for vowel, vowels in _GOES_WITH.items():
            yield pattern.replace("А", vowel), vowels
    elif "У" in pattern:
        yield pattern.replace("У", "у"), _BACK
        yield pattern.replace("У", "ү"), _FRONT
    elif "Ы" in pattern:
        yield pattern.replace("Ы", "ы"), _BACK
        yield pattern.replace("Ы", "ий"), _ANY  # also after ж, ч, ш, г: аймгийн
    else:
        yield pattern, _ANY


def _by_spelling() -> dict[str, list[_Ending]]:
    endings: dict[str, list[_Ending]] = {}
    for rank, after, patterns in _TABLE:
        for pattern in patterns.split():
            for spelling, vowels in _spelt(pattern):
                least = _LEAST.get(spelling, 3 if len(spelling) == 1 else 2)
                ending = _Ending(rank, frozenset(after), frozenset(vowels), least)
                endings.setdefault(spelling, []).append(ending)
    return endings


_ENDINGS = _by_spelling()
_LONGEST = max(map(len, _ENDINGS))


def is_ending(word: str) -> bool:
    """Whether a word is only what stood behind a hyphen: ОНХС-ийн."""
    return word in _ENDINGS


def stems(word: str) -> frozenset[str]:
    """Every stem that a word may have; never empty."""
    return frozenset(_bare(trunk) for trunk in trunks(word))


def trunks(word: str) -> set[str]:
    """The word itself, and what is left of it without one or more endings, its vowels untouched."""
    if word.isascii():
        return {word, *_english(word)}
    for plural, singular in _IRREGULAR.items():
        if word.startswith(plural):
            word = singular + word.removeprefix(plural)
    found = {word}
    waiting = [(word, REFLEXIVE + 1)]
    while waiting:
        trunk, below = waiting.pop()
        for stem, rank in _without_an_ending(trunk, below):
            found.add(stem)
            waiting.append((stem, rank))
    return found


def _without_an_ending(word: str, below: int) -> Iterator[tuple[str, int]]:
    for length in range(1, min(_LONGEST, len(word) - 1) + 1):
        for ending in _ENDINGS.get(word[-length:], ()):
            if ending.rank < below and ending.leaves(word[:-length]):
                yield word[:-length], ending.rank


def _bare(trunk: str) -> str:
    """A trunk without the sounds that come and go."""
    word = trunk.rstrip("ьъ") or trunk
    if len(word) > 2 and word[-1] in _AT_THE_END and not _ends_long(word):
        word = word[:-1].rstrip("ьъ")
    inside = len(word) > 3 and word[-2] in _FLEETING and word[-1] not in _VOWELS and word[-1] != "й"
    if inside and word[-3] not in _VOWELS and not _VOWELS.isdisjoint(word[:-3]):
        word = word[:-2] + word[-1]
    return word


def _english(word: str) -> Iterator[str]:
    for ending, put_back in _ENGLISH:
        if word.endswith(ending) and len(word) >= len(ending) + 3:
            yield word.removesuffix(ending) + put_back
