"""Reading: open to everybody, counted once, a guest's reading theirs on registering."""

from datetime import timedelta

from lms.assessment import queries as assessment
from lms.content.store import current_course
from lms.core.clock import now
from lms.learning import queries, services
from lms.learning.queries import LessonDone
from tests.factories import earn_modules

LESSON = "/lessons/whom-to-ask"


def test_a_guest_reads_a_lesson_with_its_terms_and_sources(client):
    page = client.page(LESSON)
    lesson = current_course().lesson("whom-to-ask")
    assert lesson.title["mn"] in page.text
    for term_id in lesson.bodies["mn"].term_ids:
        assert current_course().terms[term_id].definition["mn"] in page.text


def test_finishing_a_lesson_leads_to_the_next_and_the_last_to_the_test(client):
    assert client.post(f"{LESSON}/done").headers["Location"] == "/lessons/what-to-ask"
    assert client.post("/lessons/what-to-ask/done").headers["Location"] == "/modules/asking/test"
    assert client.post("/lessons/how-to-share/done").headers["Location"] == "/modules/counting/test"


def test_a_lesson_finished_twice_counts_once_and_keeps_the_first_day(cast):
    person, lesson, at = cast.bold.person, current_course().lesson("whom-to-ask"), now()
    services.complete_lesson(person, lesson, at=at)
    services.complete_lesson(person, lesson, at=at + timedelta(days=9))
    assert queries.lessons_done(person) == {"whom-to-ask": LessonDone(lesson.version, at)}


def test_a_learner_finds_what_was_read_on_another_phone(cast, visit):
    visit(cast.bold).post(f"{LESSON}/done")
    assert "1/4" in visit(cast.bold).page("/progress").text
    assert "0/4" in visit(cast.tumur).page("/progress").text


def test_a_guest_sees_what_this_phone_has_read(client, new_client):
    client.post(f"{LESSON}/done")
    assert "1/4" in client.page("/progress").text
    assert "0/4" in new_client().page("/progress").text


def test_what_a_guest_read_is_theirs_after_signing_in(cast, client):
    client.post(f"{LESSON}/done")
    client.sign_in(cast.bold.personal_code, "гурван-тогоруу-нуур")
    assert set(queries.lessons_done(cast.bold.person)) == {"whom-to-ask"}


def test_a_lesson_that_is_gone_from_the_course_is_not_taken_over(cast, client):
    with client.session_transaction(base_url="https://egekh.test") as browser:
        browser["guest"] = {
            "lessons": {"gone": ["v", now().isoformat()]},
            "checks": {"gone": {"seed": "1", "answers": {}, "at": None}},
        }
    client.sign_in(cast.bold.personal_code, "гурван-тогоруу-нуур")
    assert queries.lessons_done(cast.bold.person) == {}


def test_a_text_that_changed_is_marked_and_stays_counted(cast, visit):
    lesson = current_course().lesson("whom-to-ask")
    services.complete_lesson(cast.bold.person, lesson, at=now(), version="an older text")
    bold = visit(cast.bold)
    assert bold.page(LESSON).text.count("warn") >= 0
    assert "box warn" in bold.get(LESSON).text
    assert "1/4" in bold.page("/progress").text


def test_the_same_page_again_costs_nothing(client):
    for address in ("/", "/lessons", "/modules/asking", LESSON, "/glossary", "/help"):
        first = client.get(address)
        again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
        assert (address, again.status_code, again.data) == (address, 304, b"")


def test_a_page_is_new_once_a_lesson_was_read(client):
    client.get(LESSON)
    seen = client.get(LESSON).headers["ETag"]
    client.post(f"{LESSON}/done")
    assert client.get(LESSON, headers={"If-None-Match": seen}).status_code == 200


def test_the_glossary_is_in_alphabetical_order_and_forgives_look_alikes(client):
    terms = [term.name["mn"] for term in current_course().terms.values()]
    page = client.page("/glossary").text
    assert all(term in page for term in terms)
    look_alikes = str.maketrans("аеорсух", "aeopcyx")
    for term in terms:
        typed = term.upper()[:-1] + term[-1].translate(look_alikes)
        assert term in client.page(f"/glossary?q={typed}").text


def test_a_term_that_is_not_there_says_so(client):
    assert 'class="empty"' in client.get("/glossary?q=ямаа").text


def test_unknown_lessons_and_modules_are_not_found(client):
    for address in ("/lessons/nothing", "/modules/nothing", "/lessons/%00", "/lessons/" + "x" * 3000):
        assert client.get(address).status_code == 404
    assert client.post("/lessons/nothing/done").status_code == 404


def test_a_check_begun_as_a_guest_goes_on_after_signing_in(cast, client):
    client.post("/lessons/whom-to-ask/check/answers", data={"go": "1", "q-true": "true"})
    client.sign_in(cast.bold.personal_code, "гурван-тогоруу-нуур")
    attempt = assessment.open_attempt(cast.bold.person, "check-whom-to-ask")
    assert attempt is not None
    assert client.get("/lessons/whom-to-ask/check").status_code == 200


def test_the_list_of_lessons_says_which_test_is_passed(cast, visit):
    bold = visit(cast.bold)
    before = bold.page("/lessons").text
    earn_modules(cast.bold.person, modules=1)
    assert [page.count("Тэнцсэн") for page in (before, bold.page("/lessons").text)] == [0, 1]
    assert "Тэнцсэн" in bold.page("/modules/asking").text
