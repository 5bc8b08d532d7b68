"""Sizes of files and functions, and what must never be in one."""

import ast
import re
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST_FILE, LONGEST_FUNCTION = 300, 50
MADE_BY_TOOLS = ("requirements/", "translations/")
# Addresses of package registries, and folders of one machine. In pieces, so that this file passes.
REGISTRY = re.compile(
    "|".join(["pypi" + r"\.org", "python" + r"hosted", "npm" + r"js\.", "deb" + r"\.debian\.org"])
)
MACHINE = re.compile(r"(?<![\w./-])/(?:root|work|home)/[\w.]")


@cache
def files() -> dict[str, str]:
    """Text of every file that is, or is about to be, committed."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listing, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0")
    found = {}
    for name in filter(None, names):
        try:
            found[name] = (ROOT / name).read_text("utf-8")
        except (UnicodeDecodeError, FileNotFoundError, IsADirectoryError):
            continue
    return found


def python_files() -> dict[str, str]:
    """Without migrations: one table after the other, as they came."""
    code = {name: text for name, text in files().items() if name.endswith(".py")}
    return {name: text for name, text in code.items() if not name.startswith("lms/migrations/")}


def test_no_file_is_longer_than_can_be_read_at_a_sitting():
    long = {name: len(text.splitlines()) for name, text in python_files().items()}
    assert {name: lines for name, lines in long.items() if lines > LONGEST_FILE} == {}


def test_no_function_is_longer_than_a_screen():
    long = []
    for name, text in python_files().items():
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or 0) - node.lineno + 1
                if lines > LONGEST_FUNCTION:
                    long.append(f"{name}: {node.name} has {lines} lines")
    assert long == []


def test_no_file_names_a_registry_or_a_folder_of_one_machine():
    found = [
        f"{name}:{number}: {line.strip()[:80]}"
        for name, text in files().items()
        for number, line in enumerate(text.splitlines(), 1)
        if REGISTRY.search(line) or MACHINE.search(line)
    ]
    assert found == []


def test_the_locks_have_a_hash_for_every_package():
    for name in ("requirements/run.txt", "requirements/dev.txt"):
        packages = files()[name].replace("\\\n", "").splitlines()
        assert packages
        assert [line.split()[0] for line in packages if "--hash=sha256:" not in line] == []


def test_nothing_that_was_made_is_committed():
    made = re.compile(r"\.(mo|pyc|sqlite3?|db|log)$|^instance/|^\.venv/")
    assert [name for name in files() if made.search(name)] == []


def test_every_text_file_ends_with_one_line_end():
    texts = {name: text for name, text in files().items() if text and not name.startswith(MADE_BY_TOOLS)}
    assert [name for name, text in texts.items() if not text.endswith("\n") or text.endswith("\n\n\n")] == []
