"""Arrow heads: small drawings at the ends of lines."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import atan2, degrees

from lms.core.drawings.shapes import Matrix, NotDrawable, Outline, Point, Step, joined, moved, scaled, turned


@dataclass(frozen=True, slots=True)
class Marker:
    """Shapes with the point that is put on the end of a line; grows with the line where `by_width`."""

    parts: tuple[Outline, ...]
    at: Point
    scale: tuple[float, float]
    orient: str
    by_width: bool

    def put(self, place: Point, direction: float, width: float, *, is_start: bool) -> Iterator[Outline]:
        """The shapes on an end; `direction` in degrees is that of the line there."""
        turn = self._turn(direction, is_start=is_start)
        size = width if self.by_width else 1
        matrix: Matrix = joined(moved(*place), turned(turn))
        matrix = joined(matrix, scaled(self.scale[0] * size, self.scale[1] * size))
        matrix = joined(matrix, moved(-self.at[0], -self.at[1]))
        return (replace(part, matrix=joined(matrix, part.matrix)) for part in self.parts)

    def _turn(self, direction: float, *, is_start: bool) -> float:
        if self.orient == "auto":
            return direction
        if self.orient == "auto-start-reverse":
            return direction + 180 * is_start
        try:
            return float(self.orient)
        except ValueError:
            raise NotDrawable(f'orient="{self.orient}"') from None


def markers_on(
    steps: tuple[Step, ...], start: Marker | None, end: Marker | None, width: float
) -> Iterator[Outline]:
    """The shapes of both ends of a line of this width."""
    points = [point for _kind, points in steps for point in points]
    if start:
        yield from start.put(points[0], _direction(points), width, is_start=True)
    if end:
        backwards = _direction(points[::-1]) + 180
        yield from end.put(points[-1], backwards, width, is_start=False)


def _direction(points: list[Point]) -> float:
    """From the first point to the next that is elsewhere, in degrees, clockwise from the right."""
    x, y = points[0]
    there = next((point for point in points if point != (x, y)), (x + 1, y))
    return degrees(atan2(there[1] - y, there[0] - x))
