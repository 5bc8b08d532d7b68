"""A quiz file: the bank of questions of one quiz, in both languages, with the key."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lms.content.course import LANGUAGES, Question, Quiz, QuizKind
from lms.content.files import short_hash
from lms.content.problems import Notes
from lms.content.questions import all_different, known, one_of, read_question
from lms.content.tables import Row
from lms.core.i18n import lazy_gettext as _
from lms.core.mongolian import search_key


@dataclass(frozen=True, slots=True)
class QuizFile:
    """A quiz as it was read, and the rows of its questions, for later notes."""

    path: Path
    quiz: Quiz
    row: Row
    rows: tuple[Row, ...]


def read_quiz(row: Row, outcomes: Mapping[str, int], module_ids: Collection[str]) -> QuizFile | None:
    """Read one quiz file; `outcomes` says how many each lesson has. None when it is of no known kind."""
    path = row.file.path
    quiz_id = row.id()
    if quiz_id and quiz_id != path.stem:
        row.error(
            "id",
            _("The id “%(id)s” is not the name of the file.", id=quiz_id),
            _("Write the name of the file: %(name)s.", name=path.stem),
        )
    kind = one_of(row, "kind", QuizKind)
    if kind is None:
        return None
    settings = _settings(row, kind, outcomes, module_ids)
    rows = row.rows("question")
    questions = tuple(read_question(each, settings.get("lesson_id"), outcomes) for each in rows)
    row.finish()
    all_different(rows, "id", [question.id for question in questions])
    draw = settings.get("draw", 0)
    if not rows:
        row.error(None, _("The quiz has no question."), _("Add a [[question]]."))
    elif draw > len(rows):
        row.error(
            "draw",
            _("%(draw)s questions are drawn from %(bank)s.", draw=draw, bank=len(rows)),
            _("Draw fewer, or add questions."),
        )
    version = _version(kind, settings, questions)
    return QuizFile(
        path, Quiz(id=quiz_id, kind=kind, questions=questions, version=version, **settings), row, tuple(rows)
    )


def _settings(
    row: Row, kind: QuizKind, outcomes: Mapping[str, int], module_ids: Collection[str]
) -> dict[str, Any]:
    """The keys that only this kind of quiz has."""
    if kind is QuizKind.CHECK:
        return {"lesson_id": known(row, "lesson", outcomes)}
    if kind is QuizKind.PREPOST:
        return {}
    return {
        "module_id": known(row, "module", module_ids),
        "pass_mark": row.whole("pass_mark", least=1, most=100, default=80),
        "draw": row.whole("draw", default=0),
        "attempts": row.whole("attempts", default=0),
        "wait_minutes": row.whole("wait_minutes", default=0),
    }


def _version(kind: QuizKind, settings: Mapping[str, Any], questions: Iterable[Question]) -> str:
    """Changes with every word and setting of the quiz."""
    return short_hash(
        repr((kind.value, sorted(settings.items()), [question.to_json() for question in questions]))
    )


def compare_banks(files: Iterable[QuizFile], module_of: Mapping[str, str], notes: Notes) -> None:
    """Note the questions that a module test shares with a check.

    The keys of the checks are handed out after each answer, so a shared question would be a gift.
    The same words count in any check, the same id in the checks of the test's own module.
    """
    files = list(files)
    checks = [file for file in files if file.quiz.kind is QuizKind.CHECK]
    prompts = {
        search_key(question.prompt[language]): file.path.name
        for file in checks
        for question in file.quiz.questions
        for language in LANGUAGES
    }
    for file in files:
        if file.quiz.kind is not QuizKind.TEST:
            continue
        ids = {
            question.id: check.path.name
            for check in checks
            if module_of.get(check.quiz.lesson_id or "") == file.quiz.module_id
            for question in check.quiz.questions
        }
        for row, question in zip(file.rows, file.quiz.questions, strict=True):
            same = [
                prompts.get(search_key(question.prompt[language]))
                for language in LANGUAGES
                if question.prompt.mn
            ]
            shared = next((name for name in (*same, ids.get(question.id)) if name), None)
            if shared:
                notes.error(
                    file.path,
                    row.line(),
                    _("The question “%(id)s” stands in %(file)s, too.", id=question.id, file=shared),
                    _("Ask something else in the test, under another id."),
                )
