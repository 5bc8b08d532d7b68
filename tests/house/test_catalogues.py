"""The interface speaks both languages completely."""

import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "translations"
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|\{\w*\}")
RENEW = "run `python3 dev.py words`"


@cache
def catalogue(language: str | None) -> Catalog:
    path = FOLDER / language / "LC_MESSAGES" / "messages.po" if language else FOLDER / "messages.pot"
    with path.open("rb") as lines:
        return read_po(lines, locale=language)


def messages(language: str | None) -> dict[object, Message]:
    return {message.id: message for message in catalogue(language) if message.id}


def strings(message: Message) -> list[str]:
    return list(message.string) if isinstance(message.string, tuple | list) else [message.string]


def placeholders(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text))


def test_the_gathered_words_are_fresh():
    with (FOLDER / "babel.cfg").open(encoding="utf-8") as lines:
        methods, options = parse_mapping_cfg(lines)
    keywords = {**DEFAULT_KEYWORDS, "lazy_gettext": None}
    found = {words for _, _, words, _, _ in extract_from_dir(str(ROOT), methods, options, keywords)}
    assert found == set(messages(None)), RENEW


@pytest.mark.parametrize("language", ["mn", "en"])
def test_each_language_has_exactly_these_words(language):
    assert set(messages(language)) == set(messages(None)), RENEW
    assert not catalogue(language).obsolete, RENEW


def test_mongolian_is_complete():
    unfinished = [
        message.id for message in messages("mn").values() if message.fuzzy or not all(strings(message))
    ]
    assert unfinished == []


def test_english_is_never_half_done():
    """English words are the ids themselves; a plural has to be spelled out, and nothing is a guess."""
    unfinished = [
        message.id
        for message in messages("en").values()
        if message.fuzzy or (message.pluralizable and not all(strings(message)))
    ]
    assert unfinished == []


@pytest.mark.parametrize("language", ["mn", "en"])
def test_every_translation_keeps_its_placeholders(language):
    for message in messages(language).values():
        forms = list(message.id) if isinstance(message.id, tuple | list) else [message.id]
        allowed = [placeholders(form) for form in forms]
        for string in filter(None, strings(message)):
            assert placeholders(string) in allowed, f"{message.id!r}: {string!r}"


@pytest.mark.parametrize("language", ["mn", "en"])
def test_every_form_of_a_plural_is_there(language):
    wanted = catalogue(language).num_plurals
    short = [
        m.id
        for m in messages(language).values()
        if m.pluralizable and any(strings(m)) and len(m.string) != wanted
    ]
    assert short == []
