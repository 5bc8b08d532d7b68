"""Doors: the check of a lesson (open to everybody) and the test of a module."""

from typing import Any

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    jsonify,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue

from lms.assessment import access, forms, guests, pdf, queries, services
from lms.assessment.comparing import compare
from lms.assessment.draw import DrawnQuestion, draw
from lms.assessment.errors import AttemptIsOver, AttemptsUsedUp, MustWait
from lms.assessment.grading import Grade, grade
from lms.assessment.models import Attempt, Moment
from lms.assessment.rules import check_may_start
from lms.assessment.sitting import Sitting, check_in_hand, given, keep_check
from lms.content.course import Quiz
from lms.content.store import current_course
from lms.core.access import PUBLIC, SIGNED_IN, requires, writes
from lms.core.clock import ULAANBAATAR, now, today
from lms.core.i18n import current_language, is_language_switch
from lms.people.access import current_person, person_if_any
from lms.people.roles import Role
from lms.people.signing_in import guest_notes

bp = Blueprint("assessment", __name__)


@bp.get("/lessons/<lesson_id>/check")
@requires(PUBLIC)
def show_check(lesson_id: str) -> ResponseReturnValue:
    quiz = access.lesson_check(lesson_id)
    return _check_page(lesson_id, quiz, check_in_hand(quiz))


@bp.post("/lessons/<lesson_id>/check")
@requires(PUBLIC)
@writes
def submit_check(lesson_id: str) -> ResponseReturnValue:
    """Hand in a check. Left-out questions are shown again, unless the visitor wants it so."""
    quiz = access.lesson_check(lesson_id)
    sitting = check_in_hand(quiz)
    if _is_of_an_earlier_go(sitting):
        return redirect(url_for("assessment.show_check_result", lesson_id=lesson_id), 303)
    sitting.answers |= forms.read_answers(sitting.drawn, request.form)
    missing = forms.unanswered(sitting.drawn, sitting.answers)
    hand_in = not is_language_switch() and (not missing or "anyway" in request.form)
    keep_check(quiz, sitting, hand_in=hand_in)
    if not hand_in:
        return _check_page(lesson_id, quiz, sitting, missing=[] if is_language_switch() else missing)
    return redirect(url_for("assessment.show_check_result", lesson_id=lesson_id), 303)


@bp.post("/lessons/<lesson_id>/check/answers")
@requires(PUBLIC)
@writes
def save_check(lesson_id: str) -> ResponseReturnValue:
    """Autosave of a check, for the page's script."""
    quiz = access.lesson_check(lesson_id)
    sitting = check_in_hand(quiz)
    if _is_of_an_earlier_go(sitting):
        raise AttemptIsOver
    sitting.answers |= forms.read_answers(sitting.drawn, request.form)
    keep_check(quiz, sitting, hand_in=False)
    return _saved(len(sitting.answers), len(sitting.drawn))


@bp.get("/lessons/<lesson_id>/check/result")
@requires(PUBLIC)
def show_check_result(lesson_id: str) -> ResponseReturnValue:
    quiz = access.lesson_check(lesson_id)
    person = person_if_any()
    if person:
        attempt = queries.last_submitted(person, quiz.id)
        if attempt:
            return _result_page(
                quiz, attempt.drawn, services.grade_of(attempt, attempt.drawn), given(attempt)
            )
    else:
        check = guests.kept_check(guest_notes(), quiz)
        if check and check["at"]:
            drawn = draw(quiz, check["seed"])
            return _result_page(quiz, drawn, grade(drawn, check["answers"]), check["answers"])
    return redirect(url_for("assessment.show_check", lesson_id=lesson_id), 303)


@bp.get("/modules/<module_id>/test")
@requires(PUBLIC)
def show_test(module_id: str) -> ResponseReturnValue:
    """What the test is, the rules, and the button that begins it."""
    quiz = access.module_test(module_id)
    person = person_if_any()
    refusal: MustWait | AttemptsUsedUp | None = None
    earlier = queries.submitted_attempts(person, quiz.id) if person else []
    open_attempt = queries.open_attempt(person, quiz.id) if person else None
    try:
        check_may_start(quiz, earlier, at=now())
    except (MustWait, AttemptsUsedUp) as error:
        refusal = error
    return render_template(
        "assessment/test.html",
        quiz=quiz,
        module=current_course().module(module_id),
        earlier=earlier,
        open_attempt=open_attempt,
        refusal=refusal,
    )


@bp.post("/modules/<module_id>/test")
@requires(SIGNED_IN)
@writes
def start_test(module_id: str) -> ResponseReturnValue:
    attempt = services.start_attempt(current_person(), access.module_test(module_id), at=now())
    return redirect(url_for("assessment.show_attempt", public_id=attempt.public_id), 303)


@bp.get("/attempts/<public_id>")
@requires(SIGNED_IN)
def show_attempt(public_id: str) -> ResponseReturnValue:
    attempt = access.own_attempt(current_person(), public_id)
    if not attempt.is_open:
        return redirect(url_for("assessment.show_result", public_id=public_id), 303)
    return _attempt_page(attempt, attempt.drawn, given(attempt))


@bp.post("/attempts/<public_id>")
@requires(SIGNED_IN)
@writes
def submit_attempt(public_id: str) -> ResponseReturnValue:
    attempt = access.own_attempt(current_person(), public_id, for_update=True)
    drawn = attempt.drawn
    answers = {**given(attempt), **forms.read_answers(drawn, request.form)}
    missing = forms.unanswered(drawn, answers)
    if attempt.is_open and (is_language_switch() or (missing and "anyway" not in request.form)):
        services.save_answers(attempt, answers, at=now())
        return _attempt_page(attempt, drawn, answers, missing=[] if is_language_switch() else missing)
    services.submit_attempt(attempt, answers, at=now(), pass_mark=_quiz_of(attempt).pass_mark)
    return redirect(url_for("assessment.show_result", public_id=public_id), 303)


@bp.post("/attempts/<public_id>/answers")
@requires(SIGNED_IN)
@writes
def save_attempt(public_id: str) -> ResponseReturnValue:
    """Autosave of a test, for the page's script."""
    attempt = access.own_attempt(current_person(), public_id, for_update=True)
    drawn = attempt.drawn
    count = services.save_answers(attempt, forms.read_answers(drawn, request.form), at=now())
    return _saved(count, len(drawn))


@bp.get("/attempts/<public_id>/result")
@requires(SIGNED_IN)
def show_result(public_id: str) -> ResponseReturnValue:
    attempt = access.own_attempt(current_person(), public_id)
    if attempt.is_open:
        return redirect(url_for("assessment.show_attempt", public_id=public_id), 303)
    drawn = attempt.drawn
    if attempt.moment:
        return _moment_page(attempt)
    return _result_page(_quiz_of(attempt), drawn, services.grade_of(attempt, drawn), given(attempt), attempt)


@bp.get("/quizzes/pre-post.pdf")
@requires(Role.TRAINER)
def print_moments() -> ResponseReturnValue:
    """The questions before and after the course, to be copied for a room, with their key."""
    quiz, language = access.questions_of_moments(), current_language()
    if quiz is None:
        abort(404)
    settings = current_app.extensions["settings"]
    author = settings.issuer_mn if language == "mn" else settings.issuer_en
    page = Response(
        pdf.draw_papers(pdf.Paper(current_course(), quiz, language, author, today())),
        mimetype="application/pdf",
    )
    page.headers["Content-Disposition"] = 'inline; filename="egekh-pre-post.pdf"'
    page.headers["Cache-Control"] = "private, no-cache"
    return page


def _quiz_of(attempt: Attempt) -> Quiz:
    return current_course().quiz(attempt.quiz_id)


def _is_of_an_earlier_go(sitting: Sitting) -> bool:
    """Whether the page sent was handed in already: a double tap, or a tab left open."""
    return request.form.get("go", "") != str(sitting.go)


def _check_page(lesson_id: str, quiz: Quiz, sitting: Sitting, missing: list[int] | None = None) -> str:
    return render_template(
        "assessment/quiz.html",
        quiz=quiz,
        lesson=current_course().lesson(lesson_id),
        drawn=sitting.drawn,
        answers=sitting.answers,
        go=sitting.go,
        missing=missing or [],
        address=url_for("assessment.submit_check", lesson_id=lesson_id),
        save_address=url_for("assessment.save_check", lesson_id=lesson_id),
    )


def _attempt_page(
    attempt: Attempt,
    drawn: tuple[DrawnQuestion, ...],
    answers: dict[str, Any],
    missing: list[int] | None = None,
) -> str:
    quiz = _quiz_of(attempt)
    return render_template(
        "assessment/quiz.html",
        quiz=quiz,
        module=current_course().module(quiz.module_id) if quiz.module_id else None,
        moment=attempt.moment,
        drawn=drawn,
        answers=answers,
        missing=missing or [],
        address=url_for("assessment.submit_attempt", public_id=attempt.public_id),
        save_address=url_for("assessment.save_attempt", public_id=attempt.public_id),
    )


def _result_page(
    quiz: Quiz,
    drawn: tuple[DrawnQuestion, ...],
    result: Grade,
    answers: dict[str, Any],
    attempt: Attempt | None = None,
) -> str:
    course = current_course()
    again = {one.question.lesson_id for one in drawn if not result.marks[one.question.id].is_right}
    return render_template(
        "assessment/result.html",
        quiz=quiz,
        drawn=drawn,
        result=result,
        answers=answers,
        passed=result.reaches(quiz.pass_mark) if attempt is None else attempt.passed,
        lesson=course.lesson(quiz.lesson_id) if quiz.lesson_id else None,
        module=course.module(quiz.module_id) if quiz.module_id else None,
        lessons_again=[lesson for lesson in course.lessons if lesson.id in again],
        lessons={lesson.id: lesson for lesson in course.lessons},
    )


def _moment_page(attempt: Attempt) -> str:
    """Before the course only how many were right: the same questions come again, with their answers."""
    taken = queries.attempts_by_moment(attempt.person, attempt.quiz_id)
    graded = {moment: services.grade_of(one, one.drawn) for moment, one in taken.items() if not one.is_open}
    before, after = graded.get(Moment.PRE), graded.get(Moment.POST)
    if after is None:
        return render_template("assessment/before.html", grade=services.grade_of(attempt, attempt.drawn))
    last = taken[Moment.POST]
    return render_template(
        "assessment/before_and_after.html",
        compared=compare(last.drawn, given(last), before=before, after=after),
        lessons={lesson.id: lesson for lesson in current_course().lessons},
    )


def _saved(count: int, of: int) -> ResponseReturnValue:
    return jsonify(saved_at=f"{now().astimezone(ULAANBAATAR):%H:%M}", answered=count, of=of)
