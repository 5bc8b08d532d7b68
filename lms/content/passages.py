"""Words of the course on their way to the checks of language."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path


@dataclass(frozen=True)
class Passage:
    """Some words of the course in one language; `find_line` is asked only when something is wrong.

    `place` says what they are: the keys of a TOML file (“question.choice.mn”), or the block of a lesson
    (“exercise.list_item”). `marked` is the same text with its source marks, where it can have any.
    Passages that are read together, as those of one question, share a `group`.
    """

    path: Path
    language: str
    place: str
    text: str
    find_line: Callable[[], int]
    marked: str = ""
    group: str = ""

    @cached_property
    def line(self) -> int:
        return self.find_line()

    def line_at(self, offset: int) -> int:
        """The line of a sign of the text: a passage may run over several lines."""
        return self.line + self.text.count("\n", 0, offset)
