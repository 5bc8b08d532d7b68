"""What an account may do. Each role may do all that the ones before it may."""

from enum import StrEnum
from typing import Any

from lms.core.i18n import lazy_gettext as _


class Role(StrEnum):
    LEARNER = "learner"
    TRAINER = "trainer"
    COORDINATOR = "coordinator"
    ADMINISTRATOR = "administrator"

    @property
    def rank(self) -> int:
        return list(Role).index(self)

    def admits(self, visitor: Any) -> bool:
        """As an audience of a route (core.access)."""
        return bool(visitor.is_authenticated) and visitor.role.rank >= self.rank


ROLE_NAMES = {
    Role.LEARNER: _("Learner"),
    Role.TRAINER: _("Trainer"),
    Role.COORDINATOR: _("Coordinator"),
    Role.ADMINISTRATOR: _("Administrator"),
}
