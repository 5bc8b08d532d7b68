"""What counts as completed, and the reasons that a learner reads."""

import re
from datetime import timedelta

from lms.assessment.queries import QuizResult
from lms.content.store import current_course
from lms.core.clock import now
from lms.learning.queries import LessonDone
from lms.progress.rules import LessonNotRead, TestNotPassed, course_status
from tests.factories import earn_modules


def read(*lessons, version=None, at=None):
    course = current_course()
    return {one: LessonDone(version or course.lesson(one).version, at or now()) for one in lessons}


def reasons(status):
    return [
        ("read", one.lesson.id) if isinstance(one, LessonNotRead) else ("test", one.module.id, one.best)
        for one in status.unmet
    ]


def test_somebody_new_lacks_every_lesson_and_test_in_order(app):
    assert reasons(course_status(current_course(), {}, {})) == [
        ("read", "whom-to-ask"),
        ("read", "what-to-ask"),
        ("test", "asking", None),
        ("read", "how-to-count"),
        ("read", "how-to-share"),
        ("test", "counting", None),
    ]


def test_the_next_step_is_the_first_reason(app):
    status = course_status(current_course(), read("whom-to-ask", "what-to-ask"), {})
    assert isinstance(status.next_step, TestNotPassed)
    assert (status.next_step.module.id, status.next_step.pass_mark) == ("asking", 80)


def test_a_failed_test_is_a_reason_with_the_best_result(app):
    results = {"test-asking": QuizResult(best=60, passed_at=None, attempts=2)}
    status = course_status(current_course(), read("whom-to-ask", "what-to-ask"), results)
    assert reasons(status)[0] == ("test", "asking", 60)
    assert not status.modules[0].is_earned


def test_a_module_is_earned_on_the_later_of_reading_and_passing(app):
    late, early = now(), now() - timedelta(days=3)
    results = {"test-asking": QuizResult(best=90, passed_at=early, attempts=1)}
    status = course_status(
        current_course(), read("whom-to-ask", at=early) | read("what-to-ask", at=late), results
    )
    assert (status.modules[0].is_earned, status.modules[0].earned_at) == (True, late)
    assert (status.modules_earned, status.is_completed) == (1, False)


def test_a_module_is_begun_with_its_first_lesson_or_its_first_try(app):
    course = current_course()
    begun = [
        course_status(course, done, results).modules[0].is_begun
        for done, results in [
            ({}, {}),
            (read("whom-to-ask"), {}),
            ({}, {"test-asking": QuizResult(best=0, passed_at=None, attempts=1)}),
        ]
    ]
    assert begun == [False, True, True]


def test_a_changed_lesson_is_named_and_still_counts(app):
    status = course_status(current_course(), read("whom-to-ask", version="older"), {})
    assert [lesson.id for lesson in status.modules[0].changed] == ["whom-to-ask"]
    assert status.lessons_read == 1


def test_the_page_gives_a_reason_for_each_rule_not_met(cast, visit):
    earn_modules(cast.bold.person, modules=1)
    page = visit(cast.bold).get("/progress").text
    assert page.count("/lessons/how-to-count") >= 2
    assert "/modules/counting/test" in page
    assert "/lessons/whom-to-ask" not in page.split("<details")[1]


def test_somebody_who_has_all_is_led_to_the_certificate(cast, visit):
    earn_modules(cast.bold.person)
    page = visit(cast.bold).get("/progress").text
    assert "<details" not in page
    assert "/certificate" in page


def test_after_a_failed_try_the_page_says_how_far_it_went(cast, visit):
    bold = visit(cast.bold)
    address = bold.submit("/modules/asking/test", action="/modules/asking/test").headers["Location"]
    bold.post(address, data={"anyway": "1"})
    for lesson in ("whom-to-ask", "what-to-ask"):
        bold.post(f"/lessons/{lesson}/done")
    needed = "80"
    assert re.search(rf"\b0\b.*\b{needed}\b", bold.page("/progress").text)
