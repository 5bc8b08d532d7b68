"""The questions before and after the course: one attempt each, neither passed nor failed."""

import pytest

from lms.assessment import queries, services
from lms.assessment.errors import TakenAlready
from lms.assessment.models import Moment
from lms.content.store import current_course
from lms.core.clock import now
from lms.home.demo import right_answer


@pytest.fixture
def bold(cast):
    return cast.bold.person


def quiz():
    return current_course().quiz("pre-post")


def take(person, moment, *, right=True):
    attempt = services.start_at_moment(person, quiz(), moment, at=now())
    answers = {one.question.id: right_answer(one) for one in attempt.drawn} if right else {}
    return services.submit_attempt(attempt, answers, at=now(), pass_mark=quiz().pass_mark)


def test_starting_twice_gives_the_same_attempt(bold):
    first = services.start_at_moment(bold, quiz(), Moment.PRE, at=now())
    assert services.start_at_moment(bold, quiz(), Moment.PRE, at=now()) is first


def test_before_and_after_are_two_attempts_that_may_both_be_open(bold):
    before = services.start_at_moment(bold, quiz(), Moment.PRE, at=now())
    after = services.start_at_moment(bold, quiz(), Moment.POST, at=now())
    assert queries.attempts_by_moment(bold, "pre-post") == {Moment.PRE: before, Moment.POST: after}


def test_both_ask_the_same_questions_all_of_them(bold):
    asked = [
        [one.question.id for one in services.start_at_moment(bold, quiz(), moment, at=now()).drawn]
        for moment in Moment
    ]
    assert asked[0] == asked[1] == [question.id for question in quiz().questions]


def test_it_is_taken_once(bold):
    take(bold, Moment.PRE)
    with pytest.raises(TakenAlready):
        services.start_at_moment(bold, quiz(), Moment.PRE, at=now())


def test_it_is_neither_passed_nor_failed(bold):
    assert (take(bold, Moment.PRE).passed, take(bold, Moment.POST, right=False).passed) == (None, None)


def test_it_does_not_stand_in_the_way_of_an_attempt_without_a_moment(bold):
    services.start_at_moment(bold, quiz(), Moment.PRE, at=now())
    assert services.start_attempt(bold, quiz(), at=now()).moment is None
    assert len(queries.attempts_by_moment(bold, "pre-post")) == 1
