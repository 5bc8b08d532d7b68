"""Language of a page, and everything that prints differently in Mongolian and in English."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlencode

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from flask import Flask, Response, g, has_request_context, request
from flask_babel import Babel, force_locale, get_locale, gettext, lazy_gettext, ngettext

from lms.core import codes, mongolian
from lms.core.clock import ULAANBAATAR, local_day

__all__ = [
    "DEFAULT_LANGUAGE",
    "LANGUAGES",
    "current_language",
    "forget_new_language",
    "format_date",
    "format_datetime",
    "format_interval",
    "format_month",
    "format_month_day",
    "format_number",
    "gettext",
    "in_language",
    "lazy_gettext",
    "ngettext",
    "open_catalogues",
]

LANGUAGES = ("mn", "en")
LANGUAGE_NAMES = {"mn": "Монгол", "en": "English"}
DEFAULT_LANGUAGE = "mn"
COOKIE = "language"

babel = Babel()


def chosen_language() -> str:
    """The link's `?lang=`, then the cookie, then Mongolian: never guessed from the browser."""
    if not has_request_context():
        return DEFAULT_LANGUAGE
    wanted = getattr(g, "language", None) or request.cookies.get(COOKIE)
    return wanted if wanted in LANGUAGES else DEFAULT_LANGUAGE


def current_language() -> str:
    return str(get_locale() or DEFAULT_LANGUAGE)


@contextmanager
def in_language(language: str) -> Iterator[None]:
    with force_locale(language):
        yield


def open_catalogues(app: Flask, folder: Path) -> None:
    """Use the catalogues of a folder, compiling those that are newer than what was compiled."""
    for source in sorted(folder.glob("*/LC_MESSAGES/messages.po")):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            with source.open("rb") as lines:
                catalogue = read_po(lines, locale=source.parts[-3])
            part = compiled.with_suffix(".mo.part")
            with part.open("wb") as out:
                write_mo(out, catalogue)
            part.replace(compiled)
    babel.init_app(
        app,
        default_locale=DEFAULT_LANGUAGE,
        default_timezone="Asia/Ulaanbaatar",
        default_translation_directories=str(folder),
        locale_selector=chosen_language,
    )
    app.before_request(_take_language)
    app.after_request(_remember_language)
    app.context_processor(lambda: {"language": current_language(), "languages": LANGUAGE_NAMES})
    app.jinja_env.globals["language_query"] = language_query
    app.jinja_env.filters.update(
        day=format_date,
        moment=format_datetime,
        day_of=lambda moment: format_date(local_day(moment)),
        number=format_number,
        short_day=mongolian.short_date,
        interval=format_interval,
        month=format_month,
        month_day=format_month_day,
        code=codes.pretty,
    )


def _take_language() -> None:
    wanted = request.args.get("lang") or request.form.get("switch_language")
    if wanted in LANGUAGES:
        g.language = g.new_language = wanted


def forget_new_language() -> None:
    """Let the `?lang=` of this link count for this answer only: a file that anybody's cache may keep."""
    g.pop("new_language", None)


def _remember_language(page: Response) -> Response:
    if chosen := g.get("new_language"):
        page.set_cookie(COOKIE, chosen, max_age=31_536_000, samesite="Lax", secure=request.is_secure)
    page.headers.setdefault("Content-Language", current_language())
    return page


def language_query(language: str) -> str:
    """The query of this page in another language: everything else of it stays."""
    kept = {name: value for name, value in request.args.items() if name != "lang"}
    return urlencode({**kept, "lang": language})


def is_language_switch() -> bool:
    """Whether a form was sent only to see it in the other language."""
    return request.method == "POST" and request.form.get("switch_language") in LANGUAGES


def format_date(day: date, language: str | None = None) -> str:
    """2022 оны 1 дүгээр сарын 10 · 10 January 2022."""
    if (language or current_language()) == "mn":
        return mongolian.long_date(day)
    return f"{day.day} {day:%B} {day.year}"


def format_interval(first: date, last: date, language: str | None = None) -> str:
    """2026 оны 1 дүгээр сарын 10 – 5 дугаар сарын 31 · 10 January – 31 May 2026.

    Raises ValueError when reversed.
    """
    said = mongolian.interval(first, last)
    if (language or current_language()) == "mn":
        return said
    if first == last:
        return format_date(first, "en")
    begin = f"{first.day} {first:%B}" if first.year == last.year else format_date(first, "en")
    return f"{begin} – {format_date(last, 'en')}"


def format_month(number: int, language: str | None = None) -> str:
    """1 дүгээр сар · January."""
    if (language or current_language()) == "mn":
        return f"{number} {mongolian.ordinal_word(number)} сар"
    return f"{date(2000, number, 1):%B}"


def format_month_day(month_day: str, language: str | None = None) -> str:
    """A day of any year, from MM-DD: 1 дүгээр сарын 10 · 10 January."""
    month, day = (int(part) for part in month_day.split("-"))
    if (language or current_language()) == "mn":
        return f"{format_month(month, 'mn')}ын {day}"
    return f"{day} {format_month(month, 'en')}"


def format_datetime(moment: datetime, language: str | None = None) -> str:
    local = moment.astimezone(ULAANBAATAR)
    return f"{format_date(local.date(), language)}, {local:%H:%M}"


def format_number(value: float) -> str:
    """2,243 and 36.4, the same in both languages (BRIEF §6.5)."""
    return f"{value:,}" if isinstance(value, int) else f"{value:,.10g}"
