"""Plain SVG figures as shapes that paper can be drawn from.

    drawing = read_svg(text)          # raises NotDrawable for what only a browser could draw
    core.pdf.draw_figure(canvas, drawing, …)

Curves come out as straight lines and cubic curves only; texts stay texts.
"""

from lms.core.drawings.shapes import Drawing, Ink, Lettering, NotDrawable, Outline, Writing
from lms.core.drawings.svg import read_svg

__all__ = ["Drawing", "Ink", "Lettering", "NotDrawable", "Outline", "Writing", "read_svg"]
