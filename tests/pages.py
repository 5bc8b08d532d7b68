"""What every HTML page must keep to, whichever test fetched it."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree.ElementTree import Element

import html5lib

LANGUAGES = ("mn", "en")
UNLABELLED_INPUTS = {"hidden", "submit", "button", "image", "reset"}
HEADINGS = [f"h{level}" for level in range(1, 7)]
REFERENCES = (
    "for",
    "aria-describedby",
    "aria-labelledby",
    "aria-controls",
    "aria-owns",
    "aria-errormessage",
    "list",
)


class Page:
    """A parsed HTML document, and what a test asks of it."""

    def __init__(self, html: str) -> None:
        parser: Any = html5lib.HTMLParser(namespaceHTMLElements=False)
        self.html = html
        self.root: Element = parser.parse(html)
        self.errors = [f"line {place[0]}: {code} {detail or ''}" for place, code, detail in parser.errors]
        self.parents = {child: parent for parent in self.root.iter() for child in parent}

    def all(self, *tags: str) -> list[Element]:
        """Every element of these kinds, in the order of the page; of every kind when none is named."""
        elements = (element for element in self.root.iter() if isinstance(element.tag, str))
        return [element for element in elements if not tags or element.tag in tags]

    def by_id(self, name: str) -> Element | None:
        return next((element for element in self.all() if element.get("id") == name), None)

    def with_class(self, name: str) -> list[Element]:
        return [element for element in self.all() if name in (element.get("class") or "").split()]

    @property
    def h1(self) -> str:
        return " | ".join(words(heading) for heading in self.all("h1"))

    @property
    def title(self) -> str:
        return " | ".join(words(title) for title in self.all("title"))

    @property
    def language(self) -> str | None:
        return self.root.get("lang")

    @property
    def text(self) -> str:
        """The words of the page's main part (of all of it where there is none), spaces squeezed."""
        return words(next(iter([*self.all("main"), *self.all("body"), self.root])))

    @property
    def links(self) -> dict[str, str]:
        """Words of each link → its address."""
        return {words(link): link.get("href", "") for link in self.all("a") if link.get("href")}

    def form(self, *, action: str | None = None, name: str | None = None) -> "Form":
        """The form with this action, or holding a field of this name; else the main part's first one."""
        forms = [Form(self, element) for element in self.all("form")]
        inside = [form for form in forms if any(above.tag == "main" for above in self.above(form.element))]
        fitting = [form for form in (forms if action or name else inside or forms) if form.fits(action, name)]
        assert fitting, f"no form {action or ''} {name or ''} here, only {[form.action for form in forms]}"
        return fitting[0]

    def above(self, element: Element) -> Iterator[Element]:
        while (parent := self.parents.get(element)) is not None:
            yield (element := parent)


class Form:
    """A form as a browser would send it."""

    def __init__(self, page: Page, element: Element) -> None:
        self.element = element
        self.action: str = element.get("action", "")
        self.method: str = element.get("method", "get").upper()
        inside = list(element.iter())
        own = element.get("id") or object()
        self.fields = [
            field
            for field in page.all("input", "select", "textarea", "button")
            if (field.get("form") == own if field.get("form") else field in inside)
        ]

    def fits(self, action: str | None, name: str | None) -> bool:
        same = action is None or self.action.split("?")[0] == action.split("?")[0]
        return same and (name is None or name in self.names)

    @property
    def names(self) -> set[str]:
        return {field.get("name", "") for field in self.fields} - {""}

    @property
    def values(self) -> dict[str, list[str]]:
        """What the form would send untouched, without any button."""
        sent: dict[str, list[str]] = {}
        for field in self.fields:
            name = field.get("name")
            if name and field.get("disabled") is None:
                sent.setdefault(name, []).extend(_values(field))
        return {name: values for name, values in sent.items() if values}


def _values(field: Element) -> list[str]:
    kind = (field.get("type") or "text").lower()
    if field.tag == "textarea":
        return [field.text or ""]
    if field.tag == "select":
        options = list(field.iter("option"))
        chosen = [option for option in options if option.get("selected") is not None]
        if not chosen and field.get("multiple") is None:
            chosen = options[:1]
        return [option.get("value", words(option)) for option in chosen]
    if field.tag == "button" or kind in ("submit", "button", "image", "reset", "file"):
        return []
    if kind in ("checkbox", "radio"):
        return [field.get("value", "on")] if field.get("checked") is not None else []
    return [field.get("value", "")]


def words(element: Element) -> str:
    """The text inside an element, spaces squeezed."""
    return " ".join("".join(element.itertext()).split())


def problems_of(html: str) -> list[str]:
    """Everything wrong with a page, one sentence each."""
    page = Page(html)
    return [problem for rule in RULES for problem in rule(page)]


def _parses(page: Page) -> Iterator[str]:
    yield from (f"not valid HTML, {error}" for error in page.errors)


def _names_itself(page: Page) -> Iterator[str]:
    if page.language not in LANGUAGES:
        yield f"<html lang> is {page.language!r}"
    if len(page.all("title")) < 1 or not words(page.all("title")[0]):
        yield "no <title>"
    if len(page.all("h1")) != 1 or not page.h1:
        yield f"{len(page.all('h1'))} h1: {page.h1!r}"
    if len(page.all("main")) != 1:
        yield f"{len(page.all('main'))} <main>"


def _steps_headings(page: Page) -> Iterator[str]:
    last = 0
    for heading in page.all(*HEADINGS):
        level = int(str(heading.tag)[1])
        if level > last + 1:
            yield f"h{level} “{words(heading)}” follows h{last}"
        last = level


def _ids_are_unique(page: Page) -> Iterator[str]:
    counted = Counter(element.get("id") for element in page.all() if element.get("id") is not None)
    yield from (
        f"id {name!r} stands {times} times" for name, times in counted.items() if times > 1 or not name
    )


def _references_exist(page: Page) -> Iterator[str]:
    ids = {element.get("id") for element in page.all()}
    for element in page.all():
        for attribute in REFERENCES:
            for name in (element.get(attribute) or "").split():
                if name not in ids:
                    yield f"<{element.tag} {attribute}={name!r}> points at nothing"
        address = element.get("href") or ""
        if element.tag == "a" and address.startswith("#") and address[1:] not in ids:
            yield f"the link {address} leads nowhere"


def _fields_are_labelled(page: Page) -> Iterator[str]:
    named = {label.get("for") for label in page.all("label") if label.get("for") and words(label)}
    for field in page.all("input", "select", "textarea"):
        if (field.get("type") or "").lower() in UNLABELLED_INPUTS:
            continue
        wrapped = any(above.tag == "label" and words(above) for above in page.above(field))
        spoken = field.get("aria-label") or field.get("aria-labelledby")
        if not (spoken or wrapped or field.get("id") in named):
            yield f"<{field.tag} name={field.get('name')!r}> has no label"


def _groups_have_legends(page: Page) -> Iterator[str]:
    for group in page.all("fieldset"):
        first = next(iter(group), None)
        if (first is None or first.tag != "legend" or not words(first)) and not group.get("aria-labelledby"):
            yield "a <fieldset> does not begin with a <legend>"


def _controls_have_names(page: Page) -> Iterator[str]:
    for control in page.all("a", "button", "summary"):
        pictured = any(picture.get("alt") or picture.get("aria-label") for picture in control.iter())
        titled = any(words(title) for title in control.iter("title"))
        if not (words(control) or pictured or titled or control.get("aria-labelledby")):
            yield f"an empty <{control.tag} {control.get('href') or control.get('name') or ''}>"


def _pictures_are_described(page: Page) -> Iterator[str]:
    yield from (
        f"<img src={image.get('src')!r}> has no alt" for image in page.all("img") if image.get("alt") is None
    )


def _keeps_to_the_policy(page: Page) -> Iterator[str]:
    for element in page.all():
        inline = element.tag in ("script", "style") and element.get("src") is None
        if inline and element.get("type") != "application/json":
            yield f"an inline <{element.tag}>"
        for attribute in element.keys():  # noqa: SIM118, an Element is not a mapping
            if attribute == "style" or attribute.lower().startswith("on"):
                yield f"<{element.tag} {attribute}=…>: the policy forbids it"
            if attribute == "tabindex" and (element.get(attribute) or "0") not in ("0", "-1"):
                yield f"<{element.tag} tabindex={element.get(attribute)}> jumps the queue"


def _writing_forms_carry_a_token(page: Page) -> Iterator[str]:
    for element in page.all("form"):
        form = Form(page, element)
        if form.method == "POST" and "csrf_token" not in form.names:
            yield f"the form to {form.action!r} has no csrf_token"


def _enter_sends_what_the_form_is_for(page: Page) -> Iterator[str]:
    """Enter presses the first button of a form, and one in the header comes before those inside."""
    for element in page.all("form"):
        form = Form(page, element)
        first = next(
            (one for one in form.fields if one.tag == "button" and one.get("type") != "button"), None
        )
        if first is not None and first.get("name") in ("switch_language", "lang"):
            yield f"Enter in the form to {form.action!r} changes the language"


RULES: list[Callable[[Page], Iterator[str]]] = [
    _parses,
    _names_itself,
    _steps_headings,
    _ids_are_unique,
    _references_exist,
    _fields_are_labelled,
    _groups_have_legends,
    _controls_have_names,
    _pictures_are_described,
    _keeps_to_the_policy,
    _writing_forms_carry_a_token,
    _enter_sends_what_the_form_is_for,
]
