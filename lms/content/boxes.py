"""The boxes of a lesson: their words in both languages, their look, their icons.

A lesson is rendered once, when the course is loaded, so these few words do not go through gettext.
"""

from types import MappingProxyType

from markupsafe import Markup, escape

PLAIN = ("note", "example", "warning", "key")
NAMES = (*PLAIN, "exercise", "figure")

WORDS = MappingProxyType(
    {
        "mn": {
            "note": "Санамж",
            "example": "Жишээ",
            "warning": "Анхаар",
            "exercise": "Дасгал · {number} минут",
            "key": "Гол санаа",
            "table": "Хүснэгт {number}",
            "source": "Эх сурвалж {number}",
        },
        "en": {
            "note": "Note",
            "example": "Example",
            "warning": "Take care",
            "exercise": "Exercise · {number} minutes",
            "key": "Key points",
            "table": "Table {number}",
            "source": "Source {number}",
        },
    }
)

_CLASSES = {
    "note": "box",
    "example": "box ex",
    "warning": "box warn",
    "exercise": "box do",
    "key": "box gist",
}

_INFORMATION = '<circle cx="12" cy="12" r="9.5"/><path d="M12 11v6M12 6.5v2"/>'
_PAGE = '<path d="M4 4h12l4 4v12H4zM8 10h8M8 14h8"/>'
_TRIANGLE = '<path d="M12 3 22 21H2zM12 9v6M12 16.5v2" stroke-linejoin="round"/>'
_PENCIL = '<path d="M4 20l1-5L16 4l4 4L9 19zM13.5 6.5l4 4" stroke-linejoin="round"/>'
_KEY = '<circle cx="7.5" cy="12" r="4.5"/><path d="M12 12h10M18 12v4.5"/>'
DRAWINGS = {"note": _INFORMATION, "example": _PAGE, "warning": _TRIANGLE, "exercise": _PENCIL, "key": _KEY}
_ICONS = {
    name: '<svg viewBox="0 0 24 24" aria-hidden="true">'
    f'<g fill="none" stroke="currentColor" stroke-width="2.4">{drawing}</g></svg>'
    for name, drawing in DRAWINGS.items()
}


def word(name: str, language: str, number: int = 0) -> str:
    return WORDS[language][name].format(number=number)


def opening(name: str, language: str, number: int, *, is_first: bool) -> str:
    """The start of a box, its icon still missing: that is set in after cleaning."""
    anchor = f' id="{name}"' if is_first and name in ("exercise", "key") else ""
    label = escape(word(name, language, number))
    return f'<div class="{_CLASSES[name]}"{anchor}><b class="{name}">{label}</b>\n'


def with_icons(clean: Markup) -> Markup:
    """Set our own icons into a lesson that has been cleaned; a text cannot write `<b class=…>` itself."""
    html = str(clean)
    for name, icon in _ICONS.items():
        html = html.replace(f'<b class="{name}">', f"<b>{icon}")
    return Markup(html)  # noqa: S704  cleaned by core.html, and nothing but the constants above is added
