"""What lessons refer to: terms, sources, dates of the budget year, tools."""

from dataclasses import dataclass
from datetime import date

LANGUAGES = ("mn", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """A text in both languages: `text["mn"]`."""

    mn: str
    en: str

    def __getitem__(self, language: str) -> str:
        return self.en if language == "en" else self.mn


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the glossary; an abbreviation may exist in one language only (the other is empty)."""

    id: str
    name: Text
    definition: Text
    abbreviation: Text | None


@dataclass(frozen=True, slots=True)
class Source:
    """A source; `address` is without `https://`, `certainty` is “seen” or “dated”."""

    id: str
    kind: str
    title: Text
    address: str | None
    checked: date
    certainty: str


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A date of the budget year, with the year for which it was seen.

    `opens` and `closes` are days of any year, MM-DD; a deadline has only `closes`. Where neither is
    known, `when` says it in words. `law` is the id of a source.
    """

    id: str
    scope: str
    opens: str | None
    closes: str | None
    when: Text | None
    who: Text
    what: Text
    law: str | None
    article: str | None
    certainty: str
    year: int
    source_ids: tuple[str, ...]
    checked: date
    note: Text | None


@dataclass(frozen=True, slots=True)
class Window:
    """A time of the year when a citizen's proposal can still change something."""

    id: str
    scope: str
    opens: str
    closes: str
    title: Text
    do: Text
    lesson_id: str
    certainty: str
    source_ids: tuple[str, ...]
    checked: date
    note: Text | None


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool of social accountability; `difficulty` from 1, a good first task, to 7."""

    id: str
    title: Text
    question: Text
    purpose: Text
    when: Text
    steps: tuple[Text, ...]
    example: Text
    source_ids: tuple[str, ...]
    difficulty: int
    lesson_id: str
    form: str | None
