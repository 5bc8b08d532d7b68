"""What people do with the pages, through the controls that they see.

The key of a quiz comes from the course in the test's own process, never from a page.
"""

import re
from dataclasses import dataclass, field
from itertools import count
from operator import attrgetter

from playwright.sync_api import Locator, Page

from lms.assessment.draw import DrawnQuestion
from lms.content.course import Course, Lesson, Module, Question, QuestionKind, Quiz
from lms.home.demo import right_answer
from tests.factories import PASSWORD
from tests.journeys.browsers import Site, Words

_phones = count(1)


@dataclass
class Visit:
    """A page in somebody's browser, the language it is read in, and the words and course that it shows."""

    page: Page
    site: Site
    language: str = "mn"
    phone: str = field(default_factory=lambda: f"8800{next(_phones):04d}")

    @property
    def course(self) -> Course:
        return self.site.course

    @property
    def say(self) -> Words:
        return self.site.words(self.language)

    def button(self, words: str, **values: object) -> Locator:
        """A button of the main part, by the words on it."""
        name = self.say(words, **values)
        return self.page.get_by_role("main").get_by_role("button", name=name, exact=True)

    def link(self, words: str, **values: object) -> Locator:
        name = self.say(words, **values)
        return self.page.get_by_role("main").get_by_role("link", name=name, exact=True)

    def field(self, words: str) -> Locator:
        """A field of a form, by its label."""
        return self.page.get_by_label(self.say(words), exact=True)

    def heading(self) -> str:
        return " ".join(self.page.locator("h1").inner_text().split())


def switch_language(visit: Visit, language: str) -> None:
    """Press the other language in the header."""
    visit.page.locator(f".lang [lang={language}]").click()
    visit.page.locator(f"html[lang={language}]").wait_for()
    visit.language = language


def begin_course(visit: Visit) -> None:
    """From the landing page to the first lesson."""
    visit.page.goto("/")
    if visit.page.locator("html").get_attribute("lang") != visit.language:
        switch_language(visit, visit.language)
    visit.link("Read the first lesson").click()
    assert visit.heading() == visit.course.lessons[0].title[visit.language]


def finish_lesson(visit: Visit, lesson: Lesson) -> None:
    """Press the button under a lesson that is open: read, and on to the next or to the test."""
    after = visit.course.lesson_after(lesson.id)
    if after and after.module_id == lesson.module_id:
        visit.button("Read. Next: %(title)s", title=after.title[visit.language]).click()
        visit.page.wait_for_url(f"**/lessons/{after.id}")
    else:
        visit.button("Read. On to the module test").click()
        visit.page.wait_for_url(f"**/modules/{lesson.module_id}/test")


def register(visit: Visit, *, family_name: str = "Дорж", given_name: str = "Болд", phone: str = "") -> None:
    """Fill in the registration that is open and send it."""
    visit.field("Father's or mother's name").fill(family_name)
    visit.field("Given name").fill(given_name)
    visit.field("Phone").fill(phone or visit.phone)
    visit.field("Password").fill(PASSWORD)
    visit.field("Aimag or district").select_option("43")
    visit.field("Who you are").select_option("citizen")
    visit.field("Woman").check()
    visit.field("Year of birth").fill("1985")
    visit.field("I agree that my name, contact and study record are kept").check()
    visit.button("Register").click()
    visit.page.wait_for_url("**/welcome")


def sign_in(visit: Visit, name: str) -> None:
    """Open the page for it, write name and password, and press the button."""
    visit.page.goto("/sign-in")
    visit.field("Phone, e-mail or personal code").fill(name)
    visit.field("Password").fill(PASSWORD)
    visit.button("Sign in").click()
    visit.page.wait_for_url(lambda url: "/sign-in" not in url)


def questions_here(page: Page, quiz: Quiz) -> list[Question]:
    """The questions that the page asks, in its order."""
    names = page.eval_on_selector_all(
        "fieldset.question", "all => all.map(one => one.querySelector('[name^=q-]').name)"
    )
    known = {f"q-{question.id}": question for question in quiz.questions}
    return [known.get(name) or known[re.sub(r"-\d+$", "", name)] for name in names]


def fieldset(page: Page, question: Question) -> Locator:
    return page.locator(f"fieldset.question:has([name='q-{question.id}'], [name='q-{question.id}-1'])")


def answer_right(visit: Visit, question: Question) -> None:
    """Give the right answer through the question's own controls."""
    inside, language = fieldset(visit.page, question), visit.language
    match question.kind:
        case QuestionKind.SINGLE | QuestionKind.MULTIPLE:
            for choice in filter(attrgetter("correct"), question.choices):
                inside.get_by_label(choice.text[language], exact=True).check()
        case QuestionKind.TRUE_FALSE:
            inside.get_by_label(visit.say("True" if question.answer else "False"), exact=True).check()
        case QuestionKind.MATCHING:
            for pair in question.pairs:
                inside.get_by_label(pair.left[language], exact=True).select_option(label=pair.right[language])
        case QuestionKind.ORDERING:
            for place, item in enumerate(question.items, 1):
                inside.get_by_label(item.text[language], exact=True).select_option(str(place))
        case _:
            inside.get_by_role("textbox").fill(str(right_answer(DrawnQuestion(question, ()))))


def answer_wrong(visit: Visit, question: Question) -> None:
    """Mark a choice that is not right, of a question with one right choice."""
    wrong = next(choice for choice in question.choices if not choice.correct)
    fieldset(visit.page, question).get_by_label(wrong.text[visit.language], exact=True).check()


def answer_all(visit: Visit, quiz: Quiz) -> list[Question]:
    """Answer every question of the page right; say which they were."""
    asked = questions_here(visit.page, quiz)
    for question in asked:
        answer_right(visit, question)
    return asked


def begin_test(visit: Visit, module: Module) -> Quiz:
    """Open the page of a module's test and begin, or go on with, the test."""
    visit.page.goto(f"/modules/{module.id}/test")
    visit.page.locator("main form .btn").click()
    visit.page.wait_for_url("**/attempts/*")
    return visit.course.quiz(module.test_id)


def hand_in(visit: Visit) -> None:
    visit.button("Hand in").click()
    visit.page.wait_for_url("**/result")


def pass_test(visit: Visit, module: Module) -> None:
    """Take the test of a module and answer everything right."""
    quiz = begin_test(visit, module)
    assert len(answer_all(visit, quiz)) == quiz.draw
    hand_in(visit)
    assert visit.heading().endswith(f"{quiz.draw}/{quiz.draw}")
    assert visit.page.get_by_role("main").get_by_text(visit.say("Passed"), exact=True).is_visible()
