"""Shapes of what is typed about workshops."""

from lms.cohorts.forms.participants import JoinForm, ParticipantForm, WalkInForm
from lms.cohorts.forms.workshop import NewWorkshopForm, WorkshopForm

__all__ = ["JoinForm", "NewWorkshopForm", "ParticipantForm", "WalkInForm", "WorkshopForm"]
