"""A document under way: a canvas that records what each drawing means."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any, Literal

from reportlab.lib.colors import Color, black
from reportlab.pdfgen.canvas import Canvas

from lms.core.pdf.archive import archive
from lms.core.pdf.faces import ONE_AT_A_TIME, Face, font, kerned, text_width
from lms.core.pdf.fitting import Setting
from lms.core.pdf.structure import About, Box, Element, Mark

Align = Literal["left", "centre", "right"]


class TaggedCanvas(Canvas):
    """ReportLab's canvas; what is drawn has to stand inside `tag` or `artifact`."""

    def __init__(self, target: Any, structure: Element, **options: Any) -> None:
        face = font(Face.SANS).fontName
        options |= {"invariant": 1, "initialFontName": face, "pageCompression": 1}
        super().__init__(target, **options)
        self._code: list[str]  # ReportLab's: the page's drawing so far
        self._open = [structure]
        self._marked = 0
        self._inside = False

    @contextmanager
    def group(self, kind: str, *, language: str = "") -> Iterator[Element]:
        """An element that holds other elements only: L, LI, Table, TR, Sect."""
        element = self._add(Element(kind, language))
        self._open.append(element)
        yield element
        self._open.pop()

    @contextmanager
    def tag(
        self, kind: str, *, language: str = "", alt: str = "", box: Box | None = None, address: str = ""
    ) -> Iterator[Element]:
        """An element that holds what is drawn in the block: H1, P, Lbl, LBody, TD, Span, Figure, Link.

        A Figure has `alt` and its `box` (left, bottom, right, top, in points of the page); a Link
        has `address`, `alt` and `box`.
        """
        element = self._add(Element(kind, language, alt, address, self.getPageNumber() - 1, box))
        with self.more_of(element):
            yield element

    @contextmanager
    def more_of(self, element: Element) -> Iterator[None]:
        """Draw what belongs to an element that is there already: a paragraph that goes on overleaf."""
        element.children.append(Mark(self.getPageNumber() - 1, self._marked))
        with self._content(f"/{element.kind} <</MCID {self._marked}>> BDC"):
            yield
        self._marked += 1

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Ornament, rules, page numbers: drawn, but not read aloud."""
        with self._content("/Artifact BMC"):
            yield

    def write(
        self,
        x: float,
        y: float,
        text: str,
        face: Face,
        size: float,
        *,
        align: Align = "left",
        tracking: float = 0,
        colour: Color = black,
    ) -> None:
        """Write one kerned line, its baseline at y. Raises `MissingGlyph`."""
        self.write_lines(x, y, Setting((text,), face, size, tracking), align=align, colour=colour)

    def write_lines(
        self,
        x: float,
        y: float,
        setting: Setting,
        *,
        leading: float = 1.4,
        align: Align = "left",
        colour: Color = black,
    ) -> None:
        """Write kerned lines from the first baseline y down. Raises `MissingGlyph`.

        Between two lines a space is written, for readers that put the words together again.
        """
        face, size = setting.face, setting.size
        for place, line in enumerate(setting.lines):
            width = text_width(line, face, size, setting.tracking)
            start = x - width * {"left": 0, "centre": 0.5, "right": 1}[align]
            words = self.beginText(start, y - place * leading * size)
            words.setFont(font(face).fontName, size)
            words.setFillColor(colour)
            between = " " if line is not setting.lines[-1] else ""
            words.textOut(kerned(line + between, face, setting.tracking))
            self.drawText(words)

    def showPage(self) -> None:  # noqa: N802 (ReportLab's name)
        super().showPage()
        self._marked = 0

    def save(self) -> None:
        with ONE_AT_A_TIME:
            super().save()

    def _add(self, element: Element) -> Element:
        self._open[-1].children.append(element)
        return element

    @contextmanager
    def _content(self, opening: str) -> Iterator[None]:
        if self._inside:
            raise ValueError("marked content does not stand inside other marked content")
        self._inside = True
        self._code.append(opening)
        yield
        self._code.append("EMC")
        self._inside = False


class Document:
    """One file: a canvas to draw on, a tree of what was drawn, and the finished bytes."""

    def __init__(self, about: About) -> None:
        self.about = about
        self.buffer = BytesIO()
        self.structure = Element("Document")

    def canvas(self, _target: Any = None, **options: Any) -> TaggedCanvas:
        """The canvas to draw on; `canvasmaker` for Platypus."""
        return TaggedCanvas(self.buffer, self.structure, **options)

    def finish(self) -> bytes:
        """The whole file, once the canvas is saved."""
        return archive(self.buffer.getvalue(), self.structure, self.about)
