"""Arrows run one way (STYLE: rooms in one sentence, downward inside a room)."""

import tomllib
from pathlib import Path

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).resolve().parents[2]


def test_the_import_contracts_hold(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    status = lint_imports(config_filename="pyproject.toml", no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_every_room_has_its_place_in_the_sentence():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    order = [layer.strip("()") for layer in contracts[0]["layers"]]
    rooms = {path.parent.name for path in (ROOT / "lms").glob("*/__init__.py")} - {"migrations"}
    assert rooms <= set(order)
