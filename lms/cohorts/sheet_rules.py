"""Whether what was read off a signed sheet agrees with what was counted by hand (pure)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Unnamed(StrEnum):
    """Why somebody is only counted."""

    ILLEGIBLE = "illegible"  # signed on a spare row, but the name cannot be read
    REFUSED = "refused"  # was there, wanted no name on the paper
    LEFT = "left"  # came and left before signing


@dataclass(frozen=True, slots=True)
class Counted:
    """What the trainer counted on the paper by hand."""

    signatures: int
    spare_rows: int


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A control total that is not the sum of the rows; `of_rows` is the sum."""

    what: str  # signatures, spare_rows
    counted: int
    of_rows: int


def disagreements(
    counted: Counted, *, signed: int, walk_ins: int, unnamed: Mapping[Unnamed, int]
) -> list[Disagreement]:
    """Which control totals do not agree; an empty list lets the sheet be closed.

    Signatures stand in the printed rows and, with or without a readable name, in the spare rows.
    """
    used = walk_ins + unnamed.get(Unnamed.ILLEGIBLE, 0)
    sums = {"signatures": (counted.signatures, signed + used), "spare_rows": (counted.spare_rows, used)}
    return [Disagreement(what, by_hand, rows) for what, (by_hand, rows) in sums.items() if by_hand != rows]
