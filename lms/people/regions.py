"""The 21 aimags and the 9 districts of Ulaanbaatar, from the state's classification."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lms.core.mongolian import sort_key

FOLDER = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Region:
    """One aimag (code of 2 digits) or district (4 digits, `kind` is duureg)."""

    code: str
    kind: str
    name_mn: str
    name_en: str

    def name(self, language: str) -> str:
        """Name with its kind: Сэлэнгэ аймаг · Selenge aimag."""
        if language == "mn":
            return f"{self.name_mn} {'аймаг' if self.kind == 'aimag' else 'дүүрэг'}"
        return f"{self.name_en} {'aimag' if self.kind == 'aimag' else 'district'}"


@cache
def regions() -> dict[str, Region]:
    """All 30, by code, in the official order."""
    with (FOLDER / "regions.csv").open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines)
        return {row["code"]: Region(row["code"], row["kind"], row["name_mn"], row["name_en"]) for row in rows}


def region_choices(language: str) -> list[tuple[str, str]]:
    """Code and name for a form: aimags in alphabetical order, then the districts."""
    ordered = sorted(
        regions().values(), key=lambda region: (region.kind != "aimag", sort_key(region.name_mn))
    )
    return [(region.code, region.name(language)) for region in ordered]
