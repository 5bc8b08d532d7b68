"""The figures of a module: SVG files in two languages, safe to serve and readable by everyone."""

import re
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from xml.parsers import expat

from lms.content.course import LANGUAGES
from lms.content.files import Shelf
from lms.content.passages import Passage
from lms.content.problems import Notes
from lms.core.drawings import Drawing, NotDrawable, read_svg
from lms.core.i18n import lazy_gettext as _

HEAVY = 6 * 1024
_FILE_NAME = re.compile(r"([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\.(mn|en)\.svg")
_SVG = "http://www.w3.org/2000/svg"
_SIZE = re.compile(r"[1-9][0-9]{0,3}")
_ELEMENTS = frozenset(
    "svg title desc g defs path rect circle ellipse line polyline polygon text tspan marker".split()
)
_WRITTEN = frozenset(("title", "desc", "text"))


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing in one language; sizes in pixels of its own. One that was refused has no `drawing`."""

    file: str
    width: int
    height: int
    drawing: Drawing | None = None


@dataclass
class FigureFile:
    """What one SVG file holds, noted while expat walks through it."""

    path: Path
    language: str
    notes: Notes
    passages: list[Passage]
    root: dict[str, str] = field(default_factory=dict)
    written: set[str] = field(default_factory=set)
    words: list[str] = field(default_factory=list)
    words_line: int = 0

    def read(self, text: str) -> None:
        if "<!DOCTYPE" in text or "<!ENTITY" in text:
            self._refuse(1, "<!DOCTYPE")
            return
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self.words.append
        self.parser.ProcessingInstructionHandler = lambda target, _rest: self._refuse(
            self._line, f"<?{target}"
        )
        try:
            self.parser.Parse(text.encode(), True)
        except expat.ExpatError as error:
            self.notes.error(
                self.path,
                error.lineno,
                _("This is not valid SVG: %(reason)s.", reason=expat.ErrorString(error.code)),
                _("Look for a tag that is not closed, or a & that should be &amp;."),
            )
            return
        self._judge_root()

    @property
    def _line(self) -> int:
        return self.parser.CurrentLineNumber

    def drawing(self, text: str) -> Drawing | None:
        """The shapes of a figure, for print; what could be shown on a screen only is refused here."""
        try:
            return read_svg(text)
        except NotDrawable as error:
            self._refuse(1, error.thing)
            return None

    def _refuse(self, line: int, thing: str) -> None:
        self.notes.error(
            self.path,
            line,
            _("This does not belong in a figure: %(thing)s.", thing=thing),
            _("Draw with plain shapes, text and presentation attributes only."),
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _sign, tag = name.rpartition(" ")
        if space != _SVG or tag not in _ELEMENTS:
            self._refuse(self._line, f"<{tag}>")
        if not self.root:
            self.root = {"": tag, **attributes}
        if tag in _WRITTEN:
            self.words.clear()
            self.words_line = self._line
        elif tag == "tspan":
            self.words.append(" ")
        for attribute, value in attributes.items():
            if not _is_harmless(attribute, value):
                self._refuse(self._line, f'{attribute.rpartition(" ")[2]}="{value}"')

    def _end(self, name: str) -> None:
        tag = name.rpartition(" ")[2]
        words = " ".join("".join(self.words).split())
        if tag in _WRITTEN and words:
            self.written.add(tag)
            find_line = partial(int, self.words_line)
            self.passages.append(Passage(self.path, self.language, f"figure.{tag}", words, find_line))
        if tag in _WRITTEN:
            self.words.clear()

    def _judge_root(self) -> None:
        wrong = [name for name in ("width", "height") if not _SIZE.fullmatch(self.root.get(name, ""))]
        wrong += [] if "viewBox" in self.root else ["viewBox"]
        wrong += [] if self.root.get("role") == "img" else ['role="img"']
        wrong += [f"<{tag}>" for tag in ("title", "desc") if tag not in self.written]
        if wrong:
            self.notes.error(
                self.path,
                1,
                _("The figure lacks: %(missing)s.", missing=", ".join(wrong)),
                _("Write width and height as whole numbers, viewBox, role, title and desc."),
            )


def _is_harmless(attribute: str, value: str) -> bool:
    """No script, no style, nothing from elsewhere, no id that begins with a digit."""
    name = attribute.rpartition(" ")[2].lower()
    packed = re.sub(r"[\s\x00-\x1f]", "", value).lower()
    if name.startswith("on") or name == "style":
        return False
    if name in ("href", "src", "base"):
        return packed.startswith("#")
    if name == "id":
        return not value[:1].isdigit()
    return "url(" not in packed.replace("url(#", "") and "script:" not in packed


def read_figures(folder: Path, shelf: Shelf, passages: list[Passage]) -> dict[str, dict[str, Figure]]:
    """The figures of a media folder, by name and language; what must not be there is noted."""
    figures: dict[str, dict[str, Figure]] = {}
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        found = _FILE_NAME.fullmatch(path.name)
        if not found:
            shelf.notes.error(
                path,
                1,
                _("This file does not belong into a media folder."),
                _("Name figures like budget-cycle.mn.svg and budget-cycle.en.svg."),
            )
        elif (figure := _read_figure(path, found[2], shelf, passages)) is not None:
            figures.setdefault(found[1], {})[found[2]] = figure
    for name, languages in figures.items():
        for language in LANGUAGES:
            if language not in languages:
                _note_missing(folder / f"{name}.{language}.svg", shelf.notes)
    return figures


def _read_figure(path: Path, language: str, shelf: Shelf, passages: list[Passage]) -> Figure | None:
    text = shelf.read(path)
    if text is None:
        return None
    file = FigureFile(path, language, shelf.notes, passages)
    known = len(shelf.notes.problems)
    file.read(text)
    drawing = file.drawing(text) if len(shelf.notes.problems) == known else None
    if len(text.encode()) > HEAVY:
        shelf.notes.warn(
            path,
            1,
            _("The figure weighs %(size)s KB.", size=len(text.encode()) // 1024),
            _("Simplify it: under 6 KB a phone loads it at once."),
        )
    sizes = [file.root.get(name, "") for name in ("width", "height")]
    width, height = (int(size) if _SIZE.fullmatch(size) else 0 for size in sizes)
    return Figure(path.name, width, height, drawing)


def _note_missing(path: Path, notes: Notes) -> None:
    notes.error(
        path,
        1,
        _("The figure is missing in this language."),
        _("Draw it with the same shapes and translated words."),
    )
