"""The code square in a PDF: read back from the page as a phone reads it."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest
import zxingcpp

from lms.core.pdf import draw_qr
from tests.core.test_pdf import drawn


@pytest.mark.parametrize("text", ["https://example.mn/v/Zk3v1QxR7bTgYw0aLmNs5A", "Код: 7K3M", "x" * 300])
def test_a_qr_of_any_length_is_read_back(text):
    def paint(canvas):
        with canvas.tag("Figure", alt="QR", box=(200, 400, 400, 600)):
            draw_qr(canvas, text, x=200, y=400, size=200)

    file = drawn(paint)
    sheet = pypdfium2.PdfDocument(file)[0].render(scale=3).to_pil()
    (code,) = zxingcpp.read_barcodes(sheet)
    assert code.text == text
    with pikepdf.open(BytesIO(file)) as pdf:
        fills = [op for _, op in pikepdf.parse_content_stream(pdf.pages[0]) if str(op) in ("f", "f*")]
    assert len(fills) == 1
