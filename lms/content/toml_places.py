"""On which line each key of a TOML file stands. The standard library reads TOML but forgets the lines."""

import re
from bisect import bisect_right

Key = str | int
Place = tuple[Key, ...]

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}(?!")'  # a long string may end in one or two quotes of its own
    r"|'''.*?'{3,5}(?!')"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
_BARE_VALUE = re.compile(r"[^,\]}\n#]+")


def places(text: str) -> dict[Place, int]:
    """The line, from 1, of every key and list entry of a TOML text that `tomllib` has accepted.

    A place is the way to it: `("question", 2, "choice", 0, "mn")`.
    """
    scanner = _Scanner(text)
    scanner.run()
    return scanner.lines


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lines: dict[Place, int] = {}
        self.counts: dict[Place, int] = {}  # how many tables an array of tables has so far
        self.starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def run(self) -> None:
        table: Place = ()
        self.skip()
        while self.at < len(self.text):
            if self.text.startswith("[", self.at):
                table = self.header()
            else:
                self.pair(table)
            self.skip()

    def skip(self) -> None:
        """Over white space, line ends and comments."""
        found = _BLANK.match(self.text, self.at)
        self.at = found.end() if found else self.at

    def note(self, place: Place) -> None:
        self.lines.setdefault(place, bisect_right(self.starts, self.at))

    def header(self) -> Place:
        """`[a.b]` or `[[a.b]]`: the table that the next lines fill."""
        is_array = self.text.startswith("[[", self.at)
        start = self.at
        self.at += 2 if is_array else 1
        keys = self.keys()
        end, self.at = self.at + (2 if is_array else 1), start
        place: Place = ()
        for key in keys[:-1]:
            place = self.inside((*place, key))
            self.note(place)
        place = (*place, keys[-1])
        self.note(place)
        if is_array:
            self.counts[place] = self.counts.get(place, 0) + 1
            place = self.inside(place)
            self.note(place)
        self.at = end
        return place

    def inside(self, place: Place) -> Place:
        """The newest table of an array of tables; any other place itself."""
        return (*place, self.counts[place] - 1) if place in self.counts else place

    def pair(self, table: Place) -> None:
        """`a.b = value`, in a table or between the braces of an inline one."""
        start = self.at
        keys = self.keys()
        end, self.at = self.at + 1, start
        place = table
        for key in keys:
            place = (*place, key)
            self.note(place)
        self.at = end
        self.skip()
        self.value(place)

    def keys(self) -> list[str]:
        """A key with dots, up to the sign after it."""
        found = [self.key()]
        while self.text.startswith(".", self.at):
            self.at += 1
            found.append(self.key())
        return found

    def key(self) -> str:
        self.skip()
        bare = _BARE_KEY.match(self.text, self.at)
        word = self.take(bare or _STRING.match(self.text, self.at))
        self.skip()
        return word if bare else word[1:-1]

    def take(self, found: re.Match[str] | None) -> str:
        if found is None:
            raise ValueError(f"no TOML at character {self.at}")
        self.at = found.end()
        return found.group()

    def value(self, place: Place) -> None:
        if self.text.startswith("[", self.at):
            self.entries(place)
        elif self.text.startswith("{", self.at):
            self.inline_table(place)
        else:
            self.take(_STRING.match(self.text, self.at) or _BARE_VALUE.match(self.text, self.at))

    def entries(self, place: Place) -> None:
        self.step()
        index = 0
        while not self.text.startswith("]", self.at):
            self.note((*place, index))
            self.value((*place, index))
            self.after_entry()
            index += 1
        self.at += 1

    def inline_table(self, place: Place) -> None:
        self.step()
        while not self.text.startswith("}", self.at):
            self.pair(place)
            self.after_entry()
        self.at += 1

    def step(self) -> None:
        self.at += 1
        self.skip()

    def after_entry(self) -> None:
        self.skip()
        if self.text.startswith(",", self.at):
            self.step()
