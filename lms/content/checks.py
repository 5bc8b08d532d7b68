"""Checks of language: what an editor of Mongolian (and of English) would strike out at first sight.

They only warn. Each finding names the words, so that the editor can look for them.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from lms.content.passages import Passage
from lms.content.problems import Notes
from lms.core.i18n import lazy_gettext as _
from lms.core.mongolian import ALPHABET, ordinal_word

MN, BOTH = ("mn",), ("mn", "en")

Finding = tuple[int, str]


class Rule(NamedTuple):
    """What `find` yields in a text of these languages is worth a warning."""

    languages: tuple[str, ...]
    find: Callable[[Passage], Iterable[Finding]]
    message: Callable[[str], object]
    advice: object


def check_language(passages: Sequence[Passage], notes: Notes) -> None:
    """Warn of everything that the rules find."""
    laws_without_year(passages, notes)
    for passage in passages:
        for rule in RULES:
            if passage.language in rule.languages:
                for offset, words in rule.find(passage):
                    notes.warn(passage.path, passage.line_at(offset), rule.message(words), rule.advice)


def every(pattern: str, flags: int = 0) -> Callable[[Passage], Iterator[Finding]]:
    """Every place that a pattern fits."""
    compiled = re.compile(pattern, flags)

    def find(passage: Passage) -> Iterator[Finding]:
        return ((found.start(), found.group().strip()) for found in compiled.finditer(passage.text))

    return find


def in_prose(find: Callable[[Passage], Iterable[Finding]]) -> Callable[[Passage], Iterable[Finding]]:
    """Not in tables, figures and units, where signs are short on purpose."""

    def find_in_prose(passage: Passage) -> Iterable[Finding]:
        is_short = "table" in passage.place or passage.place.startswith("figure") or "unit" in passage.place
        return () if is_short else find(passage)

    return find_in_prose


# Letters

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z]")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_FOREIGN = re.compile(rf"[^{ALPHABET}{ALPHABET.upper()}A-Za-z]")
_ALIKE = re.compile(r"[aceopxyu]{2,}")


def mixed_words(passage: Passage) -> Iterator[Finding]:
    for found in _WORD.finditer(passage.text):
        if _LATIN.search(found.group()) and _CYRILLIC.search(found.group()):
            yield found.start(), found.group()


def foreign_letters(passage: Passage) -> Iterator[Finding]:
    """Letters of other alphabets, and Latin words that only look like Cyrillic ones."""
    for found in _WORD.finditer(passage.text):
        if _FOREIGN.search(found.group()) or _ALIKE.fullmatch(found.group()):
            yield found.start(), found.group()


# Figures and their endings

_ORDINAL = re.compile(r"(?<![\d.,])(\d{1,3}(?:,\d{3})*|\d+)[ \u00a0-]?(дугаар|дүгээр)\b")
_ITEM = re.compile(r"(\d+)[ \u00a0-]?(дахь|дэх)\b")
_DAY = re.compile(r"(?<![\d.,])(\d{1,2})-(ний|ны)\b")


def _is_front(number: str) -> bool:
    """Whether the last word of a number read aloud has front vowels."""
    return ordinal_word(int(number.replace(",", ""))) == "дүгээр"


def wrong_harmony(passage: Passage) -> Iterator[Finding]:
    """дугаар or дүгээр, дахь or дэх, -ны or -ний: as the number is read aloud."""
    for pattern, front in ((_ORDINAL, "дүгээр"), (_ITEM, "дэх"), (_DAY, "ний")):
        for found in pattern.finditer(passage.text):
            if (found[2] == front) is not _is_front(found[1]):
                yield found.start(), found.group()


_SUFFIXES = (
    "ын|ийн|ны|ний|ыг|ийг|г|д|т|нд|аас|ээс|оос|өөс|наас|нээс|аар|ээр|оор|өөр"
    "|тай|тэй|той|руу|рүү|ууд|үүд|ч|ыхан|ийхэн"
)

# Words

_CALQUES = (
    r"бюджет\w*|стейкхолдер\w*|аккаунтабилити\w*|сургалтийн|модулын|төсөвийн|хөрөнгөний|хариуцлагийн"
    r"|\w+үүлэгдсэн|\w+уулагдсан|\w*хийгдсэн|\w*хийгдэж|хийж гүйцэтгэ\w*|аваад явах\w*|дээр суурилан\w*"
    r"|маш чухал|хэмээн|явдал юм|тус тус|(?<!\w)хүлээх хариуцлага\w*"
)
_CORPORATE = re.compile(r"компани|бизнес|аж ахуй|CSR", re.IGNORECASE)
_SHORT_SA = re.compile(r"нийгмийн хариуцлаг\w*", re.IGNORECASE)
_LAW = re.compile(r"\w+ (?:тухай|дансны) хуул(?:ь\b|ий\w*|иа\w*|ь\w*)", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


_NOT_OUR_ENGLISH = (
    r"\b(?:mayors?|centers?|labor|behaviors?|favors?|colors?)\b"
    r"|\b[a-z]*(?:organiz|analyz|recogniz|prioritiz|summariz|utiliz)[a-z]*"
)


def dropped_egekh(passage: Passage) -> Iterator[Finding]:
    """“Нийгмийн хариуцлага” is what companies have; ours is “нийгмийн эгэх хариуцлага”."""
    if not _CORPORATE.search(passage.text):
        yield from ((found.start(), found.group()) for found in _SHORT_SA.finditer(passage.text))


def laws_without_year(passages: Sequence[Passage], notes: Notes) -> None:
    """The year may stand anywhere in the same paragraph, or in the same question of a quiz."""
    dated = {(passage.path, passage.group) for passage in passages if _YEAR.search(passage.text)}
    for passage in passages:
        if passage.language == "mn" and (passage.path, passage.group) not in dated:
            for found in _LAW.finditer(passage.text):
                notes.warn(
                    passage.path,
                    passage.line_at(found.start()),
                    _("A law is named without its year: “%(words)s”.", words=found.group()),
                    _("Add the year of adoption, and the article where it matters."),
                )


RULES = (
    Rule(
        BOTH,
        mixed_words,
        lambda words: _("A word mixes Latin and Cyrillic letters: “%(words)s”.", words=words),
        _("Type it again in one alphabet."),
    ),
    Rule(
        MN,
        foreign_letters,
        lambda words: _("A word holds a letter that is not Mongolian: “%(words)s”.", words=words),
        _("Type it again with the Mongolian keyboard."),
    ),
    Rule(
        MN,
        wrong_harmony,
        lambda words: _("The ending does not fit the number: “%(words)s”.", words=words),
        _("After 1, 4, 9, 40 and 90: дүгээр, дэх, -ний; after the others: дугаар, дахь, -ны."),
    ),
    Rule(
        MN,
        every(r"\d+-(?:р|дугаар|дүгээр)\b|оны \d{1,2} сарын|\b0\d (?:дугаар|дүгээр)|\d{4}-(?:оны|онд)\b"),
        lambda words: _("This is not how we write a number or a date: “%(words)s”.", words=words),
        _("Write 8 дугаар зүйл, 2022 оны 1 дүгээр сарын 10."),
    ),
    Rule(
        MN,
        every(rf"\d+[а-яёөү]+|\b[А-ЯЁӨҮ]{{2,}}(?:{_SUFFIXES})\b"),
        lambda words: _("A suffix is glued to a figure or an abbreviation: “%(words)s”.", words=words),
        _("Put a hyphen before it, or a space before a unit."),
    ),
    Rule(
        MN,
        every(r"(?<![\d.,])\d{1,3}(?:,\d{3})* [а-яёөү]+(?:чууд|чүүд|нууд|нүүд|ууд|үүд)\b"),
        lambda words: _("A plural follows a number: “%(words)s”.", words=words),
        _("After a number the noun stays in the singular: 38 бүлэг."),
    ),
    Rule(
        BOTH,
        every(r"(?<![\d,])\d{1,3}(?:,\d{3})*,(?:\d{1,2}(?!\d)|\d{4,})"),
        lambda words: _("A comma stands before decimals: “%(words)s”.", words=words),
        _("Write a point before decimals and commas between thousands: 2,243 and 36.4."),
    ),
    Rule(
        BOTH,
        every(r"(?<![\w.,/–-])[1-9]\d{4,6}(?![\w/-]|[.,]\d)"),
        lambda words: _("A large number has no commas: “%(words)s”.", words=words),
        _("Write a comma between thousands: 26,283."),
    ),
    Rule(
        MN,
        in_prose(every(r"[\d,.]+ ?[%₮]")),
        lambda words: _("A sign stands in the text where a word should: “%(words)s”.", words=words),
        _("Write хувь and төгрөг; the signs belong into tables."),
    ),
    Rule(
        BOTH,
        every(r"\S*[\"'«»„‟]\S*|“ \S+|\S+ ”"),
        lambda words: _("These are not our quotation marks: “%(words)s”.", words=words),
        _("Write “ and ” without spaces inside, and ’ as apostrophe."),
    ),
    Rule(
        MN,
        every(rf"\b(?:{_CALQUES})\b", re.IGNORECASE),
        lambda words: _("This reads like a translation: “%(words)s”.", words=words),
        _("Say it as one would in Mongolian; the writing guide has the words."),
    ),
    Rule(
        MN,
        every(r"\bэнэ нь\b[^.?!\n]*\bюм\b", re.IGNORECASE),
        lambda words: _("This reads like a translation: “%(words)s”.", words=words),
        _("Leave out “энэ нь … юм” and use a verb."),
    ),
    Rule(
        MN,
        dropped_egekh,
        lambda words: _("“%(words)s” is what companies have.", words=words),
        _("Write “нийгмийн эгэх хариуцлага” (НЭХ), or say whose it is."),
    ),
    Rule(
        MN,
        every(r"\b(?:чи|чиний|чамд|чамайг|чамаас)\b", re.IGNORECASE),
        lambda words: _("The reader is addressed as “%(words)s”.", words=words),
        _("Address the reader as та."),
    ),
    Rule(
        ("en",),
        every(_NOT_OUR_ENGLISH),  # names keep their spelling: Globe International Center
        lambda words: _("This is not our English: “%(words)s”.", words=words),
        _("Use British spelling; a Засаг дарга is a governor."),
    ),
)
