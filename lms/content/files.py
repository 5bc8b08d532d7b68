"""Reading the course files: each once, as UTF-8, remembered for the hash of the course."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from lms.content.passages import Passage
from lms.content.problems import Notes
from lms.content.tables import Row, TomlFile
from lms.core.i18n import lazy_gettext as _

# Signs that no reader sees but that change words, or the direction in which a line reads.
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)


@dataclass(slots=True)
class Shelf:
    """Every file read so far and what it held; the hash of the course is made from it."""

    notes: Notes
    roots: tuple[Path, ...]
    digests: dict[str, str] = field(default_factory=dict)
    is_complete: bool = True

    def read(self, path: Path) -> str | None:
        """The text of a file, composed (NFC) and with plain line ends; None and a note when it has none."""
        text = self._decoded(path)
        if text is None:
            self.is_complete = False
            return None
        text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
        self.digests[self._name(path)] = short_hash(text)
        self._look_for_invisible(path, text)
        return text

    def _name(self, path: Path) -> str:
        """The same on every machine, whatever the folders are called."""
        root = next(root for root in self.roots if path.is_relative_to(root))
        return f"{self.roots.index(root)}/{path.relative_to(root).as_posix()}"

    def toml(self, path: Path, passages: list[Passage]) -> Row | None:
        """The outermost table of a TOML file; None, and a note, when it has none."""
        text = self.read(path)
        if text is None:
            return None
        row = TomlFile(path, text, self.notes, passages).read()
        self.is_complete &= not row.file.is_broken
        return None if row.file.is_broken else row

    def _decoded(self, path: Path) -> str | None:
        try:
            return path.read_bytes().decode("utf-8-sig")
        except FileNotFoundError:
            self.notes.error(path, 1, _("This file is missing."), _("Write it, or remove what names it."))
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            self.notes.error(
                path, line, _("This file is not UTF-8."), _("Save it again with the encoding UTF-8.")
            )
        except OSError as error:
            reason = _("This file cannot be read: %(reason)s.", reason=error.strerror)
            self.notes.error(path, 1, reason, _("Check the file and its permissions."))
        return None

    def _look_for_invisible(self, path: Path, text: str) -> None:
        for found in _INVISIBLE.finditer(text):
            sign = f"U+{ord(found.group()):04X}"
            self.notes.error(
                path,
                text.count("\n", 0, found.start()) + 1,
                _("An invisible sign stands in the text: %(sign)s.", sign=sign),
                _("Delete the word and type it again."),
            )

    @property
    def hash(self) -> str:
        return short_hash("\n".join(f"{name} {digest}" for name, digest in sorted(self.digests.items())))


def short_hash(text: str) -> str:
    """The first 16 signs of the SHA-256 of a text: enough to tell versions apart."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def normalised(text: str) -> str:
    """A text without what no reader sees: spaces at line ends, empty lines around and in a row."""
    lines = "\n".join(line.rstrip() for line in unicodedata.normalize("NFC", text).splitlines())
    return re.sub(r"\n{3,}", "\n\n", lines).strip() + "\n"
