"""The blocks of a lesson, numbered: a link can open each paragraph, list, table, figure and quotation.

The numbers run through the whole text. Both languages have the same blocks in the same order, so a
number names the same place in both.
"""

from dataclasses import dataclass, field

from markdown_it.token import Token

from lms.content.course import Block
from lms.content.markdown import plain_text

_OUTER = ("bullet_list", "ordered_list", "table", "blockquote", "container_figure")
_NUMBERED = (*_OUTER, "paragraph", "heading")


@dataclass
class _Open:
    """A block under way; a line is a paragraph, or a row of a table with its cells."""

    id: str
    section: int
    lines: list[list[str]] = field(default_factory=lambda: [[]])

    def closed(self) -> Block:
        lines = (" – ".join(filter(None, cells)) for cells in self.lines)
        return Block(self.id, self.section, tuple(filter(None, lines)))


def number_blocks(tokens: list[Token]) -> tuple[Block, ...]:
    """Give each block its id, `p1` and on, and say what it holds; headings of sections have their own ids."""
    blocks: list[_Open] = []
    depth = section = 0
    for before, token in zip([None, *tokens], tokens, strict=False):
        name = token.type.removesuffix("_open").removesuffix("_close")
        opens = token.nesting > 0
        if opens and token.tag == "h2":
            section += 1
        elif opens and name in _NUMBERED and not depth:
            blocks.append(_Open(f"p{len(blocks) + 1}", section))
            token.attrSet("id", blocks[-1].id)
        elif opens and name in ("paragraph", "tr"):
            blocks[-1].lines.append([])
        elif token.type == "inline" and before is not None and before.tag != "h2":
            blocks[-1].lines[-1].append(" ".join(plain_text(token).split()))
        depth += token.nesting * (name in _OUTER)
    return tuple(block.closed() for block in blocks)
