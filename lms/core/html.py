"""Markdown to safe HTML: one parser, one written allow-list, bleach first and nh3 last.

bleach has no further releases, so the maintained parser has the last word. Both read the same list
below, and the Content-Security-Policy stands behind them. Nothing that went through `clean` is ever
cleaned, changed or trusted a second time.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

import bleach
import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

_NAME = r"[a-z][a-z0-9-]*"
_SITE_PATH = r"/(?:[a-z0-9][a-z0-9._-]*/)*(?:[a-z0-9][a-z0-9._-]*)?"
_WEB_ADDRESS = r"https://[A-Za-z0-9][A-Za-z0-9.-]*(?::[0-9]{1,5})?(?:[/?#][^\s\"'<>\\`]*)?"

ID = re.compile(_NAME)
CLASSES = re.compile(rf"{_NAME}(?: {_NAME})*")
ADDRESS = re.compile(rf"{_WEB_ADDRESS}|{_SITE_PATH}|#{_NAME}")
OWN_PICTURE = re.compile(_SITE_PATH)
NUMBER = re.compile(r"[0-9]{1,4}")
WORDS = re.compile(r"[^\x00-\x1f\x7f]*")

Attributes = Mapping[str, re.Pattern[str]]

# Tag, attribute, and what the whole value of the attribute must look like. Nothing else survives.
ALLOWED: Mapping[str, Attributes] = MappingProxyType(
    {
        "p": {"id": ID},
        "br": {},
        "h2": {"id": ID},
        "h3": {"id": ID},
        "strong": {},
        "em": {},
        "b": {"class": CLASSES},
        "sup": {},
        "a": {
            "href": ADDRESS,
            "id": ID,
            "class": CLASSES,
            "aria-label": WORDS,
            "rel": re.compile("noopener"),
        },
        "ul": {"id": ID},
        "ol": {"id": ID, "start": NUMBER},
        "li": {},
        "blockquote": {"id": ID},
        "div": {
            "class": CLASSES,
            "id": ID,
            "tabindex": re.compile("0"),
            "role": re.compile("region"),
            "aria-label": WORDS,
        },
        "table": {},
        "thead": {},
        "tbody": {},
        "tr": {},
        "th": {"scope": re.compile("col|row"), "class": CLASSES},
        "td": {"class": CLASSES},
        "figure": {"id": ID},
        "figcaption": {},
        "img": {
            "src": OWN_PICTURE,
            "alt": WORDS,
            "width": NUMBER,
            "height": NUMBER,
            "loading": re.compile("lazy"),
        },
    }
)
_TAGS = set(ALLOWED)
_ATTRIBUTES = {tag: set(attributes) for tag, attributes in ALLOWED.items()}
_SCHEMES = {"https"}


def is_allowed(tag: str, attribute: str, value: str) -> bool:
    """Whether the list above lets this attribute, with this value, stand on this tag."""
    shape = ALLOWED.get(tag, {}).get(attribute)
    return shape is not None and shape.fullmatch(value) is not None


def clean(html: str) -> Markup:
    """Leave of a piece of HTML only what the list allows; the text between the tags stays."""
    first = bleach.clean(
        html, tags=_TAGS, attributes=is_allowed, protocols=_SCHEMES, strip=True, strip_comments=True
    )
    last = nh3.clean(
        first,
        tags=_TAGS,
        clean_content_tags=set(),
        attributes=_ATTRIBUTES,
        attribute_filter=lambda tag, name, value: value if is_allowed(tag, name, value) else None,
        strip_comments=True,
        link_rel=None,
        url_schemes=_SCHEMES,
    )
    return Markup(last)  # noqa: S704  the one place where HTML becomes trusted


def parser() -> MarkdownIt:
    """A Markdown parser that passes no HTML on: CommonMark and tables.

    Headings are written with `##` only, and link definitions at the foot of the text do not exist,
    so that nothing in a text can vanish silently.
    """
    return MarkdownIt("commonmark", {"html": False}).enable("table").disable(["lheading", "reference"])
