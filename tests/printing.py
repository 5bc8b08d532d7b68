"""Writing PDF files and reading them back: their words, their structure, their pictures."""

from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import zxingcpp
from PIL.Image import Image
from reportlab.lib.pagesizes import A4

from lms.core.pdf import About, Document
from lms.core.pdf.flow import paginate
from lms.core.pdf.story import Story

ABOUT = About(title="Хуудас", language="mn", author="Эгэх", made_on=date(2022, 1, 10))


def told(tell: Callable[[Story], object], *, height: float = 700) -> bytes:
    """The file of a story."""
    document = Document(ABOUT)
    story = Story(document.structure, 400, 50)
    tell(story)
    canvas = document.canvas(pagesize=A4)
    for page in paginate(story.slabs, height):
        page.draw(canvas, 760)
        canvas.showPage()
    canvas.save()
    return document.finish()


def pages_of(file: bytes) -> list[str]:
    """The text layer of each page, words divided by single spaces."""
    with pypdfium2.PdfDocument(file) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def text_of(file: bytes) -> str:
    return " ".join(pages_of(file))


def pictures_of(file: bytes, scale: float = 2) -> list[Image]:
    with pypdfium2.PdfDocument(file) as document:
        return [page.render(scale=scale).to_pil().convert("L") for page in document]


def codes_of(file: bytes) -> list[str]:
    """What the QR codes of a file say, page by page."""
    return [code.text for picture in pictures_of(file, 3) for code in zxingcpp.read_barcodes(picture)]


def elements_of(file: bytes) -> list[tuple[str, dict[str, Any]]]:
    """Each structure element in the order of reading: its kind and what it says of itself."""
    with pikepdf.open(BytesIO(file)) as pdf:
        return list(_walk(pdf.Root.StructTreeRoot.K))


def kinds_of(file: bytes) -> list[str]:
    return [kind for kind, _facts in elements_of(file)]


def _walk(element: pikepdf.Object) -> Iterator[tuple[str, dict[str, Any]]]:
    facts: dict[str, Any] = {
        name.lower(): str(element[f"/{name}"]) for name in ("Alt", "Lang") if f"/{name}" in element
    }
    if "/A" in element:
        facts |= {str(key)[1:]: str(value)[1:] for key, value in element.A.items() if key not in ("/BBox",)}
    yield str(element.S)[1:], facts
    for child in element.K:
        if "/S" in child:
            yield from _walk(child)
