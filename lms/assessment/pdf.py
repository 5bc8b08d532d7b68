"""Draw the paper of the questions before and after the course: A4, two versions, the key for the trainer."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from reportlab.lib.colors import HexColor, black
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from lms.assessment.paper import LETTERS, VERSIONS, PaperQuestion, paper_questions
from lms.content.course import Course, Quiz
from lms.core.i18n import gettext as _
from lms.core.i18n import in_language
from lms.core.pdf import About, Document, Face, Setting, TaggedCanvas, fit, wrap

QUIET = HexColor(0x525D6A)
LEFT, RIGHT = 18 * mm, A4[0] - 18 * mm
TOP, FOOT = A4[1] - 16 * mm, 14 * mm
WIDTH, ROOM = RIGHT - LEFT, TOP - FOOT - 8 * mm
SIZE, SMALL, LEADING = 11, 9, 1.36
INDENT, LETTER = 8 * mm, 7 * mm  # of choices; of what stands behind their letters
BETWEEN = 4.5 * mm


@dataclass(frozen=True)
class Paper:
    """What one file is made from."""

    course: Course
    quiz: Quiz
    language: str
    author: str
    made_on: date


@dataclass(frozen=True, slots=True)
class _Block:
    """What no page break divides, drawn from its top downwards."""

    height: float
    draw: Callable[[float], None]


def draw_papers(paper: Paper) -> bytes:
    """Version A, version B, each beginning on a page of its own, and the key at the end."""
    with in_language(paper.language):
        title = _("Questions before and after the course")
        about = About(title, paper.language, paper.author, paper.made_on, paper.course.title[paper.language])
        document = Document(about)
        canvas = document.canvas(pagesize=A4)
        versions = {version: paper_questions(paper.quiz, version) for version in VERSIONS}
        for version, questions in versions.items():
            sheet = _Sheet(canvas, paper, _("Version %(version)s", version=version))
            sheet.draw([sheet.head(title), sheet.fields(), *map(sheet.question, questions)])
        key = _Sheet(canvas, paper, _("For the trainer"))
        rows = zip(*versions.values(), strict=True)
        key.draw([key.head(_("Key: which letters are right")), key.advice(), *map(key.key, rows)])
        canvas.save()
        return document.finish()


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Pages of one kind under way; `name` stands on top of the first and at the foot of each."""

    canvas: TaggedCanvas
    paper: Paper
    name: str

    def draw(self, blocks: Iterable[_Block]) -> None:
        pages: list[list[_Block]] = [[]]
        for block in blocks:
            if pages[-1] and sum(one.height for one in pages[-1]) + block.height > ROOM:
                pages.append([])
            pages[-1].append(block)
        for number, page in enumerate(pages, 1):
            top = TOP
            for block in page:
                block.draw(top)
                top -= block.height
            self._foot(number, len(pages))
            self.canvas.showPage()

    def head(self, title: str) -> _Block:
        course = self._lines(self.paper.course.title[self.paper.language], Face.SANS, SMALL, WIDTH - 40 * mm)
        heading = fit(title, Face.SERIF_BOLD, sizes=(17, 12), width=WIDTH, lines=2)

        def draw(top: float) -> None:
            with self.canvas.tag("P"):
                self.canvas.write_lines(LEFT, top - SMALL, course, colour=QUIET)
            with self.canvas.tag("P"):
                self.canvas.write(RIGHT, top - 13, self.name, Face.SANS_BOLD, 13, align="right")
            below = top - max(_height(course), 16) - 6
            with self.canvas.tag("H1"):
                self.canvas.write_lines(LEFT, below - heading.size, heading, leading=1.25)
            with self.canvas.artifact():
                y = below - 1.25 * heading.size * len(heading.lines) - 7
                self.canvas.setLineWidth(0.8)
                self.canvas.line(LEFT, y, RIGHT, y)

        height = max(_height(course), 16) + 6 + 1.25 * heading.size * len(heading.lines) + 7 + BETWEEN
        return _Block(height, draw)

    def fields(self) -> _Block:
        """Name, day, before or after; and what to do."""
        asked = self._lines(
            _("Circle one letter in each question. Answer as you think; nothing depends on it."),
            Face.SANS,
            SIZE,
            WIDTH,
        )

        def draw(top: float) -> None:
            y = top - 14
            self._field(LEFT, y, _("Name:"), LEFT + 108 * mm)
            self._field(LEFT + 114 * mm, y, _("Day:"), RIGHT)
            self._tick(LEFT, y - 22, _("Before the course"))
            self._tick(LEFT + 60 * mm, y - 22, _("After the course"))
            with self.canvas.tag("P"):
                self.canvas.write_lines(LEFT, y - 46, asked, leading=LEADING)

        return _Block(52 + _height(asked) + BETWEEN, draw)

    def question(self, asked: PaperQuestion) -> _Block:
        language = self.paper.language
        prompt = self._lines(
            f"{asked.number}. {asked.question.prompt[language]}", Face.SANS_BOLD, SIZE, WIDTH
        )
        width = WIDTH - INDENT - LETTER
        choices = [self._lines(choice.text[language], Face.SANS, SIZE, width) for choice in asked.choices]

        def draw(top: float) -> None:
            with self.canvas.tag("P"):
                self.canvas.write_lines(LEFT, top - SIZE, prompt, leading=LEADING)
            y = top - _height(prompt) - 2
            with self.canvas.group("L"):
                for letter, lines in zip(LETTERS, choices, strict=False):
                    self._item(y, letter, lines)
                    y -= _height(lines) + 1.5

        return _Block(_height(prompt) + 2 + sum(_height(one) + 1.5 for one in choices) + BETWEEN, draw)

    def advice(self) -> _Block:
        said = self._lines(
            _(
                "Give the versions out in turn, so that neighbours have different papers. Ask once before the"
                " first lesson and once after the last one, the same person the same version. Count the right"
                " letters; do not tell the answers before the second time."
            ),
            Face.SANS,
            SIZE,
            WIDTH,
        )

        def draw(top: float) -> None:
            with self.canvas.tag("P"):
                self.canvas.write_lines(LEFT, top - SIZE, said, leading=LEADING)

        return _Block(_height(said) + 2 * BETWEEN, draw)

    def key(self, asked: tuple[PaperQuestion, ...]) -> _Block:
        """One question: the letters of each version, the right answer and why."""
        language, question = self.paper.language, asked[0].question
        letters = " · ".join(f"{version}: {one.key}" for version, one in zip(VERSIONS, asked, strict=True))
        right = "; ".join(choice.text[language] for choice in question.choices if choice.correct)
        width = WIDTH - 34 * mm
        answer = self._lines(right, Face.SANS_BOLD, SIZE, width)
        why = self._lines(question.explanation[language], Face.SANS, SMALL, width)

        def draw(top: float) -> None:
            with self.canvas.tag("P"):
                self.canvas.write(LEFT, top - SIZE, f"{asked[0].number}.", Face.SANS_BOLD, SIZE)
                self.canvas.write(LEFT + 9 * mm, top - SIZE, letters, Face.SANS_BOLD, SIZE)
            with self.canvas.tag("P"):
                self.canvas.write_lines(LEFT + 34 * mm, top - SIZE, answer, leading=LEADING)
            with self.canvas.tag("P"):
                y = top - _height(answer) - SMALL
                self.canvas.write_lines(LEFT + 34 * mm, y, why, leading=LEADING, colour=QUIET)

        return _Block(_height(answer) + _height(why) + BETWEEN, draw)

    def _lines(self, text: str, face: Face, size: float, width: float) -> Setting:
        return Setting(wrap(text, face, size, width), face, size)

    def _item(self, top: float, letter: str, lines: Setting) -> None:
        with self.canvas.group("LI"):
            with self.canvas.tag("Lbl"):
                self.canvas.write(LEFT + INDENT, top - SIZE, letter, Face.SANS_BOLD, SIZE)
            with self.canvas.tag("LBody"):
                self.canvas.write_lines(LEFT + INDENT + LETTER, top - SIZE, lines, leading=LEADING)

    def _field(self, x: float, y: float, label: str, until: float) -> None:
        setting = Setting((label,), Face.SANS, SIZE)
        with self.canvas.tag("P"):
            self.canvas.write_lines(x, y, setting)
        with self.canvas.artifact():
            self.canvas.setLineWidth(0.5)
            self.canvas.line(x + setting.width + 2 * mm, y - 2, until, y - 2)

    def _tick(self, x: float, y: float, label: str) -> None:
        with self.canvas.artifact():
            self.canvas.setLineWidth(0.8)
            self.canvas.rect(x, y - 2, 11, 11)
        with self.canvas.tag("P"):
            self.canvas.write(x + 6 * mm, y, label, Face.SANS, SIZE)

    def _foot(self, number: int, of: int) -> None:
        with self.canvas.artifact():
            version = f"{self.paper.course.version} · {self.paper.quiz.version}"
            self.canvas.write(LEFT, FOOT - 2, version, Face.SANS, 8, colour=QUIET)
            page = f"{self.name} · {number}/{of}"
            self.canvas.write(RIGHT, FOOT - 2, page, Face.SANS, 8, align="right", colour=black)


def _height(setting: Setting) -> float:
    return LEADING * setting.size * len(setting.lines)
