"""From the tokens of a lesson to the parts of its prose, in the one reading that also makes the HTML."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from lms.content import boxes
from lms.content.figures import Figure
from lms.content.markdown import EXERCISE
from lms.content.prose import Box, Heading, Listing, Paragraph, Part, Picture, Quotation, Span, Table, Words

_BREAKS = {"softbreak": " ", "hardbreak": "\n"}


@dataclass(frozen=True, slots=True)
class ProseReader:
    """Reads the tokens before the HTML writes into them; what a lesson must not hold is left out."""

    language: str
    figures: Mapping[str, Mapping[str, Figure]]
    source_ids: Sequence[str]

    def read(self, tokens: Sequence[Token]) -> tuple[Part, ...]:
        return self._parts(SyntaxTreeNode(tokens))

    def _parts(self, node: SyntaxTreeNode) -> tuple[Part, ...]:
        return tuple(part for child in node.children for part in self._part(child))

    def _part(self, node: SyntaxTreeNode) -> Iterator[Part]:
        name = node.type.removeprefix("container_")
        if name in boxes.NAMES and name != "figure":
            found = EXERCISE.fullmatch(node.info.strip())
            yield Box(name, self._parts(node), int(found[1]) if found else 0)
        elif node.type in _READERS:
            yield from _READERS[node.type](self, node)

    def _heading(self, node: SyntaxTreeNode) -> Iterator[Part]:
        yield Heading(int(node.tag[1:]), self._inside(node))

    def _paragraph(self, node: SyntaxTreeNode) -> Iterator[Part]:
        yield Paragraph(self._inside(node))

    def _list(self, node: SyntaxTreeNode) -> Iterator[Part]:
        first = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
        yield Listing(tuple(self._parts(item) for item in node.children), first)

    def _quotation(self, node: SyntaxTreeNode) -> Iterator[Part]:
        yield Quotation(self._parts(node))

    def _table(self, node: SyntaxTreeNode) -> Iterator[Part]:
        rows = [row for half in node.children for row in half.children]
        words = [tuple(self._inside(cell) for cell in row.children) for row in rows]
        figures = tuple(cell.attrs.get("style") == "text-align:right" for cell in rows[0].children)
        yield Table(words[0], tuple(words[1:]), figures)

    def _figure(self, node: SyntaxTreeNode) -> Iterator[Part]:
        """An image and a caption; a figure that is made otherwise has been spoken of."""
        images = [each for each in node.walk() if each.type == "image"]
        name = str(images[0].attrs.get("src", "")).removesuffix(".svg") if images else ""
        figure = self.figures.get(name, {}).get(self.language)
        if figure and figure.drawing:
            yield Picture(images[0].content, self._inside(node.children[-1]), figure.drawing)

    def _inside(self, node: SyntaxTreeNode) -> Words:
        """The words of a block; neighbours that look alike become one."""
        words: list[Span] = []
        for span in (span for child in node.children for span in self._spans(child, Span(""))):
            if words and not span.source and replace(words[-1], text=span.text) == span:
                words[-1] = replace(span, text=words[-1].text + span.text)
            else:
                words.append(span)
        return tuple(words)

    def _spans(self, node: SyntaxTreeNode, look: Span) -> Iterator[Span]:
        match node.type:
            case "text" | "softbreak" | "hardbreak":
                yield replace(look, text=_BREAKS.get(node.type, node.content))
            case "source_mark":
                number = self.source_ids.index(node.content) + 1
                yield replace(look, text=f"[{number}]", source=number)
            case "strong":
                look = replace(look, bold=True)
            case "em":
                look = replace(look, emphasis=True)
            case "link":
                look = replace(look, link=str(node.attrs["href"]))
        for child in node.children:
            yield from self._spans(child, look)


_READERS: Mapping[str, Callable[[ProseReader, SyntaxTreeNode], Iterator[Part]]] = {
    "heading": ProseReader._heading,
    "paragraph": ProseReader._paragraph,
    "bullet_list": ProseReader._list,
    "ordered_list": ProseReader._list,
    "blockquote": ProseReader._quotation,
    "table": ProseReader._table,
    "container_figure": ProseReader._figure,
}
