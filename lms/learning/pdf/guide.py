"""The trainer's guide of a module: timing of rooms, and for each lesson all that a trainer needs."""

from dataclasses import replace

from lms.content import boxes
from lms.content.course import Lesson, Module, Question
from lms.content.prose import boxes_of, exercise_minutes, opening
from lms.learning.pdf import look
from lms.learning.pdf.answers import answer_of, misconceptions, parts_of
from lms.learning.pdf.handout import contents, place_of
from lms.learning.pdf.look import INDENT, NARROW, SMALL, SUBHEADING
from lms.learning.pdf.paper import Press, Sheet
from lms.learning.pdf.parts import ANSWERED, Typesetter
from lms.learning.pdf.timetables import add_timing

GUIDE_HEADING = replace(SUBHEADING, space=11)


def draw_guide(press: Press, module: Module) -> bytes:
    """The guide of a module. It holds answers: for trainers only."""
    language, words = press.language, press.words.guide
    sheet = press.sheet(f"{words.name}: {module.title[language]}")
    sheet.running = f"{words.name} · {press.words.module.format(number=module.number)}"
    sheet.head(sheet.running)
    sheet.title(module.title[language])
    setter = Typesetter(sheet.story, language, press.links, deeper=1, measure=ANSWERED)
    setter.plain(words.intro, NARROW)
    setter.heading([look.HEADING.run(press.words.in_this_module)], 1, look.HEADING)
    contents(sheet, setter, [lesson.title[language] for lesson in module.lessons])
    add_timing(press, setter, module)
    for lesson in module.lessons:
        _lesson(press, sheet, setter, lesson)
    return sheet.file()


def _lesson(press: Press, sheet: Sheet, setter: Typesetter, lesson: Lesson) -> None:
    language, words = press.language, press.words.guide
    prose = lesson.bodies[language].prose
    title = lesson.title[language]
    sheet.opener(place_of(press, lesson), title)
    setter.heading([look.LESSON.run(title)], 1, look.LESSON)
    minutes = [press.words.reading.format(minutes=lesson.minutes)]
    if exercise := exercise_minutes(prose):
        minutes.append(press.words.exercise.format(minutes=exercise))
    sheet.facts(" · ".join(minutes))
    _section(setter, words.purpose)
    setter.points([outcome[language] for outcome in lesson.outcomes], NARROW)
    _section(setter, words.prepare)
    _prepare(press, setter, lesson)
    _section(setter, words.opening)
    with setter.quoted():
        setter.parts(opening(prose), NARROW)
    for box in boxes_of(prose, "key"):
        _section(setter, boxes.word("key", language))
        setter.parts(box.parts, NARROW)
    setter.parts(tuple(boxes_of(prose, "exercise")), NARROW)
    if hint := press.course.hints.get(lesson.id):
        _section(setter, words.group)
        setter.plain(hint.group[language], NARROW)
    questions = press.course.quiz(lesson.check_id).questions
    _questions(press, setter, questions)
    _misconceptions(press, setter, questions)


def _section(setter: Typesetter, words: str) -> None:
    setter.heading([GUIDE_HEADING.run(words)], 2, GUIDE_HEADING)


def _prepare(press: Press, setter: Typesetter, lesson: Lesson) -> None:
    language, words = press.language, press.words
    hint = press.course.hints.get(lesson.id)
    things = [text[language] for text in hint.prepare] if hint else []
    setter.points([words.guide.handout, *things], NARROW)
    checked = words.day(lesson.bodies[language].law_checked)
    setter.plain(words.guide.law.format(day=checked), SMALL)


def _questions(press: Press, setter: Typesetter, questions: tuple[Question, ...]) -> None:
    story, words = setter.story, press.words.guide
    _section(setter, words.questions)
    with story.group("L"):
        for number, question in enumerate(questions, 1):
            label = NARROW.run(f"{number}.", bold=True)
            with story.first(space=NARROW.space + 2), story.item(label, indent=INDENT):
                _question(press, setter, question)


def _question(press: Press, setter: Typesetter, question: Question) -> None:
    story, language, words = setter.story, press.language, press.words.guide
    prompt = NARROW.run(question.prompt[language], bold=True)
    story.text([prompt], leading=NARROW.leading, keeps=True)
    if parts := parts_of(question, language):
        labels = [f"{letter})" for letter in words.letters] if question.choices else ["•"] * len(parts)
        if question.items:
            labels = [f"{number}." for number in range(1, len(parts) + 1)]
        with story.group("L"):
            for label, (text, is_right) in zip(labels, parts, strict=False):
                bold = is_right and bool(question.choices)
                with story.first(space=1.5), story.item(SMALL.run(label, bold=bold), indent=INDENT - 2):
                    story.text([SMALL.run(text, bold=bold)], leading=SMALL.leading, keeps=True)
    answer = answer_of(question, language, words)
    runs = [SMALL.run(words.answer.format(answer=answer) + ". ", bold=True)] if answer else []
    runs.append(SMALL.run(question.explanation[language]))
    story.text(runs, leading=SMALL.leading, space=2)


def _misconceptions(press: Press, setter: Typesetter, questions: tuple[Question, ...]) -> None:
    story, language = setter.story, press.language
    found = [pair for question in questions for pair in misconceptions(question, language)]
    if not found:
        return
    _section(setter, press.words.guide.misconceptions)
    with story.group("L", numbering="Disc"):
        for text, why in found:
            with story.first(space=3), story.item(SMALL.run("•"), indent=INDENT):
                runs = [replace(SMALL.run(f"“{text}”"), slanted=True), SMALL.run(f" – {why}")]
                story.text(runs, leading=SMALL.leading)
