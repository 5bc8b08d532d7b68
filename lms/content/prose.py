"""A lesson's prose as plain parts, for whoever draws it elsewhere than on a page of HTML.

Made in the same reading as the HTML; nothing in it knows what a part looks like.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from lms.core.drawings import Drawing


@dataclass(frozen=True, slots=True)
class Span:
    """Words that look alike. `link` is `term:ID`, `lesson:ID` or an address with https://.

    One with a `source` is the mark of that source: its place, from 1, among the lesson's.
    """

    text: str
    bold: bool = False
    emphasis: bool = False
    link: str = ""
    source: int = 0


Words: TypeAlias = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` is 2 or 3, as in the text."""

    level: int
    words: Words


@dataclass(frozen=True, slots=True)
class Paragraph:
    words: Words


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; `first` is the number that it begins with, None where it has dots."""

    items: tuple[tuple["Part", ...], ...]
    first: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its head; `names_rows` where the first column heads the rows, `figures` by column."""

    head: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]
    figures: tuple[bool, ...]

    @property
    def names_rows(self) -> bool:
        return not plain(self.head[0]).strip()


@dataclass(frozen=True, slots=True)
class Quotation:
    parts: tuple["Part", ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure with its words for those who do not see it, and its caption."""

    alt: str
    caption: Words
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class Box:
    """note, example, warning, key, or exercise with its minutes (`boxes.WORDS`)."""

    name: str
    parts: tuple["Part", ...]
    minutes: int = 0


Part: TypeAlias = Heading | Paragraph | Listing | Table | Quotation | Picture | Box


def plain(words: Words) -> str:
    """The words without anything else."""
    return "".join(span.text for span in words if not span.source)


def opening(prose: Sequence[Part]) -> tuple[Part, ...]:
    """What stands before the first heading: the question from ordinary life."""
    first = next((place for place, part in enumerate(prose) if isinstance(part, Heading)), len(prose))
    return tuple(prose[:first])


def boxes_of(prose: Sequence[Part], name: str) -> Iterator[Box]:
    """The boxes of a kind, in their order."""
    return (part for part in prose if isinstance(part, Box) and part.name == name)


def exercise_minutes(prose: Sequence[Part]) -> int:
    return sum(box.minutes for box in boxes_of(prose, "exercise"))
