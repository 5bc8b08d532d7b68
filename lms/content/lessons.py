"""A lesson's files: front matter between `+++`, prose below, one file a language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from markdown_it import MarkdownIt

from lms.content.anchors import number_blocks
from lms.content.course import LessonBody
from lms.content.figures import Figure
from lms.content.files import Shelf, normalised, short_hash
from lms.content.lesson_facts import LessonFacts, Piece
from lms.content.lesson_html import LessonHtml
from lms.content.lesson_prose import ProseReader
from lms.content.passages import Passage
from lms.content.problems import Notes
from lms.content.tables import TomlFile
from lms.core.i18n import lazy_gettext as _

_FRONT = re.compile(r"\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class LessonFile:
    """One language of a lesson as it was read; `prose` is its text, normalised for comparison."""

    path: Path
    language: str
    prose: str
    facts: LessonFacts
    body: LessonBody
    translated_from: str
    translated_line: int

    @property
    def hash(self) -> str:
        """What a translation remembers of the text that it was made from."""
        return short_hash(self.prose)[:12]


@dataclass(frozen=True, slots=True)
class Desk:
    """What reading a lesson needs: the file's shelf, a parser, the figures of its module."""

    shelf: Shelf
    parser: MarkdownIt
    passages: list[Passage]
    folder: Path
    figures: Mapping[str, Mapping[str, Figure]]

    def read_lesson(self, lesson_id: str, language: str) -> LessonFile | None:
        """One language of a lesson; None, and a note, when there is nothing to read."""
        path = self.folder / f"{lesson_id}.{language}.md"
        text = self.shelf.read(path)
        if text is None:
            return None
        parts = split(text)
        if parts is None:
            self.shelf.notes.error(
                path,
                1,
                _("The front matter is missing or not closed."),
                _("Begin the file with +++, the keys lesson and law_checked, and +++ on lines of their own."),
            )
            return None
        front, prose, before = parts
        row = TomlFile(path, front, self.shelf.notes, before=1).read()
        named = row.string("lesson")
        if named != lesson_id:
            row.error(
                "lesson",
                _("The front matter names another lesson: “%(id)s”.", id=named),
                _("Write the id of this file: %(id)s.", id=lesson_id),
            )
        law_checked = row.day("law_checked")
        translated_from = row.string("translated_from", default="") if language == "en" else ""
        row.finish()
        facts = LessonFacts(path, language, self.shelf.notes, self.passages, self.figures, before)
        tokens = self.parser.parse(prose)
        facts.walk(prose, tokens)
        blocks = number_blocks(tokens)
        plain = ProseReader(language, self.figures, facts.ids("source")).read(tokens)
        drawing = LessonHtml(language, self.folder.name, self.figures)
        body = LessonBody(
            html=drawing.render(self.parser, tokens),
            sections=tuple(drawing.sections),
            term_ids=facts.ids("term"),
            source_ids=facts.ids("source"),
            law_checked=law_checked,
            words=facts.words,
            blocks=blocks,
            prose=plain,
        )
        return LessonFile(
            path, language, normalised(prose), facts, body, translated_from, row.line("translated_from")
        )


def split(text: str) -> tuple[str, str, int] | None:
    """Front matter, prose, and the number of lines above the prose; None without front matter."""
    found = _FRONT.match(text)
    if found is None:
        return None
    return found[1], text[found.end() :] + "\n", text.count("\n", 0, found.end())


def stamped(text: str, original: str) -> str:
    """An English lesson whose front matter says from which Mongolian text it was translated."""
    front, prose, _before = split(text) or ("", text, 0)
    kept = re.sub(r"^translated_from[ \t]*=.*\n?", "", front, flags=re.MULTILINE)
    return f'+++\n{kept}translated_from = "{original}"\n+++\n{prose.removesuffix(chr(10))}'


def version(files: Mapping[str, LessonFile]) -> str:
    """Changes whenever the words of a lesson change in either language."""
    return short_hash("\0".join(files[language].prose for language in sorted(files)))


def compare(mn: LessonFile, en: LessonFile, notes: Notes) -> None:
    """Note where the translation differs from the original in what both must share."""
    _compare_structure(mn.facts.structure, en, notes)
    _compare_terms(mn, en, notes)
    _compare_sources(mn, en, notes)
    if not en.translated_from:
        _warn_stale(en, _("The translation does not say which Mongolian text it was made from."), notes)
    elif en.translated_from != mn.hash:
        _warn_stale(en, _("The Mongolian text has changed since it was translated."), notes)


def _compare_structure(original: list[Piece], en: LessonFile, notes: Notes) -> None:
    """Only the first difference is told: all that follows would differ, too."""
    for ours, theirs in zip_longest(original, en.facts.structure):
        if ours is None or theirs is None or ours.shown != theirs.shown:
            notes.error(
                en.path,
                (theirs or (en.facts.structure or [Piece("", 1)])[-1]).line,
                _(
                    "The English text has %(en)s where the Mongolian has %(mn)s (line %(line)s).",
                    en=theirs.shown if theirs else "–",
                    mn=ours.shown if ours else "–",
                    line=ours.line if ours else "–",
                ),
                _("Give both the same headings, boxes, figures and tables in the same order."),
            )
            return


def _compare_terms(mn: LessonFile, en: LessonFile, notes: Notes) -> None:
    ours, theirs = set(mn.body.term_ids), set(en.body.term_ids)
    if ours != theirs:
        message = _(
            "The terms differ from the Mongolian text: missing %(missing)s, added %(added)s.",
            missing=_listed(ours - theirs),
            added=_listed(theirs - ours),
        )
        notes.error(en.path, 1, message, _("Link the same terms in both languages."))


def _compare_sources(mn: LessonFile, en: LessonFile, notes: Notes) -> None:
    """Section by section, each source once: sentences may be joined in a translation."""
    ours, theirs = _sources_by_section(mn), _sources_by_section(en)
    for section in sorted(ours.keys() | theirs.keys()):
        here, there = ours.get(section, set()), theirs.get(section, set())
        if here != there:
            headings = [1, *en.facts.headings]
            message = _(
                "The sources differ from the Mongolian text: missing %(missing)s, added %(added)s.",
                missing=_listed(here - there),
                added=_listed(there - here),
            )
            line = headings[min(section, len(headings) - 1)]
            notes.error(
                en.path, line, message, _("Cite the same sources in the same section of both languages.")
            )


def _listed(ids: set[str]) -> str:
    return ", ".join(sorted(ids)) or "–"


def _sources_by_section(file: LessonFile) -> dict[int, set[str]]:
    sections: dict[int, set[str]] = {}
    for reference in file.facts.references:
        if reference.kind == "source":
            sections.setdefault(reference.section, set()).add(reference.id)
    return sections


def _warn_stale(en: LessonFile, message: object, notes: Notes) -> None:
    notes.warn(
        en.path,
        en.translated_line,
        message,
        _("Bring it up to date, then run: flask content stamp %(lesson)s", lesson=en.path.name.split(".")[0]),
    )
