"""The seven learner groups of the course and the three that the project's figures use."""

from enum import StrEnum

from lms.core.i18n import lazy_gettext as _


class LearnerGroup(StrEnum):
    CITIZEN = "citizen"
    CSO = "cso"
    STATE_ADMIN = "state_admin"
    PROVIDER = "provider"
    MEDIA = "media"
    ACADEMIA = "academia"
    TECH = "tech"


class Gender(StrEnum):
    """UNDISCLOSED is an answer; a person of whom nobody asked has None."""

    FEMALE = "female"
    MALE = "male"
    UNDISCLOSED = "undisclosed"


class Disability(StrEnum):
    YES = "yes"
    NO = "no"


GROUP_NAMES = {
    LearnerGroup.CITIZEN: _("Citizen (user of public services)"),
    LearnerGroup.CSO: _("Civil society organisation (NGO, association, group)"),
    LearnerGroup.STATE_ADMIN: _("State administration (ministry, governor's office, khural)"),
    LearnerGroup.PROVIDER: _("Public service provider (health centre, school)"),
    LearnerGroup.MEDIA: _("Media"),
    LearnerGroup.ACADEMIA: _("Academia, research"),
    LearnerGroup.TECH: _("Tech intermediary"),
}
GENDER_NAMES = {
    Gender.FEMALE: _("Woman"),
    Gender.MALE: _("Man"),
    Gender.UNDISCLOSED: _("I prefer not to say"),
}
DISABILITY_NAMES = {Disability.YES: _("Yes"), Disability.NO: _("No")}
