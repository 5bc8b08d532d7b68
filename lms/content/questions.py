"""One question of a quiz file: its kind decides which other keys it has."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any, TypeVar

from lms.content.course import LANGUAGES, Choice, Item, Pair, Question, QuestionKind, Text
from lms.content.tables import Row
from lms.core.i18n import lazy_gettext as _
from lms.core.mongolian import search_key

_Kind = TypeVar("_Kind", bound=StrEnum)


def read_question(row: Row, lesson_id: str | None, outcomes: Mapping[str, int]) -> Question:
    """Read a `[[question]]`; a check gives the lesson of all its questions. Everything wrong is noted."""
    question_id = row.id()
    kind = one_of(row, "kind", QuestionKind)
    lesson = known(row, "lesson", outcomes) if lesson_id is None else lesson_id
    outcome = row.whole("outcome", least=1, most=outcomes.get(lesson, 99))
    prompt, explanation = row.text("prompt"), row.text("explanation")
    parts = _PARTS[kind](row) if kind else {}
    if kind:  # else nobody knows which keys belong here
        row.finish()
    return Question(question_id, kind or QuestionKind.SHORT, prompt, explanation, lesson, outcome, **parts)


def one_of(row: Row, key: str, kinds: type[_Kind]) -> _Kind | None:
    """The value of a key that has few values."""
    word = row.word(key, [kind.value for kind in kinds])
    return next((kind for kind in kinds if kind == word), None)


def known(row: Row, key: str, ids: Collection[str]) -> str:
    """The id under a key, noted when nothing has it."""
    wanted = row.string(key)
    if wanted and wanted not in ids:
        note_unknown(row, key, key, wanted)
    return wanted


def note_unknown(row: Row, key: str, kind: str, wanted: str) -> None:
    row.error(
        key,
        _("Nothing has this id: %(kind)s “%(id)s”.", kind=kind, id=wanted),
        _("Correct the id, or add what it names."),
    )


def all_different(rows: Sequence[Row], key: str, values: Iterable[str]) -> None:
    """Note each value that an earlier row has, too."""
    seen: set[str] = set()
    for row, value in zip(rows, values, strict=True):
        if value and value in seen:
            row.error(
                key,
                _("“%(value)s” stands here a second time.", value=value),
                _("Give each one its own."),
            )
        seen.add(value)


def _texts_different(rows: Sequence[Row], key: str, texts: Sequence[Text]) -> None:
    """Two choices that read alike cannot both be judged."""
    for language in LANGUAGES:
        all_different(rows, key or language, [search_key(text[language]) for text in texts])


def _at_least(row: Row, key: str, entries: Sequence[object], least: int = 2) -> None:
    if len(entries) < least:
        row.error(
            None,
            _("This question has %(number)s × %(key)s.", number=len(entries), key=key),
            _("Write at least %(least)s.", least=least),
        )


def _choices(row: Row) -> tuple[Choice, ...]:
    rows = row.rows("choice")
    choices = tuple(
        Choice(each.id(), each.own_text(), each.truth("correct", default=False), each.text("why"))
        for each in rows
    )
    for each in rows:
        each.finish()
    _at_least(row, "[[question.choice]]", rows)
    all_different(rows, "id", [choice.id for choice in choices])
    _texts_different(rows, "", [choice.text for choice in choices])
    if rows and not any(choice.correct for choice in choices):
        row.error(None, _("No choice is right."), _("Write correct = true at the right one."))
    return choices


def _single(row: Row) -> dict[str, Any]:
    choices = _choices(row)
    if sum(choice.correct for choice in choices) > 1:
        row.error(
            None,
            _("A question of the kind single has two right choices."),
            _("Leave correct = true at one of them, or make the kind multiple."),
        )
    return {"choices": choices}


def _multiple(row: Row) -> dict[str, Any]:
    return {"choices": _choices(row)}


def _true_false(row: Row) -> dict[str, Any]:
    return {"answer": row.truth("answer")}


def _matching(row: Row) -> dict[str, Any]:
    rows, more = row.rows("pair"), row.rows("extra")
    pairs = tuple(Pair(each.id(), each.text("left"), each.text("right")) for each in rows)
    extras = tuple(Item(each.id(), each.own_text()) for each in more)
    for each in (*rows, *more):
        each.finish()
    _at_least(row, "[[question.pair]]", rows)
    all_different([*rows, *more], "id", [*(pair.id for pair in pairs), *(extra.id for extra in extras)])
    _texts_different(rows, "left", [pair.left for pair in pairs])
    _texts_different(
        [*rows, *more], "right", [*(pair.right for pair in pairs), *(extra.text for extra in extras)]
    )
    return {"pairs": pairs, "extras": extras}


def _ordering(row: Row) -> dict[str, Any]:
    rows = row.rows("item")
    items = tuple(Item(each.id(), each.own_text()) for each in rows)
    for each in rows:
        each.finish()
    _at_least(row, "[[question.item]]", rows)
    all_different(rows, "id", [item.id for item in items])
    _texts_different(rows, "", [item.text for item in items])
    return {"items": items}


def _number(row: Row) -> dict[str, Any]:
    answer, tolerance = row.decimal("answer"), row.decimal("tolerance", default=0.0)
    if tolerance < 0:
        row.error("tolerance", _("The tolerance is below zero."), _("Write how far an answer may be off."))
    return {"answer": answer, "tolerance": tolerance, "unit": row.maybe_text("unit")}


def _short(row: Row) -> dict[str, Any]:
    mn, en = row.both_lists("accept")
    return {"accept": tuple(dict.fromkeys((*mn, *en)))}


_PARTS: Mapping[QuestionKind, Callable[[Row], dict[str, Any]]] = {
    QuestionKind.SINGLE: _single,
    QuestionKind.MULTIPLE: _multiple,
    QuestionKind.TRUE_FALSE: _true_false,
    QuestionKind.MATCHING: _matching,
    QuestionKind.ORDERING: _ordering,
    QuestionKind.NUMBER: _number,
    QuestionKind.SHORT: _short,
}
