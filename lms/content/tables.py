"""A TOML table that is being read: takes keys, and notes which are missing, wrong or unknown."""

import re
import tomllib
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from lms.content.course import LANGUAGES, Text
from lms.content.passages import Passage
from lms.content.problems import Notes
from lms.content.toml_places import Place, places
from lms.core.i18n import lazy_gettext as _

_KEBAB = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")

_KINDS: dict[type, object] = {
    Text: _("a text in both languages, with .mn and .en"),
    str: _("a text between quotation marks"),
    int: _("a whole number"),
    float: _("a number"),
    bool: _("true or false"),
    date: _("a date such as 2026-11-22"),
    list: _("a list"),
    dict: _("a table"),
}
_HARMLESS: dict[type, Any] = {str: "", int: 0, float: 0.0, bool: False, date: date.min, list: [], dict: {}}


@dataclass
class TomlFile:
    """A TOML text that knows its lines; `before` counts the lines that stand above it in its file."""

    path: Path
    text: str
    notes: Notes
    passages: list[Passage] = field(default_factory=list)
    before: int = 0
    is_broken: bool = False

    def read(self) -> "Row":
        """The outermost table; an empty one, and a note, when this is no TOML."""
        try:
            return Row(self, tomllib.loads(self.text), ())
        except tomllib.TOMLDecodeError as error:
            words = str(error)
        found = _AT_LINE.search(words)
        self.notes.error(
            self.path,
            self.before + (int(found[1]) if found else self.text.count("\n") + 1),
            _("This is not valid TOML: %(reason)s.", reason=words),
            _("Look for a missing quotation mark, bracket or equals sign, here or just above."),
        )
        self.is_broken = True
        return Row(self, {}, ())

    @cached_property
    def _lines(self) -> dict[Place, int]:
        return places(self.text)

    def line(self, place: Place) -> int:
        """The line of a place, or of the nearest place around it."""
        while place and place not in self._lines:
            place = place[:-1]
        return self._lines.get(place, 1) + self.before


class Anything(dict[str, Any]):
    """Stands for the ids of a file that could not be read: nothing may be called unknown then."""

    def __contains__(self, key: object) -> bool:
        return True


class Row:
    """One table of a TOML file. What cannot be read is noted, and something harmless stands in for it."""

    def __init__(self, file: TomlFile, values: dict[str, Any], place: Place) -> None:
        self.file = file
        self.values = values
        self.place = place
        self.known: set[str] = set()

    def line(self, *keys: str) -> int:
        return self.file.line((*self.place, *keys))

    def error(self, key: str | None, message: object, advice: object) -> None:
        if not self.file.is_broken:  # that the file cannot be read has been said
            line = self.line() if key is None else self.line(key)
            self.file.notes.error(self.file.path, line, message, advice)

    def has(self, key: str) -> bool:
        return key in self.values

    def finish(self) -> None:
        """Note every key that nobody asked for."""
        for key in sorted(self.values.keys() - self.known):
            near = get_close_matches(key, self.known, 1, 0.5) or sorted(self.known)
            self.error(
                key,
                _("The key “%(key)s” is unknown here.", key=self._full(key)),
                _("Delete it, or write one of these: %(known)s.", known=", ".join(near)),
            )

    def string(self, key: str, *, default: str | None = None) -> str:
        value: str = self._take(key, str, default)
        if not value.strip() and self.has(key):
            self.error(key, _("The key “%(key)s” is empty.", key=self._full(key)), _("Write its text."))
        return value.strip()

    def id(self, key: str = "id") -> str:
        value = self.string(key)
        if value and not _KEBAB.fullmatch(value):
            self.error(
                key,
                _("The id “%(id)s” is not in kebab-case.", id=value),
                _("Use small Latin letters, digits and hyphens, for example right-to-information."),
            )
        return value

    def word(self, key: str, words: Collection[str]) -> str:
        """One of a few words."""
        value = self.string(key)
        if value and value not in words:
            self.error(
                key,
                _("“%(key)s” is “%(value)s”.", key=self._full(key), value=value),
                _("Write one of these: %(known)s.", known=", ".join(words)),
            )
        return value

    def whole(self, key: str, *, least: int = 0, most: int = 1_000_000, default: int | None = None) -> int:
        value: int = self._take(key, int, default)
        if self.has(key) and not least <= value <= most:
            self.error(
                key,
                _("“%(key)s” is %(value)s.", key=self._full(key), value=value),
                _("Write a whole number from %(least)s to %(most)s.", least=least, most=most),
            )
        return value

    def decimal(self, key: str, *, default: float | None = None) -> float:
        value: float = self._take(key, float, default)
        return value

    def truth(self, key: str, *, default: bool | None = None) -> bool:
        value: bool = self._take(key, bool, default)
        return value

    def day(self, key: str) -> date:
        value: date = self._take(key, date)
        return value

    def text(self, key: str, *, may_lack: bool = False) -> Text:
        """`key.mn` and `key.en`; one that `may_lack` in a language is empty there."""
        inner = self._both(key)
        text = inner.own_text(default="" if may_lack else None) if self.has(key) else Text("", "")
        inner.finish()
        return text

    def maybe_text(self, key: str) -> Text | None:
        self.known.add(key)
        return self.text(key) if self.has(key) else None

    def own_text(self, *, default: str | None = None) -> Text:
        """`mn` and `en` of this table itself."""
        words = {language: self.string(language, default=default) for language in LANGUAGES}
        for language, text in words.items():
            self.keep(text, language, language)
        return Text(**words)

    def texts(self, key: str) -> tuple[Text, ...]:
        """`key.mn` and `key.en`, two lists whose entries belong together."""
        mn, en = self.both_lists(key)
        if len(mn) != len(en) and mn and en:
            self.error(
                key,
                _(
                    "“%(key)s” has %(mn)s entries in Mongolian and %(en)s in English.",
                    key=key,
                    mn=len(mn),
                    en=len(en),
                ),
                _("Write each entry in both languages, in the same order."),
            )
        inner = Row(self.file, {}, (*self.place, key))
        for language, entries in zip(LANGUAGES, (mn, en), strict=True):
            for text in entries:
                inner.keep(text, language, language)
        return tuple(Text(*pair) for pair in zip(mn, en, strict=False))

    def both_lists(self, key: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The lists `key.mn` and `key.en`, of any length."""
        inner = self._both(key)
        mn, en = (inner.strings(language) if self.has(key) else () for language in LANGUAGES)
        inner.finish()
        return mn, en

    def strings(self, key: str) -> tuple[str, ...]:
        """A list of texts, none of them empty."""
        entries = self._take(key, list)
        if self.has(key) and not (
            entries and all(isinstance(entry, str) and entry.strip() for entry in entries)
        ):
            self.error(
                key,
                _("“%(key)s” must be a list of texts.", key=self._full(key)),
                _("Write at least one text between quotation marks; separate them by commas."),
            )
            return ()
        return tuple(entry.strip() for entry in entries)

    def rows(self, key: str) -> list["Row"]:
        """The tables of `[[key]]`, in order; none when there are none."""
        entries = self._take(key, list, [])
        if not all(isinstance(entry, dict) for entry in entries):
            self._wrong_kind(key, dict)
            return []
        return [Row(self.file, entry, (*self.place, key, index)) for index, entry in enumerate(entries)]

    def _both(self, key: str) -> "Row":
        return Row(self.file, self._take(key, dict, wanted=Text), (*self.place, key))

    def keep(self, text: str, language: str, *keys: str) -> None:
        """Hand words over to the checks of language."""
        place = (*self.place, *keys)
        named = ".".join(key for key in place if isinstance(key, str))
        find_line = partial(self.file.line, place)
        group = ".".join(str(key) for key in place[:2])
        self.file.passages.append(Passage(self.file.path, language, named, text, find_line, group=group))

    def _take(self, key: str, kind: type, default: Any = None, *, wanted: type | None = None) -> Any:
        """The value of a key; noted when it is missing and has no default, or is of another kind."""
        self.known.add(key)
        if key not in self.values:
            if default is None:
                self.error(
                    None,
                    _("The key “%(key)s” is missing.", key=self._full(key)),
                    _("Add it. What belongs here: %(kind)s.", kind=_KINDS[wanted or kind]),
                )
            return _HARMLESS[kind] if default is None else default
        value = self.values[key]
        if _is_kind(value, kind):
            return value
        self._wrong_kind(key, wanted or kind)
        return _HARMLESS[kind]

    def _wrong_kind(self, key: str, kind: type) -> None:
        self.error(
            key,
            _("“%(key)s” is of the wrong kind.", key=self._full(key)),
            _("What belongs here: %(kind)s.", kind=_KINDS[kind]),
        )

    def _full(self, key: str) -> str:
        """`prompt.mn` for the key mn of the table prompt."""
        names: list[str] = [key]
        for part in reversed(self.place):
            if isinstance(part, int):
                break
            names.insert(0, part)
        return ".".join(names)


def _is_kind(value: object, kind: type) -> bool:
    """Whether a TOML value is of a kind; true is no number and a moment is no day."""
    if kind is float:
        return type(value) in (int, float)
    if kind is date:
        return isinstance(value, date) and not isinstance(value, datetime)
    return type(value) is kind
