"""Static files under names that hold their hash, compressed once, cached for ever.

What stands in `static/` is written by hand. At the start a copy is laid into the instance
folder: `css/site.css` becomes `css/site.3f2a….css` with its `.gz` and `.br` beside it, and
addresses inside a style sheet follow. Nothing that was made is committed.
"""

import gzip
import hashlib
import re
import shutil
from pathlib import Path
from wsgiref.headers import Headers

import brotli
from flask import Flask
from whitenoise import WhiteNoise

from lms.core.headers import HEADERS

HASHED = re.compile(r"\.[0-9a-f]{12}\.\w+$")
COMPRESSED = {".css", ".js", ".svg", ".json", ".webmanifest", ".txt"}


class UnknownAsset(KeyError):
    """A template names a file that `static/` does not have."""


class Assets:
    """The hashed copy of a folder of static files."""

    def __init__(self, source: Path, target: Path) -> None:
        files = [path for path in sorted(source.rglob("*")) if path.is_file()]
        digest = hashlib.sha256()
        for path in files:
            digest.update(path.relative_to(source).as_posix().encode() + path.read_bytes())
        self.version = digest.hexdigest()[:12]
        self.root = target / self.version
        self.names: dict[str, str] = {}
        complete = self.root / ".complete"
        # Style sheets last: they name the others.
        for path in sorted(files, key=lambda path: path.suffix == ".css"):
            self._lay(source, path, write=not complete.exists())
        complete.parent.mkdir(parents=True, exist_ok=True)
        complete.touch()
        for old in target.iterdir():
            if old != self.root and old.is_dir():
                shutil.rmtree(old, ignore_errors=True)

    def address(self, name: str) -> str:
        """`/static/…` of a file; raises `UnknownAsset`."""
        try:
            return f"/static/{self.names[name]}"
        except KeyError:
            raise UnknownAsset(name) from None

    def _lay(self, source: Path, path: Path, *, write: bool) -> None:
        name = path.relative_to(source).as_posix()
        content = path.read_bytes()
        if path.suffix == ".css":
            content = self._follow_addresses(name, content.decode()).encode()
        hashed = f"{name.removesuffix(path.suffix)}.{hashlib.sha256(content).hexdigest()[:12]}{path.suffix}"
        self.names[name] = hashed
        if not write:
            return
        out = self.root / hashed
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(content)
        if path.suffix in COMPRESSED:
            out.with_name(out.name + ".gz").write_bytes(gzip.compress(content, 9, mtime=0))
            out.with_name(out.name + ".br").write_bytes(brotli.compress(content))

    def _follow_addresses(self, name: str, css: str) -> str:
        folder = Path("/", name).parent

        def hashed(match: re.Match[str]) -> str:
            inner = (folder / match[1]).as_posix()
            plain = str(Path(inner).resolve()).lstrip("/") if ".." in inner else inner.lstrip("/")
            return f"url({self.address(plain)})"

        return re.sub(r"url\(([^)]+)\)", hashed, css)


def serve_assets(app: Flask, source: Path, target: Path, media: dict[str, Path]) -> None:
    """Serve `static/` under hashed names, and folders of pictures under `/media/<name>/`."""
    assets = Assets(source, target)
    app.extensions["assets"] = assets
    app.jinja_env.globals["asset"] = assets.address

    def add_headers(headers: Headers, path: str, url: str) -> None:
        for name, value in HEADERS.items():
            headers.setdefault(name, value)

    files = WhiteNoise(
        app.wsgi_app,
        root=str(assets.root),
        prefix="static/",
        max_age=3600,
        allow_all_origins=False,
        immutable_file_test=lambda path, url: bool(HASHED.search(url)),
        add_headers_function=add_headers,
    )
    for name, folder in media.items():
        if not folder.is_dir():
            continue  # a module without pictures
        files.add_files(str(folder), prefix=f"media/{name}/")
    app.wsgi_app = files  # type: ignore[method-assign]
