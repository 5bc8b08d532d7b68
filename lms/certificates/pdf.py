"""Draw a certificate from its facts: A4 landscape, PDF/A-2u and PDF/UA-1.

Pure: the same facts give the same bytes. Raises `MissingGlyph` and `DoesNotFit` of `core.pdf`.
"""

from reportlab.lib.pagesizes import A4, landscape

from lms.certificates import ornament
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
