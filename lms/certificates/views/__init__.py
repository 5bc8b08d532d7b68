"""Doors: one's own certificate and record, the certificates of a workshop, checking by anybody."""

from lms.certificates.views import own, record, workshop  # noqa: F401 - they hang their doors into the blueprint
from lms.certificates.views.blueprint import bp

__all__ = ["bp"]
