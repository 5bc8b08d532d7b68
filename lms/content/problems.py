"""What is wrong with the course files: where, what, and what to do about it."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of one file, in words for an editor.

    `message` and `advice` are lazy translations: they speak the language of whoever prints them.
    A warning (style, length, an old translation) is listed at the editor's desk and stops nothing.
    """

    path: Path
    line: int
    message: object
    advice: object
    is_warning: bool = False

    def __str__(self) -> str:
        return f"{shown_path(self.path)}:{self.line}: {self.message} {self.advice}"


class ContentProblems(Exception):
    """The course cannot be used; `problems` says everything that is wrong with it at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = list(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


@dataclass(slots=True)
class Notes:
    """The list that every check writes to, so that one run reports everything."""

    problems: list[Problem] = field(default_factory=list)

    def error(self, path: Path, line: int, message: object, advice: object) -> None:
        self.problems.append(Problem(path, line, message, advice))

    def warn(self, path: Path, line: int, message: object, advice: object) -> None:
        self.problems.append(Problem(path, line, message, advice, is_warning=True))

    @property
    def errors(self) -> list[Problem]:
        return in_order(problem for problem in self.problems if not problem.is_warning)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """By file and line, as an editor walks through them."""
    return sorted(problems, key=lambda problem: (str(problem.path), problem.line))


def shown_path(path: Path) -> str:
    """As short as it can be typed from where one stands."""
    here = Path.cwd()
    return os.path.relpath(path, here) if path.is_relative_to(here) else str(path)
