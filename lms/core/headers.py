"""Headers that every answer carries, and compression of the pages that we write."""

import gzip

import brotli
from flask import Flask, Response, request

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
COMPRESSIBLE = ("text/", "application/json", "image/svg+xml")
SMALLEST_WORTH_COMPRESSING = 500


def protect(app: Flask, *, secure: bool) -> None:
    """Set the headers on every answer, errors included; over TLS also HSTS."""
    headers = dict(HEADERS)
    if secure:
        headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"

    @app.after_request
    def _set(page: Response) -> Response:
        for name, value in headers.items():
            page.headers.setdefault(name, value)
        page.headers.setdefault("Cache-Control", "no-store")
        return _compress(page)


def _compress(page: Response) -> Response:
    if (
        page.direct_passthrough
        or page.status_code in (204, 304)
        or "Content-Encoding" in page.headers
        or not (page.mimetype or "").startswith(COMPRESSIBLE)
        or (page.content_length or 0) < SMALLEST_WORTH_COMPRESSING
    ):
        return page
    page.vary.add("Accept-Encoding")
    match request.accept_encodings.best_match(["br", "gzip"]):
        case "br":
            page.set_data(brotli.compress(page.get_data(), quality=4))
            page.headers["Content-Encoding"] = "br"
        case "gzip":
            page.set_data(gzip.compress(page.get_data(), 5, mtime=0))
            page.headers["Content-Encoding"] = "gzip"
    return page
