"""The editor's desk: `flask content …`, with a sound course and with a broken one."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import Result

from lms.content import cli

ROOT = Path(__file__).resolve().parents[2]
LESSON = "modules/01-asking/whom-to-ask.mn.md"
TRANSLATION = "modules/01-asking/whom-to-ask.en.md"


@pytest.fixture
def flask(desk, monkeypatch) -> Callable[..., Result]:
    """Run `flask content …` on the desk's course, standing in its folder."""
    monkeypatch.chdir(desk.root)
    settings = SimpleNamespace(
        modules_dir=desk.modules, quizzes_dir=desk.quizzes, translations_dir=ROOT / "translations"
    )
    runner = cli.desk_app(settings).test_cli_runner()
    return lambda *words: runner.invoke(args=["content", *words])


def test_check_lists_warnings_and_succeeds(flask):
    result = flask("check", "--language", "en")
    assert result.exit_code == 0
    assert result.output.startswith("Warnings: look at these again.\n")
    assert f"  {LESSON}:1: Words in the lesson: 70. From 600 to 900 is the measure.\n" in result.output
    assert result.output.rstrip().splitlines()[-1].startswith("Errors: 0. Warnings: ")


def test_strict_check_lets_warnings_fail(flask):
    assert flask("check", "--strict").exit_code == 1


def test_check_fails_on_errors_and_names_them_first(flask, desk):
    desk.replace(LESSON, "(term:well)", "(term:wall)")
    desk.replace(TRANSLATION, "(term:well)", "(term:wall)")
    result = flask("check", "--language", "en")
    assert result.exit_code == 1
    first, second, *_rest = result.output.splitlines()
    assert first == "Errors: the site does not start with these."
    assert second.startswith(f"  {TRANSLATION}:9: Nothing has this id: term “wall”.")


def test_a_clean_course_passes_strictly(flask, monkeypatch):
    monkeypatch.setattr(cli, "review", lambda reading: reading.notes.problems)
    result = flask("check", "--strict", "--language", "en")
    assert (result.exit_code, result.output) == (0, "Errors: 0. Warnings: 0.\n")


def test_stamp_notes_the_mongolian_text_in_the_translation(flask, desk):
    desk.replace(LESSON, "хатжээ", "ширгэжээ")
    assert any("has changed since it was translated" in warning for warning in desk.warnings())
    before = desk.path(TRANSLATION).read_text(encoding="utf-8")
    result = flask("stamp", "whom-to-ask")
    assert result.exit_code == 0
    assert result.output.startswith("whom-to-ask ")
    assert not any("translat" in warning for warning in desk.warnings())
    after = desk.path(TRANSLATION).read_text(encoding="utf-8")
    assert [line for line in after.splitlines() if line not in before] == [
        f'translated_from = "{result.output.split()[1]}"'
    ]
    assert len(after.splitlines()) == len(before.splitlines())


def test_stamp_adds_the_line_where_it_is_missing(flask, desk):
    text = desk.path(TRANSLATION).read_text(encoding="utf-8")
    desk.write(
        TRANSLATION, "".join(line for line in text.splitlines(True) if not line.startswith("translated"))
    )
    assert flask("stamp", "--all").exit_code == 0
    assert desk.path(TRANSLATION).read_text(encoding="utf-8") == text


def test_stamp_wants_to_know_what(flask):
    assert flask("stamp").exit_code == 2


def test_stamp_knows_only_lessons_in_two_languages(flask, desk):
    assert flask("stamp", "nothing").exit_code == 1
    desk.path(TRANSLATION).unlink()
    assert flask("stamp", "whom-to-ask").exit_code == 1


def test_publish_ids_adds_what_is_new_and_nothing_twice(flask, desk):
    path = desk.path("modules/published-ids.txt")
    full = path.read_text(encoding="utf-8")
    desk.replace("modules/published-ids.txt", "term report\n", "")
    assert flask("publish-ids").output == "term report\n"
    assert path.read_text(encoding="utf-8") == full
    assert flask("publish-ids").output == ""


def test_publish_ids_starts_the_list(flask, desk):
    desk.path("modules/published-ids.txt").unlink()
    assert "lesson what-to-ask\n" in flask("publish-ids").output
    assert (
        desk.path("modules/published-ids.txt").read_text(encoding="utf-8").startswith("# Ids are permanent")
    )


def test_publish_ids_refuses_a_broken_course(flask, desk):
    desk.replace(LESSON, "(term:well)", "(term:wall)")
    result = flask("publish-ids")
    assert result.exit_code == 1
    assert LESSON in result.output


def test_coverage_is_shown(flask):
    result = flask("coverage")
    assert "| 1.1 whom-to-ask | 1. say whom to ask | who | first-call, board | asking |" in result.output
    assert "| all | 16 | 8 | 1 | 2 | 1 | 1 | 2 | 1 |" in result.output
    assert "| law-water | Water Law, 2012 | dated | 2026-11-20 | whom-to-ask |" in result.output


def test_coverage_is_written_into_the_readme_once(flask, desk):
    readme = desk.path("modules/README.md")
    assert flask("coverage", "--check").exit_code == 1
    assert flask("coverage", "--write").exit_code == 0
    first = readme.read_text(encoding="utf-8")
    assert first.startswith("# The course texts\n")
    assert flask("coverage", "--check").exit_code == 0
    assert flask("coverage", "--write").exit_code == 0
    assert readme.read_text(encoding="utf-8") == first


def test_coverage_leaves_what_stands_around_it(flask, desk):
    desk.write("modules/README.md", "# Texts\n\nOurs.\n")
    flask("coverage", "--write")
    desk.add("modules/README.md", "\nAfter.\n")
    desk.replace("quizzes/check-how-to-share.toml", 'id = "fair"', 'id = "fairness"')
    desk.replace("modules/published-ids.txt", "question check-how-to-share/fair\n", "")
    assert flask("coverage", "--check").exit_code == 1
    flask("coverage", "--write")
    text = desk.path("modules/README.md").read_text(encoding="utf-8")
    assert text.startswith("# Texts\n\nOurs.\n\n<!-- coverage")
    assert text.endswith("<!-- /coverage -->\n\nAfter.\n")
    assert "fairness" in text


def test_coverage_refuses_a_broken_course(flask, desk):
    desk.path(LESSON).unlink()
    assert flask("coverage").exit_code == 1


@pytest.mark.parametrize(
    ("words", "is_desk"),
    [
        (["/x/bin/flask", "--app", "wsgi", "content", "check"], True),
        (["flask", "run"], False),
        (["gunicorn", "wsgi:app", "content"], False),
    ],
)
def test_a_desk_command_is_known_by_its_words(words, is_desk):
    assert cli.is_desk_command(words) is is_desk


def test_without_words_the_process_is_asked(monkeypatch):
    monkeypatch.setattr("sys.argv", ["flask", "content", "check"])
    assert cli.is_desk_command()
