"""The one place that asks what time it is."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

# Most of the country; a workshop in the west keeps its own clock (cohorts).
ULAANBAATAR = ZoneInfo("Asia/Ulaanbaatar")


def now() -> datetime:
    """This moment, aware, in UTC."""
    return datetime.now(UTC)


def local_day(moment: datetime) -> date:
    """The civil day of a moment in Ulaanbaatar."""
    return moment.astimezone(ULAANBAATAR).date()


def today() -> date:
    return local_day(now())
