"""A module's folder: its table of contents, its lessons, its figures."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lms.content.course import LANGUAGES, Text
from lms.content.figures import Figure, read_figures
from lms.content.files import Shelf
from lms.content.passages import Passage
from lms.content.problems import Notes
from lms.content.questions import all_different
from lms.content.tables import Row
from lms.core.i18n import lazy_gettext as _

FILE = "module.toml"
_FOLDER = re.compile(r"([0-9]{2})-(.+)")


@dataclass(frozen=True, slots=True)
class LessonEntry:
    """A `[[lesson]]` of module.toml."""

    id: str
    title: Text
    minutes: int
    check_id: str
    outcomes: tuple[Text, ...]
    row: Row


@dataclass(frozen=True, slots=True)
class ModuleFile:
    """A module as module.toml describes it."""

    id: str
    number: int
    title: Text
    summary: Text
    hours: int
    test_id: str
    lessons: tuple[LessonEntry, ...]
    figures: Mapping[str, Mapping[str, Figure]]
    folder: Path
    row: Row


def read_module(folder: Path, number: int, shelf: Shelf, passages: list[Passage]) -> ModuleFile | None:
    """Read module.toml and the figures of a folder; None, and a note, when the first cannot be read."""
    row = shelf.toml(folder / FILE, passages)
    if row is None:
        return None
    module_id = row.id()
    found = _FOLDER.fullmatch(folder.name)
    if found is None or int(found[1]) != number or found[2] != module_id:
        row.error(
            "id",
            _("The folder “%(folder)s” does not fit its module.", folder=folder.name),
            _("Name it by its place in course.toml and its id: %(name)s.", name=f"{number:02}-{module_id}"),
        )
    rows = row.rows("lesson")
    module = ModuleFile(
        id=module_id,
        number=number,
        title=row.text("title"),
        summary=row.text("summary"),
        hours=row.whole("hours", least=1, most=100),
        test_id=row.id("test"),
        lessons=tuple(_lesson(each) for each in rows),
        figures=read_figures(folder / "media", shelf, passages),
        folder=folder,
        row=row,
    )
    row.finish()
    if not rows:
        row.error(None, _("The module has no lesson."), _("Add a [[lesson]]."))
    _look_for_strays(module, shelf.notes)
    return module


def _lesson(row: Row) -> LessonEntry:
    lesson = LessonEntry(
        id=row.id(),
        title=row.text("title"),
        minutes=row.whole("minutes", least=1, most=120),
        check_id=row.id("check"),
        outcomes=row.texts("outcomes"),
        row=row,
    )
    row.finish()
    return lesson


def _look_for_strays(module: ModuleFile, notes: Notes) -> None:
    expected = {f"{lesson.id}.{language}.md" for lesson in module.lessons for language in LANGUAGES}
    for path in sorted(module.folder.iterdir()):
        if path.name not in expected | {FILE, "media", "README.md"} and not path.name.startswith("."):
            note_stray(path, FILE, notes)


def note_stray(path: Path, table: str, notes: Notes) -> None:
    notes.error(
        path,
        1,
        _("Nothing in %(file)s names this.", file=table),
        _("Name it there, or move it away."),
    )


def judge_ids(modules: Sequence[ModuleFile]) -> None:
    """No two modules, and no two lessons of the whole course, share an id."""
    all_different([module.row for module in modules], "id", [module.id for module in modules])
    lessons = [lesson for module in modules for lesson in module.lessons]
    all_different([lesson.row for lesson in lessons], "id", [lesson.id for lesson in lessons])
