"""What all our papers share: the head with the mark, the foot with page and licence, the QR code below."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from lms.content.course import Course
from lms.core.pdf import About, Document, Face, TaggedCanvas, draw_qr, text_width
from lms.core.pdf.figures import draw_figure
from lms.core.pdf.flow import Draw, paginate
from lms.core.pdf.runs import break_lines, draw_line
from lms.core.pdf.story import Story
from lms.core.pdf.structure import Element
from lms.learning.pdf import look
from lms.learning.pdf.look import ACROSS, DOWN, FACTS, TINY
from lms.learning.pdf.wording import WORDINGS, Wording

HEAD = 11 * mm
QR = 23 * mm


@dataclass(frozen=True)
class Press:
    """All that a paper depends on besides its own text; `base_url` is where its QR code leads."""

    course: Course
    language: str
    base_url: str
    author: str

    @property
    def words(self) -> Wording:
        return WORDINGS[self.language]

    @cached_property
    def made_on(self) -> date:
        """The day on which the course was last compared with the laws: the clock of our papers."""
        return max(lesson.bodies[self.language].law_checked for lesson in self.course.lessons)

    @cached_property
    def links(self) -> look.Links:
        return {
            lesson.id: (self.address(f"lessons/{lesson.id}"), lesson.title[self.language])
            for lesson in self.course.lessons
        }

    @property
    def licence(self) -> str:
        return self.words.licence.format(version=self.course.version, licence=self.course.license)

    @property
    def host(self) -> str:
        return self.base_url.partition("//")[2]

    def address(self, path: str) -> str:
        query = "" if self.language == "mn" else f"?lang={self.language}"
        return f"{self.base_url}/{path}{query}"

    def sheet(self, title: str, *, size: tuple[float, float] = A4, down: float = DOWN) -> "Sheet":
        """A new paper; `down` is its margin above and below."""
        course = self.course.title[self.language]
        about = About(title, self.language, self.author, self.made_on, course)
        return Sheet(self, Document(about), size, down)


class Sheet:
    """A paper under way: its story, and the file that it becomes."""

    def __init__(self, press: Press, document: Document, size: tuple[float, float], down: float) -> None:
        self.press = press
        self.document = document
        self.size = size
        self.width = size[0] - 2 * ACROSS
        self.down = down
        self.height = size[1] - 2 * down
        self.story = Story(document.structure, self.width, ACROSS)
        self.running = document.about.title  # at the top of every page but the first
        self.page_of: dict[str, int] = {}  # by the name of a slab, once the pages are made

    def head(self, facts: str) -> None:
        """The mark and the name of the site, on the right what kind of paper this is, a rule below."""
        story = self.story
        name, kind = story.element.add("P"), story.element.add("P")
        left, right = story.left, story.left + story.width

        def draw(canvas: TaggedCanvas, top: float) -> None:
            self.mark(canvas, left, top, name)
            with canvas.artifact():
                canvas.setStrokeColor(look.INK)
                canvas.setLineWidth(0.8)
                canvas.line(left, top - 8.6 * mm, right, top - 8.6 * mm)
            with canvas.more_of(kind):
                y = top - 5.6 * mm
                canvas.write(right, y, facts, Face.SANS, FACTS.size, align="right", colour=look.QUIET)

        story.add(HEAD, draw, keeps=True)

    def mark(self, canvas: TaggedCanvas, left: float, top: float, element: Element) -> None:
        """The mark with the name of the site."""
        with canvas.artifact():
            draw_figure(canvas, look.MARK, x=left, y=top - 6.2 * mm, width=7.2 * mm)
        with canvas.more_of(element):
            site, y = self.press.words.site, top - 5.6 * mm
            canvas.write(left + 9.4 * mm, y, site, Face.SANS_BOLD, 13, colour=look.INK)

    def code(self, canvas: TaggedCanvas, address: str, corner: tuple[float, float], element: Element) -> None:
        """The QR code of an address in a Figure, its upper right corner given."""
        right, top = corner
        element.page, element.box = canvas.getPageNumber() - 1, (right - QR, top - QR, right, top)
        with canvas.more_of(element):
            draw_qr(canvas, address, x=right - QR, y=top - QR, size=QR)

    def title(self, text: str) -> None:
        style = look.TITLE
        self.story.text([style.run(text)], leading=style.leading, space=style.space, kind="H1", keeps=True)

    def facts(self, text: str) -> None:
        self.story.text([FACTS.run(text)], leading=FACTS.leading, space=3)

    def opener(self, text: str, name: str) -> None:
        """A small line at the top of a new page, with a bookmark: a chapter begins."""
        with self.story.first(turns=True, name=name, keeps=True):
            self.facts(text)

    def notes(self) -> None:
        """Lines for notes, as many as the page has left, if that is more than a few."""
        story = self.story
        parent, element = story.element, story.element.add("P")
        left, right, style = story.left, story.left + story.width, look.LABEL

        def filling(height: float) -> Draw:
            lines = int((height - 13 * mm) / look.LINE)

            def draw(canvas: TaggedCanvas, top: float) -> None:
                if lines < 4:
                    parent.children.remove(element)
                    return
                with canvas.more_of(element):
                    label = self.press.words.notes
                    canvas.write(left, top - 11 * mm, label, style.face, style.size, colour=style.colour)
                with canvas.artifact():
                    look.ruled_lines(canvas, left, right, top - 13 * mm, lines)

            return draw

        story.fill(filling)

    def closing(self, path: str, invitation: str) -> None:
        """The QR code of a page of the site, what it is for, and under which licence all this stands."""
        story, address = self.story, self.press.address(path)
        bold = look.SMALL.run(invitation, bold=True)
        small = [TINY.run(address.partition("//")[2]), TINY.run(self.press.licence)]
        lines = [*break_lines([bold], story.width - QR - 14 * mm)]
        figure, element = story.element.add("Figure"), story.element.add("P")
        figure.alt = self.press.words.says.format(address=address)
        left, right = story.left, story.left + story.width
        edge = right - QR - 5 * mm

        def draw(canvas: TaggedCanvas, top: float) -> None:
            with canvas.artifact():
                canvas.setStrokeColor(look.INK)
                canvas.setLineWidth(0.8)
                canvas.line(left, top, right, top)
            self.code(canvas, address, (right, top - 4 * mm), figure)
            y = top - 4 * mm - QR + 2 + 11 * len(small) + 13 * len(lines)
            for line in lines:
                y -= 13
                draw_line(canvas, line, edge - line.width, y, element, ends_text=False)
            for run in small:
                y -= 11
                (line,) = break_lines([run], story.width)
                draw_line(canvas, line, edge - line.width, y, element, ends_text=run is small[-1])

        story.add(QR + 4 * mm, draw, space=16)

    @property
    def pages(self) -> int:
        """How many pages the story takes, as it is so far."""
        return len(paginate(self.story.slabs, self.height))

    def file(self) -> bytes:
        """The finished file: all pages with their heads and feet."""
        pages = paginate(self.story.slabs, self.height)
        named = [(slab.name, number) for number, page in enumerate(pages, 1) for slab, _top in page.slabs]
        self.page_of = {name: number for name, number in named if name}
        canvas = self.document.canvas(pagesize=self.size)
        for number, page in enumerate(pages, 1):
            for name in [name for name, place in self.page_of.items() if place == number]:
                canvas.bookmarkPage(name)
                canvas.addOutlineEntry(name, name)
            page.draw(canvas, self.size[1] - self.down)
            with canvas.artifact():
                self._furniture(canvas, number, len(pages))
            canvas.showPage()
        canvas.save()
        return self.document.finish()

    def _furniture(self, canvas: TaggedCanvas, number: int, pages: int) -> None:
        right, foot = ACROSS + self.width, self.down - 8 * mm
        course = f"{self.press.course.title[self.press.language]} · {self.press.licence}"
        page = f"{number}/{pages}"
        room = self.width - text_width(page, Face.SANS, 9) - 5 * mm
        size = min(8.25, 8.25 * room / text_width(course, Face.SANS, 8.25))
        canvas.setStrokeColor(look.QUIET)
        canvas.setLineWidth(0.4)
        canvas.line(ACROSS, foot + 11, right, foot + 11)
        canvas.write(ACROSS, foot, course, Face.SANS, size, colour=look.QUIET)
        canvas.write(right, foot, page, Face.SANS, 9, align="right", colour=look.TEXT)
        if number > 1:
            lines = break_lines([TINY.run(self.running)], self.width)
            head = "".join(run.text for run in lines[0].runs) + " …" * (len(lines) > 1)
            canvas.write(
                ACROSS, self.size[1] - self.down + 4 * mm, head, TINY.face, TINY.size, colour=look.QUIET
            )
