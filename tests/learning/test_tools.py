"""The catalogue of tools: by question, from the easiest to the hardest."""

import pytest

from lms.learning.tool_shelf import by_step, in_order
from tests.pages import words


def test_tools_stand_from_the_easiest_to_the_hardest(real, real_course):
    course = real_course
    hardest = [tool.difficulty for tool in in_order(course)]
    assert hardest == sorted(hardest)
    assert [tool.id for tool in in_order(course) if tool.id in BRIEF_ORDER] == BRIEF_ORDER
    questions = [tool.question["mn"] for tools in by_step(course).values() for tool in tools]
    shown = [words(heading) for heading in real.page("/tools?lang=mn").all("h3")]
    assert shown == questions


BRIEF_ORDER = [
    "glass-account-monitoring",
    "citizens-budget",
    "community-score-card",
    "citizen-oversight-group",
    "citizen-report-card",
    "social-audit",
    "pets",
]


@pytest.mark.parametrize("language", ["mn", "en"])
def test_each_tool_says_all_that_the_catalogue_knows(real, language, real_course):
    for tool in real_course.tools:
        page = real.page(f"/tools/{tool.id}?lang={language}")
        texts = (tool.question, tool.purpose, tool.when, *tool.steps, tool.example)
        assert [text[language] for text in texts if text[language] not in page.text] == []
        assert f"/lessons/{tool.lesson_id}" in page.links.values()


def test_tools_lead_from_one_to_the_next(real):
    assert "/tools/pets" in real.page("/tools/social-audit").links.values()
    assert "/tools/social-audit" in real.page("/tools/pets").links.values()


def test_an_unknown_tool_is_not_found(client):
    assert client.get("/tools/nothing").status_code == 404


def test_a_tool_with_a_form_leads_to_its_paper(real, real_course):
    for tool in real_course.tools:
        forms = [one for one in real.page(f"/tools/{tool.id}?lang=mn").links.values() if "/forms/" in one]
        assert forms == ([f"/tools/forms/{tool.form}.pdf?lang=mn"] if tool.form else [])
    assert real.get(forms[0] if forms else "/tools/forms/score-card.pdf").mimetype == "application/pdf"
