"""The lines of a `<text>`: words that begin anew wherever a tspan says where."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from lms.core.drawings.looks import Look, number
from lms.core.drawings.shapes import Lettering, NotDrawable, Writing


@dataclass
class _Line:
    x: float
    y: float
    look: Look
    words: list[Writing] = field(default_factory=list)

    def say(self, text: str | None, look: Look) -> None:
        if text:
            self.words.append(Writing(text, look.size, look.bold, look.ink.fill or "#000000"))

    def lettering(self) -> Lettering:
        """The line with one space where there were several, and none at its ends."""
        words: list[Writing] = []
        after_space = True
        for writing in self.words:
            text = " ".join(f"|{writing.text}|".split())[1:-1]
            text = text.removeprefix(" ") if after_space else text
            after_space = text.endswith(" ") if text else after_space
            words += [replace(writing, text=text)] if text else []
        if words and after_space:
            words[-1] = replace(words[-1], text=words[-1].text.rstrip())
        return Lettering(self.x, self.y, self.look.anchor, tuple(words), self.look.matrix)


def lettering(element: Element, look: Look) -> Iterator[Lettering]:
    """The lines of a text; `look` is its own. Raises `NotDrawable` for tspans in tspans and shifts aside."""
    lines = [_Line(number(element, "x"), number(element, "y"), look)]
    lines[0].say(element.text, look)
    for span in element:
        inner = look.inside(span)
        if len(span):
            raise NotDrawable("<tspan><tspan>")
        if not {"x", "y"}.isdisjoint(span.attrib):
            y = number(span, "y", lines[-1].y) + number(span, "dy")
            lines.append(_Line(number(span, "x", lines[-1].x), y, inner))
        elif number(span, "dy"):
            raise NotDrawable("<tspan dy> without x")
        lines[-1].say(span.text, inner)
        lines[-1].say(span.tail, look)
    for line in lines:
        if (made := line.lettering()).words:
            yield made
