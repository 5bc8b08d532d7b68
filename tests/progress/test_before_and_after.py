"""The questions before and after the course: offered on the progress page, never asked for."""

import pytest

from lms.assessment import queries, services
from lms.assessment.models import Moment
from lms.content.course import QuizKind
from lms.content.store import current_course
from lms.core.clock import now
from lms.core.db import db
from lms.home.demo import right_answer
from lms.learning import services as learning
from tests.factories import earn_modules, pass_test
from tests.pages import words

START = "/before-and-after"


def quiz():
    return current_course().quiz("pre-post")


def read(person, *lessons):
    for lesson in lessons:
        learning.complete_lesson(person, current_course().lesson(lesson), at=now())


def read_all(person):
    read(person, *(lesson.id for lesson in current_course().lessons))


def take(person, moment, *, right):
    """Hand in with so many right answers, the rest left out."""
    attempt = services.start_at_moment(person, quiz(), moment, at=now())
    answers = {one.question.id: right_answer(one) for one in attempt.drawn[:right]}
    return services.submit_attempt(attempt, answers, at=now(), pass_mark=80)


def starts(page):
    return [form.get("action") for form in page.all("form") if START in form.get("action", "")]


@pytest.fixture
def bold(cast, visit):
    return visit(cast.bold)


@pytest.fixture
def person(cast):
    return cast.bold.person


def test_somebody_new_is_offered_the_first(bold):
    assert starts(bold.page("/progress")) == [f"{START}/pre"]


def test_a_guest_is_offered_nothing(client):
    assert starts(client.page("/progress")) == []
    assert "/sign-in" in client.post(f"{START}/pre").headers["Location"]


def test_once_a_lesson_is_read_or_a_test_tried_the_first_is_not_offered_any_more(bold, person, cast, visit):
    read(person, "whom-to-ask")
    assert starts(bold.page("/progress")) == []
    assert bold.post(f"{START}/pre").status_code == 409
    quiz = current_course().quiz("test-asking")
    attempt = services.start_attempt(cast.tumur.person, quiz, at=now())
    services.submit_attempt(attempt, {}, at=now(), pass_mark=80)
    assert starts(visit(cast.tumur).page("/progress")) == []


def test_begun_before_it_may_be_finished_while_no_module_is_earned(bold, person):
    address = bold.post(f"{START}/pre").headers["Location"]
    read(person, "whom-to-ask")
    assert starts(bold.page("/progress")) == [f"{START}/pre"]
    assert bold.post(f"{START}/pre").headers["Location"] == address
    earn_modules(person, modules=1)
    assert starts(bold.page("/progress")) == []


def test_after_the_last_module_the_second_is_offered_with_or_without_the_first(bold, person):
    read(person, "how-to-count", "how-to-share")
    assert starts(bold.page("/progress")) == [f"{START}/post"]
    assert bold.post(f"{START}/pre").status_code == 409


def test_a_last_module_earned_in_another_way_is_enough(bold, person):
    earn_modules(person)
    assert starts(bold.page("/progress")) == [f"{START}/post"]


def test_reading_is_never_stopped_by_them(bold):
    bold.post(f"{START}/pre")
    assert bold.get("/lessons/how-to-share").status_code == 200
    assert bold.post("/lessons/how-to-share/done").status_code == 303


def test_neither_counts_for_the_course(bold, person):
    earn_modules(person)
    assert "1/1" not in bold.page("/progress").text
    status_before = bold.page("/progress").with_class("done")
    take(person, Moment.POST, right=0)
    assert len(bold.page("/progress").with_class("done")) == len(status_before)


def test_before_the_course_only_the_number_is_told(bold, person):
    sent = bold.post(f"{START}/pre", follow_redirects=True)
    assert sent.status_code == 200
    attempt = queries.attempts_by_moment(person, "pre-post")[Moment.PRE]
    answers = {f"q-{one.question.id}": right_answer(one) for one in attempt.drawn[:1]}
    done = bold.post(f"/attempts/{attempt.public_id}", data={**answers, "anyway": "1"}, follow_redirects=True)
    assert "1/2" in done.text
    secrets = [
        text[language]
        for question in quiz().questions
        for text in (question.explanation, *(choice.why for choice in question.choices))
        for language in ("mn", "en")
    ]
    assert [text for text in secrets if text in done.text] == []
    assert [
        question.prompt["mn"] for question in quiz().questions if question.prompt["mn"] in done.text
    ] == []


def test_the_page_of_the_questions_holds_no_key(bold):
    page = bold.post(f"{START}/pre", follow_redirects=True).text
    for question in quiz().questions:
        assert question.prompt["mn"] in page
        assert question.explanation["mn"] not in page
    assert "correct" not in page


def test_afterwards_both_numbers_and_every_question_are_shown_with_explanations(bold, person):
    take(person, Moment.PRE, right=1)
    read_all(person)
    after = take(person, Moment.POST, right=2)
    page = bold.page(f"/attempts/{after.public_id}/result?lang=en")
    assert [words(score) for score in page.all("dt", "dd")] == [
        *("Before the course", "1/2"),
        *("After the course", "2/2"),
    ]
    for question in quiz().questions:
        assert question.prompt["en"] in page.text
        assert question.explanation["en"] in page.text
    assert page.text.count("Before: Not answered") == 1
    assert page.text.count("After: ✓ Right") == 2


def test_the_result_from_before_then_shows_the_same(bold, person):
    before = take(person, Moment.PRE, right=0)
    read_all(person)
    take(person, Moment.POST, right=1)
    page = bold.page(f"/attempts/{before.public_id}/result?lang=en")
    assert [words(score) for score in page.all("dd")] == ["0/2", "1/2"]


def test_without_the_first_the_second_stands_alone(bold, person):
    read_all(person)
    after = take(person, Moment.POST, right=1)
    page = bold.page(f"/attempts/{after.public_id}/result?lang=en")
    assert "not taken" in page.text
    assert "Before:" not in page.text


def test_a_first_that_was_never_handed_in_is_no_first(bold, person):
    bold.post(f"{START}/pre")
    read_all(person)
    after = take(person, Moment.POST, right=1)
    assert "not taken" in bold.page(f"/attempts/{after.public_id}/result?lang=en").text


def test_a_question_that_was_not_asked_before_is_said_to_be_new(bold, person):
    before = take(person, Moment.PRE, right=2)
    before.drawn_json = before.drawn_json[:1]
    db.session.flush()
    read_all(person)
    after = take(person, Moment.POST, right=2)
    assert "Before: Not asked" in bold.page(f"/attempts/{after.public_id}/result?lang=en").text


def test_a_wrong_answer_is_shown_beside_the_right_one(bold, person):
    read_all(person)
    attempt = services.start_at_moment(person, quiz(), Moment.POST, at=now())
    question = quiz().questions[0]
    wrong = next(choice for choice in question.choices if not choice.correct)
    services.submit_attempt(attempt, {question.id: wrong.id}, at=now(), pass_mark=80)
    text = bold.page(f"/attempts/{attempt.public_id}/result?lang=en").text
    assert f"Your answer: {wrong.text['en']}" in text
    assert wrong.why["en"] in text


def test_both_results_stay_on_the_progress_page(bold, person):
    take(person, Moment.PRE, right=1)
    assert "1/2" in bold.page("/progress?lang=en").text
    earn_modules(person)
    take(person, Moment.POST, right=2)
    page = bold.page("/progress?lang=en")
    assert "Before the course: Right answers: 1/2" in page.text
    assert "After the course: Right answers: 2/2" in page.text
    assert starts(page) == []


def test_each_is_handed_in_once(bold, person):
    read_all(person)
    take(person, Moment.POST, right=2)
    assert bold.post(f"{START}/post").status_code == 409


def test_an_unknown_moment_is_not_found(bold):
    assert bold.post(f"{START}/never").status_code == 404


def test_the_language_can_be_changed_in_the_middle(bold):
    address = bold.post(f"{START}/pre").headers["Location"]
    page = bold.post(address, data={"switch_language": "en"})
    assert quiz().questions[0].prompt["en"] in page.text


def test_a_course_without_such_questions_offers_none(bold, cast, visit, monkeypatch):
    others = {
        name: quiz for name, quiz in current_course().quizzes.items() if quiz.kind is not QuizKind.PREPOST
    }
    monkeypatch.setattr(type(current_course()), "quizzes", others, raising=False)
    assert starts(bold.page("/progress")) == []
    assert bold.post(f"{START}/pre").status_code == 404
    assert visit(cast.saraa).get("/quizzes/pre-post.pdf").status_code == 404


def test_a_module_test_is_marked_as_ever(person):
    assert pass_test(person, current_course().quiz("test-asking"), at=now()).passed
