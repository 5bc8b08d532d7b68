"""The Markdown of lessons: our parser, and how our own signs are drawn."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin

from lms.content import boxes
from lms.core import html

Tokens = Sequence[Token]

_MARK = re.compile(r"\[\^([a-z0-9]+(?:-[a-z0-9]+)*)\]")
EXERCISE = re.compile(r"exercise ([1-9][0-9]{0,2})")

# Signs of Markdown that are still to be seen after reading mean that something was mistyped.
LEFTOVER = re.compile(r"\]\(|\[\^|!\[|\*\*|__|`|^\||</?[A-Za-z!]|^:::+")


def lesson_parser() -> MarkdownIt:
    """The common parser, our boxes, and the source mark `[^id]`."""
    parser = html.parser()
    for name in boxes.NAMES:
        container_plugin(parser, name, validate=_opens(name), render=_prepared)
    parser.inline.ruler.before("link", "source_mark", _source_mark)
    for kind in ("source_mark", "image", "table_open", "table_close"):
        parser.add_render_rule(kind, _prepared)
    return parser


def box_name(info: str) -> str | None:
    """Which box the words after `:::` open, if any."""
    words = info.strip()
    if words in (*boxes.PLAIN, "figure"):
        return words
    return "exercise" if EXERCISE.fullmatch(words) else None


def plain_text(inline: Token) -> str:
    """The words of a block without marks of any kind; lines stay lines."""
    return "".join(_words(child) for child in inline.children or [])


def marked_text(inline: Token) -> str:
    """The words of a block with the source marks among them."""
    children = inline.children or []
    return "".join(
        f"[^{child.content}]" if child.type == "source_mark" else _words(child) for child in children
    )


def _words(child: Token) -> str:
    if child.type in ("softbreak", "hardbreak"):
        return "\n"
    return child.content if child.type == "text" else ""


def _opens(name: str) -> Callable[[str, str], bool]:
    return lambda info, _markup: box_name(info) == name


def _source_mark(state: StateInline, silent: bool) -> bool:
    found = _MARK.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        state.push("source_mark", "", 0).content = found[1]
    state.pos = found.end()
    return True


def _prepared(_renderer: Any, tokens: Tokens, index: int, _options: Any, _env: Any) -> str:
    """What the walk over the lesson has written for this token (`lesson_text`)."""
    return str(tokens[index].meta.get("html", ""))
