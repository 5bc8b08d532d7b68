"""Where to go after signing in: a path of ours, signed, never an address that a visitor wrote."""

from flask import current_app
from itsdangerous import BadSignature, URLSafeSerializer


def sign_path(path: str) -> str:
    return str(_serializer().dumps(path))


def read_path(signed: str | None, *, otherwise: str) -> str:
    """The path that we signed; `otherwise` when there is none or somebody changed it."""
    try:
        return str(_serializer().loads(signed or ""))
    except BadSignature:
        return otherwise


def _serializer() -> URLSafeSerializer:
    return URLSafeSerializer(str(current_app.secret_key), salt="next")
