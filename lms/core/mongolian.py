"""Mongolian in Cyrillic: dates, numbers, order of letters, search and Latin spelling.

Pure functions; what Babel prints for `mn` is not what people write.
"""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from functools import lru_cache

ALPHABET = "абвгдеёжзийклмноөпрстуүфхцчшщъыьэюя"
# The Kazakh letters of Bayan-Ulgii stand in their places; the 35 keep their order among themselves.
_ORDER = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"

_SEPARATOR = "00"
_RANK = {str(digit): f"{10 + digit}" for digit in range(10)}
_RANK |= {letter: f"{30 + place}" for place, letter in enumerate(_ORDER)}
_RANK |= {chr(ord("a") + place): f"{72 + place}" for place in range(26)}
_RANK |= {"є": _RANK["ө"], "ѳ": _RANK["ө"], "ї": _RANK["ү"]}  # typed where a keyboard lacks ө and ү
_OTHER = "99"

_LOOKS_LIKE = {
    "ө": "єѳӫəɵöθº", "ү": "їұӱvüγνυ¿", "а": "aα", "е": "eε", "ё": "ë", "ж": "ј", "и": "іi", "к": "kκ",
    "м": "m", "о": "oο", "р": "pρ", "с": "c", "т": "tτ", "у": "yў", "х": "xχ",
    "Ө": "ЄѲӪƏƟÖΘª", "Ү": "ЇҰӰVÜΥY¯", "А": "AΑ", "В": "BΒ", "Е": "EΕ", "Ё": "Ë", "Ж": "Ј", "И": "ІI",
    "К": "KΚ", "М": "MΜ", "Н": "HΗ", "О": "OΟ", "Р": "PΡ", "С": "C", "Т": "TΤ", "У": "Ў", "Х": "XΧ",
}  # fmt: skip
_FOLD = str.maketrans({sign: letter for letter, signs in _LOOKS_LIKE.items() for sign in signs})
_DIGITS_INSIDE = (
    (re.compile(r"(?<=[^\W\d_])0(?=[^\W\d_])"), "о"),
    (re.compile(r"(?<=[^\W\d_])3(?=[^\W\d_])"), "з"),
)
_WORD = re.compile(r"[\w¿¯]+")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_HYPHENS = re.compile(r"[\s\u2010-\u2015\u2212-]+")

_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "ye", "ё": "yo", "ж": "j", "з": "z", "и": "i",
    "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "ө": "ö", "п": "p", "р": "r", "с": "s",
    "т": "t", "у": "u", "ү": "ü", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh",
    "ъ": "i", "ы": "y", "ь": "i", "э": "e", "ю": "yu", "я": "ya",
    "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ұ": "u", "һ": "h", "і": "i",  # Kazakh: not in the standard
}  # fmt: skip
_SAME_SOUND = (
    ("w", "v"), ("kh", "h"), ("x", "h"), ("zh", "j"), ("dz", "z"), ("ts", "c"),
    ("ye", "e"), ("yu", "u"), ("yo", "o"), ("ya", "a"), ("y", "i"), ("o", "u"),
)  # fmt: skip


def ordinal_word(n: int) -> str:
    """What makes a figure an ordinal, by the number's last word read aloud: 1 дүгээр, 2 дугаар."""
    units, tens = n % 10, n // 10 % 10
    front = units in (1, 4, 9) or (units == 0 and tens in (4, 9)) or n == 0
    return "дүгээр" if front else "дугаар"


def long_date(day: date) -> str:
    """2022 оны 1 дүгээр сарын 10."""
    return f"{day.year} оны {_month(day)} {day.day}"


def short_date(day: date) -> str:
    """2022.01.10, for tables."""
    return f"{day.year:04}.{day.month:02}.{day.day:02}"


def date_with_day(day: date) -> str:
    """2022 оны 1 дүгээр сарын 10-ны өдөр, as officials write."""
    return f"{long_date(day)}-{'ний' if day.day % 10 in (1, 4, 9) else 'ны'} өдөр"


def interval(first: date, last: date) -> str:
    """2026 оны 1 дүгээр сарын 10–14: what both days share is said once. Raises ValueError when reversed."""
    if last < first:
        raise ValueError(f"{last} comes before {first}")
    if first == last:
        return long_date(first)
    if first.year != last.year:
        return f"{long_date(first)} – {long_date(last)}"
    if first.month != last.month:
        return f"{long_date(first)} – {_month(last)} {last.day}"
    return f"{long_date(first)}–{last.day}"


def number(value: int | float | Decimal) -> str:
    """1,234,567.891: thousands with commas, at most three decimals."""
    text = f"{round(Decimal(str(value)), 3):,f}"
    short = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if short == "-0" else short


def money(value: int | float | Decimal) -> str:
    """1,234,567 ₮, in whole tögrögs, on one line."""
    return f"{number(round(Decimal(str(value))))}\N{NO-BREAK SPACE}₮"


def sort_key(text: str) -> str:
    """Digits that sort, byte by byte, as the Mongolian alphabet does: two for each letter.

    What stands between words comes first, then figures, Cyrillic, Latin, everything else.
    Capitals and accents make no difference.
    """
    words = [_ranks(word) for word in re.split(r"[\W_]+", unicodedata.normalize("NFC", text).casefold())]
    return _SEPARATOR.join(word for word in words if word)


@lru_cache(maxsize=10_000)
def search_key(text: str) -> str:
    """The form in which texts are compared in a search: one for all ways of typing the same word."""
    plain = unicodedata.normalize("NFKC", fold_look_alikes(text)).casefold()
    marks = ("Mn", "Me", "Cf")
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFKC", _HYPHENS.sub(" ", plain))
        if unicodedata.category(letter) not in marks
    )
    folded = fold_look_alikes(unicodedata.normalize("NFKC", plain))
    return " ".join(_HYPHENS.sub(" ", folded).replace("ё", "е").split())


def fold_look_alikes(text: str) -> str:
    """Put Cyrillic letters where others that look like them were typed, in words that hold Cyrillic.

    “Zoom” and “IT” stay as they are; ә stays, it is a Kazakh letter.
    """
    return _WORD.sub(lambda word: _fold_word(word[0]), text)


def latin(text: str, *, plain: bool = False) -> str:
    """Latin spelling by MNS 5217:2012; `plain` writes ö and ü as u, as the statistics office does."""
    text = unicodedata.normalize("NFC", text)
    spelt = "".join(_latin_letter(text, place) for place in range(len(text)))
    return spelt.translate(str.maketrans("öüÖÜ", "uuUU")) if plain else spelt


def match_key(name: str) -> str:
    """A skeleton of a name, equal for its usual spellings in Cyrillic and Latin. Suggests, never decides."""
    joined = re.sub(r"[\u2010-\u2015-]", "", name)
    spelt = latin(search_key(joined).replace("ә", "ө"))
    key = "".join(sign for sign in unicodedata.normalize("NFKD", spelt) if sign.isalnum() or sign == " ")
    for sound, same in _SAME_SOUND:
        key = key.replace(sound, same)
    return " ".join(re.sub(r"([^\W\d])\1+", r"\1", key).split())


def _month(day: date) -> str:
    return f"{day.month} {ordinal_word(day.month)} сарын"


def _ranks(word: str) -> str:
    return "".join(_rank(letter) for letter in word)


def _rank(letter: str) -> str:
    base = letter if letter in _RANK else unicodedata.normalize("NFKD", letter)[0]
    if base in _RANK:
        return _RANK[base]
    digit = unicodedata.digit(base, None)
    return _RANK[str(digit)] if digit is not None else f"{_OTHER}{ord(letter):07}"


def _fold_word(word: str) -> str:
    if not _CYRILLIC.search(word):
        return word
    # Letters first: a digit counts as inside a word by the letters that stand beside it.
    word = word.translate(_FOLD)
    for digit, letter in _DIGITS_INSIDE:
        word = digit.sub(letter, word)
    return word


def _latin_letter(text: str, place: int) -> str:
    letter = text[place]
    spelt = _LATIN.get(letter.lower(), letter)
    if spelt == letter or letter.islower():
        return spelt
    neighbours = text[place + 1 : place + 2] + text[place - 1 : place][:1]
    beside = next((sign for sign in neighbours if sign.isalpha()), "")
    return spelt.upper() if beside.isupper() else spelt.capitalize()
