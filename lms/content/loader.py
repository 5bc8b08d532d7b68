"""From the files of `modules/` and `quizzes/` to the frozen course, or to all that is wrong with them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from lms.content import crosschecks, lessons, published
from lms.content.course import LANGUAGES, Course, Lesson, Module
from lms.content.files import Shelf
from lms.content.lessons import Desk, LessonFile
from lms.content.markdown import lesson_parser
from lms.content.modules import LessonEntry, ModuleFile, judge_ids, note_stray, read_module
from lms.content.passages import Passage
from lms.content.problems import ContentProblems, Notes
from lms.content.quizzes import QuizFile, compare_banks, read_quiz
from lms.content.reference_files import References, read_references
from lms.content.tables import Anything, Row
from lms.core.i18n import lazy_gettext as _

FILE = "course.toml"


@dataclass
class Reading:
    """All that was read; `course` is there only when nothing is wrong."""

    notes: Notes = field(default_factory=Notes)
    passages: list[Passage] = field(default_factory=list)
    modules: list[ModuleFile] = field(default_factory=list)
    lessons: dict[str, dict[str, LessonFile]] = field(default_factory=dict)
    quizzes: list[QuizFile] = field(default_factory=list)
    term_ids: tuple[str, ...] = ()
    course: Course | None = None

    def entries(self) -> Iterator[tuple[ModuleFile, LessonEntry]]:
        """Every lesson that a module.toml names, with its module."""
        for module in self.modules:
            for entry in module.lessons:
                yield module, entry

    @property
    def ids(self) -> list[str]:
        """Everything that a record or a link may name by its id, kind first."""
        return [
            *(f"module {module.id}" for module in self.modules),
            *(f"lesson {entry.id}" for _module, entry in self.entries()),
            *(f"quiz {file.quiz.id}" for file in self.quizzes),
            *(f"question {file.quiz.id}/{each.id}" for file in self.quizzes for each in file.quiz.questions),
            *(f"term {term_id}" for term_id in self.term_ids),
        ]


def load(modules_dir: Path, quizzes_dir: Path) -> Course:
    """The course of two folders, frozen; raises `ContentProblems` with every error at once."""
    reading = read(modules_dir, quizzes_dir)
    if reading.course is None:
        raise ContentProblems(reading.notes.errors)
    return reading.course


def read(modules_dir: Path, quizzes_dir: Path) -> Reading:
    """Read and check everything; what is wrong stands in the notes, the course is there when nothing is."""
    reading = Reading()
    shelf = Shelf(reading.notes, (modules_dir, quizzes_dir))
    head = _read_modules(modules_dir, reading, shelf)
    outcomes: Mapping[str, int] = {entry.id: len(entry.outcomes) for _module, entry in reading.entries()}
    module_ids: Mapping[str, Any] = {module.id: module for module in reading.modules}
    if shelf.is_complete:
        _read_quizzes(quizzes_dir, reading, shelf, outcomes, module_ids)
        crosschecks.judge_leftovers(reading.modules, reading.quizzes)
    else:  # something could not be read: what it holds may still be named elsewhere
        outcomes = Anything(outcomes)
        _read_quizzes(quizzes_dir, reading, shelf, outcomes, Anything(module_ids))
    references = read_references(modules_dir, shelf, reading.passages, outcomes)
    reading.term_ids = tuple(references.terms)
    _read_lessons(reading, shelf)
    crosschecks.judge_references(reading.lessons, references, outcomes)
    crosschecks.judge_quizzes(reading.modules, reading.quizzes, quizzes_dir)
    crosschecks.judge_letters(reading.passages, reading.notes)
    compare_banks(reading.quizzes, {entry.id: each.id for each, entry in reading.entries()}, reading.notes)
    if shelf.is_complete:
        published.judge(modules_dir, reading.ids, shelf)
    if not reading.notes.errors:
        reading.course = _build(head, reading, references, shelf.hash)
    return reading


def _read_modules(modules_dir: Path, reading: Reading, shelf: Shelf) -> dict[str, Any]:
    """Read course.toml and the modules' tables of contents; gives what the first says of the course."""
    head, folders = _read_head(modules_dir, shelf, reading.passages)
    for number, folder in enumerate(folders, 1):
        module = read_module(modules_dir / folder, number, shelf, reading.passages)
        reading.modules += [module] if module else []
    _note_stray_folders(modules_dir, folders, reading.notes)
    judge_ids(reading.modules)
    return head


def _read_quizzes(
    folder: Path,
    reading: Reading,
    shelf: Shelf,
    outcomes: Mapping[str, int],
    module_ids: Mapping[str, Any],
) -> None:
    for path in sorted(folder.glob("*.toml")):
        row = shelf.toml(path, reading.passages)
        quiz = read_quiz(row, outcomes, module_ids) if row else None
        reading.quizzes += [quiz] if quiz else []


def _read_head(folder: Path, shelf: Shelf, passages: list[Passage]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """What course.toml says of the course itself, and the folders of its modules."""
    row = shelf.toml(folder / FILE, passages)
    if row is None:
        return {}, ()
    head = {
        "id": row.id(),
        "title": row.text("title"),
        "summary": row.text("summary"),
        "hours": row.whole("hours", least=1, most=1000),
        "version": row.string("version"),
        "license": row.string("license", default=""),
    }
    folders = tuple(name for name in row.strings("modules") if _is_there(folder, name, row))
    row.finish()
    return head, folders


def _is_there(modules_dir: Path, name: str, row: Row) -> bool:
    folder = modules_dir / name
    if folder.parent != modules_dir or not folder.is_dir():
        row.error(
            "modules",
            _("There is no folder “%(folder)s”.", folder=name),
            _("Correct the name, or add the folder with its module.toml."),
        )
        return False
    return True


def _note_stray_folders(modules_dir: Path, folders: tuple[str, ...], notes: Notes) -> None:
    for path in sorted(modules_dir.iterdir()) if folders else ():
        if path.is_dir() and path.name not in folders and not path.name.startswith((".", "_")):
            note_stray(path, FILE, notes)


def _read_lessons(reading: Reading, shelf: Shelf) -> None:
    parser = lesson_parser()
    for module, entry in reading.entries():
        desk = Desk(shelf, parser, reading.passages, module.folder, module.figures)
        read = {language: desk.read_lesson(entry.id, language) for language in LANGUAGES} if entry.id else {}
        files = {language: file for language, file in read.items() if file is not None}
        reading.lessons[entry.id] = files
        if len(files) == len(LANGUAGES):
            lessons.compare(files["mn"], files["en"], reading.notes)


def _build(head: dict[str, Any], reading: Reading, references: References, digest: str) -> Course:
    return Course(
        **head,
        hash=digest,
        modules=tuple(_module(module, reading) for module in reading.modules),
        quizzes=MappingProxyType({file.quiz.id: file.quiz for file in reading.quizzes}),
        terms=MappingProxyType(dict(references.terms)),
        sources=MappingProxyType(dict(references.sources)),
        calendar=references.calendar,
        windows=references.windows,
        tools=references.tools,
        forms=references.forms,
        hints=MappingProxyType({hint.id: hint for hint in references.hints}),
    )


def _module(module: ModuleFile, reading: Reading) -> Module:
    figures = [figure.file for languages in module.figures.values() for figure in languages.values()]
    return Module(
        id=module.id,
        number=module.number,
        title=module.title,
        summary=module.summary,
        hours=module.hours,
        lessons=tuple(_lesson(module.id, n, entry, reading) for n, entry in enumerate(module.lessons, 1)),
        test_id=module.test_id,
        folder=module.folder.name,
        figures=tuple(sorted(figures)),
    )


def _lesson(module_id: str, number: int, entry: LessonEntry, reading: Reading) -> Lesson:
    files = reading.lessons[entry.id]
    return Lesson(
        id=entry.id,
        module_id=module_id,
        number=number,
        title=entry.title,
        minutes=entry.minutes,
        outcomes=entry.outcomes,
        check_id=entry.check_id,
        bodies=MappingProxyType({language: file.body for language, file in files.items()}),
        version=lessons.version(files),
    )
