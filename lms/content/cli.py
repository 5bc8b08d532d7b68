"""Commands of the editor's desk: `flask content …`."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from flask import Flask, current_app
from flask.cli import AppGroup

from lms.content import published
from lms.content.course import LANGUAGES, Course
from lms.content.coverage import coverage, into_readme, readme_of
from lms.content.lessons import stamped
from lms.content.loader import Reading, read
from lms.content.problems import Problem
from lms.content.review import review
from lms.core.i18n import gettext, in_language, open_catalogues

group = AppGroup("content", help="Check the course files and work on them.")


def add_to(app: Flask) -> None:
    app.cli.add_command(group)


def is_desk_command(arguments: Sequence[str] = ()) -> bool:
    """Whether this process was started as `flask … content …`: that has to work with a broken course, too."""
    program, *words = arguments or sys.argv
    return Path(program).stem == "flask" and "content" in words


def desk_app(settings: Any) -> Flask:
    """An application that can do nothing but these commands, and needs no sound course for them."""
    app = Flask("lms", static_folder=None)
    app.extensions["settings"] = settings
    open_catalogues(app, settings.translations_dir)
    add_to(app)
    return app


@group.command("check")
@click.option("--strict", is_flag=True, help="Let warnings fail, too.")
@click.option("--language", type=click.Choice(LANGUAGES), default="mn", help="Language of the messages (mn).")
def check(strict: bool, language: str) -> None:
    """List all that is wrong with the course files, and what to look at again."""
    with in_language(language):
        problems = review(_read())
        errors = [problem for problem in problems if not problem.is_warning]
        warnings = [problem for problem in problems if problem.is_warning]
        _list(gettext("Errors: the site does not start with these."), errors)
        _list(gettext("Warnings: look at these again."), warnings)
        click.echo(
            gettext("Errors: %(errors)s. Warnings: %(warnings)s.", errors=len(errors), warnings=len(warnings))
        )
    if errors or (strict and warnings):
        sys.exit(1)


@group.command("coverage")
@click.option("--write", is_flag=True, help="Write the tables into modules/README.md.")
@click.option("--check", "only_check", is_flag=True, help="Fail when modules/README.md is not up to date.")
def show_coverage(write: bool, only_check: bool) -> None:
    """Show which questions ask about which outcome, and which sources each lesson cites."""
    _reading, course = _read_sound()
    tables = coverage(course)
    readme = readme_of(_folders()[0])
    before = readme.read_text(encoding="utf-8") if readme.exists() else ""
    after = into_readme(before, tables)
    if write:
        readme.write_text(after, encoding="utf-8", newline="\n")
    elif only_check and before != after:
        raise click.ClickException(
            gettext("modules/README.md is not up to date: flask content coverage --write")
        )
    elif not only_check:
        click.echo(tables)


@group.command("stamp")
@click.argument("lessons", nargs=-1, metavar="LESSON…")
@click.option("--all", "every", is_flag=True, help="Stamp all lessons.")
def stamp(lessons: tuple[str, ...], every: bool) -> None:
    """Note in the English file of a lesson that it follows the Mongolian text as it stands now."""
    reading = _read()
    wanted = tuple(reading.lessons) if every else lessons
    if not wanted:
        raise click.UsageError(gettext("Name the lessons, or write --all."))
    for lesson_id in wanted:
        files = reading.lessons.get(lesson_id, {})
        if len(files) < len(LANGUAGES):
            raise click.ClickException(gettext("There is no lesson “%(id)s” in two languages.", id=lesson_id))
        path = files["en"].path
        path.write_text(
            stamped(path.read_text(encoding="utf-8"), files["mn"].hash), encoding="utf-8", newline="\n"
        )
        click.echo(f"{lesson_id} {files['mn'].hash}")


@group.command("publish-ids")
def publish_ids() -> None:
    """Add the new ids to the list of those that must never vanish."""
    reading, _course = _read_sound()
    for name in published.publish(_folders()[0], reading.ids):
        click.echo(name)


def _folders() -> tuple[Path, Path]:
    settings = current_app.extensions["settings"]
    return settings.modules_dir, settings.quizzes_dir


def _read() -> Reading:
    return read(*_folders())


def _read_sound() -> tuple[Reading, Course]:
    """A reading and its course; or the errors, and the end of the command."""
    reading = _read()
    if reading.course is None:
        _list(gettext("Errors: the site does not start with these."), reading.notes.errors)
        sys.exit(1)
    return reading, reading.course


def _list(title: str, problems: Sequence[Problem]) -> None:
    if problems:
        click.echo(title)
        for problem in problems:
            click.echo(f"  {problem}")
