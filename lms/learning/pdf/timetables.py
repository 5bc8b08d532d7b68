"""Timing in a guide: half-days by modules for the whole course, and the hours of one module."""

from lms.content.course import Module
from lms.core.pdf.grid import Cell, Setting, table
from lms.learning import timing
from lms.learning.pdf import look
from lms.learning.pdf.look import NARROW, SMALL, SUBHEADING
from lms.learning.pdf.paper import Press
from lms.learning.pdf.parts import Typesetter
from lms.learning.timing import BRISK, CALM, HalfDay, Pace, Part, PartKind

TIGHT = Setting(leading=SMALL.leading, aside=4, above=2)


def add_timing(press: Press, setter: Typesetter, module: Module) -> None:
    """Both paces: which half-day belongs to which module, then the hours of this module."""
    words = press.words.guide
    setter.heading([look.HEADING.run(words.timing)], 1, look.HEADING)
    for pace, note in ((BRISK, words.brisk), (CALM, words.calm)):
        style, days = SUBHEADING, words.days(timing.days(press.course, pace))
        setter.heading([style.run(days)], 2, style)
        setter.plain(note, NARROW)
        _course(press, setter, module, pace)
        for half in timing.plan(module, pace):
            _half_day(press, setter, half, pace)


def _course(press: Press, setter: Typesetter, module: Module, pace: Pace) -> None:
    """Rows are half-days, columns modules: hours and lessons where they meet."""
    words, course = press.words.guide, press.course
    heads = [words.half_day, *(f"{words.module} {one.number}" for one in course.modules)]
    rows = [[_cell(head, heads="Column") for head in heads]]
    for one in course.modules:
        for half in timing.plan(one, pace):
            numbers = [lesson.number for lesson in half.lessons]
            span = f"{numbers[0]}–{numbers[-1]}" if len(numbers) > 1 else str(numbers[0])
            told = f"{_clock(half.starts)}–{_clock(half.ends)}\n{words.lessons} {span}"
            cells = [told if other is one else "" for other in course.modules]
            is_this = one is module
            rows.append(
                [_cell(_name(press, half), heads="Row"), *(_cell(cell, bold=is_this) for cell in cells)]
            )
    width = setter.story.width
    names = 0.24 * width
    widths = [names, *[(width - names) / len(course.modules)] * len(course.modules)]
    table(setter.story, rows, TIGHT, space=8, widths=widths)


def _half_day(press: Press, setter: Typesetter, half: HalfDay, pace: Pace) -> None:
    words = press.words.guide
    setter.story.text(
        [NARROW.run(_name(press, half), bold=True)], leading=NARROW.leading, space=12, keeps=True
    )
    heads = [words.begins, words.what, words.reading, words.exercise]
    heads += [words.sharing] if pace.sharing else []
    heads.append(words.total)
    rows = [[_cell(head, heads="Column", right=place > 1) for place, head in enumerate(heads)]]
    rows += [_row(press, part, pace) for part in half.parts]
    whole = ["", words.sum, *[""] * (len(heads) - 3), str(half.minutes)]
    rows.append([_cell(text, bold=True, right=place > 1) for place, text in enumerate(whole)])
    width = setter.story.width
    figures = 0.13 * width
    widths = [0.1 * width, 0.9 * width - figures * (len(heads) - 2), *[figures] * (len(heads) - 2)]
    table(setter.story, rows, TIGHT, space=4, widths=widths)


def _row(press: Press, part: Part, pace: Pace) -> list[Cell]:
    words = press.words.guide
    names = {PartKind.BREAK: words.pause, PartKind.TEST: words.test}
    figures = [part.reading, part.exercise, *[part.sharing] * bool(pace.sharing)]
    if part.lesson:
        name = f"{part.lesson.number}. {part.lesson.title[press.language]}"
        told = [str(figure) for figure in figures]
    else:
        name, told = names[part.kind], [""] * len(figures)
    texts = [_clock(part.starts), name, *told, str(part.minutes)]
    return [_cell(text, right=place > 1) for place, text in enumerate(texts)]


def _cell(text: str, *, heads: str = "", bold: bool = False, right: bool = False) -> Cell:
    return Cell((SMALL.run(text, bold=bold or bool(heads)),) if text else (), heads, right)


def _name(press: Press, half: HalfDay) -> str:
    words = press.words.guide
    return (words.morning if half.is_morning else words.afternoon).format(day=half.day)


def _clock(moment: object) -> str:
    return f"{moment:%H:%M}"
