"""Tagged PDF/A-2u and PDF/UA-1 on ReportLab's canvas, with our own fonts and no letter printed as a box.

    document = Document(About(title=…, language="mn", author=…, made_on=day))
    canvas = document.canvas(pagesize=landscape(A4))
    with canvas.tag("H1"):
        canvas.write(x, y, "Гарчиг", Face.SERIF_BOLD, 20)
    bytes_of_the_file = document.finish()

Every drawing stands inside `tag` or `artifact`. Platypus takes `canvasmaker=document.canvas`
and a template that writes into `document.buffer`. The same input gives the same bytes.
"""

from lms.core.pdf.document import Document, TaggedCanvas
from lms.core.pdf.faces import Face, MissingGlyph, missing_glyphs, printable, text_width
from lms.core.pdf.fitting import DoesNotFit, Setting, fit, wrap
from lms.core.pdf.qr import draw_qr
from lms.core.pdf.structure import About

__all__ = [
    "About",
    "Document",
    "DoesNotFit",
    "Face",
    "MissingGlyph",
    "Setting",
    "TaggedCanvas",
    "draw_qr",
    "fit",
    "missing_glyphs",
    "printable",
    "text_width",
    "wrap",
]
