"""Doors: the course, its modules and lessons; search, glossary, calendar and tools."""

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from lms.content.search import LONGEST_QUERY, search
from lms.content.search_index import Kind
from lms.content.store import current_course, current_index
from lms.core.access import PUBLIC, requires, writes
from lms.core.caching import answer_with_etag
from lms.core.clock import now, today
from lms.core.i18n import current_language
from lms.learning import (
    access,
    budget_year,
    finding,
    glossary,
    guests,
    papers,
    services,
    tool_shelf,
    year_picture,
)
from lms.people.access import person_if_any
from lms.people.roles import Role
from lms.people.signing_in import guest_notes, keep_guest_notes

bp = Blueprint("learning", __name__)


@bp.get("/lessons")
@requires(PUBLIC)
def show_course() -> ResponseReturnValue:
    """All modules and lessons on one page."""
    page = render_template(
        "learning/course.html",
        course=current_course(),
        done=access.lessons_done_here(),
        passed=access.tests_passed_here(),
    )
    return answer_with_etag(make_response(page))


@bp.get("/modules/<module_id>")
@requires(PUBLIC)
def show_module(module_id: str) -> ResponseReturnValue:
    module = access.module_or_404(module_id)
    page = render_template(
        "learning/module.html",
        module=module,
        done=access.lessons_done_here(),
        passed=access.tests_passed_here(),
        handout=papers.module_handout(module),
        guide=papers.module_guide(module),
    )
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
        handout=papers.lesson_handout(lesson),
        forms=[(form, papers.form(form)) for form in course.forms if form.lesson_id == lesson.id],
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


@bp.get("/lessons/<lesson_id>/handout.pdf")
@requires(PUBLIC)
def lesson_pdf(lesson_id: str) -> ResponseReturnValue:
    """The lesson on paper, in the language of `?lang=` or of the visitor."""
    return papers.lesson_handout(access.lesson_or_404(lesson_id)).answer(is_public=True)


@bp.get("/modules/<module_id>/handout.pdf")
@requires(PUBLIC)
def module_pdf(module_id: str) -> ResponseReturnValue:
    return papers.module_handout(access.module_or_404(module_id)).answer(is_public=True)


@bp.get("/modules/<module_id>/guide.pdf")
@requires(Role.TRAINER)
def guide_pdf(module_id: str) -> ResponseReturnValue:
    """The trainer's guide: it holds the answers to the checks."""
    return papers.module_guide(access.module_or_404(module_id)).answer(is_public=False)


@bp.get("/tools/forms/<form_id>.pdf")
@requires(PUBLIC)
def form_pdf(form_id: str) -> ResponseReturnValue:
    return papers.form(access.form_or_404(form_id)).answer(is_public=True)


@bp.get("/search")
@requires(PUBLIC)
def show_search() -> ResponseReturnValue:
    """`?q=` finds lessons, terms and tools by any form of a word."""
    query, course, language = _query(), current_course(), current_language()
    answer = search(current_index(), query, language)
    page = render_template(
        "learning/search.html",
        query=query,
        results=finding.results(course, answer, language),
        guessed=answer.guessed,
        course=course,
    )
    return answer_with_etag(make_response(page))


@bp.get("/glossary")
@requires(PUBLIC)
def show_glossary() -> ResponseReturnValue:
    """All terms in alphabetical order; `?q=` leaves those that it finds."""
    query, course, language = _query(), current_course(), current_language()
    wanted = None
    if query:
        hits = search(current_index(), query, language, kinds={Kind.TERM}, most=len(course.terms)).hits
        wanted = {hit.id for hit in hits}
    page = render_template(
        "learning/glossary.html", letters=glossary.letters(course, language, wanted), query=query
    )
    return answer_with_etag(make_response(page))


@bp.get("/calendar")
@requires(PUBLIC)
def show_calendar() -> ResponseReturnValue:
    """Where in the budget year we are, and which window is open for a proposal."""
    course, day = current_course(), today()
    windows = budget_year.windows_on(course.windows, day)
    page = render_template(
        "learning/calendar.html",
        course=course,
        today=day,
        windows=windows,
        nearest=budget_year.nearest(windows),
        coming=budget_year.next_date(course.calendar, day),
        picture=year_picture.draw_year(windows, course.calendar, day),
        scopes={
            scope: budget_year.by_month(one for one in course.calendar if one.scope == scope)
            for scope in ("state", "local")
        },
    )
    return answer_with_etag(make_response(page))


@bp.get("/tools")
@requires(PUBLIC)
def show_tools() -> ResponseReturnValue:
    page = render_template("learning/tools.html", shelves=tool_shelf.by_step(current_course()))
    return answer_with_etag(make_response(page))


@bp.get("/tools/<tool_id>")
@requires(PUBLIC)
def show_tool(tool_id: str) -> ResponseReturnValue:
    course, found = current_course(), access.tool_or_404(tool_id)
    page = render_template(
        "learning/tool.html",
        tool=found.tool,
        before=found.before,
        after=found.after,
        lesson=course.lesson(found.tool.lesson_id),
        sources=[course.sources[source_id] for source_id in found.tool.source_ids],
        forms=[(form, papers.form(form)) for form in course.forms if form.id == found.tool.form],
    )
    return answer_with_etag(make_response(page))


def _query() -> str:
    return request.args.get("q", "")[:LONGEST_QUERY].strip()
