"""Papers that the course brings along besides its lessons: forms to fill in by hand, hints for trainers."""

from dataclasses import dataclass

from lms.content.reference import Text

LINE = 12  # parts that a line of fields has


@dataclass(frozen=True, slots=True)
class Blank:
    """A field, or a column of a table: what to write there, or boxes to `tick`, or words to `circle`.

    `width` of a field counts twelfths of the line, that of a column is relative to the others.
    """

    label: Text
    width: int = LINE
    lines: int = 1
    tick: tuple[Text, ...] = ()
    circle: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class FormPart:
    """Fields, or a table of columns with rows that are named or so many that are empty."""

    title: Text | None
    note: Text | None
    fields: tuple[Blank, ...] = ()
    columns: tuple[Blank, ...] = ()
    rows: tuple[Text, ...] = ()
    empty: int = 0
    lines: int = 1

    def field_lines(self) -> list[list[Blank]]:
        """The fields, line by line."""
        filled: list[list[Blank]] = []
        for field in self.fields:
            if filled and sum(other.width for other in filled[-1]) + field.width <= LINE:
                filled[-1].append(field)
            else:
                filled.append([field])
        return filled


@dataclass(frozen=True, slots=True)
class PaperForm:
    """A form of one page; `lesson_id` is the lesson that teaches how to use it."""

    id: str
    title: Text
    how: Text
    lesson_id: str
    is_landscape: bool
    parts: tuple[FormPart, ...]


@dataclass(frozen=True, slots=True)
class Hint:
    """What a trainer prepares for the lesson of this id, and how a room of people does its exercise."""

    id: str
    prepare: tuple[Text, ...]
    group: Text
