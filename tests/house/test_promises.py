"""What the README promises is all there, and all there is stands in the README."""

import re
from collections.abc import Iterator
from pathlib import Path

import click

ROOT = Path(__file__).resolve().parents[2]
OTHERS = {"run", "shell", "routes"}  # Flask's own


def readme() -> str:
    return (ROOT / "README.md").read_text("utf-8")


def commands(group: click.Group, path: str = "flask") -> Iterator[str]:
    """Full names of the commands of ours: `flask content check`."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}"


def test_every_setting_is_in_the_readme():
    settings = set(re.findall(r"LMS_[A-Z_]+", (ROOT / "config.py").read_text("utf-8")))
    assert sorted(name for name in settings if f"`{name}`" not in readme()) == []


def test_the_readme_names_no_setting_that_is_not_read():
    code = "".join((ROOT / name).read_text("utf-8") for name in ("config.py", "dev.py", "tests/databases.py"))
    code += "".join(path.read_text("utf-8") for path in (ROOT / "tests" / "journeys").glob("*.py"))
    named = set(re.findall(r"LMS_[A-Z_]*[A-Z]", readme()))
    assert sorted(name for name in named if name not in code) == []


def test_every_command_is_in_the_readme(bare_app):
    ours = {name for name in commands(bare_app.cli) if name.split()[1] not in OTHERS | {"db"}}
    assert sorted(name for name in ours if f"`{name}" not in readme()) == []


def test_every_command_of_dev_py_is_in_the_readme():
    named = re.findall(r'add_parser\(\s*"(\w+)"', (ROOT / "dev.py").read_text("utf-8"))
    assert [name for name in named if f"dev.py {name}" not in readme()] == []
