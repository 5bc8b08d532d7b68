"""How a lesson is drawn: the tokens of its Markdown become HTML, cleaned once, icons set in last."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from lms.content import boxes
from lms.content.course import Section
from lms.content.figures import Figure
from lms.content.markdown import EXERCISE, plain_text
from lms.core import html

_WORD_JOINER = "\u2060"  # so that no line begins with a source mark


@dataclass
class LessonHtml:
    """Writes into the tokens what the renderer is to print for them."""

    language: str
    folder: str
    figures: Mapping[str, Mapping[str, Figure]]
    sections: list[Section] = field(default_factory=list)
    _tables: int = 0
    _sources: dict[str, int] = field(default_factory=dict)
    _terms: set[str] = field(default_factory=set)
    _boxes: set[str] = field(default_factory=set)
    _names_rows: bool = False

    def render(self, parser: MarkdownIt, tokens: list[Token]) -> Markup:
        for place, token in enumerate(tokens):
            draw = getattr(self, f"_draw_{token.type}", None)
            if draw:
                draw(tokens, place)
        return boxes.with_icons(html.clean(parser.renderer.render(tokens, parser.options, {})))

    # Blocks

    def _draw_heading_open(self, tokens: list[Token], place: int) -> None:
        if tokens[place].tag == "h2":
            section = Section(f"s{len(self.sections) + 1}", " ".join(plain_text(tokens[place + 1]).split()))
            self.sections.append(section)
            tokens[place].attrSet("id", section.id)

    def _draw_box(self, tokens: list[Token], place: int) -> None:
        token = tokens[place]
        name = token.type.removeprefix("container_").removesuffix("_open")
        minutes = EXERCISE.fullmatch(token.info.strip())
        token.meta["html"] = boxes.opening(
            name, self.language, int(minutes[1]) if minutes else 0, is_first=name not in self._boxes
        )
        self._boxes.add(name)

    _draw_container_note_open = _draw_container_example_open = _draw_container_warning_open = _draw_box
    _draw_container_exercise_open = _draw_container_key_open = _draw_box

    def _draw_box_end(self, tokens: list[Token], place: int) -> None:
        tokens[place].meta["html"] = "</div>\n"

    _draw_container_note_close = _draw_container_example_close = _draw_container_warning_close = _draw_box_end
    _draw_container_exercise_close = _draw_container_key_close = _draw_box_end

    def _draw_container_figure_open(self, tokens: list[Token], place: int) -> None:
        """The picture stands bare in the figure, the second paragraph is its caption."""
        paragraphs = [token for token in tokens[place + 1 : place + 7] if token.type.startswith("paragraph")]
        for picture in paragraphs[:2]:
            picture.hidden = True
        for caption in paragraphs[2:]:
            caption.tag = "figcaption"
        tokens[place].meta["html"] = f"<figure{_anchor(tokens[place])}>"

    def _draw_container_figure_close(self, tokens: list[Token], place: int) -> None:
        tokens[place].meta["html"] = "</figure>\n"

    # Tables

    def _draw_table_open(self, tokens: list[Token], place: int) -> None:
        """A region of its own that scrolls by touch and by keyboard."""
        self._tables += 1
        label = escape(boxes.word("table", self.language, self._tables))
        anchor = _anchor(tokens[place])
        opening = f'<div class="scroll"{anchor} tabindex="0" role="region" aria-label="{label}"><table>\n'
        tokens[place].meta["html"] = opening
        self._names_rows = not plain_text(tokens[place + 4]).strip()

    def _draw_table_close(self, tokens: list[Token], place: int) -> None:
        tokens[place].meta["html"] = "</table></div>\n"

    def _draw_tr_open(self, tokens: list[Token], place: int) -> None:
        """Where the corner of a table is empty, its first column names the rows."""
        first, last = tokens[place + 1], tokens[place + 3]
        if self._names_rows and first.type == "td_open":
            first.tag = last.tag = "th"
            first.attrSet("scope", "row")
        elif self._names_rows:
            first.tag = last.tag = "td"

    def _draw_th_open(self, tokens: list[Token], place: int) -> None:
        self._draw_td_open(tokens, place)
        if tokens[place].tag == "th":
            tokens[place].attrSet("scope", "col")

    def _draw_td_open(self, tokens: list[Token], place: int) -> None:
        """Figures stand at the right by a class: the policy of our pages allows no style in attributes."""
        style = tokens[place].attrs.pop("style", "")
        if style == "text-align:right":
            tokens[place].attrSet("class", "num")

    # Words

    def _draw_inline(self, tokens: list[Token], place: int) -> None:
        for child in tokens[place].children or []:
            if child.type == "source_mark":
                child.meta["html"] = self._source_mark(child.content)
            elif child.type == "link_open":
                self._link(child)
            elif child.type == "image":
                child.meta["html"] = self._picture(child)

    def _source_mark(self, source_id: str) -> str:
        is_first = source_id not in self._sources
        number = self._sources.setdefault(source_id, len(self._sources) + 1)
        label = boxes.word("source", self.language, number)
        anchor = f' id="c-{source_id}"' if is_first else ""
        return (
            f'{_WORD_JOINER}<sup><a href="#src-{source_id}"{anchor} aria-label="{label}">[{number}]</a></sup>'
        )

    def _link(self, link: Token) -> None:
        kind, _sign, wanted = str(link.attrs["href"]).partition(":")
        link.attrs.pop("title", None)
        if kind == "term":
            link.attrs.update({"class": "term", "href": f"#t-{wanted}"})
            if wanted not in self._terms:
                link.attrs["id"] = f"r-{wanted}"
            self._terms.add(wanted)
        elif kind == "lesson":
            link.attrs["href"] = f"/lessons/{wanted}"
        else:
            link.attrs["rel"] = "noopener"

    def _picture(self, image: Token) -> str:
        name = str(image.attrs.get("src", "")).removesuffix(".svg")
        figure = self.figures.get(name, {}).get(self.language)
        if figure is None:
            return ""
        address = f"/media/{self.folder}/{figure.file}"
        return (
            f'<a href="{address}"><img src="{address}" alt="{escape(image.content)}"'
            f' width="{figure.width}" height="{figure.height}" loading="lazy"></a>'
        )


def _anchor(token: Token) -> str:
    return f' id="{token.attrs["id"]}"' if "id" in token.attrs else ""
