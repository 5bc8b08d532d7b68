"""Files that are costly to make, kept on disk by what they were made from."""

import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Lock


class KeptFiles:
    """A folder of made files, `most` bytes at the most: the oldest go first. Anybody may empty it."""

    def __init__(self, folder: Path, *, most: int) -> None:
        self.folder = folder
        self.most = most
        self._making = Lock()

    def get(self, key: str, make: Callable[[], bytes]) -> bytes:
        """The bytes of a key, made and kept when they are not there; a full disk is no reason to refuse them.

        Threads that ask for the same file at once wait while one of them makes it.
        """
        path = self._path(key)
        with suppress(FileNotFoundError):
            return path.read_bytes()
        with self._making:
            with suppress(FileNotFoundError):
                return path.read_bytes()
            made = make()
            with suppress(OSError):
                self._keep(path, made)
            return made

    def size(self, key: str, make: Callable[[], bytes]) -> int:
        """How many bytes a key has."""
        with suppress(FileNotFoundError):
            return self._path(key).stat().st_size
        return len(self.get(key, make))

    def _path(self, key: str) -> Path:
        return self.folder / hashlib.sha256(key.encode()).hexdigest()[:40]

    def _keep(self, path: Path, made: bytes) -> None:
        """Write beside the place and move into it: nobody ever reads half a file."""
        self.folder.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            part.write_bytes(made)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        self._make_room()

    def _make_room(self) -> None:
        files = [(path.stat(), path) for path in self.folder.iterdir()]
        files.sort(key=lambda file: file[0].st_mtime_ns)
        too_many = sum(facts.st_size for facts, _path in files) - self.most
        for facts, path in files[:-1]:
            if too_many <= 0:
                return
            path.unlink(missing_ok=True)
            too_many -= facts.st_size
