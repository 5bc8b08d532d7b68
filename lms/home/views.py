"""Doors: landing, start page by role, pages about the site, health."""

from flask import Blueprint, current_app, jsonify, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from sqlalchemy import text

from lms.certificates.queries import certificate_of
from lms.content.store import current_course
from lms.core.access import PUBLIC, SIGNED_IN, requires
from lms.core.caching import answer_with_etag
from lms.core.db import db
from lms.core.i18n import current_language
from lms.core.version import VERSION
from lms.home import queries, rules
from lms.learning import papers
from lms.learning.access import lessons_done_here
from lms.people import queries as people
from lms.people.access import current_account, current_person, person_if_any
from lms.people.roles import ROLE_NAMES, Role
from lms.progress.queries import status_of
from lms.progress.rules import course_status

bp = Blueprint("home", __name__)


@bp.get("/")
@requires(PUBLIC)
def landing() -> ResponseReturnValue:
    person, course = person_if_any(), current_course()
    status = status_of(person, course) if person else course_status(course, lessons_done_here(), {})
    return answer_with_etag(make_response(render_template("home/landing.html", course=course, status=status)))


@bp.get("/start")
@requires(SIGNED_IN)
def start() -> ResponseReturnValue:
    """Where somebody lands after signing in: their role's page."""
    pages = {
        Role.LEARNER: "progress.show_progress",
        Role.TRAINER: "home.start_trainer",
        Role.COORDINATOR: "home.start_coordinator",
        Role.ADMINISTRATOR: "home.start_administrator",
    }
    return redirect(url_for(pages[current_account().role]), 303)


@bp.get("/start/trainer")
@requires(Role.TRAINER)
def start_trainer() -> ResponseReturnValue:
    course = current_course()
    return render_template(
        "home/trainer.html",
        guides=[(module, papers.module_guide(module)) for module in course.modules],
        forms=[(form, papers.form(form)) for form in course.forms],
    )


@bp.get("/start/coordinator")
@requires(Role.COORDINATOR)
def start_coordinator() -> ResponseReturnValue:
    return render_template(
        "home/coordinator.html",
        figures=queries.figures(),
        by_region=rules.in_order(queries.people_by_region(), current_language()),
    )


@bp.get("/start/administrator")
@requires(Role.ADMINISTRATOR)
def start_administrator() -> ResponseReturnValue:
    return render_template(
        "home/administrator.html",
        accounts=people.count_accounts(),
        staff=people.staff(),
        role_names=ROLE_NAMES,
    )


@bp.get("/help")
@requires(PUBLIC)
def show_help() -> ResponseReturnValue:
    return answer_with_etag(make_response(render_template("home/help.html")))


@bp.get("/privacy")
@requires(PUBLIC)
def show_privacy() -> ResponseReturnValue:
    return answer_with_etag(make_response(render_template("home/privacy.html")))


@bp.get("/accessibility")
@requires(PUBLIC)
def show_accessibility() -> ResponseReturnValue:
    return answer_with_etag(make_response(render_template("home/accessibility.html")))


@bp.get("/healthz")
@requires(PUBLIC)
def healthz() -> ResponseReturnValue:
    """Alive: the process answers. Says the versions and asks nothing of the database."""
    return jsonify(status="ok", version=VERSION, content=_content_version())


@bp.get("/readyz")
@requires(PUBLIC)
def readyz() -> ResponseReturnValue:
    """Ready: the database answers, too; otherwise the error page with 503."""
    db.session.execute(text("SELECT 1"))
    return jsonify(status="ready", database=db.engine.dialect.name)


@bp.get("/favicon.ico")
@requires(PUBLIC)
def favicon() -> ResponseReturnValue:
    """For browsers that ask without having read the page."""
    return redirect(current_app.extensions["assets"].address("icons/mark.svg"), 301)


@bp.get("/robots.txt")
@requires(PUBLIC)
def robots() -> ResponseReturnValue:
    page = make_response("User-agent: *\nDisallow: /v/\nDisallow: /attempts/\nDisallow: /account\n")
    page.mimetype = "text/plain"
    return page


def context() -> dict[str, object]:
    """What every page of the site may show."""
    return {
        "version": VERSION,
        "content_version": _content_version(),
        "has_certificate": current_user.is_authenticated and certificate_of(current_person()) is not None,
        "Role": Role,
    }


def _content_version() -> str:
    """What the editors declare, and the beginning of the hash over every file."""
    course = current_course()
    return f"{course.version}-{course.hash[:8]}"
