"""Ids are permanent: the list of those that people's records and links may name, which only grows."""

from collections.abc import Iterable
from pathlib import Path

from lms.content.files import Shelf
from lms.content.problems import Notes
from lms.core.i18n import lazy_gettext as _

FILE = "published-ids.txt"
HEAD = "# Ids are permanent: this list only grows. `flask content publish-ids` adds the new ones.\n"


def judge(folder: Path, current: Iterable[str], shelf: Shelf) -> None:
    """Note the published ids that have vanished, and those that nobody has published yet."""
    path = folder / FILE
    listed = _listed((shelf.read(path) or "") if path.exists() else "")
    wanted = dict.fromkeys(current)
    for name, line in listed.items():
        if name not in wanted:
            shelf.notes.error(
                path,
                line,
                _("This id was published and has vanished: %(id)s.", id=name),
                _("Ids are permanent: give it back to what had it."),
            )
    if new := [name for name in wanted if name not in listed]:
        _warn_new(path, new, shelf.notes)


def publish(folder: Path, current: Iterable[str]) -> list[str]:
    """Add the new ids at the end of the list; says which they were."""
    path = folder / FILE
    text = path.read_text(encoding="utf-8") if path.exists() else HEAD
    listed = _listed(text)
    new = [name for name in dict.fromkeys(current) if name not in listed]
    path.write_text(text + "".join(f"{name}\n" for name in new), encoding="utf-8", newline="\n")
    return new


def _listed(text: str) -> dict[str, int]:
    lines = enumerate(text.splitlines(), 1)
    return {line.strip(): number for number, line in lines if line.strip() and not line.startswith("#")}


def _warn_new(path: Path, new: list[str], notes: Notes) -> None:
    notes.warn(
        path,
        1,
        _("Ids not published yet: %(number)s. The first is: %(id)s.", number=len(new), id=new[0]),
        _("Before people use them, run: flask content publish-ids"),
    )
