"""The ornament of the certificate: one gold line of hammers around the page, a knot in each corner.

Millimetres, the origin at the lower left corner of the page.
"""

from dataclasses import dataclass
from itertools import product

from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.units import mm

from lms.core.pdf import TaggedCanvas

INK = HexColor(0x0B3357)
GOLD = HexColor(0xB9851A)

Point = tuple[float, float]

# One hammer in a unit square, along and out: it goes out, turns back and goes on.
HAMMER: tuple[Point, ...] = (
    (0, 0), (10 / 28, 0), (10 / 28, 5 / 11), (5 / 28, 5 / 11), (5 / 28, 1),
    (23 / 28, 1), (23 / 28, 5 / 11), (18 / 28, 5 / 11), (18 / 28, 0), (1, 0),
)  # fmt: skip
PROPORTION = 11 / 28  # of a hammer's height to its length


@dataclass(frozen=True, slots=True)
class Frame:
    """Border of a page: so many hammers along and up, their line `inset` from the edge.

    The hammers have one length on all four sides, so the corners left over are squares.
    """

    width: float
    height: float
    along: int
    up: int
    inset: float

    @property
    def hammer(self) -> float:
        return (self.width - self.height) / (self.along - self.up)

    @property
    def corner(self) -> float:
        """Side of the square in each corner, from the edge of the page."""
        return (self.width - self.along * self.hammer) / 2

    @property
    def depth(self) -> float:
        return self.hammer * PROPORTION

    def line(self) -> list[Point]:
        """The whole border as one closed line, around the corners' squares on their inner side."""
        bottom_left, top_right = self.corner, self.inset
        right, top = self.width - self.corner, self.height - self.corner
        sides = [
            ((bottom_left, top_right), (1, 0), (0, -1), self.along),
            ((self.width - top_right, bottom_left), (0, 1), (1, 0), self.up),
            ((right, self.height - top_right), (-1, 0), (0, 1), self.along),
            ((top_right, top), (0, -1), (-1, 0), self.up),
        ]
        turns = [(right, bottom_left), (right, top), (bottom_left, top), (bottom_left, bottom_left)]
        points: list[Point] = []
        for (start, onward, out, hammers), turn in zip(sides, turns, strict=True):
            points += [*self._side(start, onward, out, hammers), turn]
        return points

    def _side(self, start: Point, onward: Point, out: Point, hammers: int) -> list[Point]:
        points = [start]
        for place in range(hammers):
            for along, away in HAMMER[1:]:
                step, depth = (place + along) * self.hammer, away * self.depth
                points.append(
                    (
                        start[0] + onward[0] * step + out[0] * depth,
                        start[1] + onward[1] * step + out[1] * depth,
                    )
                )
        return points

    def knots(self, edge: float) -> list[Point]:
        """Where four knots are centred between a rule, `edge` from the page's edge, and the line."""
        near = (edge + self.corner) / 2
        return [(x, y) for x in (near, self.width - near) for y in (near, self.height - near)]


CERTIFICATE = Frame(width=297, height=210, along=23, up=15, inset=15.6)
EDGE = 8.0  # from the edge of the page to the ink rule
KNOT = 2.4  # between two strands of a knot
STRAND = 0.6  # how thick they are
TIP = 1.75  # how far its two points reach, in strands


def draw(canvas: TaggedCanvas) -> None:
    """Draw the border of the certificate; the page is read aloud without it."""
    frame = CERTIFICATE
    with canvas.artifact():
        canvas.saveState()
        canvas.scale(mm, mm)
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(0.9)
        canvas.rect(EDGE, EDGE, frame.width - 2 * EDGE, frame.height - 2 * EDGE)
        stroke(canvas, frame.line(), GOLD, 0.65, close=True)
        for x, y in frame.knots(EDGE):
            _knot(canvas, x, y)
        canvas.restoreState()


def name_rule(canvas: TaggedCanvas, x: float, y: float, width: float) -> None:
    """The gold line under a name, with one hammer hanging from its middle; all in points."""
    length = 9 * mm
    middle = [(x - length / 2 + along * length, y - away * length * PROPORTION) for along, away in HAMMER]
    with canvas.artifact():
        canvas.saveState()
        stroke(canvas, [(x - width / 2, y), *middle, (x + width / 2, y)], GOLD, 0.5 * mm)
        canvas.restoreState()


def stroke(
    canvas: TaggedCanvas, points: list[Point], colour: Color, thick: float, *, close: bool = False
) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    if close:
        path.close()
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(thick)
    canvas.drawPath(path)


def _knot(canvas: TaggedCanvas, x: float, y: float) -> None:
    """One closed line that crosses itself nine times, over and under in turn."""
    canvas.saveState()
    canvas.translate(x, y)
    canvas.rotate(45)
    canvas.scale(KNOT, KNOT)
    canvas.setLineJoin(1)
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(STRAND / KNOT)
    _strand(canvas)
    for across, up in product((-1, 0, 1), repeat=2):
        # On even crossings the level strand lies on top, on odd ones the upright strand.
        level = (across + up) % 2 == 0
        for reach, colour, thick in ((0.3, white, 2.0), (0.36, INK, 1.0)):
            along, aside = (reach, 0.0) if level else (0.0, reach)
            ends = [(across - along, up - aside), (across + along, up + aside)]
            stroke(canvas, ends, colour, thick * STRAND / KNOT)
    canvas.restoreState()


def _strand(canvas: TaggedCanvas) -> None:
    """The line of a knot, its strands one apart."""
    path = canvas.beginPath()
    path.moveTo(-TIP, -1)
    path.lineTo(1.5, -1)
    path.arcTo(1, -1, 2, 0, -90, 180)
    path.lineTo(-1.5, 0)
    path.arcTo(-2, 0, -1, 1, -90, -180)
    for point in ((TIP, 1), (TIP, TIP), (1, TIP), (1, -1.5)):
        path.lineTo(*point)
    path.arcTo(0, -2, 1, -1, 0, -180)
    path.lineTo(0, 1.5)
    path.arcTo(-1, 1, 0, 2, 0, 180)
    for point in ((-1, -TIP), (-TIP, -TIP), (-TIP, -1)):
        path.lineTo(*point)
    path.close()
    canvas.drawPath(path)
