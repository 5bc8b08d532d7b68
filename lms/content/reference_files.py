"""The tables of the course: glossary, sources, calendar of the budget year, tools, forms, hints."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from lms.content.course import CalendarDate, Source, Term, Text, Tool, Window
from lms.content.files import Shelf
from lms.content.paper_files import read_form, read_hint
from lms.content.papers import Hint, PaperForm
from lms.content.passages import Passage
from lms.content.questions import all_different, known, note_unknown
from lms.content.tables import Anything, Row
from lms.core.i18n import lazy_gettext as _

SOURCE_KINDS = ("law", "page", "report", "ours")
CERTAINTIES = ("seen", "dated")
ADVICE = "advice"
SCOPES = ("state", "local")
_DAY = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")

_Entry = TypeVar("_Entry", Term, Source, CalendarDate, Window, Tool, PaperForm, Hint)


@dataclass(frozen=True, slots=True)
class References:
    """What the tables hold; those that the course does not have are empty."""

    terms: Mapping[str, Term]
    sources: Mapping[str, Source]
    calendar: tuple[CalendarDate, ...]
    windows: tuple[Window, ...]
    tools: tuple[Tool, ...]
    forms: tuple[PaperForm, ...]
    hints: tuple[Hint, ...]
    term_ids: Collection[str]
    source_ids: Collection[str]


def read_references(
    folder: Path, shelf: Shelf, passages: list[Passage], lesson_ids: Collection[str]
) -> References:
    """Read the tables. All but glossary and sources may be missing; everything wrong is noted."""
    glossary = shelf.toml(folder / "glossary.toml", passages)
    terms = _entries(glossary, "term", _term)
    listed = shelf.toml(folder / "sources.toml", passages)
    sources = {source.id: source for source in _entries(listed, "source", _source)}
    source_ids = sources if listed else Anything()
    forms, hints, form_ids = _papers(folder, shelf, passages, lesson_ids)
    reader = _Reader(source_ids, lesson_ids, form_ids)
    calendar = _if_there(folder / "calendar.toml", shelf, passages)
    dates = _entries(calendar, "date", reader.date, is_last=False)
    windows = _entries(calendar, "window", reader.window)
    tools = _entries(_if_there(folder / "tools.toml", shelf, passages), "tool", reader.tool)
    named = {term.id: term for term in terms}
    term_ids = named if glossary else Anything()
    return References(named, sources, dates, windows, tools, forms, hints, term_ids, source_ids)


def _papers(
    folder: Path, shelf: Shelf, passages: list[Passage], lesson_ids: Collection[str]
) -> tuple[tuple[PaperForm, ...], tuple[Hint, ...], Collection[str]]:
    """Forms, hints for trainers, and the ids that a tool may give as its form."""
    listed = _if_there(folder / "forms.toml", shelf, passages)
    forms = _entries(listed, "form", lambda row: read_form(row, lesson_ids))
    for_trainers = _if_there(folder / "trainers.toml", shelf, passages)
    hints = _entries(for_trainers, "lesson", lambda row: read_hint(row, lesson_ids))
    is_broken = listed is None and (folder / "forms.toml").exists()
    return forms, hints, Anything() if is_broken else {form.id for form in forms}


def _if_there(path: Path, shelf: Shelf, passages: list[Passage]) -> Row | None:
    return shelf.toml(path, passages) if path.exists() else None


def _entries(
    row: Row | None, key: str, read: Callable[[Row], _Entry], *, is_last: bool = True
) -> tuple[_Entry, ...]:
    """All `[[key]]` of a file; after the last kind of table nothing else may stand in it."""
    if row is None:
        return ()
    rows = row.rows(key)
    entries = tuple(read(each) for each in rows)
    for each in rows:
        each.finish()
    all_different(rows, "id", [entry.id for entry in entries])
    if is_last:
        row.finish()
    return entries


def _term(row: Row) -> Term:
    return Term(row.id(), row.own_text(), row.text("definition"), _abbreviation(row))


def _abbreviation(row: Row) -> Text | None:
    """One that may exist in one language only."""
    if not row.has("abbreviation"):
        return None
    return row.text("abbreviation", may_lack=True)


def _source(row: Row) -> Source:
    return Source(
        id=row.id(),
        kind=row.word("kind", SOURCE_KINDS),
        title=row.text("title"),
        address=_address(row),
        checked=row.day("checked"),
        certainty=row.word("certainty", CERTAINTIES),
    )


def _address(row: Row) -> str | None:
    address = row.string("address", default="")
    if "://" in address or " " in address:
        row.error(
            "address",
            _("The address “%(address)s” cannot be used.", address=address),
            _("Write it without https:// and without spaces."),
        )
    return address or None


def _day(row: Row, key: str, *, needed: bool) -> str | None:
    value = row.string(key, default=None if needed else "")
    if value and not _DAY.fullmatch(value):
        row.error(
            key,
            _("“%(key)s” is “%(value)s”.", key=key, value=value),
            _("Write month and day with two figures each, for example 11-15."),
        )
    return value or None


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads entries that name sources and lessons."""

    known_sources: Collection[str]
    lesson_ids: Collection[str]
    form_ids: Collection[str]

    def date(self, row: Row) -> CalendarDate:
        opens, closes, when = (
            _day(row, "from", needed=False),
            _day(row, "until", needed=False),
            row.maybe_text("when"),
        )
        if not (closes or when):
            row.error(
                None,
                _("The date has neither a day nor words for it."),
                _("Write until, or when.mn and when.en."),
            )
        return CalendarDate(
            id=row.id(),
            scope=row.word("scope", SCOPES),
            opens=opens,
            closes=closes,
            when=when,
            who=row.text("who"),
            what=row.text("what"),
            law=known(row, "law", self.known_sources) if row.has("law") else None,
            article=row.string("article", default="") or None,
            certainty=row.word("certainty", (*CERTAINTIES, ADVICE)),
            year=row.whole("year", least=1992, most=2100),
            source_ids=self._source_ids(row),
            checked=row.day("checked"),
            note=row.maybe_text("note"),
        )

    def window(self, row: Row) -> Window:
        return Window(
            id=row.id(),
            scope=row.word("scope", SCOPES),
            opens=_day(row, "from", needed=True) or "",
            closes=_day(row, "until", needed=True) or "",
            title=row.text("title"),
            do=row.text("do"),
            lesson_id=known(row, "lesson", self.lesson_ids),
            certainty=row.word("certainty", (*CERTAINTIES, ADVICE)),
            source_ids=self._source_ids(row),
            checked=row.day("checked"),
            note=row.maybe_text("note"),
        )

    def tool(self, row: Row) -> Tool:
        return Tool(
            id=row.id(),
            title=row.text("title"),
            question=row.text("question"),
            purpose=row.text("purpose"),
            when=row.text("when"),
            steps=row.texts("steps"),
            example=row.text("example"),
            source_ids=self._source_ids(row),
            difficulty=row.whole("difficulty", least=1, most=7),
            lesson_id=known(row, "lesson", self.lesson_ids),
            form=known(row, "form", self.form_ids) if row.has("form") else None,
        )

    def _source_ids(self, row: Row) -> tuple[str, ...]:
        wanted = row.strings("sources")
        for source_id in wanted:
            if source_id not in self.known_sources:
                note_unknown(row, "sources", "source", source_id)
        return wanted
