"""What a file says of itself, and the tree of what its drawings mean."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

Box = tuple[float, float, float, float]  # left, bottom, right, top, in points of the page


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself; `made_on` stands for the clock: the same facts, the same file."""

    title: str
    language: str
    author: str
    made_on: date
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """One piece of marked content: page (from 0) and number on it."""

    page: int
    number: int


@dataclass(slots=True, eq=False)
class Element:
    """One element of the structure tree: what a screen reader walks through.

    `numbering` is that of an L (Decimal, Disc, None), `scope` that of a TH (Column, Row).
    """

    kind: str
    language: str = ""
    alt: str = ""
    address: str = ""
    page: int = 0
    box: Box | None = None
    numbering: str = "Decimal"
    scope: str = "Column"
    children: list["Element | Mark"] = field(default_factory=list)

    def add(self, kind: str, **facts: Any) -> "Element":
        """A new element at the end of this one."""
        element = Element(kind, **facts)
        self.children.append(element)
        return element
