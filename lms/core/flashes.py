"""One sentence for the next page, carried by a signed cookie: reading it writes nothing."""

from flask import Flask, Response, current_app, g, request
from itsdangerous import BadSignature, URLSafeSerializer

COOKIE = "notice"


def flash(sentence: str, kind: str = "ok") -> None:
    """Say something on the page that comes next; `kind` is ok, warn or bad."""
    g.setdefault("flashes_out", []).append([kind, str(sentence)])


def flashes() -> list[tuple[str, str]]:
    """What the last page left to be said, once; also what this request itself wants to say."""
    g.flashes_read = True
    now_said = [tuple(entry) for entry in g.pop("flashes_out", [])]
    try:
        kept = _serializer().loads(request.cookies.get(COOKIE, ""))
    except BadSignature:
        kept = []
    return [(kind, sentence) for kind, sentence in [*map(tuple, kept), *now_said]]


def carry_flashes(app: Flask) -> None:
    app.after_request(_write_cookie)
    app.jinja_env.globals["flashes"] = flashes


def _write_cookie(page: Response) -> Response:
    if left := g.get("flashes_out"):
        page.set_cookie(
            COOKIE,
            str(_serializer().dumps(left)),
            max_age=300,
            httponly=True,
            samesite="Lax",
            secure=request.is_secure,
        )
    elif g.get("flashes_read") and COOKIE in request.cookies:
        page.delete_cookie(COOKIE)
    return page


def _serializer() -> URLSafeSerializer:
    return URLSafeSerializer(str(current_app.secret_key), salt="flashes")
