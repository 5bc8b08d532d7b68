"""Forms to fill in by hand: one page each, its writing lines as far apart as the page allows."""

from collections.abc import Sequence

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm

from lms.content.papers import LINE, Blank, FormPart, PaperForm
from lms.core.pdf import DoesNotFit, Setting, TaggedCanvas, fit
from lms.core.pdf.story import Story
from lms.learning.pdf import look
from lms.learning.pdf.blank_tables import draw_table, draw_ticks, tick_width
from lms.learning.pdf.look import SMALL, TINY
from lms.learning.pdf.paper import QR, Press, Sheet

DOWN = 15 * mm
PITCHES = [tenths / 10 * mm for tenths in range(110, 74, -1)]  # from one writing line to the next
LABELS = (9.5, 8.0)  # sizes of a label: wanted, and at least
GAP = 8.0  # between two fields of a line
ROOM = 14 * mm  # the least that a field leaves to write on


def draw_form(press: Press, form: PaperForm) -> bytes:
    """A form on one page. Raises `DoesNotFit` when it has more than a page can hold."""
    for pitch in PITCHES:
        sheet = _sheet(press, form, pitch)
        if sheet.pages == 1:
            return sheet.file()
    raise DoesNotFit(form.title[press.language])


def _sheet(press: Press, form: PaperForm, pitch: float) -> Sheet:
    size = landscape(A4) if form.is_landscape else A4
    sheet = press.sheet(form.title[press.language], size=size, down=DOWN)
    _head(sheet, form)
    for part in form.parts:
        _part(sheet.story, part, press.language, pitch)
    return sheet


def _head(sheet: Sheet, form: PaperForm) -> None:
    """Mark, title and how to use the form; on the right the code of the lesson that teaches it."""
    story, press = sheet.story, sheet.press
    lesson = press.course.lesson(form.lesson_id)
    address = press.address(f"lessons/{lesson.id}")
    scan = press.words.scan_form.format(lesson=lesson.title[press.language])
    name, start = story.element.add("P"), len(story.slabs)
    left, right = story.left, story.left + story.width
    with story.indented(0, QR + 8 * mm):
        story.add(9 * mm, lambda canvas, top: sheet.mark(canvas, left, top, name))
        with story.first(space=2):
            sheet.title(form.title[press.language])
        story.text([SMALL.run(form.how[press.language])], leading=SMALL.leading, space=2)
        story.text([TINY.run(f"{scan} · {press.host}")], leading=TINY.leading, space=2)
    figure = story.element.add("Figure", alt=press.words.says.format(address=address))
    lines = story.slabs[start:]
    height = sum(line.height + line.space for line in lines)

    def draw(canvas: TaggedCanvas, top: float) -> None:
        sheet.code(canvas, address, (right, top), figure)
        for line in lines:
            top -= line.space
            line.draw(canvas, top)
            top -= line.height

    story.slabs[start:] = []
    story.add(max(height, QR + 2 * mm), draw)


def _part(story: Story, part: FormPart, language: str, pitch: float) -> None:
    if part.title:
        style = look.PART
        space = pitch / 2 - style.space / 2
        story.text([style.run(part.title[language])], leading=style.leading, space=space, kind="H2")
    for line in part.field_lines():
        _fields(story, line, language, pitch)
    if part.columns:
        draw_table(story, part, language, pitch)
    if part.note:
        story.text([TINY.run(part.note[language])], leading=TINY.leading, space=4)


def _fields(story: Story, fields: Sequence[Blank], language: str, pitch: float) -> None:
    """Fields side by side: each its label, and the rest of its part of the line to write on."""
    twelfth = story.width / LINE
    elements = [story.element.add("P") for _field in fields]
    lefts = [
        story.left + twelfth * sum(field.width for field in fields[:place]) for place in range(len(fields))
    ]
    settings = [_label(field, language, twelfth * field.width) for field in fields]

    def draw(canvas: TaggedCanvas, top: float) -> None:
        for field, element, left, setting in zip(fields, elements, lefts, settings, strict=True):
            is_last = field is fields[-1]
            right = left + twelfth * field.width - (0 if is_last else GAP)
            baseline = top - pitch + 2.5
            with canvas.more_of(element):
                canvas.write_lines(left, baseline, setting, colour=look.TEXT)
            start = left + setting.width + 5
            if field.tick:
                start = draw_ticks(canvas, element, field.tick, language, start + 3, baseline)
            with canvas.artifact():
                if not field.tick or field.tick[-1][language].endswith(":"):
                    _line(canvas, start, right, top - pitch)
                for place in range(2, field.lines + 1):
                    _line(canvas, left, right, top - pitch * place)

    story.add(pitch * max(field.lines for field in fields), draw)


def _label(field: Blank, language: str, width: float) -> Setting:
    """The label, as large as leaves room to write beside it."""
    ticks = sum(tick_width(text[language]) for text in field.tick)
    room = width - GAP - (ticks or ROOM)
    return fit(field.label[language], look.BODY.face, sizes=LABELS, width=room)


def _line(canvas: TaggedCanvas, start: float, end: float, y: float) -> None:
    canvas.setStrokeColor(look.QUIET)
    canvas.setLineWidth(0.5)
    canvas.line(start, y, end, y)
