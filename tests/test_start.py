"""The start: what is wrong is printed in words, without a traceback, and the server gives up."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def start(**changes: str) -> subprocess.CompletedProcess[str]:
    values = {"LMS_ENV": "development", **changes}
    environ = {name: value for name, value in os.environ.items() if not name.startswith("LMS_")} | values
    return subprocess.run(
        [sys.executable, "-c", "import wsgi"],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize(("name", "value"), [("LMS_PROXIES", "x"), ("LMS_DATABASE_URL", "mysql://h")])
def test_wrong_settings_are_named_and_nothing_starts(tmp_path, name, value):
    ended = start(LMS_INSTANCE_DIR=str(tmp_path), **{name: value})
    assert (ended.returncode, name in ended.stderr, "Traceback" in ended.stderr) == (3, True, False)


def test_a_broken_course_is_told_in_mongolian_with_file_and_line(tmp_path):
    copy = tmp_path / "project"
    shutil.copytree(
        ROOT, copy, ignore=shutil.ignore_patterns(".venv", ".git", "instance", "tests", "docs", "__pycache__")
    )
    (copy / "modules" / "01-accountability" / "module.toml").write_text("id = ", encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, "-c", "import wsgi"],
        cwd=copy,
        env={**os.environ, "LMS_ENV": "development", "LMS_INSTANCE_DIR": str(tmp_path / "i")},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ended.returncode == 3
    assert "module.toml:1" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert any("а" <= sign <= "я" for sign in ended.stderr)


def test_a_sound_course_starts(tmp_path):
    assert start(LMS_INSTANCE_DIR=str(tmp_path)).returncode == 0
