"""What a search found, with all that a page has to say of it (pure)."""

from dataclasses import dataclass

from lms.content.course import Course, Lesson, Module
from lms.content.search import Answer, Hit, Passage
from lms.content.search_index import Field, Kind


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage under the heading that it stands below; a passage that is that heading stands alone."""

    passage: Passage
    heading: str = ""
    is_heading: bool = False
    is_outcome: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """`anchor`: where its title leads, empty for the top; `about`: what to say where no passage was found."""

    kind: Kind
    id: str
    title: str
    anchor: str
    about: str = ""
    lesson: Lesson | None = None
    module: Module | None = None
    passages: tuple[Shown, ...] = ()


def results(course: Course, answer: Answer, language: str) -> tuple[Result, ...]:
    makers = {Kind.LESSON: _lesson, Kind.TERM: _term, Kind.TOOL: _tool}
    return tuple(makers[hit.kind](course, hit, language) for hit in answer.hits)


def _lesson(course: Course, hit: Hit, language: str) -> Result:
    lesson = course.lesson(hit.id)
    best = hit.passages[0].anchor if hit.passages else ""
    return Result(
        kind=hit.kind,
        id=hit.id,
        title=lesson.title[language],
        anchor="" if hit.in_title else best,
        lesson=lesson,
        module=course.module(lesson.module_id),
        passages=tuple(_shown(lesson, passage, language) for passage in hit.passages),
    )


def _shown(lesson: Lesson, passage: Passage, language: str) -> Shown:
    body = lesson.bodies[language]
    places = {section.id: number for number, section in enumerate(body.sections, 1)}
    places |= {block.id: block.section for block in body.blocks}
    section = places.get(passage.anchor, 0)
    return Shown(
        passage,
        heading=body.sections[section - 1].title if section else lesson.title[language],
        is_heading=passage.field is Field.HEADING,
        is_outcome=passage.field is Field.TERM,
    )


def _term(course: Course, hit: Hit, language: str) -> Result:
    term = course.terms[hit.id]
    short = term.abbreviation[language] if term.abbreviation else ""
    return Result(
        kind=hit.kind,
        id=hit.id,
        title=f"{term.name[language]} ({short})" if short else term.name[language],
        anchor=f"t-{term.id}",
        about=term.definition[language],
        passages=_plain(hit, Field.TEXT),
    )


def _tool(course: Course, hit: Hit, language: str) -> Result:
    tool = next(tool for tool in course.tools if tool.id == hit.id)
    return Result(
        kind=hit.kind,
        id=hit.id,
        title=tool.title[language],
        anchor="",
        about=tool.purpose[language],
        passages=_plain(hit, Field.TEXT, Field.HEADING),
    )


def _plain(hit: Hit, *fields: Field) -> tuple[Shown, ...]:
    """The best passage of a page that has no headings to name."""
    return tuple(Shown(passage) for passage in hit.passages if passage.field in fields)[:1]
