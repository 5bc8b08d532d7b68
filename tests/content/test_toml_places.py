"""Every key of a TOML text has its line."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lms.content.toml_places import places

ROOT = Path(__file__).resolve().parents[2]

TEXT = '''\
# a comment = 1
id = "a" # [[not]]
title.mn = "Гарчиг"
"quoted key" = 'it''s'
long = """
one [x]
two = 2 ""quotes"""""
plain = \'\'\'
x = 1\'\'\'
list = [ # with a comment
  "a, b", 'c]',
  [1, 2],
  { x = 1, y.z = 2 },
]
empty = []
inline = { a = { b = 1 }, c = [ ] }
day = 2026-11-22 10:00:00

[table . inner]
key = 1
[[question]]
id = "one"
[[question.choice]]
id = "a"
[[question.choice]]
id = "b"
[question.more]
deep = true
[[question]]
id = "two"
[[question.choice]]
id = "c"
'''


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("id",), 2),
        (("title",), 3),
        (("title", "mn"), 3),
        (("quoted key",), 4),
        (("long",), 5),
        (("plain",), 8),
        (("list",), 10),
        (("list", 0), 11),
        (("list", 1), 11),
        (("list", 2, 1), 12),
        (("list", 3, "y", "z"), 13),
        (("empty",), 15),
        (("inline", "a", "b"), 16),
        (("inline", "c"), 16),
        (("day",), 17),
        (("table",), 19),
        (("table", "inner", "key"), 20),
        (("question",), 21),
        (("question", 0, "id"), 22),
        (("question", 0, "choice", 1), 25),
        (("question", 0, "choice", 1, "id"), 26),
        (("question", 0, "more", "deep"), 28),
        (("question", 1), 29),
        (("question", 1, "choice", 0, "id"), 32),
    ],
)
def test_a_place_is_found_on_its_line(place, line):
    text = TEXT.replace("'it''s'", '"its"')
    tomllib.loads(text)
    assert places(text)[place] == line


def walk(value: Any) -> set[tuple[Any, ...]]:
    """The way to every key and list entry of a TOML value."""
    inner = list(
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else []
    )
    return {(key, *rest) for key, each in inner for rest in ((), *walk(each))}


@pytest.mark.parametrize("path", sorted(ROOT.glob("tests/sample/**/*.toml")), ids=lambda path: path.name)
def test_every_key_of_the_sample_has_a_line(path):
    text = path.read_text(encoding="utf-8")
    assert walk(tomllib.loads(text)) == set(places(text))


KEYS = st.text("abc-_1", min_size=1, max_size=3)
STRINGS = st.text(st.sampled_from("aө \\\"'#[]{}=,.\n"), max_size=12)
VALUES = st.recursive(
    st.one_of(st.booleans(), st.integers(-9, 9), STRINGS),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


def written(value: Any, line_end: str = " ") -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {written(each)}" for key, each in value.items()) + " }"
    if isinstance(value, list):
        return f"[{line_end}" + f",{line_end}".join(written(each) for each in value) + f"{line_end}]"
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"""{escaped}"""' if "\n" in value else f'"{escaped}"'
    return str(value).lower()


@given(st.dictionaries(KEYS, VALUES, max_size=5))
def test_of_any_table_every_key_has_the_line_where_it_is_written(table):
    lines = {}
    text = ""
    for key, value in table.items():
        lines[key] = text.count("\n") + 1
        text += f"{key} = {written(value, ' # ]' + chr(10))}\n"
    found = places(text)
    assert walk(tomllib.loads(text)) == set(found)
    assert {key: found[(key,)] for key in table} == lines


def test_what_is_no_toml_is_refused():
    with pytest.raises(ValueError, match="no TOML at character 3"):
        places("a ?")
