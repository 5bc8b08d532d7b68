"""No answer key reaches a browser before the answers were handed in; afterwards all of it is there."""

import json
from collections.abc import Iterator
from html import unescape
from xml.etree.ElementTree import Element

import pytest

from lms.assessment.models import Moment
from lms.assessment.services import start_at_moment, start_attempt
from lms.content.course import Question, QuestionKind, Quiz, QuizKind
from lms.core.clock import now
from lms.core.db import db
from lms.core.mongolian import search_key
from lms.people.models import Person
from tests.factories import PASSWORD, make_account
from tests.pages import Page, words
from tests.visitors import Visitor

LANGUAGES = ("mn", "en")
SHORT = 25  # a sentence shorter than this may stand in a lesson by chance
OWN_FIELDS = {"type", "name", "id", "value", "inputmode", "autocomplete", "maxlength"}


def secrets_of(quiz: Quiz) -> dict[str, str]:
    """What nobody may read before: every explanation and every reason, and whose they are."""
    texts = {}
    for question in quiz.questions:
        for text in (question.explanation, *(choice.why for choice in question.choices)):
            texts |= {squeezed(text[language]): f"{quiz.id}/{question.id}" for language in LANGUAGES}
    return {text: owner for text, owner in texts.items() if text}


def squeezed(text: str) -> str:
    return " ".join(unescape(text).split())


@pytest.fixture(scope="module")
def secrets(served):
    return {
        text: owner for quiz in served.course.quizzes.values() for text, owner in secrets_of(quiz).items()
    }


def told(text: str, secrets: dict[str, str]) -> list[str]:
    """Whose secrets a text tells."""
    plain = squeezed(text)
    return [f"{owner}: {secret[:60]}" for secret, owner in secrets.items() if secret in plain]


def long_ones(secrets: dict[str, str]) -> dict[str, str]:
    return {secret: owner for secret, owner in secrets.items() if len(secret) >= SHORT}


def learner(site) -> Visitor:
    with site.record_book():
        code = make_account().personal_code
    return site.app.test_client().sign_in(code, PASSWORD)


def problems_of_fields(page: Page, quiz: Quiz) -> Iterator[str]:
    """Attributes that tell more than a field has to say, and answers that stand in the page as such."""
    for fieldset in page.with_class("question"):
        fields = [one for one in fieldset.iter() if one.tag in ("input", "select")]
        question = question_of(quiz, fields[0].get("name", ""))
        for rule in (says_more_than_a_field, names_its_parts, stands_as_such):
            yield from (f"{quiz.id}/{question.id}: {problem}" for problem in rule(question, fieldset, fields))


def says_more_than_a_field(question: Question, fieldset: Element, fields: list[Element]) -> Iterator[str]:
    for field in fields:
        if strange := set(field.keys()) - OWN_FIELDS:
            yield f"a field has {strange}"
        if question.kind in (QuestionKind.NUMBER, QuestionKind.SHORT) and field.get("value"):
            yield f"the field is filled in with {field.get('value')}"


def names_its_parts(question: Question, fieldset: Element, fields: list[Element]) -> Iterator[str]:
    rows = [field.get("name", "").rpartition("-")[2] for field in fields if field.tag == "select"]
    rows += [option.get("value") or words(option) for option in fieldset.iter("option")]
    if named := {row for row in rows if not row.isdigit()} - {"–", words_of_choosing(fieldset)}:
        yield f"its parts go by their names: {named}"


def stands_as_such(question: Question, fieldset: Element, fields: list[Element]) -> Iterator[str]:
    accepted = {search_key(answer) for answer in question.accept}
    for element in fieldset.iter():
        if element.tag != "legend" and search_key(words(element)) in accepted:
            yield f"“{words(element)}” stands beside the field"
        if any("correct" in f"{name}={value}".casefold() for name, value in element.items()):
            yield "an attribute speaks of what is correct"


def words_of_choosing(fieldset: Element) -> str:
    """What the first, empty option of a list says."""
    return next((words(option) for option in fieldset.iter("option") if option.get("value") == ""), "")


def question_of(quiz: Quiz, name: str) -> Question:
    known = {f"q-{question.id}": question for question in quiz.questions}
    return known.get(name) or known[name.rpartition("-")[0]]


def wrong_answers(page: Page) -> dict[str, str]:
    """Something in every field, rarely right: the last choice, the first place, a word."""
    given = {}
    for field in [one for fieldset in page.with_class("question") for one in fieldset.iter()]:
        if field.tag == "select":
            given[field.get("name", "")] = "1"
        elif field.tag == "input":
            given[field.get("name", "")] = field.get("value") or "777777"
    return given


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_outside_the_quizzes_tells_a_key(site, secrets, language):
    visitor = learner(site)
    course = site.course
    addresses = ["/", "/lessons", "/progress", "/glossary", "/help"]
    addresses += [f"/lessons/{lesson.id}" for lesson in course.lessons]
    addresses += [f"/modules/{module.id}{rest}" for module in course.modules for rest in ("", "/test")]
    # What a lesson teaches may be word for word what a test says of it later.
    taught = squeezed("".join(lesson.bodies[language].html for lesson in course.lessons))
    untaught = {key: owner for key, owner in long_ones(secrets).items() if key not in taught}
    assert len(untaught) > len(secrets) / 2
    found = {}
    for address in addresses:
        answer = visitor.get(f"{address}?lang={language}")
        assert answer.status_code == 200
        if keys := told(answer.text, untaught):
            found[address] = keys
    assert found == {}


def test_no_file_that_is_given_out_tells_a_key(site, secrets):
    assets = site.app.extensions["assets"].root
    media = [
        site.app.extensions["settings"].modules_dir / one.folder / "media" for one in site.course.modules
    ]
    files = [path for folder in (assets, *media) for path in folder.rglob("*") if path.is_file()]
    texts = {path.name: path.read_text("utf-8") for path in files if path.suffix not in (".gz", ".br")}
    assert texts
    assert {name: keys for name, text in texts.items() if (keys := told(text, long_ones(secrets)))} == {}


@pytest.mark.parametrize("signed_in", [False, True], ids=["guest", "learner"])
def test_a_check_tells_its_key_only_when_it_is_handed_in(site, secrets, signed_in):
    visitor = learner(site) if signed_in else site.app.test_client()
    language = "en" if signed_in else "mn"
    for lesson in site.course.lessons:
        quiz = site.course.quiz(lesson.check_id)
        address = f"/lessons/{lesson.id}/check"
        text = visitor.get(f"{address}?lang={language}").text
        page = Page(text)
        go = page.form(action=address).values["go"][0]
        saved = visitor.post(f"{address}/answers", data={"go": go, **wrong_answers(page)})
        unfinished = visitor.post(address, data={"go": go, "switch_language": language}).text
        assert json.loads(saved.text).keys() == {"saved_at", "answered", "of"}
        assert told(text + saved.text + unfinished, secrets_of(quiz)) == []
        assert list(problems_of_fields(page, quiz)) == []
        visitor.post(address, data={"go": go, "anyway": "1"})
        after = squeezed(visitor.get(f"{address}/result").text)
        assert [q.id for q in quiz.questions if squeezed(q.explanation[language]) not in after] == []


def test_a_module_test_tells_its_key_only_when_it_is_handed_in(site, secrets):
    for quiz in site.course.quizzes.values():
        if quiz.kind is QuizKind.TEST:
            seen: set[str] = set()
            while len(seen) < len(quiz.questions):
                seen |= ask(site, quiz, secrets)


def ask(site, quiz: Quiz, secrets: dict[str, str]) -> set[str]:
    """Let a new learner take the test, reading every answer of the server; say what was asked."""
    with site.record_book():
        account = make_account()
        attempt = start_attempt(account.person, quiz, at=now())
        drawn, address, code = attempt.drawn, f"/attempts/{attempt.public_id}", account.personal_code
    visitor: Visitor = site.app.test_client().sign_in(code, PASSWORD)
    texts = {language: visitor.get(f"{address}?lang={language}").text for language in LANGUAGES}
    for text in texts.values():
        assert list(problems_of_fields(Page(text), quiz)) == []
    saved = visitor.post(f"{address}/answers", data=wrong_answers(Page(texts["mn"]))).text
    assert json.loads(saved).keys() == {"saved_at", "answered", "of"}
    unfinished = visitor.post(address, data={"switch_language": "mn"}).text
    assert told(saved + unfinished + "".join(texts.values()), secrets_of(quiz)) == []
    visitor.post(address, data={"anyway": "1"})
    after = squeezed(visitor.get(f"{address}/result").text)
    asked = {one.question.id: one.question for one in drawn}
    assert [q.id for q in asked.values() if squeezed(q.explanation["mn"]) not in after] == []
    return set(asked)


def test_the_questions_before_the_course_tell_their_key_only_after_it(site):
    """They are the same as after the course: handing in the first time explains nothing."""
    quiz = next(one for one in site.course.quizzes.values() if one.kind is QuizKind.PREPOST)
    with site.record_book():
        account = make_account()
        before = start_at_moment(account.person, quiz, Moment.PRE, at=now())
        addresses = [f"/attempts/{before.public_id}"]
        code, person_id = account.personal_code, account.person_id
    visitor = site.app.test_client().sign_in(code, PASSWORD)
    told_before = take(visitor, addresses[0], quiz)
    with site.record_book():
        after = start_at_moment(db.session.get_one(Person, person_id), quiz, Moment.POST, at=now())
        addresses.append(f"/attempts/{after.public_id}")
    open_page = visitor.get(addresses[1]).text
    assert told(told_before + open_page, secrets_of(quiz)) == []
    told_after = squeezed(take(visitor, addresses[1], quiz))
    assert [q.id for q in quiz.questions if squeezed(q.explanation["mn"]) not in told_after] == []


def take(visitor: Visitor, address: str, quiz: Quiz) -> str:
    """Answer something and hand it in; everything that the server said meanwhile."""
    page = visitor.get(address).text
    assert list(problems_of_fields(Page(page), quiz)) == []
    saved = visitor.post(f"{address}/answers", data=wrong_answers(Page(page))).text
    visitor.post(address, data={"anyway": "1"})
    return page + saved + visitor.get(f"{address}/result", follow_redirects=True).text
