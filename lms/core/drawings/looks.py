"""What an element looks like: attributes, and what is handed down to the elements inside it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar
from xml.etree.ElementTree import Element

from lms.core.drawings.shapes import STILL, Ink, Matrix, NotDrawable, joined, moved, scaled, turned

INHERITED = frozenset(
    "fill stroke stroke-width stroke-dasharray stroke-linecap stroke-linejoin font-family font-size"
    " font-weight text-anchor transform marker-start marker-end id class".split()
)
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_SHORT = re.compile(r"#[0-9a-f]{3}")
_NAMED = {"black": "#000000", "white": "#ffffff"}
_TURN = re.compile(r"\s*(translate|rotate|scale|matrix)\s*\(([^()]*)\)\s*,?")
_ANCHORS = {"start": "start", "middle": "middle", "end": "end"}
_WEIGHTS = {"normal": False, "400": False, "bold": True, "600": True, "700": True}
PLAIN = Ink()


@dataclass(frozen=True, slots=True)
class Look:
    """The ink, the letters and the place of an element; `marks` at the start and the end of its line."""

    ink: Ink = PLAIN
    size: float = 16
    bold: bool = False
    anchor: str = "start"
    matrix: Matrix = STILL
    marks: tuple[str, str] = ("", "")

    def inside(self, element: Element) -> "Look":
        """The look of an element that stands in one of this look. Raises `NotDrawable`."""
        start, end = self.marks
        return Look(
            _ink(element, self.ink),
            number(element, "font-size", self.size),
            _word(element, "font-weight", _WEIGHTS, self.bold),
            _word(element, "text-anchor", _ANCHORS, self.anchor),
            joined(self.matrix, _matrix(element.get("transform", ""))),
            (_mark(element, "marker-start", start), _mark(element, "marker-end", end)),
        )


def number(element: Element, name: str, default: float = 0) -> float:
    value = element.get(name)
    return default if value is None else numbers(value, 1)[0]


def numbers(text: str, count: int | None = None) -> list[float]:
    """The numbers of a list without units. Raises `NotDrawable`."""
    try:
        values = [float(value) for value in re.split(r"[\s,]+", text.strip()) if value]
    except ValueError:
        raise NotDrawable(f'"{text}"') from None
    if count is not None and len(values) != count:
        raise NotDrawable(f'"{text}"')
    return values


def _ink(element: Element, outer: Ink) -> Ink:
    dash = element.get("stroke-dasharray")
    return Ink(
        _colour(element, "fill", outer.fill),
        _colour(element, "stroke", outer.stroke),
        number(element, "stroke-width", outer.width),
        outer.dash if dash is None else tuple(numbers(dash)) if dash != "none" else (),
        _word(element, "stroke-linecap", _CAPS, outer.cap),
        _word(element, "stroke-linejoin", _JOINS, outer.join),
    )


_Value = TypeVar("_Value", bool, int, str)


def _word(element: Element, name: str, words: Mapping[str, _Value], outer: _Value) -> _Value:
    """What one of a few words stands for."""
    value = element.get(name)
    if value is None:
        return outer
    if value not in words:
        raise NotDrawable(f'{name}="{value}"')
    return words[value]


def _colour(element: Element, name: str, outer: str | None) -> str | None:
    value = element.get(name)
    if value is None:
        return outer
    if value == "none":
        return None
    colour = _NAMED.get(value, value.lower())
    if _SHORT.fullmatch(colour):
        colour = "#" + "".join(sign * 2 for sign in colour[1:])
    if not _COLOUR.fullmatch(colour):
        raise NotDrawable(f'{name}="{value}"')
    return colour


def _mark(element: Element, name: str, outer: str) -> str:
    value = element.get(name)
    if value is None:
        return outer
    return "" if value == "none" else value.removeprefix("url(#").removesuffix(")")


def _matrix(text: str) -> Matrix:
    matrix, rest = STILL, text
    while rest.strip():
        found = _TURN.match(rest)
        if found is None:
            raise NotDrawable(f'transform="{text}"')
        matrix = joined(matrix, _one_turn(found[1], numbers(found[2]), text))
        rest = rest[found.end() :]
    return matrix


def _one_turn(kind: str, values: list[float], text: str) -> Matrix:
    match kind, values:
        case "translate", [x, *more] if len(more) < 2:
            return moved(x, *(more or [0]))
        case "scale", [x, *more] if len(more) < 2:
            return scaled(x, *(more or [x]))
        case "rotate", [angle] | [angle, _, _]:
            return turned(angle, *values[1:])
        case "matrix", [a, b, c, d, e, f]:
            return (a, b, c, d, e, f)
    raise NotDrawable(f'transform="{text}"')
