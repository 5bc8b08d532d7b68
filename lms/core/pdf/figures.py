"""Drawings on a page, line by line as they were made: they stay sharp at any size."""

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.pathobject import PDFPathObject

from lms.core.drawings import Drawing, Ink, Lettering, Outline
from lms.core.pdf.document import TaggedCanvas
from lms.core.pdf.faces import Face, text_width

_SHARES = {"start": 0.0, "middle": 0.5, "end": 1.0}


def draw_figure(canvas: TaggedCanvas, drawing: Drawing, *, x: float, y: float, width: float) -> None:
    """Draw a figure so wide, its lower left corner at x, y. Raises `MissingGlyph`.

    Stands inside `canvas.tag("Figure", …)`, or in an artifact.
    """
    scale = width / drawing.width
    canvas.saveState()
    canvas.translate(x, y + drawing.height * scale)
    canvas.scale(scale, -scale)
    canvas.translate(-drawing.left, -drawing.top)
    for part in drawing.parts:
        canvas.saveState()
        canvas.transform(*part.matrix)
        if isinstance(part, Outline):
            _outline(canvas, part)
        else:
            _lettering(canvas, part)
        canvas.restoreState()
    canvas.restoreState()


def _outline(canvas: TaggedCanvas, outline: Outline) -> None:
    path: PDFPathObject = canvas.beginPath()
    for kind, points in outline.steps:
        if kind == "M":
            path.moveTo(*points[0])
        elif kind == "L":
            path.lineTo(*points[0])
        elif kind == "C":
            (a, b), (c, d), (e, f) = points
            path.curveTo(a, b, c, d, e, f)
        else:
            path.close()
    _take(canvas, outline.ink)
    canvas.drawPath(path, stroke=int(outline.ink.stroke is not None), fill=int(outline.ink.fill is not None))


def _take(canvas: TaggedCanvas, ink: Ink) -> None:
    if ink.fill:
        canvas.setFillColor(HexColor(ink.fill))
    if ink.stroke:
        canvas.setStrokeColor(HexColor(ink.stroke))
        canvas.setLineWidth(ink.width)
        canvas.setLineCap(ink.cap)
        canvas.setLineJoin(ink.join)
        canvas.setDash(list(ink.dash))


def _lettering(canvas: TaggedCanvas, line: Lettering) -> None:
    """Letters stand upright though the page of the figure has its top below."""
    faces = [Face.SANS_BOLD if words.bold else Face.SANS for words in line.words]
    widths = [text_width(words.text, face, words.size) for words, face in zip(line.words, faces, strict=True)]
    canvas.translate(line.x, line.y)
    canvas.scale(1, -1)
    x = -sum(widths) * _SHARES[line.anchor]
    for words, face, width in zip(line.words, faces, widths, strict=True):
        canvas.write(x, 0, words.text, face, words.size, colour=HexColor(words.colour))
        x += width
