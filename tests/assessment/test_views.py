"""Quizzes as a visitor meets them: checks for everybody, tests for those with a record."""

import pytest
from sqlalchemy import func, select

from lms.assessment import queries
from lms.assessment.draw import draw
from lms.assessment.models import Attempt
from lms.content.store import current_course
from lms.core.db import db
from lms.home.demo import right_answer
from tests.factories import new_person

CHECK = "/lessons/whom-to-ask/check"
TEST = "/modules/asking/test"


def fields(drawn, answers):
    """Answers as the page's fields send them."""
    sent = {}
    for one in drawn:
        name = f"q-{one.question.id}"
        answer = answers.get(one.question.id)
        if isinstance(answer, dict):
            pairs = [pair.id for pair in one.question.pairs]
            places = {part: str(place) for place, part in enumerate(one.order, 1)} if pairs else {}
            for row, part in enumerate(pairs or one.order, 1):
                if part in answer:
                    sent[f"{name}-{row}"] = places.get(answer[part], answer[part])
        elif answer is not None:
            sent[name] = answer
    return sent


def all_right(drawn):
    return {one.question.id: right_answer(one) for one in drawn}


def check_quiz():
    return current_course().quiz("check-whom-to-ask")


def answer_check(visitor, *, go="1", answers=None, **extra):
    drawn = draw(check_quiz(), go)
    chosen = all_right(drawn) if answers is None else answers
    return visitor.post(CHECK, data={"go": go, **fields(drawn, chosen), **extra})


def start_test(visitor):
    return visitor.submit(TEST, action=TEST).headers["Location"]


def attempts():
    db.session.expire_all()
    return db.session.scalar(select(func.count()).select_from(Attempt))


def test_a_guest_does_a_check_and_reads_why(client):
    assert answer_check(client).headers["Location"] == f"{CHECK}/result"
    page = client.page(f"{CHECK}/result")
    assert "3/3" in page.text or "/" in page.text
    assert check_quiz().questions[0].explanation["mn"] in page.text
    assert attempts() == 0


def test_a_check_with_a_question_left_out_is_shown_again_with_what_was_answered(client):
    drawn = draw(check_quiz(), "1")
    first = drawn[0].question
    response = answer_check(client, answers={first.id: right_answer(drawn[0])})
    assert response.status_code == 200
    assert "checked" in response.text or "selected" in response.text or 'value="' in response.text
    assert client.get(f"{CHECK}/result").status_code == 303


def test_a_check_can_be_handed_in_as_it_is(client):
    assert answer_check(client, answers={}, anyway="1").status_code == 303


def test_a_check_handed_in_twice_counts_once(cast, visit):
    bold = visit(cast.bold)
    assert [answer_check(bold).status_code for _ in range(2)] == [303, 303]
    assert attempts() == 1


def test_a_check_may_be_done_again(cast, visit):
    bold = visit(cast.bold)
    answer_check(bold, go="1")
    answer_check(bold, go="2", answers={}, anyway="1")
    assert attempts() == 2
    assert queries.quiz_results(cast.bold.person)["check-whom-to-ask"].best == 100


def test_a_guest_who_registers_keeps_the_checks(client):
    answer_check(client)
    new = new_person(phone="99887766")
    page = client.page("/register").form(name="family_name")
    sent = page.values | {
        "family_name": new.family_name,
        "given_name": new.given_name,
        "phone": "99887766",
        "region_code": "43",
        "group": "citizen",
        "gender": "female",
        "birth_year": "1985",
        "password": "гурван-тогоруу-нуур",
        "agree_register": "y",
    }
    assert client.post("/register", data=sent).status_code == 303
    assert attempts() == 1
    assert client.page(f"{CHECK}/result").text


def test_each_answer_is_saved_as_it_is_given(cast, visit):
    bold = visit(cast.bold)
    drawn = draw(check_quiz(), "1")
    answers = {drawn[0].question.id: right_answer(drawn[0])}
    saved = bold.post(f"{CHECK}/answers", data={"go": "1", **fields(drawn, answers)})
    assert (saved.json["answered"], saved.json["of"]) == (1, len(drawn))
    assert queries.open_attempt(cast.bold.person, "check-whom-to-ask") is not None


def test_a_page_of_an_earlier_go_saves_nothing(cast, visit):
    bold = visit(cast.bold)
    answer_check(bold)
    assert bold.post(f"{CHECK}/answers", data={"go": "1"}).status_code == 409


def test_a_guests_answers_are_saved_too(client):
    drawn = draw(check_quiz(), "1")
    answers = {drawn[0].question.id: right_answer(drawn[0])}
    client.post(f"{CHECK}/answers", data={"go": "1", **fields(drawn, answers)})
    assert "checked" in client.get(CHECK).text or "selected" in client.get(CHECK).text


def test_the_result_of_a_check_not_done_leads_to_the_check(client, cast, visit):
    for visitor in (client, visit(cast.bold)):
        assert visitor.get(f"{CHECK}/result").headers["Location"] == CHECK


def test_a_test_is_taken_passed_and_explained(cast, visit):
    bold = visit(cast.bold)
    address = start_test(bold)
    drawn = queries.open_attempt(cast.bold.person, "test-asking").drawn
    done = bold.post(address, data=fields(drawn, all_right(drawn)))
    assert done.headers["Location"] == f"{address}/result"
    assert "2/2" in bold.page(f"{address}/result").text
    assert "100%" in bold.page(TEST).text


def test_an_open_test_goes_on_where_it_was(cast, visit):
    bold = visit(cast.bold)
    address = start_test(bold)
    assert start_test(bold) == address
    assert bold.get(f"{address}/result").headers["Location"] == address


def test_a_test_left_unfinished_names_the_questions_and_keeps_the_rest(cast, visit):
    bold = visit(cast.bold)
    address = start_test(bold)
    drawn = queries.open_attempt(cast.bold.person, "test-asking").drawn
    one = {drawn[0].question.id: right_answer(drawn[0])}
    page = bold.post(address, data=fields(drawn, one))
    assert 'href="#n2"' in page.text
    assert 'href="#n1"' not in page.text
    bold.post(f"{address}/answers", data={})
    bold.post(address, data={"anyway": "1"})
    result = queries.quiz_results(cast.bold.person)["test-asking"]
    assert result.best == 50


def test_the_wait_after_a_failed_test_is_said(cast, visit):
    bold = visit(cast.bold)
    bold.post(start_test(bold), data={"anyway": "1"})
    assert "<button" not in bold.get(TEST).text.split("</main>")[0].split("<h1>")[1]
    refused = bold.post(TEST)
    assert refused.status_code == 409
    assert attempts() == 1


def test_a_finished_test_opens_its_result(cast, visit):
    bold = visit(cast.bold)
    address = start_test(bold)
    bold.post(address, data={"anyway": "1"})
    assert bold.get(address).headers["Location"] == f"{address}/result"
    assert bold.post(f"{address}/answers", data={}).status_code == 409


def test_switching_the_language_keeps_the_answers_and_hands_nothing_in(cast, visit):
    bold = visit(cast.bold)
    address = start_test(bold)
    drawn = queries.open_attempt(cast.bold.person, "test-asking").drawn
    page = bold.post(address, data={**fields(drawn, all_right(drawn)), "switch_language": "en"})
    assert page.status_code == 200
    assert 'lang="en"' in page.text
    assert "checked" in page.text
    answer = draw(check_quiz(), "1")
    page = bold.post(CHECK, data={"go": "1", "switch_language": "mn", **fields(answer, {})})
    assert (page.status_code, 'lang="mn"' in page.text) == (200, True)


def test_nobody_opens_anothers_attempt(cast, visit):
    address = start_test(visit(cast.bold))
    stranger = visit(cast.tumur)
    assert stranger.get(address).status_code == 404
    assert stranger.post(address, data={"anyway": "1"}).status_code == 404
    assert stranger.post(f"{address}/answers", data={}).status_code == 404
    assert stranger.get(f"{address}/result").status_code == 404


def test_what_the_page_did_not_offer_is_no_answer(cast, visit):
    bold = visit(cast.bold)
    drawn = draw(check_quiz(), "1")
    forged = {f"q-{one.question.id}": "forged" for one in drawn}
    forged |= {f"q-{one.question.id}-{row}": "99" for one in drawn for row in range(1, 9)}
    kinds = {one.question.kind.value for one in drawn}
    saved = bold.post(f"{CHECK}/answers", data={"go": "1", **forged}).json["answered"]
    assert saved == len(kinds & {"number", "short"})


@pytest.mark.parametrize("address", ["/lessons/nothing/check", "/modules/nothing/test"])
def test_an_unknown_quiz_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_no_field_of_a_question_tells_which_parts_belong_together(client):
    """Pairs and items have ids in the order of the key: the page names rows by their places on it."""
    questions = current_course().quiz("check-what-to-ask").questions
    parts = [part.id for one in questions for part in (*one.pairs, *one.extras, *one.items)]
    page = client.page("/lessons/what-to-ask/check")
    given = [field.get(name) or "" for field in page.all("select", "option") for name in ("name", "value")]
    assert parts
    assert [one for one in given for part in parts if one == part or one.endswith(f"-{part}")] == []


def test_rows_that_belong_together_are_right(client):
    address = "/lessons/what-to-ask/check"
    drawn = draw(current_course().quiz("check-what-to-ask"), "1")
    client.post(address, data={"go": "1", **fields(drawn, all_right(drawn))})
    assert client.page(f"{address}/result").h1.endswith(f"{len(drawn)}/{len(drawn)}")
