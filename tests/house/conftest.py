"""What looks at the house itself needs an application, but no database to speak of."""

from collections.abc import Iterator

import pytest
from flask import Flask

from tests.conftest import close_app, make_app, settings


@pytest.fixture(scope="session")
def bare_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """An application whose SQLite file has no tables: for routes, templates and commands."""
    folder = tmp_path_factory.mktemp("bare")
    app = make_app(settings(f"sqlite:///{folder / 'bare.sqlite3'}", folder))
    yield app
    close_app(app)
