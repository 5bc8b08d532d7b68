"""Headers of attendance columns: “2022.01.11 өглөө”, “1 дэх өдөр”, “Day 2 PM”, “12-ны үдээс хойш”."""

import re
from dataclasses import dataclass
from datetime import date

from lms.cohorts.lists import values, words
from lms.cohorts.models import HalfDay

_MORNING = re.compile(r"(?<!\w)(өглөө\w*|үдээс өмнө|өдрөөс өмнө|ү ө|am|morning)(?!\w)")
_AFTERNOON = re.compile(r"(?<!\w)(үдээс хойш|өдөр хойш|өдрийн хойно|оройн?|ү х|pm|afternoon)(?!\w)")
_ORDINAL = re.compile(r"(?:(\d{1,2})\s*(?:дэх|дахь|р|дүгээр|дугаар)\s*өдөр|(?:өдөр|day)\s*(\d{1,2}))")
_DAY_OF_MONTH = re.compile(r"(?:(\d{1,2})\s*сарын\s*)?(\d{1,2})\s*(?:ний|ны|нд)(?!\w)")
_MONTH_AND_DAY = re.compile(r"^\s*(\d{1,2})[./](\d{1,2})\s*(?:\D.*)?$")
_ATTENDANCE = re.compile(r"(?<!\w)(ирц|attendance)(?!\w)")


@dataclass(frozen=True, slots=True)
class HalfHeader:
    """Which half-day a column speaks of, as far as its header tells; a whole day has no `half`."""

    on: date | None = None
    month: int | None = None
    day: int | None = None
    ordinal: int | None = None  # first day is 1
    half: HalfDay | None = None


def read_half(title: str) -> HalfHeader | None:
    """What a header tells of a day; None when it tells of none."""
    text = words.key(title)
    half = HalfDay.MORNING if _MORNING.search(text) else None
    half = HalfDay.AFTERNOON if _AFTERNOON.search(text) else half
    if on := values.day(title):
        return HalfHeader(on=on, half=half)
    if found := _ORDINAL.search(text):
        return HalfHeader(ordinal=int(found[1] or found[2]), half=half)
    if found := _DAY_OF_MONTH.search(text):
        return HalfHeader(month=int(found[1]) if found[1] else None, day=int(found[2]), half=half)
    if found := _MONTH_AND_DAY.match(title):
        return HalfHeader(month=int(found[1]), day=int(found[2]), half=half)
    return HalfHeader(half=half) if half or _ATTENDANCE.search(text) else None
