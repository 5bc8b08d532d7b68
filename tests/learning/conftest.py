"""The two courses, and a press for each."""

from pathlib import Path

import pytest

from lms.content.course import Course
from lms.content.loader import load
from lms.learning.pdf.paper import Press

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
