"""Handouts: a lesson, or a whole module, on paper, from the very text of the screen."""

from dataclasses import replace

from reportlab.lib.units import mm

from lms.content.course import Lesson, Module
from lms.content.prose import exercise_minutes
from lms.core.pdf import TaggedCanvas
from lms.core.pdf.flow import Slab
from lms.core.pdf.story import BASELINE
from lms.core.pdf.structure import Element
from lms.learning.pdf import look
from lms.learning.pdf.look import FACTS, IN_LIST, INDENT, SMALL, TINY
from lms.learning.pdf.paper import Press, Sheet
from lms.learning.pdf.parts import ROOMY, SNUG, Measure, Typesetter


def draw_lesson(press: Press, lesson: Lesson) -> bytes:
    """The handout of a lesson."""
    return _sheet(press, lesson, _measure(press, lesson)).file()


def _sheet(press: Press, lesson: Lesson, measure: Measure) -> Sheet:
    sheet = press.sheet(lesson.title[press.language])
    sheet.head(place_of(press, lesson))
    sheet.title(lesson.title[press.language])
    setter = Typesetter(sheet.story, press.language, press.links, measure=measure)
    _lesson(press, sheet, setter, lesson)
    sheet.notes()
    sheet.closing(f"lessons/{lesson.id}", press.words.scan_lesson)
    return sheet


def _measure(press: Press, lesson: Lesson) -> Measure:
    """A roomy paper, or a snug one where that saves a page."""
    pages = {measure: _sheet(press, lesson, measure).pages for measure in (ROOMY, SNUG)}
    return SNUG if pages[SNUG] < pages[ROOMY] else ROOMY


def draw_module(press: Press, module: Module) -> bytes:
    """The handout of a module: what is in it, and its lessons one after the other, each beginning a page."""
    words, language = press.words, press.language
    sheet = press.sheet(module.title[language])
    sheet.running = f"{words.module_handout} · {words.module.format(number=module.number)}"
    sheet.head(sheet.running)
    sheet.title(module.title[language])
    sheet.facts(words.hours.format(hours=module.hours))
    setter = Typesetter(sheet.story, language, press.links, deeper=1)
    setter.plain(module.summary[language])
    setter.heading([look.HEADING.run(words.in_this_module)], 1, look.HEADING)
    contents(sheet, setter, [lesson.title[language] for lesson in module.lessons])
    sheet.notes()
    sheet.closing(f"modules/{module.id}", words.scan_module)
    for lesson in module.lessons:
        style, title = look.LESSON, lesson.title[language]
        sheet.opener(place_of(press, lesson), title)
        setter.heading([style.run(title)], 1, style)
        setter.measure = _measure(press, lesson)
        _lesson(press, sheet, setter, lesson)
        sheet.notes()
        sheet.closing(f"lessons/{lesson.id}", words.scan_lesson)
    return sheet.file()


def place_of(press: Press, lesson: Lesson) -> str:
    words, module = press.words, press.course.module(lesson.module_id)
    place = words.lesson.format(number=lesson.number, of=len(module.lessons))
    return f"{words.module.format(number=module.number)} · {place}"


def _lesson(press: Press, sheet: Sheet, setter: Typesetter, lesson: Lesson) -> None:
    words, body = press.words, lesson.bodies[press.language]
    minutes = [words.reading.format(minutes=lesson.minutes)]
    if exercise := exercise_minutes(body.prose):
        minutes.append(words.exercise.format(minutes=exercise))
    sheet.facts(" · ".join(minutes))
    with setter.framed("", words.outcomes):
        setter.points([outcome[press.language] for outcome in lesson.outcomes])
    setter.parts(body.prose)
    _terms(press, setter, body.term_ids)
    _sources(press, setter, lesson)


def contents(sheet: Sheet, setter: Typesetter, titles: list[str]) -> None:
    """A numbered list of named slabs, each with its page."""
    story = sheet.story
    with story.group("L"):
        for number, title in enumerate(titles, 1):
            with story.first(space=IN_LIST.space), story.item(IN_LIST.run(f"{number}."), indent=INDENT):
                with story.indented(0, 12 * mm):
                    element = story.text([IN_LIST.run(title)], leading=IN_LIST.leading)
                story.slabs[-1] = _with_page(sheet, story.slabs[-1], element, title)


def _with_page(sheet: Sheet, line: Slab, element: Element, name: str) -> Slab:
    right = sheet.story.left + sheet.story.width

    def draw(canvas: TaggedCanvas, top: float) -> None:
        line.draw(canvas, top)
        y = top - (1 - BASELINE) * line.height
        with canvas.more_of(element):
            page = f" {sheet.page_of[name]}"
            canvas.write(right, y, page, IN_LIST.face, IN_LIST.size, align="right", colour=look.TEXT)

    return replace(line, draw=draw)


def _terms(press: Press, setter: Typesetter, term_ids: tuple[str, ...]) -> None:
    if not term_ids:
        return
    story, language = setter.story, press.language
    setter.heading([look.SUBHEADING.run(press.words.terms)], 2, look.SUBHEADING)
    for term_id in term_ids:
        term = press.course.terms[term_id]
        name = term.name[language]
        if term.abbreviation and term.abbreviation[language]:
            name = f"{name} ({term.abbreviation[language]})"
        runs = [SMALL.run(name, bold=True), SMALL.run(f" – {term.definition[language]}")]
        story.text(runs, leading=SMALL.leading, space=SMALL.space)


def _sources(press: Press, setter: Typesetter, lesson: Lesson) -> None:
    story, body, words = setter.story, lesson.bodies[press.language], press.words
    if body.source_ids:
        setter.heading([look.SUBHEADING.run(words.sources)], 2, look.SUBHEADING)
        with story.group("L"):
            for number, source_id in enumerate(body.source_ids, 1):
                source = press.course.sources[source_id]
                runs = [TINY.run(source.title[press.language])]
                if source.address:
                    runs.append(TINY.run(f" {source.address}"))
                with story.first(space=TINY.space), story.item(TINY.run(f"{number}."), indent=INDENT):
                    story.text(runs, leading=TINY.leading)
    checked = words.checked.format(day=words.day(body.law_checked))
    story.text([FACTS.run(f"{checked} {words.laws}")], leading=FACTS.leading, space=8)
