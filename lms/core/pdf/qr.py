"""QR codes as one path."""

import segno

from lms.core.pdf.document import TaggedCanvas

QUIET_ZONE = 4  # modules of white on each side that the standard asks for


def draw_qr(canvas: TaggedCanvas, text: str, *, x: float, y: float, size: float) -> float:
    """Draw the code of a text in black, its lower left corner at x, y; return the width of one module.

    At least error level M. `size` is that of the dark square; `QUIET_ZONE` modules around it
    have to stay white.
    """
    rows = [bytes(row) for row in segno.make(text, error="m", micro=False).matrix]
    module = size / len(rows)
    canvas.saveState()
    canvas.translate(x, y + size)
    canvas.scale(module, -module)
    canvas.setFillColorRGB(0, 0, 0)
    path = canvas.beginPath()
    for top, row in enumerate(rows):
        for start, length in _runs(row):
            path.rect(start, top, length, 1)
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()
    return module


def _runs(row: bytes) -> list[tuple[int, int]]:
    """Start and length of each run of dark modules."""
    edges = [
        place
        for place, (before, after) in enumerate(zip(b"\0" + row, row + b"\0", strict=True))
        if before != after
    ]
    return [(start, end - start) for start, end in zip(edges[::2], edges[1::2], strict=True)]
