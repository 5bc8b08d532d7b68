"""What a place says: its clock, the letters of its code, its soums."""

import csv
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo

from lms.core.clock import ULAANBAATAR
from lms.people.regions import FOLDER

# The three western aimags are an hour behind.
HOVD = ZoneInfo("Asia/Hovd")
WESTERN = frozenset({"83", "84", "85"})

# As on vehicle plates, and for the districts as people write them.
LETTERS = {
    "21": "ДО", "22": "СҮ", "23": "ХЭ", "41": "ТӨ", "42": "ГС", "43": "СЭ",
    "44": "ДГ", "45": "ДА", "46": "ӨМ", "48": "ДУ", "61": "ОР", "62": "ӨВ",
    "63": "БУ", "64": "БХ", "65": "АР", "67": "ХӨ", "81": "ЗА", "82": "ГА",
    "83": "БӨ", "84": "ХО", "85": "УВ", "1101": "БНД", "1104": "БХД", "1107": "БГД",
    "1110": "БЗД", "1113": "НД", "1116": "СХД", "1119": "СБД", "1122": "ХУД", "1125": "ЧД",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Soum:
    code: str
    region_code: str
    name_mn: str
    name_en: str

    def name(self, language: str) -> str:
        return f"{self.name_mn} сум" if language == "mn" else f"{self.name_en} soum"


@cache
def soums() -> dict[str, Soum]:
    """Every soum by its code."""
    with (FOLDER / "soums.csv").open(encoding="utf-8", newline="") as lines:
        return {
            row["code"]: Soum(row["code"], row["region_code"], row["name_mn"], row["name_en"])
            for row in csv.DictReader(lines)
        }


def zone_of(region_code: str) -> ZoneInfo:
    """The civil time of the place."""
    return HOVD if region_code in WESTERN else ULAANBAATAR


def day_there(moment: datetime, region_code: str) -> date:
    """The civil day that a moment falls on in the place."""
    return moment.astimezone(zone_of(region_code)).date()


def moment_there(on: date, clock: str, region_code: str) -> datetime:
    """The moment at which the place's clocks show `clock` (09:00) on that day."""
    return datetime.combine(on, time.fromisoformat(clock), zone_of(region_code))
