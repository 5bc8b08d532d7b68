"""Verbs that issue certificates. Nothing here commits."""

from lms.certificates.services.issuing import Draw, Issuer, PrintedName, issue_certificate
from lms.certificates.services.workshop import (
    Issued,
    Printer,
    issue_attendance,
    issue_workshop,
    settle_provisional,
)

__all__ = [
    "Draw",
    "Issued",
    "Issuer",
    "PrintedName",
    "Printer",
    "issue_attendance",
    "issue_certificate",
    "issue_workshop",
    "settle_provisional",
]
