"""A copy of the sample course on an editor's desk, to be changed and broken."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from lms.content.course import Course
from lms.content.loader import Reading, load, read
from lms.content.problems import Problem
from lms.content.review import review

SAMPLE = Path(__file__).resolve().parents[1] / "sample"


class Desk:
    """The two folders of a course, and short ways to change their files."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.modules = root / "modules"
        self.quizzes = root / "quizzes"

    def path(self, name: str) -> Path:
        return self.root / name

    def write(self, name: str, text: str) -> None:
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        text = self.path(name).read_text(encoding="utf-8")
        assert old in text, f"{name} has no {old!r}"
        self.write(name, text.replace(old, new, 1))

    def add(self, name: str, text: str) -> None:
        self.write(name, self.path(name).read_text(encoding="utf-8") + text)

    def read(self) -> Reading:
        return read(self.modules, self.quizzes)

    def load(self) -> Course:
        return load(self.modules, self.quizzes)

    def errors(self) -> list[str]:
        return [self.shown(problem) for problem in self.read().notes.errors]

    def warnings(self) -> list[str]:
        return [self.shown(problem) for problem in review(self.read()) if problem.is_warning]

    def shown(self, problem: Problem) -> str:
        """`modules/course.toml:3: message advice`, the same on every machine."""
        path = problem.path.relative_to(self.root).as_posix()
        return f"{path}:{problem.line}: {problem.message} {problem.advice}"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    shutil.copytree(SAMPLE / "modules", tmp_path / "modules")
    shutil.copytree(SAMPLE / "quizzes", tmp_path / "quizzes")
    return Desk(tmp_path)


@pytest.fixture
def broken(desk: Desk) -> Callable[..., list[str]]:
    """Change one file and see what is said about it."""

    def change(name: str, old: str, new: str) -> list[str]:
        desk.replace(name, old, new)
        return desk.errors()

    return change
