"""Lines of text that fit their place."""

from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise

from lms.core.pdf.faces import Face, text_width

STEP = 0.25  # points by which a text is made smaller until it fits
ROUNDING = 0.001  # points by which two sums of the same widths may differ


class DoesNotFit(ValueError):
    """A text is too long for its place at the smallest size that may be printed."""

    def __init__(self, text: str) -> None:
        super().__init__(f"too long to print: {text!r}")
        self.text = text


@dataclass(frozen=True, slots=True)
class Setting:
    """Lines of a text and how they are set: size in points, tracking in thousandths of the size."""

    lines: tuple[str, ...]
    face: Face
    size: float
    tracking: float = 0

    @property
    def width(self) -> float:
        """Of the longest line, in points."""
        widths = (text_width(line, self.face, self.size, self.tracking) for line in self.lines)
        return max(widths, default=0)


def wrap(text: str, face: Face, size: float, width: float, *, tracking: float = 0) -> tuple[str, ...]:
    """Break a text between words into as few lines as fit `width` (points), as even as can be.

    Raises `DoesNotFit` when one word alone is too wide.
    """
    words = [word for word in text.split(" ") if word]
    widths = [text_width(word, face, size, tracking) for word in words]
    space = text_width(" ", face, size) + 2 * tracking * size / 1000
    if max(widths, default=0) > width:
        raise DoesNotFit(text)
    fewest = len(_filled(widths, space, width))
    runs = {
        sum(widths[start:end]) + space * (end - start - 1)
        for start in range(len(words))
        for end in range(start + 1, len(words) + 1)
    }
    narrowest = next(run for run in [*sorted(runs), width] if len(_filled(widths, space, run)) == fewest)
    ends = _filled(widths, space, min(narrowest, width))
    return tuple(" ".join(words[start:end]) for start, end in pairwise([0, *ends]))


def fit(
    text: str,
    face: Face,
    *,
    sizes: tuple[float, float],
    width: float,
    lines: int = 1,
    tracking: float = 0,
) -> Setting:
    """Set a text as large as it goes into so many lines: from the first of `sizes` down to the second.

    Raises `DoesNotFit` when it is too long even at the smallest.
    """
    largest, smallest = sizes
    steps = int((largest - smallest) / STEP)
    for size in [*(largest - STEP * step for step in range(steps + 1)), smallest]:
        with suppress(DoesNotFit):
            broken = wrap(text, face, size, width, tracking=tracking)
            if len(broken) <= lines:
                return Setting(broken, face, size, tracking)
    raise DoesNotFit(text)


def _filled(widths: list[float], space: float, limit: float) -> list[int]:
    """Where lines end, as numbers of words, when each takes as many words as fit."""
    ends: list[int] = []
    used = 0.0
    for place, width in enumerate(widths):
        if place and used + space + width > limit + ROUNDING:
            ends.append(place)
            used = width
        else:
            used += width + (space if place else 0)
    return [*ends, len(widths)] if widths else []
