"""Reading the forms (`forms.toml`) and the hints for trainers (`trainers.toml`)."""

from collections.abc import Collection

from lms.content.papers import LINE, Blank, FormPart, Hint, PaperForm
from lms.content.questions import known
from lms.content.reference import Text
from lms.content.tables import Row
from lms.core.i18n import lazy_gettext as _

PAGES = ("portrait", "landscape")


def read_form(row: Row, lesson_ids: Collection[str]) -> PaperForm:
    parts = row.rows("part")
    if not parts:
        row.error(None, _("The form has no part."), _("Add a [[form.part]]."))
    return PaperForm(
        id=row.id(),
        title=row.text("title"),
        how=row.text("how"),
        lesson_id=known(row, "lesson", lesson_ids),
        is_landscape=row.word("page", PAGES) == "landscape",
        parts=tuple(_part(part) for part in parts),
    )


def read_hint(row: Row, lesson_ids: Collection[str]) -> Hint:
    return Hint(known(row, "id", lesson_ids), row.texts("prepare"), row.text("group"))


def _part(row: Row) -> FormPart:
    part = FormPart(
        title=row.maybe_text("title"),
        note=row.maybe_text("note"),
        fields=tuple(_blank(field, most=LINE) for field in row.rows("fields")),
        columns=tuple(_blank(column, most=99) for column in row.rows("columns")),
        rows=_texts(row, "rows"),
        empty=row.whole("empty", most=30, default=0),
        lines=row.whole("lines", least=1, most=9, default=1),
    )
    row.finish()
    if bool(part.fields) == bool(part.columns) or bool(part.columns) != bool(part.rows or part.empty):
        row.error(
            None,
            _("A part of a form has fields, or columns with their rows."),
            _("Write fields; or columns, and rows.mn and rows.en or empty."),
        )
    return part


def _blank(row: Row, *, most: int) -> Blank:
    blank = Blank(
        label=row.own_text(),
        width=row.whole("width", least=1, most=most, default=LINE),
        lines=row.whole("lines", least=1, most=12, default=1),
        tick=_texts(row, "tick"),
        circle=_texts(row, "circle"),
    )
    row.finish()
    return blank


def _texts(row: Row, key: str) -> tuple[Text, ...]:
    row.known.add(key)
    return row.texts(key) if row.has(key) else ()
