"""The printed course on demand: each paper is drawn once, kept in the instance folder, served from there."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from flask import Flask, Response, current_app, request
from werkzeug.wrappers import Response as WerkzeugResponse

from lms.content.course import Lesson, Module
from lms.content.papers import PaperForm
from lms.content.store import current_course
from lms.core.i18n import current_language, forget_new_language
from lms.core.kept_files import KeptFiles
from lms.core.version import VERSION
from lms.learning.pdf import blank_forms, guide, handout
from lms.learning.pdf.paper import Press
from lms.learning.pdf.wording import TEMPLATE_VERSION

MOST = 32 * 1024 * 1024  # all papers of one course in both languages are about 5 MB
AN_HOUR = 3600


@dataclass(frozen=True, slots=True)
class Paper:
    """A file that can be had: the name under which it is saved, what it is made from, how it is drawn."""

    name: str
    key: str
    draw: Callable[[], bytes]

    @property
    def kilobytes(self) -> int:
        """Its size, at least 1; draws it when nobody did before."""
        return max(round(_kept().size(self.key, self.draw) / 1024), 1)

    def answer(self, *, is_public: bool) -> WerkzeugResponse:
        """The file, or 304 for who has it. A public one may be kept by anybody for an hour."""
        page = Response(_kept().get(self.key, self.draw), mimetype="application/pdf")
        page.headers["Content-Disposition"] = f'inline; filename="{self.name}.pdf"'
        page.headers["Content-Language"] = current_language()
        page.headers["Cache-Control"] = f"public, max-age={AN_HOUR}" if is_public else "private, no-cache"
        if is_public:
            forget_new_language()  # a kept answer sets no cookie
        if not is_public or "lang" not in request.args:
            page.vary.add("Cookie")
        page.set_etag(hashlib.sha256(self.key.encode()).hexdigest()[:20])
        return page.make_conditional(request)


def open_papers(app: Flask, folder: Path) -> None:
    app.extensions["papers"] = KeptFiles(folder, most=MOST)


def lesson_handout(lesson: Lesson) -> Paper:
    return _paper("lesson", lesson.id, lambda press: handout.draw_lesson(press, lesson))


def module_handout(module: Module) -> Paper:
    return _paper("module", module.id, lambda press: handout.draw_module(press, module))


def form(paper_form: PaperForm) -> Paper:
    return _paper("form", paper_form.id, lambda press: blank_forms.draw_form(press, paper_form))


def module_guide(module: Module) -> Paper:
    return _paper("guide", module.id, lambda press: guide.draw_guide(press, module))


def _paper(kind: str, name: str, draw: Callable[[Press], bytes]) -> Paper:
    """A paper of the course as it stands, in the language of this answer."""
    settings, course, language = current_app.extensions["settings"], current_course(), current_language()
    author = settings.issuer_mn if language == "mn" else settings.issuer_en
    press = Press(course, language, settings.base_url, author)
    made_from = (kind, name, language, course.hash, str(TEMPLATE_VERSION), VERSION, press.base_url, author)
    return Paper(f"egekh-{name}-{language}", "\n".join(made_from), lambda: draw(press))


def _kept() -> KeptFiles:
    kept: KeptFiles = current_app.extensions["papers"]
    return kept
