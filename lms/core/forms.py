"""Forms: the fields that many rooms use, with every message in the reader's language."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from flask import Flask, current_app, request
from flask_babel import gettext as _gettext
from flask_babel import ngettext as _ngettext
from flask_wtf import CSRFProtect, FlaskForm
from wtforms import StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import ValidationError

from lms.core.i18n import is_language_switch
from lms.core.i18n import lazy_gettext as _

csrf = CSRFProtect()
View = TypeVar("View", bound=Callable[..., Any])

# What WTForms itself may say, named here so that the catalogue has it.
LIBRARY_MESSAGES = (
    _("Not a valid choice."),
    _("Not a valid integer value."),
    _("Not a valid decimal value."),
    _("This field is required."),
    _("Invalid Choice: could not coerce."),
)
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


class _Words:
    """WTForms' door to our catalogue."""

    def gettext(self, string: str) -> str:
        return str(_gettext(string))

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        return str(_ngettext(singular, plural, n))


class Form(FlaskForm):
    """A form whose library messages come from our catalogue."""

    class Meta(FlaskForm.Meta):
        def get_translations(self, form: Any) -> Any:
            return _Words()


def open_forms(app: Flask) -> None:
    """CSRF on every unsafe method, and the templates' filter for what was typed."""
    # Before everything that reads the form: CSRF, the switch of language.
    app.before_request_funcs.setdefault(None, []).insert(0, _let_files_in)
    csrf.init_app(app)
    app.jinja_env.filters["visible"] = visible


def takes_file(most_bytes: int) -> Callable[[View], View]:
    """Let a view take a larger body than others, for a file."""

    def declare(view: View) -> View:
        view.most_bytes = most_bytes  # type: ignore[attr-defined]
        return view

    return declare


def _let_files_in() -> None:
    view = current_app.view_functions.get(request.endpoint or "")
    if most_bytes := getattr(view, "most_bytes", None):
        request.max_content_length = most_bytes


def choices(named: Iterable[tuple[Any, Any]]) -> list[Any]:
    """Values and their words, as a select or radio field of WTForms 3.3 takes them."""
    return [SelectChoice(str(value), str(words)) for value, words in named]


def tidy(text: str | None) -> str:
    """A line of text as we keep it: NFC, spaces squeezed, ends trimmed."""
    return " ".join(unicodedata.normalize("NFC", text or "").split())


def visible(text: str | None) -> str:
    """What was typed, without the signs that a page cannot hold."""
    return CONTROL.sub("", text or "")


class Line(StringField):
    """One line, tidied; refuses control and invisible signs and what is longer than `longest`."""

    def __init__(self, label: Any = None, validators: Any = (), *, longest: int = 100, **kwargs: Any) -> None:
        render = {"maxlength": longest, **kwargs.pop("render_kw", {})}
        super().__init__(label, [*validators], filters=[tidy], render_kw=render, **kwargs)
        self.longest = longest

    def pre_validate(self, form: Any) -> None:
        typed = self.data or ""
        if len(typed) > self.longest:
            raise ValidationError(
                _gettext("At most %(most)s signs. You wrote %(count)s.", most=self.longest, count=len(typed))
            )
        if CONTROL.search(typed):
            raise ValidationError(_gettext("There is an invisible sign in the text. Type it again by hand."))


def is_valid(form: Form) -> bool:
    """Whether a form was sent to be carried out, and is right; a switch of language only shows it again."""
    return bool(form.is_submitted()) and not is_language_switch() and bool(form.validate())


def answer_status(form: Form) -> int:
    """The status of a page that shows a form again: 422 when something in it is wrong."""
    return 422 if form.errors else 200
