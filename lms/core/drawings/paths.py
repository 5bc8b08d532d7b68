"""Outlines: the little language of `d`, and the common shapes as paths."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import atan2, ceil, cos, hypot, pi, sin, sqrt, tan

from lms.core.drawings.shapes import NotDrawable, Point, Step

_TOKEN = re.compile(r"([MLHVCQAZmlhvcqaz])|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)|[\s,]+|(.)")
_NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Q": 4, "A": 7, "Z": 0}
ROUND = 4 * (sqrt(2) - 1) / 3  # how far the handles of a quarter of a circle reach


def path(data: str) -> tuple[Step, ...]:
    """The steps of a `d`, in absolute places. Raises `NotDrawable`."""
    pen = _Pen()
    for command, numbers in _commands(data):
        pen.go(command, numbers)
    return tuple(pen.steps)


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with its numbers; one that is not repeated in the text is repeated here."""
    for command, values in _words(data):
        size = _NUMBERS[command.upper()]
        if bool(values) != bool(size) or len(values) % max(size, 1):
            raise NotDrawable(f'd="{data[:40]}"')
        yield command, values[:size]
        again = {"M": "L", "m": "l"}.get(command, command)
        for start in range(size, len(values), max(size, 1)):
            yield again, values[start : start + size]


def _words(data: str) -> list[tuple[str, list[float]]]:
    """The letters of a path, each with all the numbers that follow it; the first is M."""
    words: list[tuple[str, list[float]]] = []
    for letter, number, other in _TOKEN.findall(data):
        if other or (number and not words):
            raise NotDrawable(f'd="{data[:40]}"')
        if letter:
            words.append((letter, []))
        elif number:
            words[-1][1].append(float(number))
    if not words or words[0][0] not in "Mm":
        raise NotDrawable(f'd="{data[:40]}"')
    return words


@dataclass
class _Pen:
    """Where the pen is while a path is followed."""

    steps: list[Step] = field(default_factory=list)
    here: Point = (0.0, 0.0)
    start: Point = (0.0, 0.0)

    def go(self, command: str, numbers: list[float]) -> None:
        kind = command.upper()
        x, y = self.here if command.islower() else (0.0, 0.0)
        if kind == "Z":
            self.steps.append(("Z", ()))
            self.here = self.start
        elif kind == "H":
            self._to("L", (x + numbers[0], self.here[1]))
        elif kind == "V":
            self._to("L", (self.here[0], y + numbers[0]))
        elif kind == "A":
            self._arc(numbers[:5], (x + numbers[5], y + numbers[6]))
        else:
            pairs = zip(numbers[::2], numbers[1::2], strict=True)
            self._to(kind, *((x + right, y + down) for right, down in pairs))

    def _to(self, kind: str, *points: Point) -> None:
        if kind == "Q":
            kind, points = "C", _cubic(self.here, *points)
        self.steps.append((kind, points))
        self.here = points[-1]
        if kind == "M":
            self.start = self.here

    def _arc(self, numbers: list[float], end: Point) -> None:
        wide, high, tilt, large, sweep = numbers
        for points in _arc(self.here, end, abs(wide), abs(high), tilt, large != 0, sweep != 0):
            self._to("C" if len(points) > 1 else "L", *points)


def _cubic(start: Point, handle: Point, end: Point) -> tuple[Point, Point, Point]:
    def between(one: Point) -> Point:
        return one[0] + (handle[0] - one[0]) * 2 / 3, one[1] + (handle[1] - one[1]) * 2 / 3

    return between(start), between(end), end


def _arc(
    start: Point, end: Point, wide: float, high: float, tilt: float, large: bool, sweep: bool
) -> Iterator[tuple[Point, ...]]:
    """Curves of at most a quarter turn each, along the ellipse that SVG describes by its two ends."""
    if not (wide and high):
        yield (end,)
        return
    turn = tilt * pi / 180
    half = ((start[0] - end[0]) / 2, (start[1] - end[1]) / 2)
    x = (cos(turn) * half[0] + sin(turn) * half[1]) / wide
    y = (cos(turn) * half[1] - sin(turn) * half[0]) / high
    reach = hypot(x, y)
    if not reach:
        return
    grow = max(reach, 1)  # an ellipse that is too small to reach is made larger
    x, y, wide, high = x / grow, y / grow, wide * grow, high * grow
    away = sqrt(max(1 / (x * x + y * y) - 1, 0)) * (1 if large != sweep else -1)
    middle = (away * y, -away * x)
    first = atan2(y - middle[1], x - middle[0])
    last = atan2(-y - middle[1], -x - middle[0])
    full = (last - first) % (2 * pi) - (0 if sweep else 2 * pi)
    centre = (
        (start[0] + end[0]) / 2 + cos(turn) * middle[0] * wide - sin(turn) * middle[1] * high,
        (start[1] + end[1]) / 2 + sin(turn) * middle[0] * wide + cos(turn) * middle[1] * high,
    )

    def place(along: float, out: float, aside: float) -> Point:
        """A point beside the ellipse: `aside` along its tangent, on the unit circle first."""
        x = (cos(along) * out - sin(along) * aside) * wide
        y = (sin(along) * out + cos(along) * aside) * high
        return centre[0] + cos(turn) * x - sin(turn) * y, centre[1] + sin(turn) * x + cos(turn) * y

    pieces = max(ceil(abs(full) / (pi / 2) - 1e-9), 1)
    step = full / pieces
    handle = 4 / 3 * tan(step / 4)
    for piece in range(pieces):
        here, there = first + piece * step, first + (piece + 1) * step
        target = end if piece == pieces - 1 else place(there, 1, 0)
        yield place(here, 1, handle), place(there, 1, -handle), target


def polygon(points: list[Point], *, closed: bool) -> tuple[Step, ...]:
    steps: list[Step] = [("M", (points[0],)), *(("L", (point,)) for point in points[1:])]
    return (*steps, ("Z", ())) if closed else tuple(steps)


def ellipse(x: float, y: float, wide: float, high: float) -> tuple[Step, ...]:
    return rectangle(x - wide, y - high, 2 * wide, 2 * high, wide, high)


def rectangle(x: float, y: float, width: float, height: float, rx: float, ry: float) -> tuple[Step, ...]:
    """With corners rounded by rx and ry, at most to the middle of each side."""
    right, bottom = x + width, y + height
    if not (rx and ry):
        return polygon([(x, y), (right, y), (right, bottom), (x, bottom)], closed=True)
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    a, b = rx * (1 - ROUND), ry * (1 - ROUND)  # from a corner to the handles beside it
    return (
        ("M", ((x + rx, y),)),
        ("L", ((right - rx, y),)),
        ("C", ((right - a, y), (right, y + b), (right, y + ry))),
        ("L", ((right, bottom - ry),)),
        ("C", ((right, bottom - b), (right - a, bottom), (right - rx, bottom))),
        ("L", ((x + rx, bottom),)),
        ("C", ((x + a, bottom), (x, bottom - b), (x, bottom - ry))),
        ("L", ((x, y + ry),)),
        ("C", ((x, y + b), (x + a, y), (x + rx, y))),
        ("Z", ()),
    )
