"""The doors of the room hang here."""

from flask import Blueprint, Response, current_app, request

from lms.certificates import queries
from lms.certificates.attendance import AttendanceFacts
from lms.certificates.facts import CertificateFacts
from lms.certificates.models import Certificate, CertificateKind
from lms.certificates.services import Issuer
from lms.core import codes

bp = Blueprint("certificates", __name__)


def facts_of(certificate: Certificate) -> CertificateFacts | AttendanceFacts:
    """What the paper says, as it was kept."""
    kind = AttendanceFacts if certificate.kind is CertificateKind.ATTENDANCE else CertificateFacts
    return kind.from_json(certificate.facts_json)


def issuer(language: str) -> Issuer:
    settings = current_app.extensions["settings"]
    name = settings.issuer_mn if language == "mn" else settings.issuer_en
    return Issuer(name=name, base_url=settings.base_url, host=settings.host)


def file_answer(certificate: Certificate) -> Response:
    """The bytes that were drawn on the day of issue."""
    page = Response(queries.file_of(certificate), mimetype="application/pdf")
    page.headers["Content-Disposition"] = f'inline; filename="egekh-{codes.pretty(certificate.code)}.pdf"'
    page.headers["Cache-Control"] = "private, no-cache"
    page.set_etag(certificate.sha256)
    page.make_conditional(request)
    return page
