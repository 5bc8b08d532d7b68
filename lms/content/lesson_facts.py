"""What the Markdown of a lesson holds, and what is wrong with it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import NamedTuple

from markdown_it.token import Token

from lms.content.figures import Figure
from lms.content.markdown import LEFTOVER, box_name, marked_text, plain_text
from lms.content.passages import Passage
from lms.content.problems import Notes
from lms.core import html
from lms.core.i18n import lazy_gettext as _

_REFUSED = {
    "code_block": _("text indented by four spaces"),
    "fence": _("a block of code"),
    "code_inline": _("code between backticks"),
    "hr": _("a ruled line"),
}
_HEADINGS = ("##", "###")
_FENCE = re.compile(r" {0,3}:{3,}[ \t]*(.*?)[ \t]*")
_FIGURE = ["paragraph_open", "inline", "paragraph_close"] * 2 + ["container_figure_close"]


class Piece(NamedTuple):
    """One part of the structure that both languages share, shown as an editor writes it."""

    shown: str
    line: int


class Reference(NamedTuple):
    """Something named by its id; `section` counts the headings before it."""

    kind: str
    id: str
    line: int
    section: int


@dataclass
class LessonFacts:
    """A walk over the tokens of one body; `before` counts the lines above it in its file."""

    path: Path
    language: str
    notes: Notes
    passages: list[Passage]
    figures: Mapping[str, Mapping[str, Figure]]
    before: int = 0
    structure: list[Piece] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    key_points: int = 0
    words: int = 0
    _open: list[str] = field(default_factory=list)

    def walk(self, text: str, tokens: list[Token]) -> None:
        self._look_at_fences(text.splitlines())
        for place, token in enumerate(tokens):
            name = token.type.removesuffix("_open").removesuffix("_close")
            if token.nesting < 0:
                self._open.pop()
                continue
            visit = getattr(self, f"_see_{name}", None)
            if visit:
                visit(tokens, place)
            elif token.type in _REFUSED:
                self._refuse(self._line(token), _REFUSED[token.type])
            if token.nesting > 0:
                self._open.append(name)

    def ids(self, kind: str) -> tuple[str, ...]:
        """The ids of a kind, each once, in order of appearance."""
        return tuple(dict.fromkeys(reference.id for reference in self.references if reference.kind == kind))

    # Blocks

    def _see_heading(self, tokens: list[Token], place: int) -> None:
        token = tokens[place]
        line = self._line(token)
        if token.markup not in _HEADINGS:
            self._refuse(line, _("a heading %(signs)s", signs=token.markup))
        if not plain_text(tokens[place + 1]).strip():
            self.error(line, _("A heading has no words."), _("Write its words, or delete it."))
        self.headings.append(line)
        self.structure.append(Piece(token.markup, line))

    def _see_table(self, tokens: list[Token], place: int) -> None:
        inside = [token.type for token in tokens[place : _closing(tokens, place)]]
        rows, columns = inside.count("tr_open"), inside.count("th_open")
        self.structure.append(Piece(f"| {rows} × {columns} |", self._line(tokens[place])))

    def _see_list_item(self, _tokens: list[Token], _place: int) -> None:
        self.key_points += "container_key" in self._open

    def _see_box(self, tokens: list[Token], place: int) -> None:
        token = tokens[place]
        self.structure.append(Piece(f"::: {token.info.strip()}", self._line(token)))

    _see_container_note = _see_container_example = _see_container_warning = _see_box
    _see_container_exercise = _see_container_key = _see_box

    def _see_container_figure(self, tokens: list[Token], place: int) -> None:
        token = tokens[place]
        inside = [token.type for token in tokens[place + 1 : place + 8]]
        image = _only_image(tokens[place + 2]) if inside == _FIGURE else None
        if image is None:
            self.error(
                self._line(token),
                _("This is not a figure with its caption."),
                _("Write one image, an empty line, and one caption between the signs of the figure."),
            )
            return
        self._judge_image(self._line(tokens[place + 2]), image)

    def _judge_image(self, line: int, image: Token) -> None:
        file = str(image.attrs.get("src", ""))
        name = file.removesuffix(".svg")
        self.structure.append(Piece(f"![…]({file})", line))
        if not file.endswith(".svg") or name not in self.figures:
            self.error(
                line,
                _("The figure “%(file)s” is not in the media folder.", file=file),
                _("Write its name without the language, for example budget-cycle.svg, and add both files."),
            )
        if image.content.strip():
            self._keep("figure.alt", line, image.content, "")
        else:
            self.error(
                line,
                _("The figure “%(file)s” has no alternative text.", file=file),
                _("Say between the square brackets what the figure shows."),
            )

    # Words

    def _see_inline(self, tokens: list[Token], place: int) -> None:
        token = tokens[place]
        line = self._line(token)
        text = plain_text(token)
        self.words += count_words(text)
        self._keep(self._place(), line, text, marked_text(token))
        for child in token.children or []:
            if child.type in ("softbreak", "hardbreak"):
                line += 1
            elif child.type == "source_mark":
                self._refer("source", child.content, line)
            elif child.type == "link_open":
                self._judge_link(str(child.attrs["href"]), line)
            elif child.type == "image" and self._open[-2:] != ["container_figure", "paragraph"]:
                self._refuse(line, _("an image outside of a figure"))
            elif child.type in _REFUSED:
                self._refuse(line, _REFUSED[child.type])
            elif child.type == "text":
                self._judge_words(child.content, line)

    def _judge_link(self, address: str, line: int) -> None:
        kind, _sign, wanted = address.partition(":")
        if kind in ("term", "lesson"):
            self._refer(kind, wanted, line)
        elif not html.is_allowed("a", "href", address) or kind != "https":
            self.error(
                line,
                _("This link cannot be used: %(address)s.", address=address),
                _("Link to term:ID, lesson:ID or an address that begins with https://."),
            )

    def _judge_words(self, words: str, line: int) -> None:
        found = LEFTOVER.search(words)
        if found and not found.group().startswith(":::"):  # those have been spoken of
            self.error(
                line,
                _(
                    "This Markdown was not understood: %(words)s",
                    words=words[found.start() : found.start() + 30],
                ),
                _("Look for a bracket, sign or space too many or too few."),
            )

    def _look_at_fences(self, lines: Iterable[str]) -> None:
        opened = 0
        for line, words in enumerate(lines, self.before + 1):
            fence = _FENCE.fullmatch(words)
            if fence is None:
                continue
            if fence[1] and box_name(fence[1]) is None:
                self.error(
                    line,
                    _("There is no box “%(name)s”.", name=fence[1]),
                    _("Use note, example, warning, figure, key, or exercise with its minutes: exercise 10."),
                )
            if fence[1] and opened:
                self._note_open_box(opened)
            elif not fence[1] and not opened:
                self.error(
                    line, _("This closes a box that is not open."), _("Delete the line, or open the box.")
                )
            opened = line if fence[1] else 0
        if opened:
            self._note_open_box(opened)

    def _note_open_box(self, line: int) -> None:
        self.error(
            line, _("This box is not closed."), _("Write ::: on a line of its own where the box ends.")
        )

    # Notes

    def error(self, line: int, message: object, advice: object) -> None:
        self.notes.error(self.path, line, message, advice)

    def _refuse(self, line: int, thing: object) -> None:
        self.error(
            line,
            _("This does not belong in a lesson: %(thing)s.", thing=thing),
            _("Use headings ## and ###, paragraphs, lists, tables, links and the boxes."),
        )

    def _refer(self, kind: str, wanted: str, line: int) -> None:
        self.references.append(Reference(kind, wanted, line, len(self.headings)))

    def _keep(self, place: str, line: int, text: str, marked: str) -> None:
        self.passages.append(
            Passage(self.path, self.language, place, text, partial(int, line), marked, str(line))
        )

    def _place(self) -> str:
        """The innermost box, and the block within it: “exercise.list_item”."""
        names = [name.removeprefix("container_") for name in self._open if name.startswith("container_")]
        blocks = [name for name in self._open if name in ("table", "list_item", "heading", "blockquote")]
        return f"{(names or ['lesson'])[-1]}.{(blocks or ['paragraph'])[-1]}"

    def _line(self, token: Token) -> int:
        return self.before + (token.map[0] if token.map else 0) + 1


def count_words(text: str) -> int:
    """Words and figures; a dash or a sign of arithmetic is none."""
    return sum(1 for word in text.split() if any(sign.isalnum() for sign in word))


def _closing(tokens: list[Token], place: int) -> int:
    opened = tokens[place]
    wanted = opened.type.replace("_open", "_close")
    return next(
        later
        for later in range(place, len(tokens))
        if tokens[later].type == wanted and tokens[later].level == opened.level
    )


def _only_image(inline: Token) -> Token | None:
    children = inline.children or []
    return children[0] if len(children) == 1 and children[0].type == "image" else None
