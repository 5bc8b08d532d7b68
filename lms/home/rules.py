"""How the start pages lay out their figures (pure)."""

from collections.abc import Mapping

from lms.core.i18n import lazy_gettext as _
from lms.people.regions import region_choices


def in_order(counts: Mapping[str | None, int], language: str) -> list[tuple[str, int]]:
    """All 30 regions, zeros included, then those who named none: the sum is the total."""
    rows = [(name, counts.get(code, 0)) for code, name in region_choices(language)]
    return [*rows, (str(_("Not stated")), counts.get(None, 0))]
