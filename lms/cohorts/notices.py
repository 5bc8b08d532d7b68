"""A workshop as a calendar file: times are those of the place, whoever opens it from wherever."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from lms.cohorts.models import Session
from lms.cohorts.places import HOVD, zone_of

LINE = 75  # bytes; longer lines are folded


def calendar(
    sessions: Sequence[Session], *, title: str, place: str, host: str, address: str, at: datetime
) -> str:
    """The half-days as an iCalendar file (RFC 5545), each an event in the place's own time."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Egekh//Workshops//MN", "METHOD:PUBLISH"]
    if sessions:
        region = sessions[0].cohort.region_code
        name = zone_of(region).key
        lines += _zone(name, "+0700" if zone_of(region) is HOVD else "+0800")
        for session in sessions:
            lines += _event(session, name, title=title, place=place, host=host, address=address, at=at)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _zone(name: str, offset: str) -> list[str]:
    """Mongolia moves its clocks no more, so one rule says it all."""
    return [
        "BEGIN:VTIMEZONE",
        f"TZID:{name}",
        "BEGIN:STANDARD",
        "DTSTART:20170101T000000",
        f"TZOFFSETFROM:{offset}",
        f"TZOFFSETTO:{offset}",
        "END:STANDARD",
        "END:VTIMEZONE",
    ]


def _event(
    session: Session, zone: str, *, title: str, place: str, host: str, address: str, at: datetime
) -> list[str]:
    day = f"{session.on:%Y%m%d}"
    lines = [
        "BEGIN:VEVENT",
        f"UID:{session.public_id}@{host}",
        f"DTSTAMP:{at:%Y%m%dT%H%M%SZ}",
        f"DTSTART;TZID={zone}:{day}T{session.starts.replace(':', '')}00",
        f"DTEND;TZID={zone}:{day}T{session.ends.replace(':', '')}00",
        f"SUMMARY:{_escaped(title)}",
        f"LOCATION:{_escaped(place)}",
    ]
    return [*lines, *([f"URL:{address}"] if address else []), "END:VEVENT"]


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())


def _folded(line: str) -> Iterable[str]:
    """A long line in pieces of at most 75 bytes, no letter cut in two; the next piece begins with a space."""
    piece = ""
    for letter in line:
        if len((piece + letter).encode()) > LINE:
            yield piece
            piece = " "
        piece += letter
    yield piece
