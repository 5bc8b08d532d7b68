"""A messy list and what it must come to.

A person is written “family|given|phone|gender|year|region”; a flaw “place reason”; a repair
“place before→after reason”. `repairs`, where given, lists every repair of the file.
"""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Messy:
    name: str
    content: Callable[[], bytes]
    people: list[str]
    flaws: list[str] = field(default_factory=list)
    repairs: list[str] = field(default_factory=list)
    kinds: str = ""  # of the rows that are no people: “title 2, total 1”
    registration: str = ""  # letters of the columns left out
    header_row: int = 1
