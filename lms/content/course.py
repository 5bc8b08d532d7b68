"""The course as the application sees it: frozen, complete, in both languages."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Self, TypeVar

from markupsafe import Markup

from lms.content.papers import Hint, PaperForm
from lms.content.prose import Part
from lms.content.reference import LANGUAGES, CalendarDate, Source, Term, Text, Tool, Window

__all__ = [
    "LANGUAGES",
    "Block",
    "CalendarDate",
    "Choice",
    "Course",
    "Item",
    "Lesson",
    "LessonBody",
    "Module",
    "Pair",
    "Question",
    "QuestionKind",
    "Quiz",
    "QuizKind",
    "Section",
    "Source",
    "Term",
    "Text",
    "Tool",
    "UnknownContent",
    "Window",
]


class UnknownContent(LookupError):
    """The course has nothing by this id."""


class QuizKind(StrEnum):
    CHECK = "check"
    TEST = "test"
    PREPOST = "prepost"


class QuestionKind(StrEnum):
    SINGLE = "single"
    MULTIPLE = "multiple"
    TRUE_FALSE = "true_false"
    MATCHING = "matching"
    ORDERING = "ordering"
    NUMBER = "number"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class Choice:
    id: str
    text: Text
    correct: bool
    why: Text


@dataclass(frozen=True, slots=True)
class Pair:
    id: str
    left: Text
    right: Text


@dataclass(frozen=True, slots=True)
class Item:
    id: str
    text: Text


@dataclass(frozen=True, slots=True)
class Question:
    """One question with its key; `items` stand in the right order, `extras` are right-hand distractors.

    `outcome` counts from 1 in the lesson's outcomes. `answer` is a bool for true_false and a number,
    right within `tolerance`, for number. `accept` holds the answers of both languages.
    """

    id: str
    kind: QuestionKind
    prompt: Text
    explanation: Text
    lesson_id: str
    outcome: int
    choices: tuple[Choice, ...] = ()
    pairs: tuple[Pair, ...] = ()
    extras: tuple[Item, ...] = ()
    items: tuple[Item, ...] = ()
    answer: bool | float | None = None
    tolerance: float = 0
    unit: Text | None = None
    accept: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Plain lists and dictionaries, as an attempt keeps the questions it was drawn from."""
        kept = asdict(self)
        for name in ("choices", "pairs", "extras", "items", "accept"):
            kept[name] = list(kept[name])
        return kept | {"kind": self.kind.value}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Self:
        """The question again, from what `to_json` gave; raises KeyError or ValueError for anything else."""
        unit = kept["unit"]
        return cls(
            id=kept["id"],
            kind=QuestionKind(kept["kind"]),
            prompt=Text(**kept["prompt"]),
            explanation=Text(**kept["explanation"]),
            lesson_id=kept["lesson_id"],
            outcome=kept["outcome"],
            choices=tuple(
                Choice(row["id"], Text(**row["text"]), row["correct"], Text(**row["why"]))
                for row in kept["choices"]
            ),
            pairs=tuple(Pair(row["id"], Text(**row["left"]), Text(**row["right"])) for row in kept["pairs"]),
            extras=tuple(Item(row["id"], Text(**row["text"])) for row in kept["extras"]),
            items=tuple(Item(row["id"], Text(**row["text"])) for row in kept["items"]),
            answer=kept["answer"],
            tolerance=kept["tolerance"],
            unit=None if unit is None else Text(**unit),
            accept=tuple(kept["accept"]),
        )


@dataclass(frozen=True, slots=True)
class Quiz:
    """A bank of questions; `draw` 0 asks them all, `attempts` 0 sets no limit."""

    id: str
    kind: QuizKind
    questions: tuple[Question, ...]
    version: str
    lesson_id: str | None = None
    module_id: str | None = None
    pass_mark: int = 80
    draw: int = 0
    attempts: int = 0
    wait_minutes: int = 0

    def question(self, question_id: str) -> Question:
        return _find(self.questions, question_id)


@dataclass(frozen=True, slots=True)
class Section:
    """A second-level heading of a lesson: its anchor and its words."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list, table, figure or quotation: its anchor and its words, line by line.

    `section` counts the second-level headings before it.
    """

    id: str
    section: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LessonBody:
    """The prose of a lesson in one language, rendered and cleaned once; `prose` is the same for print.

    `term_ids` and `source_ids` stand in order of appearance; a source mark shows the place, from 1,
    of its source among `source_ids`.
    """

    html: Markup
    sections: tuple[Section, ...]
    term_ids: tuple[str, ...]
    source_ids: tuple[str, ...]
    law_checked: date
    words: int
    blocks: tuple[Block, ...] = ()
    prose: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Lesson:
    id: str
    module_id: str
    number: int
    title: Text
    minutes: int
    outcomes: tuple[Text, ...]
    check_id: str
    bodies: Mapping[str, LessonBody]
    version: str


@dataclass(frozen=True, slots=True)
class Module:
    """A module; `figures` are the files of its media folder, each checked, the only ones to be served."""

    id: str
    number: int
    title: Text
    summary: Text
    hours: int
    lessons: tuple[Lesson, ...]
    test_id: str
    folder: str
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Course:
    """The whole course; `version` is what the editors declare, `hash` covers every file read."""

    id: str
    title: Text
    summary: Text
    hours: int
    version: str
    hash: str
    modules: tuple[Module, ...]
    quizzes: Mapping[str, Quiz]
    terms: Mapping[str, Term]
    sources: Mapping[str, Source]
    calendar: tuple[CalendarDate, ...] = ()
    windows: tuple[Window, ...] = ()
    tools: tuple[Tool, ...] = ()
    forms: tuple[PaperForm, ...] = ()
    hints: Mapping[str, Hint] = field(default_factory=dict)
    license: str = ""
    lessons: tuple[Lesson, ...] = field(init=False)
    _places: Mapping[str, int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        lessons = tuple(lesson for module in self.modules for lesson in module.lessons)
        object.__setattr__(self, "lessons", lessons)
        places = {lesson.id: place for place, lesson in enumerate(lessons)}
        object.__setattr__(self, "_places", MappingProxyType(places))

    def lesson(self, lesson_id: str) -> Lesson:
        return self.lessons[self._place(lesson_id)]

    def module(self, module_id: str) -> Module:
        return _find(self.modules, module_id)

    def form(self, form_id: str) -> PaperForm:
        return _find(self.forms, form_id)

    def quiz(self, quiz_id: str) -> Quiz:
        try:
            return self.quizzes[quiz_id]
        except KeyError:
            raise UnknownContent(quiz_id) from None

    def lesson_after(self, lesson_id: str) -> Lesson | None:
        place = self._place(lesson_id) + 1
        return self.lessons[place] if place < len(self.lessons) else None

    def lesson_before(self, lesson_id: str) -> Lesson | None:
        place = self._place(lesson_id)
        return self.lessons[place - 1] if place else None

    def _place(self, lesson_id: str) -> int:
        try:
            return self._places[lesson_id]
        except KeyError:
            raise UnknownContent(lesson_id) from None


_Named = TypeVar("_Named", Module, Question, PaperForm)


def _find(things: tuple[_Named, ...], wanted: str) -> _Named:
    for thing in things:
        if thing.id == wanted:
            return thing
    raise UnknownContent(wanted)
