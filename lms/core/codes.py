"""Codes that people read aloud, copy from paper and type on either keyboard.

Nineteen signs that look the same in Latin and Cyrillic capitals. Of signs that are easily
taken for one another only one is used (0 but not O, 8 but not B, 3 but not З), so whichever
of them is typed, there is one thing it can mean.
"""

import re
import secrets
import unicodedata
from enum import StrEnum
from random import Random

ALPHABET = "0123456789ACEHKMPTX"
CODE_SIGNS = 11  # ten by chance and the check sign
SHORT_SIGNS = 6  # five by chance and the check sign
SHORTEST, LONGEST = 4, 18

# 19 is prime and 2 is a primitive root of it: place i weighs 2^i, so no two of 18 places weigh the same.
_PRIME = len(ALPHABET)
_VALUE = {sign: value for value, sign in enumerate(ALPHABET)}
_SEPARATORS = re.compile(r"[\s.,·_/\\\-\u2010-\u2015\u2212\u00ad\u200b-\u200f\ufeff]+")
_MEANT = str.maketrans(
    {
        "А": "A", "С": "C", "Е": "E", "Н": "H", "К": "K", "М": "M", "Р": "P", "Т": "T", "Х": "X",
        "О": "0", "O": "0", "Ө": "0", "І": "1", "I": "1", "Ӏ": "1", "L": "1", "Z": "2", "З": "3", "Ч": "4",
        "S": "5", "Ѕ": "5", "Б": "6", "В": "8", "B": "8",
    }
)  # fmt: skip


class Flaw(StrEnum):
    """What is wrong with a typed code."""

    SIGN = "sign"
    LENGTH = "length"
    CHECK = "check"


class CodeRefused(ValueError):
    """The typed text is no code of ours: `flaw` says why, for the page to say it in words.

    `typed` is how many signs there were and `expected` how many there should be; `sign` is the
    first sign that no code holds, in capitals.
    """

    def __init__(self, flaw: Flaw, *, typed: int, expected: int, sign: str = "") -> None:
        super().__init__(f"{flaw}: {typed} of {expected} {sign!r}")
        self.flaw = flaw
        self.typed = typed
        self.expected = expected
        self.sign = sign


def new_code(random: Random | None = None) -> str:
    """Make the code of a certificate: eleven signs, from the system's randomness unless told otherwise."""
    return short_code(CODE_SIGNS, random)


def short_code(signs: int = SHORT_SIGNS, random: Random | None = None) -> str:
    """Make a code of `signs` signs, the last of them the check sign."""
    if not SHORTEST <= signs <= LONGEST:
        raise ValueError(f"a code has {SHORTEST} to {LONGEST} signs, not {signs}")
    chosen = random or secrets.SystemRandom()
    payload = "".join(chosen.choice(ALPHABET) for _ in range(signs - 1))
    return payload + check_sign(payload)


def new_token() -> str:
    """Make 128 bits of randomness for a link: 22 URL-safe signs."""
    return secrets.token_urlsafe(16)


def check_sign(payload: str) -> str:
    """The sign that, put behind `payload`, shows every wrong sign and every swap of two."""
    return ALPHABET[-2 * _sum(payload) % _PRIME]


def read(typed: str, *, signs: int = CODE_SIGNS) -> str:
    """Turn what somebody typed into the stored form; raise `CodeRefused` when it cannot be one."""
    letters = _SEPARATORS.sub("", unicodedata.normalize("NFKC", typed))
    code = letters.upper().translate(_MEANT)
    count = len(code)
    strange = next((sign for sign in code if sign not in _VALUE), None)
    if strange is not None:
        raise CodeRefused(Flaw.SIGN, typed=count, expected=signs, sign=strange)
    if count != signs:
        raise CodeRefused(Flaw.LENGTH, typed=count, expected=signs)
    if _sum(code) != 0:
        raise CodeRefused(Flaw.CHECK, typed=count, expected=signs)
    return code


def normalise(typed: str) -> str | None:
    """The stored form of a certificate's code, or None when `typed` cannot be one."""
    try:
        return read(typed)
    except CodeRefused:
        return None


def normalise_short(typed: str) -> str | None:
    """The stored form of a code of any length that `short_code` makes, or None."""
    signs = len(_SEPARATORS.sub("", unicodedata.normalize("NFKC", typed)))
    if not SHORTEST <= signs <= LONGEST:
        return None
    try:
        return read(typed, signs=signs)
    except CodeRefused:
        return None


def pretty(code: str) -> str:
    """A code in groups that are easy to read aloud: 7K3M-H9TP-X4E, 7K3-M9T."""
    width = 3 if len(code) % 3 == 0 else 4
    if len(code) <= width + 1:
        return code
    return "-".join(code[start : start + width] for start in range(0, len(code), width))


def _sum(code: str) -> int:
    total = 0
    for sign in code:
        total = (2 * total + _VALUE[sign]) % _PRIME
    return total
