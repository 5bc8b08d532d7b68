"""The coverage table of `modules/README.md`: outcomes to lessons to questions, facts to sources."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from lms.content.course import Course, Lesson, Module, QuestionKind, Quiz, QuizKind

BEGIN = "<!-- coverage: written by `flask content coverage --write`; edit nothing between these two lines -->"
END = "<!-- /coverage -->"
HEAD = (
    "# The course texts\n\nWhat each lesson promises, where it is asked, and where its facts come from.\n\n"
)


def coverage(course: Course) -> str:
    """The tables as Markdown, the same for the same course."""
    lines = [*_totals(course)]
    for module in course.modules:
        lines += ["", *_outcomes(course, module)]
    return "\n".join([*lines, "", *_facts(course), "", *_sources(course), ""])


def into_readme(readme: str, tables: str) -> str:
    """A README with the tables between their two lines, added at its end where it has none yet."""
    before, begin, rest = readme.partition(BEGIN)
    after = rest.partition(END)[2] if begin else "\n"
    opening = before if begin else (before or HEAD).rstrip() + "\n\n"
    return f"{opening}{BEGIN}\n\n{tables}\n{END}{after}"


def readme_of(modules_dir: Path) -> Path:
    return modules_dir / "README.md"


def _totals(course: Course) -> Iterator[str]:
    kinds = list(QuestionKind)
    yield from _table_head("Questions", "All", *(kind.value for kind in kinds))
    everything: Counter[QuestionKind] = Counter()
    for quiz_kind, name in (
        (QuizKind.CHECK, "checks"),
        (QuizKind.TEST, "module tests"),
        (QuizKind.PREPOST, "pre/post"),
    ):
        quizzes = [quiz for quiz in course.quizzes.values() if quiz.kind is quiz_kind]
        counts = Counter(question.kind for quiz in quizzes for question in quiz.questions)
        everything += counts
        yield _row(f"{len(quizzes)} {name}", counts.total(), *(counts[kind] for kind in kinds))
    yield _row("all", everything.total(), *(everything[kind] for kind in kinds))


def _outcomes(course: Course, module: Module) -> Iterator[str]:
    yield f"## {module.number}. {module.title.en}"
    yield ""
    yield from _table_head("Lesson", "Outcome: the learner can", "Check", "Test", "Pre/post")
    for lesson in module.lessons:
        for number, outcome in enumerate(lesson.outcomes, 1):
            asked = [_asked(course.quizzes.values(), kind, lesson, number) for kind in QuizKind]
            yield _row(f"{module.number}.{lesson.number} {lesson.id}", f"{number}. {outcome.en}", *asked)


def _asked(quizzes: Iterable[Quiz], kind: QuizKind, lesson: Lesson, outcome: int) -> str:
    questions = (question for quiz in quizzes if quiz.kind is kind for question in quiz.questions)
    ids = [
        question.id
        for question in questions
        if (question.lesson_id, question.outcome) == (lesson.id, outcome)
    ]
    return ", ".join(ids) or "–"


def _facts(course: Course) -> Iterator[str]:
    yield "## Facts and their sources"
    yield ""
    yield from _table_head("Lesson", "Words (mn)", "Law checked", "Sources")
    for lesson in course.lessons:
        body = lesson.bodies["mn"]
        yield _row(lesson.id, body.words, body.law_checked.isoformat(), ", ".join(body.source_ids) or "–")


def _sources(course: Course) -> Iterator[str]:
    yield from _table_head("Source", "What it is", "Certainty", "Checked", "Lessons")
    for source in course.sources.values():
        citing = [lesson.id for lesson in course.lessons if source.id in lesson.bodies["mn"].source_ids]
        checked = source.checked.isoformat()
        yield _row(source.id, source.title.en, source.certainty, checked, ", ".join(citing) or "–")


def _table_head(*names: str) -> Iterator[str]:
    yield _row(*names)
    yield _row(*("---" for _name in names))


def _row(*cells: object) -> str:
    return "| " + " | ".join(str(cell).replace("|", "\\|") for cell in cells) + " |"
