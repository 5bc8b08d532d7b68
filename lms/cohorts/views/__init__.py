"""Doors: workshops. Each noun has a file of its own, named here."""

from lms.cohorts import feedback, models  # noqa: F401 - the tables belong to the application
from lms.cohorts.views import (  # noqa: F401 - they hang their doors into the blueprint
    claims,
    imports,
    joining,
    lists,
    notices,
    opinions,
    papers,
    participants,
    rollcall,
    sheets,
    workshops,
)
from lms.cohorts.views.blueprint import bp

__all__ = ["bp"]
