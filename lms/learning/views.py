"""Doors: the course, its modules and lessons, the glossary."""

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from lms.content.store import current_course
from lms.core.access import PUBLIC, requires, writes
from lms.core.caching import answer_with_etag
from lms.core.clock import now
from lms.core.i18n import current_language
from lms.core.mongolian import search_key, sort_key
from lms.learning import access, guests, services
from lms.people.access import person_if_any
from lms.people.signing_in import guest_notes, keep_guest_notes

bp = Blueprint("learning", __name__)


@bp.get("/lessons")
@requires(PUBLIC)
def show_course() -> ResponseReturnValue:
    """All modules and lessons on one page."""
    page = render_template("learning/course.html", course=current_course(), done=access.lessons_done_here())
    return answer_with_etag(make_response(page))


@bp.get("/modules/<module_id>")
@requires(PUBLIC)
def show_module(module_id: str) -> ResponseReturnValue:
    module = access.module_or_404(module_id)
    page = render_template("learning/module.html", module=module, done=access.lessons_done_here())
    return answer_with_etag(make_response(page))


@bp.get("/lessons/<lesson_id>")
@requires(PUBLIC)
def show_lesson(lesson_id: str) -> ResponseReturnValue:
    lesson = access.lesson_or_404(lesson_id)
    course, done = current_course(), access.lessons_done_here()
    body = lesson.bodies[current_language()]
    seen = done.get(lesson.id)
    page = render_template(
        "learning/lesson.html",
        course=course,
        lesson=lesson,
        module=course.module(lesson.module_id),
        body=body,
        terms=[course.terms[term_id] for term_id in body.term_ids],
        sources=[course.sources[source_id] for source_id in body.source_ids],
        done=done,
        changed=bool(seen and seen.version != lesson.version),
        before=course.lesson_before(lesson.id),
        after=course.lesson_after(lesson.id),
        questions=len(course.quiz(lesson.check_id).questions),
    )
    return answer_with_etag(make_response(page))


@bp.post("/lessons/<lesson_id>/done")
@requires(PUBLIC)
@writes
def finish_lesson(lesson_id: str) -> ResponseReturnValue:
    """Note the lesson as read and go on: to the next lesson, or after the last to the module's test."""
    lesson = access.lesson_or_404(lesson_id)
    if person := person_if_any():
        services.complete_lesson(person, lesson, at=now())
    else:
        kept = guest_notes()
        guests.keep_lesson(kept, lesson, at=now())
        keep_guest_notes(kept)
    following = current_course().lesson_after(lesson.id)
    if following and following.module_id == lesson.module_id:
        return redirect(url_for("learning.show_lesson", lesson_id=following.id), 303)
    return redirect(url_for("assessment.show_test", module_id=lesson.module_id), 303)


@bp.get("/glossary")
@requires(PUBLIC)
def show_glossary() -> ResponseReturnValue:
    """All terms in alphabetical order; `?q=` finds them by any spelling of ө and ү."""
    language = current_language()
    wanted = search_key(request.args.get("q", "")[:100])
    terms = [
        term
        for term in current_course().terms.values()
        if wanted
        in search_key(
            f"{term.name['mn']} {term.name['en']} {term.abbreviation['mn'] if term.abbreviation else ''}"
        )
    ]
    terms.sort(key=lambda term: sort_key(term.name[language]))
    page = render_template("learning/glossary.html", terms=terms, wanted=request.args.get("q", "")[:100])
    return answer_with_etag(make_response(page))
