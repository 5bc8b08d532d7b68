"""Files that people send: kept outside the site's tree under names that say nothing."""

import re
import secrets
from pathlib import Path

NAME = re.compile(r"[A-Za-z0-9_-]{43}")


class NoSuchFile(LookupError):
    """A name that we gave to no file, or a file that was lost."""


def keep(folder: Path, content: bytes) -> str:
    """Write a file that nobody has read before it is whole; return its new name."""
    folder.mkdir(parents=True, exist_ok=True)
    name = secrets.token_urlsafe(32)
    unfinished = folder / f"{name}.part"
    unfinished.write_bytes(content)
    unfinished.rename(folder / name)
    return name


def read(folder: Path, name: str) -> bytes:
    """The bytes kept under a name of ours; raises `NoSuchFile`."""
    path = folder / name
    if not NAME.fullmatch(name) or not path.is_file():
        raise NoSuchFile(name)
    return path.read_bytes()
