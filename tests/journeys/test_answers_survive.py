"""What was answered or typed is not lost: no line, a second tab, a double tap, another language."""

import pytest

from lms.assessment.models import Attempt
from lms.assessment.queries import responses_of, submitted_attempts
from lms.core.db import db
from tests.factories import PASSWORD, make_account
from tests.journeys.steps import (
    Visit,
    answer_all,
    answer_right,
    begin_test,
    hand_in,
    questions_here,
    sign_in,
    switch_language,
)


@pytest.fixture
def learner(new_page, site):
    """Somebody at the test of the first module, and the quiz."""
    visit = Visit(new_page(), site)
    with site.record_book():
        visit.person_id = (account := make_account(phone=visit.phone)).person_id
        code = account.personal_code
    sign_in(visit, code)
    return visit, begin_test(visit, site.course.modules[0])


def attempt_of(visit):
    return db.session.query(Attempt).filter_by(public_id=visit.page.url.split("/")[4]).one()


def saved_answers(visit):
    with visit.site.record_book():
        return {name: row.answer for name, row in responses_of(attempt_of(visit)).items()}


def wait_for(visit, words):
    visit.page.locator("#saved").get_by_text(visit.say(words)).wait_for()


def test_an_answer_given_without_a_line_is_sent_when_the_line_is_back(learner, complaints):
    visit, quiz = learner
    first, second, *_ = questions_here(visit.page, quiz)
    answer_right(visit, first)
    wait_for(visit, "Saved")
    visit.page.context.set_offline(True)
    answer_right(visit, second)
    wait_for(visit, "No connection. Your answer is on this page; it will be sent again.")
    visit.button("Hand in").click()
    assert "/attempts/" in visit.page.url  # handing in waits for the line, too
    assert set(saved_answers(visit)) == {first.id}
    visit.page.context.set_offline(False)
    wait_for(visit, "Saved")
    assert set(saved_answers(visit)) == {first.id, second.id}
    complaints.expect("ERR_INTERNET_DISCONNECTED")


def test_an_answer_is_tried_again_by_itself_when_the_server_was_away(learner, complaints):
    visit, quiz = learner
    first = next(one for one in questions_here(visit.page, quiz) if one.kind == "single")
    visit.page.route("**/answers", lambda route: route.fulfill(status=503), times=1)
    answer_right(visit, first)
    wait_for(visit, "No connection. Your answer is on this page; it will be sent again.")
    wait_for(visit, "Saved")
    assert set(saved_answers(visit)) == {first.id}
    complaints.expect("503")


def test_a_second_tab_takes_nothing_back(learner, complaints):
    visit, quiz = learner
    other = Visit(visit.page.context.new_page(), visit.site)
    other.page.goto(visit.page.url)
    first, second, third, *_ = questions_here(visit.page, quiz)
    answer_right(visit, first)
    wait_for(visit, "Saved")
    answer_right(other, second)
    wait_for(other, "Saved")
    assert set(saved_answers(visit)) == {first.id, second.id}
    answer_all(other, quiz)
    hand_in(other)
    result = other.heading()
    answer_right(visit, third)
    wait_for(
        visit,
        "Not saved: you signed out or handed in on another page. What was saved before is kept. "
        "Press “Hand in” to go on.",
    )
    hand_in(visit)
    assert visit.heading() == result
    complaints.expect("409")


def test_a_page_that_was_closed_opens_where_it_was_left(learner):
    visit, quiz = learner
    asked = questions_here(visit.page, quiz)
    for question in asked[:3]:
        answer_right(visit, question)
    visit.page.close()
    visit.page = visit.page.context.new_page()
    begin_test(visit, visit.course.modules[0])
    assert [question.id for question in questions_here(visit.page, quiz)] == [one.id for one in asked]
    assert set(saved_answers(visit)) == {question.id for question in asked[:3]}


def test_what_was_typed_is_kept_though_the_field_was_not_left(new_page, site):
    visit = Visit(new_page(), site)
    kinds = {quiz.id: [one.kind for one in quiz.questions] for quiz in site.course.quizzes.values()}
    lesson = next(one for one in site.course.lessons if "number" in kinds[one.check_id])
    number = next(one for one in site.course.quiz(lesson.check_id).questions if one.kind == "number")
    visit.page.goto(f"/lessons/{lesson.id}/check")
    visit.page.locator(f"#q-{number.id}").press_sequentially("1,400.5")
    visit.page.goto("/help")
    visit.page.wait_for_timeout(500)  # the answer is sent while the next page opens
    visit.page.goto(f"/lessons/{lesson.id}/check")
    assert visit.page.locator(f"#q-{number.id}").input_value() == "1,400.5"


def test_a_double_tap_hands_in_once(learner):
    visit, quiz = learner
    answer_all(visit, quiz)
    visit.button("Hand in").dblclick()
    visit.page.wait_for_url("**/result")
    assert visit.heading().endswith(f"{quiz.draw}/{quiz.draw}")
    with visit.site.record_book():
        assert len(submitted_attempts(attempt_of(visit).person, quiz.id)) == 1


def test_the_language_changes_in_the_middle_of_a_test(learner):
    visit, quiz = learner
    asked = questions_here(visit.page, quiz)
    for question in asked[:7]:
        answer_right(visit, question)
    switch_language(visit, "en")
    assert questions_here(visit.page, quiz) == asked
    for question in asked[7:]:
        answer_right(visit, question)
    hand_in(visit)
    assert visit.heading() == visit.say("Right answers: %(right)s/%(of)s", right=quiz.draw, of=quiz.draw)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_the_language_changes_in_a_half_filled_registration(new_page, site, script):
    visit = Visit(new_page(java_script_enabled=script), site)
    visit.page.goto("/register")
    visit.field("Father's or mother's name").fill("Ганболд")
    visit.field("Given name").fill("Өлзийсайхан")
    visit.field("Phone").fill("99112233")
    visit.field("Password").fill(PASSWORD)
    visit.field("Aimag or district").select_option("43")
    visit.field("I prefer not to say my year of birth").check()
    visit.page.locator(".lang [aria-current]").click()  # the language that it has: nothing happens
    assert visit.field("Given name").input_value() == "Өлзийсайхан"
    switch_language(visit, "en")
    assert visit.field("Father's or mother's name").input_value() == "Ганболд"
    assert visit.field("Given name").input_value() == "Өлзийсайхан"
    assert visit.field("Phone").input_value() == "99112233"
    assert visit.field("Aimag or district").input_value() == "43"
    assert visit.field("I prefer not to say my year of birth").is_checked()
    assert visit.page.locator(".err").count() == 0
    # A password is never sent back in a page, which says so.
    assert visit.field("Password").input_value() == ""
    hint = visit.say("The password is not kept on the page: write it again.")
    assert visit.page.get_by_text(hint).is_visible()
