"""The two courses, a press for each, and a visitor of the real one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from lms.content.course import Course
from lms.content.loader import load
from lms.core.db import Base, db
from lms.learning.pdf.paper import Press
from tests.conftest import close_app, make_app, settings
from tests.visitors import Visitor

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "tests" / "sample"


@pytest.fixture(scope="session")
def real_course() -> Course:
    return load(ROOT / "modules", ROOT / "quizzes")


@pytest.fixture(scope="session")
def sample_course() -> Course:
    return load(SAMPLE / "modules", SAMPLE / "quizzes")


@pytest.fixture(params=["mn", "en"])
def press(request: pytest.FixtureRequest, sample_course: Course) -> Press:
    """Of the sample course, in each language."""
    return Press(sample_course, request.param, "https://egekh.test", "Эгэх сургалтын баг")


@pytest.fixture(params=["mn", "en"])
def real_press(request: pytest.FixtureRequest, real_course: Course) -> Press:
    return Press(real_course, request.param, "https://egekh.test", "Эгэх сургалтын баг")


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    """A visitor of the real course."""
    folder = tmp_path_factory.mktemp("real")
    folders = {"modules_dir": ROOT / "modules", "quizzes_dir": ROOT / "quizzes"}
    app = make_app(settings(f"sqlite:///{folder / 'real.sqlite3'}", folder, **folders))
    with app.app_context():
        Base.metadata.create_all(db.engine)
        yield app.test_client()  # type: ignore[misc]
    close_app(app)
