"""Attempts: one open at a time, answers kept, handed in once."""

from datetime import timedelta

import pytest

from lms.assessment import queries, services
from lms.assessment.errors import AttemptIsOver, AttemptsUsedUp, MustWait
from lms.content.store import current_course
from lms.core.clock import now
from lms.home.demo import right_answer


@pytest.fixture
def bold(cast):
    return cast.bold.person


def bank(name="test-asking"):
    return current_course().quiz(name)


def fail(person, quiz, *, at):
    attempt = services.start_attempt(person, quiz, at=at)
    return services.submit_attempt(attempt, {}, at=at, pass_mark=quiz.pass_mark)


def pass_(person, quiz, *, at):
    attempt = services.start_attempt(person, quiz, at=at)
    answers = {one.question.id: right_answer(one) for one in attempt.drawn}
    return services.submit_attempt(attempt, answers, at=at, pass_mark=quiz.pass_mark)


def test_starting_twice_gives_the_same_attempt(bold):
    first = services.start_attempt(bold, bank(), at=now())
    assert services.start_attempt(bold, bank(), at=now()) is first


def test_an_attempt_keeps_what_was_drawn_and_its_version(bold):
    attempt = services.start_attempt(bold, bank(), at=now())
    assert attempt.quiz_version == bank().version
    assert len(attempt.drawn) == bank().draw


def test_all_right_passes_and_nothing_fails(bold):
    assert (passed := pass_(bold, bank(), at=now())).passed
    assert passed.percent == 100
    assert not fail(bold, bank("test-counting"), at=now()).passed


def test_an_empty_field_erases_nothing_that_was_saved(bold):
    attempt = services.start_attempt(bold, bank(), at=now())
    asked = attempt.drawn[0].question.id
    services.save_answers(attempt, {asked: "a"}, at=now())
    services.save_answers(attempt, {asked: ""}, at=now())
    assert queries.responses_of(attempt)[asked].answer == "a"


def test_a_later_answer_takes_the_place_of_the_earlier(bold):
    attempt = services.start_attempt(bold, bank(), at=now())
    asked = attempt.drawn[0].question.id
    for answer in ("a", "b"):
        services.save_answers(attempt, {asked: answer}, at=now())
    assert queries.responses_of(attempt)[asked].answer == "b"


def test_an_answer_to_what_was_not_asked_is_not_kept(bold):
    attempt = services.start_attempt(bold, bank(), at=now())
    assert services.save_answers(attempt, {"of-another-quiz": "a"}, at=now()) == 0


def test_handing_in_twice_keeps_the_first_result(bold):
    attempt = fail(bold, bank(), at=now())
    right = {one.question.id: right_answer(one) for one in attempt.drawn}
    again = services.submit_attempt(attempt, right, at=now(), pass_mark=80)
    assert (again.percent, again.passed) == (0, False)


def test_after_handing_in_nothing_more_is_saved(bold):
    attempt = fail(bold, bank(), at=now())
    with pytest.raises(AttemptIsOver):
        services.save_answers(attempt, {attempt.drawn[0].question.id: "a"}, at=now())


def test_a_failed_attempt_makes_one_wait(bold):
    at = now()
    fail(bold, bank(), at=at)
    with pytest.raises(MustWait) as refusal:
        services.start_attempt(bold, bank(), at=at + timedelta(minutes=9))
    assert refusal.value.until == at + timedelta(minutes=10)
    assert services.start_attempt(bold, bank(), at=at + timedelta(minutes=10)).is_open


def test_attempts_can_be_used_up(bold):
    for _ in range(3):
        fail(bold, bank("test-counting"), at=now())
    with pytest.raises(AttemptsUsedUp):
        services.start_attempt(bold, bank("test-counting"), at=now())


def test_after_a_pass_one_may_try_again_for_practice(bold):
    pass_(bold, bank("test-counting"), at=now())
    for _ in range(3):
        fail(bold, bank("test-counting"), at=now())
    result = queries.quiz_results(bold)["test-counting"]
    assert (result.best, result.passed_at is not None, result.attempts) == (100, True, 4)


def test_a_right_answer_of_every_kind_earns_the_point(bold):
    for quiz in current_course().quizzes.values():
        attempt = pass_(bold, quiz, at=now())
        assert (quiz.id, attempt.percent) == (quiz.id, 100)
