"""Our four font files: which letters they have, how wide a text is, kerned text."""

import unicodedata
from enum import StrEnum
from functools import cache
from pathlib import Path
from threading import RLock
from typing import Any

import uharfbuzz
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr, TTFont

FOLDER = Path(__file__).parents[1] / "fonts"
# ReportLab's fonts are shared by all files under way and lose their place when two are written at once.
ONE_AT_A_TIME = RLock()
# Control, format, surrogate, private and unassigned signs; separators of lines and paragraphs.
_NEVER_PRINTED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


class Face(StrEnum):
    """A font file of ours, by its PostScript name, which is also its name for ReportLab."""

    SANS = "NotoSans-Regular"
    SANS_BOLD = "NotoSans-Bold"
    SERIF = "NotoSerif-Regular"
    SERIF_BOLD = "NotoSerif-Bold"


class MissingGlyph(ValueError):
    """A text holds a sign that would print as a box or not at all; `letter` is that sign."""

    def __init__(self, letter: str, text: str) -> None:
        super().__init__(f"no glyph for {shown(letter)} in {text!r}")
        self.letter = letter
        self.text = text

    @property
    def shown(self) -> str:
        """The sign as a page can show it: itself, or its number when it cannot be seen."""
        return shown(self.letter)


def shown(letter: str) -> str:
    return letter if letter.isprintable() and not letter.isspace() else f"U+{ord(letter):04X}"


def font(face: Face) -> TTFont:
    """The font, registered with ReportLab at first use."""
    with ONE_AT_A_TIME:
        return _registered(face)


@cache
def _registered(face: Face) -> TTFont:
    made = TTFont(face.value, str(FOLDER / f"{face}.ttf"), asciiReadable=0)
    pdfmetrics.registerFont(made)
    return made


def missing_glyphs(text: str, face: Face) -> list[str]:
    """The signs of a text that cannot be printed in this face, each once, in their order."""
    known = font(face).face.charToGlyph
    signs = dict.fromkeys(unicodedata.normalize("NFC", text))
    return [sign for sign in signs if ord(sign) not in known or unicodedata.category(sign) in _NEVER_PRINTED]


def printable(text: str, face: Face) -> str:
    """The text as it is printed, in composed letters. Raises `MissingGlyph` for the first sign it lacks."""
    missing = missing_glyphs(text, face)
    if missing:
        raise MissingGlyph(missing[0], text)
    return unicodedata.normalize("NFC", text)


def kerned(text: str, face: Face, tracking: float = 0) -> ShapedStr:
    """The text with its kerning and `tracking` thousandths of the size between letters.

    Raises `MissingGlyph`.
    """
    text = printable(text, face)
    widths = font(face).face.charWidths
    shapes: Any = [
        ShapeData(place, advance + tracking, 0, 0, 0, widths[ord(letter)])
        for place, (letter, advance) in enumerate(zip(text, _advances(text, face), strict=True))
    ]
    return ShapedStr(text, shapeData=shapes)


def text_width(text: str, face: Face, size: float, tracking: float = 0) -> float:
    """How wide a text stands, in the unit of `size`, without the tracking after its last letter."""
    text = printable(text, face)
    return (sum(_advances(text, face)) + tracking * max(len(text) - 1, 0)) * size / 1000


def _advances(text: str, face: Face) -> list[float]:
    """Thousandths of the size from each letter to the next. Our subsets have one glyph a letter."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(_shaper(face), buffer, {"kern": True})
    return [position.x_advance for position in buffer.glyph_positions or ()]


@cache
def _shaper(face: Face) -> uharfbuzz.Font:
    blob = uharfbuzz.Blob((FOLDER / f"{face}.ttf").read_bytes())
    return uharfbuzz.Font(uharfbuzz.Face(blob))
