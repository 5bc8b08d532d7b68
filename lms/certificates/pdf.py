"""Draw a certificate (A4 landscape) or an attendance paper (A4 portrait): PDF/A-2u and PDF/UA-1.

Pure: the same facts give the same bytes. Raises `MissingGlyph` and `DoesNotFit` of `core.pdf`.
"""

from collections.abc import Sequence
from io import BytesIO

from pikepdf import ObjectStreamMode, Pdf
from reportlab.lib.pagesizes import A4, landscape

from lms.certificates import ornament
from lms.certificates.attendance import ATTENDANCE_WORDINGS, AttendanceFacts
from lms.certificates.attendance_page import draw_page
from lms.certificates.facts import CertificateFacts
from lms.certificates.layout import Sheet, draw_words
from lms.certificates.wording import WORDINGS
from lms.core.pdf import About, Document


def draw(facts: CertificateFacts) -> bytes:
    """The whole file of one certificate. Raises ValueError when it names nobody."""
    if not facts.full_name:
        raise ValueError("a certificate needs a name")
    words = WORDINGS[facts.template_version, facts.language]
    document = Document(
        About(
            title=f"{words.kind}: {facts.full_name}",
            language=facts.language,
            author=facts.issuer_name,
            made_on=facts.issued_on,
            subject=facts.course_title(facts.language),
        )
    )
    canvas = document.canvas(pagesize=landscape(A4))
    ornament.draw(canvas)
    draw_words(Sheet(canvas, facts, words))
    canvas.showPage()
    canvas.save()
    return document.finish()


def draw_attendance(facts: AttendanceFacts) -> bytes:
    """The whole file of one attendance paper."""
    words = ATTENDANCE_WORDINGS[facts.template_version, facts.language]
    document = Document(
        About(
            title=f"{words.kind}: {facts.full_name}",
            language=facts.language,
            author=facts.issuer_name,
            made_on=facts.issued_on,
            subject=facts.workshop_title,
        )
    )
    canvas = document.canvas()
    draw_page(canvas, facts, words)
    canvas.save()
    return document.finish()


def for_the_printer(files: Sequence[bytes]) -> bytes:
    """All these files in one, page after page, as they were drawn."""
    with Pdf.new() as joined:
        for file in files:
            with Pdf.open(BytesIO(file)) as one:
                joined.pages.extend(one.pages)
        out = BytesIO()
        joined.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return out.getvalue()
