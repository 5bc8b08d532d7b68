"""Templates name only routes, files and templates that exist."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from jinja2 import nodes

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "lms" / "templates"
TEMPLATES = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file())


def tree(app: Flask, name: str) -> nodes.Template:
    return app.jinja_env.parse((FOLDER / name).read_text("utf-8"), name, name)


def calls(template: nodes.Template, function: str) -> Iterator[nodes.Call]:
    """Calls of a global function whose first argument stands there in words."""
    for call in template.find_all(nodes.Call):
        named = isinstance(call.node, nodes.Name) and call.node.name == function
        if named and call.args and isinstance(call.args[0], nodes.Const):
            yield call


def fits(app: Flask, call: nodes.Call) -> bool:
    """Whether some address of the route can be built from what the template gives."""
    given = {keyword.key for keyword in call.kwargs}
    endpoint = call.args[0].value
    rules = [rule for rule in app.url_map.iter_rules() if rule.endpoint == endpoint]
    return any(call.dyn_kwargs is not None or rule.arguments <= given for rule in rules)


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_url_for_leads_somewhere(bare_app, name):
    wrong = [
        f"line {call.lineno}: {call.args[0].value}"
        for call in calls(tree(bare_app, name), "url_for")
        if not fits(bare_app, call)
    ]
    assert wrong == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_file_that_a_template_names_is_there(bare_app, name):
    assets = bare_app.extensions["assets"]
    missing = [
        call.args[0].value
        for call in calls(tree(bare_app, name), "asset")
        if call.args[0].value not in assets.names
    ]
    assert missing == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_that_a_template_names_is_there(bare_app, name):
    kinds = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)
    named = [
        node.template.value
        for node in tree(bare_app, name).find_all(kinds)
        if hasattr(node.template, "value")
    ]
    assert [other for other in named if other not in TEMPLATES] == []


def test_every_template_is_used():
    """A template that nobody draws, extends or imports is left over."""
    sources = [path for kind in ("*.py", "*.html", "*.txt") for path in (ROOT / "lms").rglob(kind)]
    text = "\n".join(path.read_text("utf-8") for path in sources)
    assert [name for name in TEMPLATES if f'"{name}"' not in text and f"'{name}'" not in text] == []
