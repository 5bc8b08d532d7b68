"""Reading an SVG file: its elements become shapes."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from lms.core.drawings import paths
from lms.core.drawings.looks import INHERITED, Look, number, numbers
from lms.core.drawings.markers import Marker, markers_on
from lms.core.drawings.shapes import Drawing, Lettering, NotDrawable, Outline, Step, joined
from lms.core.drawings.texts import lettering

Part = Outline | Lettering

_SPACE = "{http://www.w3.org/2000/svg}"
_SILENT = ("title", "desc")
_OWN_ATTRIBUTES = {
    "svg": ("viewBox", "width", "height", "role"),
    "g": (),
    "defs": (),
    "path": ("d",),
    "rect": ("x", "y", "width", "height", "rx", "ry"),
    "circle": ("cx", "cy", "r"),
    "ellipse": ("cx", "cy", "rx", "ry"),
    "line": ("x1", "y1", "x2", "y2"),
    "polyline": ("points",),
    "polygon": ("points",),
    "text": ("x", "y"),
    "tspan": ("x", "y", "dy"),
    "marker": ("viewBox", "refX", "refY", "markerWidth", "markerHeight", "markerUnits", "orient"),
}
_LINES = ("path", "line", "polyline")


def read_svg(text: str) -> Drawing:
    """The drawing of an SVG file. Raises `NotDrawable` for anything but plain shapes and texts."""
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise NotDrawable("<!DOCTYPE")
    try:
        root = ElementTree.fromstring(text)  # noqa: S314  our own files, and no entities in them
    except ElementTree.ParseError as error:
        raise NotDrawable(str(error)) from None
    for element in root.iter():
        _refuse_unknown(element)
    left, top, width, height = numbers(root.get("viewBox", ""), 4)
    reader = _Reader({marker.get("id", ""): _marker(marker) for marker in root.iter(f"{_SPACE}marker")})
    return Drawing(left, top, width, height, tuple(reader.parts(root, Look())))


@dataclass(frozen=True, slots=True)
class _Reader:
    markers: dict[str, Marker] = field(default_factory=dict)

    def parts(self, element: Element, outer: Look) -> Iterator[Part]:
        """The shapes of an element and of all inside it."""
        tag, look = _name(element), outer.inside(element)
        match tag:
            case "title" | "desc" | "defs" | "marker":
                return
            case "svg" | "g":
                for child in element:
                    yield from self.parts(child, look)
            case "text":
                yield from lettering(element, look)
            case _:
                steps = _outline(element, tag)
                yield Outline(steps, look.ink, look.matrix)
                if tag in _LINES:
                    yield from self._marks(steps, look)

    def _marks(self, steps: tuple[Step, ...], look: Look) -> Iterator[Part]:
        for name in look.marks:
            if name and name not in self.markers:
                raise NotDrawable(f"url(#{name})")
        start, end = (self.markers.get(name) for name in look.marks)
        for mark in markers_on(steps, start, end, look.ink.width):
            yield replace(mark, matrix=joined(look.matrix, mark.matrix))


def _marker(element: Element) -> Marker:
    shapes = [part for child in element for part in _Reader().parts(child, Look())]
    _left, _top, width, height = numbers(element.get("viewBox", "0 0 3 3"), 4)
    return Marker(
        tuple(part for part in shapes if isinstance(part, Outline)),
        (number(element, "refX"), number(element, "refY")),
        (number(element, "markerWidth", 3) / width, number(element, "markerHeight", 3) / height),
        element.get("orient", "0"),
        element.get("markerUnits", "strokeWidth") == "strokeWidth",
    )


def _name(element: Element) -> str:
    return str(element.tag).removeprefix(_SPACE)


def _refuse_unknown(element: Element) -> None:
    """What would look otherwise on paper than on a screen must not stand in a figure."""
    tag = _name(element)
    if tag in _SILENT:
        return
    if tag not in _OWN_ATTRIBUTES:
        raise NotDrawable(f"<{tag}>")
    for name, value in element.attrib.items():
        if name not in INHERITED and name not in _OWN_ATTRIBUTES[tag] and not name.startswith("aria-"):
            raise NotDrawable(f'<{tag} {name.rpartition("}")[2]}="{value}">')


def _outline(element: Element, tag: str) -> tuple[Step, ...]:
    def of(*names: str) -> list[float]:
        return [number(element, name) for name in names]

    match tag:
        case "path":
            return paths.path(element.get("d", ""))
        case "rect":
            rx = number(element, "rx", number(element, "ry"))
            ry = number(element, "ry", rx)
            x, y, width, height = of("x", "y", "width", "height")
            return paths.rectangle(x, y, width, height, rx, ry)
        case "circle":
            x, y, radius = of("cx", "cy", "r")
            return paths.ellipse(x, y, radius, radius)
        case "ellipse":
            x, y, wide, high = of("cx", "cy", "rx", "ry")
            return paths.ellipse(x, y, wide, high)
        case "line":
            x, y, right, bottom = of("x1", "y1", "x2", "y2")
            return paths.polygon([(x, y), (right, bottom)], closed=False)
        case _:
            return _polygon(element, closed=tag == "polygon")


def _polygon(element: Element, *, closed: bool) -> tuple[Step, ...]:
    places = numbers(element.get("points", ""))
    if len(places) < 4 or len(places) % 2:
        raise NotDrawable(f'points="{element.get("points", "")}"')
    return paths.polygon(list(zip(places[::2], places[1::2], strict=True)), closed=closed)
