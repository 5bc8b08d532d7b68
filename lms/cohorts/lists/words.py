"""Words as lists write them: compared in one form, whatever the keyboard, case and spaces were."""

import re

from lms.core.mongolian import fold_look_alikes, search_key

_SIGNS = re.compile(r"[\W_]+")
_KAZAKH = frozenset("іІұҰүҮ")
_LATIN = re.compile(r"[A-Za-zÀ-ÿ]")
_REGISTRATION = re.compile(r"(?<!\w)[A-Za-zА-Яа-яӨөҮүЁёЄєЇї]{2}[ -]?(\d{2})(\d{2})(\d{2})(\d{2})(?!\d)")


def key(text: str) -> str:
    """Small letters, Cyrillic where it was meant, single spaces, no signs."""
    return " ".join(_SIGNS.sub(" ", search_key(text)).split())


def tidy(text: str) -> str:
    """Spaces of every kind squeezed, invisible signs gone."""
    return " ".join(re.sub(r"[\u200b-\u200f\u2060\ufeff\u00ad]", "", text).split())


def cyrillic(text: str) -> str:
    """Look-alikes replaced; Kazakh letters in wholly Cyrillic words stay."""
    return " ".join(_word(word) for word in text.split(" "))


def _word(word: str) -> str:
    folded = fold_look_alikes(word)
    if _LATIN.search(word) or len(folded) != len(word):
        return folded
    return "".join(old if old in _KAZAKH else new for old, new in zip(word, folded, strict=True))


def find_registration(text: str) -> str | None:
    """A part of the text that has the form of a registration number: two letters, date, two digits."""
    for found in _REGISTRATION.finditer(text):
        month, day = int(found[2]), int(found[3])
        if (1 <= month <= 12 or 21 <= month <= 32) and 1 <= day <= 31:
            return found[0]
    return None
