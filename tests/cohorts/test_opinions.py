"""Six questions, no name; sums from five answers up."""

import pytest

from lms.cohorts.feedback import QUESTIONS, FeedbackAnswer, summarise
from lms.cohorts.services.feedback import say
from lms.core.clock import today
from tests.cohorts.rooms import add, make_workshop


@pytest.fixture
def workshop(cast):
    made = make_workshop(cast.saraa)
    for name in ("Ану", "Болд", "Ганбаяр"):
        add(made, name)
    return made


def answers(db_session):
    return db_session.query(FeedbackAnswer).all()


def test_whoever_has_the_link_answers_without_a_name(client, workshop, db_session):
    address = f"/feedback/{workshop.public_id}"
    sent = client.submit(address, {"score-useful": "5", "text": " Илүү\n дасгал "}, name="text")
    answer = answers(db_session)[0]
    assert sent.status_code == 200
    assert (answer.scores, answer.text, answer.way) == ({"useful": 5}, "Илүү\nдасгал", "phone")


def test_the_trainer_enters_the_papers_one_after_the_other(visit, cast, workshop, db_session):
    address = f"/feedback/{workshop.public_id}"
    sent = visit(cast.saraa).submit(address, {"score-clear": "4"}, name="text")
    assert (sent.location, answers(db_session)[0].way) == (address, "paper")


def test_a_learner_answers_as_everybody_does(visit, cast, workshop, db_session):
    visit(cast.bold).submit(f"/feedback/{workshop.public_id}", {"score-clear": "4"}, name="text")
    assert answers(db_session)[0].way == "phone"


@pytest.mark.parametrize("fields", [{}, {"score-useful": "9"}, {"score-other": "5"}, {"text": "я" * 1001}])
def test_nothing_or_nonsense_is_not_kept(client, workshop, db_session, fields):
    assert client.post(f"/feedback/{workshop.public_id}", data=fields).status_code == 422
    assert answers(db_session) == []


def test_switching_the_language_keeps_what_was_chosen(client, workshop, db_session):
    chosen = {"switch_language": "en", "score-useful": "5"}
    page = client.post(f"/feedback/{workshop.public_id}", data=chosen)
    assert (page.status_code, 'value="5" checked' in page.text) == (200, True)
    empty = client.post(f"/feedback/{workshop.public_id}", data={"switch_language": "en"})
    assert (empty.status_code, answers(db_session)) == (200, [])


def test_there_is_no_page_without_a_workshop(client):
    assert client.get("/feedback/nothing").status_code == 404


def test_sums_are_shown_from_five_answers_up(visit, cast, workshop):
    saraa, address = visit(cast.saraa), f"/workshops/{workshop.public_id}/feedback"
    for score in (5, 5, 4, 3):
        say(workshop, {"useful": score}, "Баярлалаа", way="phone", on=today())
    assert "Баярлалаа" not in saraa.page(address).text
    say(workshop, {"clear": 1}, None, way="paper", on=today())
    page = saraa.page(address).text
    assert ("4.2" in page, "Баярлалаа" in page, str(QUESTIONS["useful"]) != "") == (True, True, True)


def test_a_summary_of_nothing_has_no_mean_and_no_share():
    summary = summarise([], people=0)
    assert (summary.percent, summary.questions[0].mean, summary.is_shown) == (None, None, False)


def test_five_answers_without_words_say_so(visit, cast, workshop):
    for _answer in range(5):
        say(workshop, {"useful": 3}, None, way="phone", on=today())
    page = visit(cast.saraa).page(f"/workshops/{workshop.public_id}/feedback")
    assert "100" in page.text
