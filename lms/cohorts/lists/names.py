"""Family and given name out of one cell or two."""

import re
from dataclasses import dataclass

from lms.cohorts.lists import words
from lms.cohorts.lists.reasons import Reason

LONGEST = 60
_DASH = "\u2010-\u2015\u2212-"
_NUMBER_BEFORE = re.compile(r"^\d{1,4}\s*[.)]\s*(?=\D)")
_INITIAL = re.compile(r"^((?:[^\W\d_]{1,2}\s*\.\s*){1,2})(?=[^\W\d_]{2})")
_INITIAL_BARE = re.compile(r"^([А-ЯӨҮЁA-Z])\s+(?=[^\W\d_]{2})")
_INITIAL_BEHIND = re.compile(r"^([^\W\d_]{2}[^.]*?)\s+([^\W\d_]{1,2})\s*\.$")
_AND = re.compile(r"[\n\r,;/&+]|\s(?:ба|болон|and)\s", re.IGNORECASE)
_SECOND = re.compile(r"\w\w\s*[^\W\d_]\.\s*[^\W\d_]{2}")
_HYPHEN = re.compile(rf"(?<=\w)\s*[{_DASH}]\s*(?=\w)")
_STRANGE = re.compile(r"[\d=<>{}\[\]()@*#:|_%$!?\"\\\\]")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


class NotAName(ValueError):
    def __init__(self, why: Reason) -> None:
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True, slots=True)
class Name:
    family: str
    given: str
    whys: tuple[Reason, ...] = ()


def one(raw: str) -> tuple[str, tuple[Reason, ...]]:
    """One name (or both in one text) put into its form. Raises `NotAName`."""
    pieces = [piece for piece in _AND.split(raw) if any(sign.isalpha() for sign in piece)]
    if len(pieces) > 1 or _SECOND.search(raw):
        raise NotAName(Reason.TWO_PEOPLE)
    text, whys = raw, []
    steps = (
        (Reason.SPACES, words.tidy),
        (Reason.LEADING_NUMBER, lambda name: _NUMBER_BEFORE.sub("", name)),
        (Reason.LOOK_ALIKES, words.cyrillic),
        (Reason.HYPHEN, lambda name: _HYPHEN.sub("-", name)),
        (Reason.CAPITALS, _capitals),
    )
    for why, step in steps:
        if (after := step(text)) != text:
            text = after
            whys.append(why)
    if _STRANGE.search(text) or (text and not re.search(r"[^\W\d_]", text)):
        raise NotAName(Reason.NOT_A_NAME)
    if len(text) > LONGEST:
        raise NotAName(Reason.NAME_TOO_LONG)
    return text, tuple(whys)


def is_refused(raw: str) -> bool:
    """Whether a text cannot be a name."""
    try:
        one(raw)
    except NotAName:
        return True
    return False


def both(raw: str, *, given_first: bool = False) -> Name:
    """Two names out of one cell: “Б.Болд”, “Бат Болд”, “Болд Б.”."""
    text, whys = one(raw)
    for pattern in (_INITIAL, _INITIAL_BARE):
        if found := pattern.match(text):
            family = re.sub(r"\s", "", found[1])
            family = family if family.endswith(".") else f"{family}."
            return Name(family, text[found.end() :].strip(), (*whys, Reason.SPLIT_NAME))
    if found := _INITIAL_BEHIND.match(text):
        return Name(f"{found[2]}.", found[1], (*whys, Reason.NAMES_TURNED))
    parts = text.split(" ")
    if len(parts) == 1:
        return Name("", text, whys)
    if given_first:
        return Name(" ".join(parts[1:]), parts[0], (*whys, Reason.NAMES_TURNED))
    why = Reason.SPLIT_NAME if len(parts) == 2 else Reason.MANY_WORDS
    return Name(" ".join(parts[:-1]), parts[-1], (*whys, why))


def two(family_raw: str, given_raw: str) -> Name:
    """A cell for each name; a given name with its initial fills an empty family name."""
    if not family_raw.strip() or not given_raw.strip():
        return both(given_raw or family_raw)
    family, family_whys = one(family_raw)
    given, given_whys = one(given_raw)
    if (found := _INITIAL.match(given)) and family.startswith(found[1][0]):
        given, given_whys = given[found.end() :], (*given_whys, Reason.SPLIT_NAME)
    return Name(family, given, (*family_whys, *given_whys))


def _capitals(name: str) -> str:
    """БАТ and бат become Бат; Мөнх-эрдэнэ stays as people write it, O’Neill too."""

    def word(found: re.Match[str]) -> str:
        typed = found[0]
        if len(typed) > 1 and typed.isupper():
            return typed.capitalize()
        return (
            typed[0].upper() + typed[1:]
            if typed.islower() and found.start() == _begins(name, found)
            else typed
        )

    return _WORD.sub(word, name)


def _begins(name: str, found: re.Match[str]) -> int:
    """Where a word begins that is not the second half of a hyphenated one; -1 when it is."""
    before = name[found.start() - 1] if found.start() else " "
    return -1 if re.match(rf"[{_DASH}]", before) else found.start()
