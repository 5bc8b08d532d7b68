"""What the files say of each other: references that lead somewhere, quizzes and lessons that agree."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from unicodedata import category

from lms.content.course import Quiz, QuizKind
from lms.content.lessons import LessonFile
from lms.content.modules import ModuleFile
from lms.content.passages import Passage
from lms.content.problems import Notes
from lms.content.questions import note_unknown
from lms.content.quizzes import QuizFile
from lms.content.reference_files import References
from lms.content.tables import Row
from lms.core.i18n import lazy_gettext as _
from lms.core.pdf import Face, MissingGlyph, missing_glyphs


class _Wish(NamedTuple):
    """A quiz that a lesson or a module asks for."""

    quiz_id: str
    kind: QuizKind
    owner: str
    row: Row
    key: str


def judge_references(
    files: Mapping[str, Mapping[str, LessonFile]], references: References, lesson_ids: Collection[str]
) -> None:
    """Terms, sources and lessons that a text names must be there."""
    ids = {"term": references.term_ids, "source": references.source_ids, "lesson": lesson_ids}
    for languages in files.values():
        for file in languages.values():
            for reference in file.facts.references:
                if reference.id not in ids[reference.kind]:
                    file.facts.error(
                        reference.line,
                        _("Nothing has this id: %(kind)s “%(id)s”.", kind=reference.kind, id=reference.id),
                        _("Correct the id, or add what it names."),
                    )


def judge_quizzes(modules: Iterable[ModuleFile], files: Sequence[QuizFile], quizzes_dir: Path) -> None:
    """Each lesson has its check, each module its test; and both sides say the same."""
    found = {file.quiz.id: file for file in files}
    for wish in _wishes(modules):
        file = found.get(wish.quiz_id)
        if file is None:
            if wish.quiz_id and not (quizzes_dir / f"{wish.quiz_id}.toml").exists():
                note_unknown(wish.row, wish.key, "quiz", wish.quiz_id)
        elif file.quiz.kind is not wish.kind or _owner(file.quiz) != wish.owner:
            wish.row.error(
                wish.key,
                _("The quiz “%(id)s” says that it belongs elsewhere.", id=wish.quiz_id),
                _("Compare its kind, lesson and module with this place."),
            )


def judge_letters(passages: Sequence[Passage], notes: Notes) -> None:
    """Whatever the course says can be printed, too. Invisible signs have been spoken of."""
    signs = "".join(sorted(set().union(*(passage.text for passage in passages))))
    missing = {sign for sign in missing_glyphs(signs, Face.SANS) if category(sign) not in ("Cc", "Cf")}
    for passage in passages if missing else ():
        for sign in sorted(missing.intersection(passage.text)):
            notes.error(
                passage.path,
                passage.line_at(passage.text.find(sign)),
                _("This sign cannot be printed: “%(sign)s”.", sign=MissingGlyph(sign, sign).shown),
                _("Write it in words, or with a sign from the keyboard."),
            )


def judge_leftovers(modules: Iterable[ModuleFile], files: Iterable[QuizFile]) -> None:
    """No quiz is left over; the pre- and post-test stands by itself."""
    wanted = {wish.quiz_id for wish in _wishes(modules)}
    for file in files:
        if file.quiz.kind is not QuizKind.PREPOST and file.quiz.id not in wanted:
            file.row.error(
                "id",
                _("No module.toml names the quiz “%(id)s”.", id=file.quiz.id),
                _("Name it as check of its lesson or test of its module, or move it away."),
            )


def _wishes(modules: Iterable[ModuleFile]) -> Iterator[_Wish]:
    for module in modules:
        yield _Wish(module.test_id, QuizKind.TEST, module.id, module.row, "test")
        for entry in module.lessons:
            yield _Wish(entry.check_id, QuizKind.CHECK, entry.id, entry.row, "check")


def _owner(quiz: Quiz) -> str | None:
    return quiz.module_id if quiz.kind is QuizKind.TEST else quiz.lesson_id
