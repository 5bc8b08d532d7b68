"""Commands of the editor's desk: `flask content …`."""

from flask import Flask
from flask.cli import AppGroup

group = AppGroup("content", help="Check the course files and work on them.")


def add_to(app: Flask) -> None:
    app.cli.add_command(group)
