"""Files kept on disk: made once, never half-read, never more than there is room for."""

import os
from concurrent.futures import ThreadPoolExecutor
from errno import ENOSPC
from pathlib import Path

import pytest

from lms.core.kept_files import KeptFiles


@pytest.fixture
def kept(tmp_path: Path) -> KeptFiles:
    return KeptFiles(tmp_path / "kept", most=100)


def never() -> bytes:
    raise AssertionError("was to be kept")


def test_a_file_is_made_once(kept):
    assert kept.get("a", lambda: b"one") == b"one"
    assert kept.get("a", never) == b"one"
    assert kept.size("a", never) == 3


def test_asking_for_the_size_makes_the_file(kept):
    assert kept.size("a", lambda: b"four") == 4
    assert kept.get("a", never) == b"four"


def test_the_oldest_make_room_and_the_newest_stays_however_large(kept):
    for age, name in enumerate("abc"):
        kept.get(name, lambda: bytes(40))
        path = kept._path(name)
        if path.exists():
            os.utime(path, (age, age))
    assert [kept._path(name).exists() for name in "abc"] == [False, True, True]
    kept.get("d", lambda: bytes(200))
    assert [kept._path(name).exists() for name in "bcd"] == [False, False, True]


def test_nothing_half_written_is_left_in_the_folder(kept):
    kept.get("a", lambda: b"one")
    assert [path.name for path in kept.folder.iterdir()] == [kept._path("a").name]


def test_a_full_disk_is_no_reason_to_refuse(kept, monkeypatch):
    def full(path: Path, data: bytes) -> None:
        path.touch()
        raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    assert kept.get("a", lambda: b"one") == b"one"
    assert list(kept.folder.iterdir()) == []


def test_who_waited_finds_what_was_made_meanwhile(kept, monkeypatch):
    """Between looking for a file and being let in to make it, somebody else may have made it."""
    path = kept._path("a")
    looks = iter([FileNotFoundError(), b"one"])

    def look(_path: Path) -> bytes:
        seen = next(looks)
        if isinstance(seen, OSError):
            raise seen
        return seen

    monkeypatch.setattr(type(path), "read_bytes", look)
    assert kept.get("a", never) == b"one"


def test_many_who_ask_at_once_wait_for_one_who_makes_it(kept):
    made = []

    def make() -> bytes:
        made.append(1)
        return b"one"

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda _: kept.get("a", make), range(40))) == {b"one"}
    assert len(made) == 1
