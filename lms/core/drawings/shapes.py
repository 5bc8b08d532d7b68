"""What a drawing is made of, and the arithmetic of moving it."""

from dataclasses import dataclass
from math import cos, radians, sin

Point = tuple[float, float]
Step = tuple[str, tuple[Point, ...]]  # M and L with one point, C with three, Z with none
Matrix = tuple[float, float, float, float, float, float]

STILL: Matrix = (1, 0, 0, 1, 0, 0)


class NotDrawable(ValueError):
    """A figure holds something that we do not draw on paper; `thing` is it."""

    def __init__(self, thing: str) -> None:
        super().__init__(f"cannot be drawn: {thing}")
        self.thing = thing


@dataclass(frozen=True, slots=True)
class Ink:
    """How a shape looks: colours as #rrggbb, or None; lengths in the figure's units."""

    fill: str | None = "#000000"
    stroke: str | None = None
    width: float = 1
    dash: tuple[float, ...] = ()
    cap: int = 0
    join: int = 0


@dataclass(frozen=True, slots=True)
class Outline:
    """A filled or stroked shape."""

    steps: tuple[Step, ...]
    ink: Ink
    matrix: Matrix = STILL


@dataclass(frozen=True, slots=True)
class Writing:
    """Words that look alike."""

    text: str
    size: float
    bold: bool
    colour: str


@dataclass(frozen=True, slots=True)
class Lettering:
    """One line of a text; x and y are its `anchor`: start, middle or end of the baseline."""

    x: float
    y: float
    anchor: str
    words: tuple[Writing, ...]
    matrix: Matrix = STILL


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole figure: left, top, width and height of what is seen of it, and its parts, the lowest first."""

    left: float
    top: float
    width: float
    height: float
    parts: tuple[Outline | Lettering, ...]

    @property
    def smallest_letters(self) -> float:
        """Size of the smallest writing; 0 without any."""
        lines = (part for part in self.parts if isinstance(part, Lettering))
        return min((words.size for line in lines for words in line.words), default=0)


def joined(outer: Matrix, inner: Matrix) -> Matrix:
    """First `inner`, then `outer`."""
    a, b, c, d, e, f = outer
    g, h, i, j, k, m = inner
    return (
        a * g + c * h,
        b * g + d * h,
        a * i + c * j,
        b * i + d * j,
        a * k + c * m + e,
        b * k + d * m + f,
    )


def moved(x: float, y: float) -> Matrix:
    return (1, 0, 0, 1, x, y)


def scaled(x: float, y: float) -> Matrix:
    return (x, 0, 0, y, 0, 0)


def turned(degrees: float, x: float = 0, y: float = 0) -> Matrix:
    """Turned clockwise (y grows downwards) around a point."""
    angle = radians(degrees)
    turn = (cos(angle), sin(angle), -sin(angle), cos(angle), 0.0, 0.0)
    return joined(joined(moved(x, y), turn), moved(-x, -y))
