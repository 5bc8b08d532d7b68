"""The snapshot of a certificate and its JSON."""

import json
from dataclasses import FrozenInstanceError
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lms.certificates.facts import CertificateFacts, EarnedModule
from lms.progress.rules import Way
from tests.certificates.samples import SARAA, sample

days = st.dates(date(2000, 1, 1), date(2200, 1, 1))
modules = st.builds(EarnedModule, st.integers(1, 9), st.text(), st.text(), st.sampled_from(Way), days)
certificates = st.builds(
    CertificateFacts,
    family_name=st.text(),
    given_name=st.text(),
    course_title_mn=st.text(),
    course_title_en=st.text(),
    modules=st.lists(modules, max_size=5).map(tuple),
    hours=st.integers(1, 99),
    issued_on=days,
    code=st.text(),
    verify_url=st.text(),
    verify_host=st.text(),
    language=st.sampled_from(["mn", "en"]),
    issuer_name=st.text(),
    template_version=st.integers(1, 9),
)


@given(certificates)
def test_facts_come_back_from_json_as_they_went(facts):
    assert CertificateFacts.from_json(json.loads(json.dumps(facts.to_json()))) == facts


def test_json_holds_days_and_ways_in_plain_words():
    data = SARAA.to_json()
    assert data["issued_on"] == "2022-01-10"
    assert data["modules"][0]["way"] == "room"
    assert data["modules"][1]["earned_on"] == "2022-01-02"
    assert data["template_version"] == 1


@pytest.mark.parametrize(
    "broken", [{"hours_more": 1}, {"issued_on": "yesterday"}, {"modules": [{"way": "online"}]}]
)
def test_json_that_is_not_ours_is_refused(broken):
    with pytest.raises((KeyError, TypeError, ValueError)):
        CertificateFacts.from_json({**SARAA.to_json(), **broken})


def test_facts_do_not_change():
    with pytest.raises(FrozenInstanceError):
        SARAA.given_name = "Болд"


def test_the_family_name_stands_first_in_both_languages():
    assert SARAA.full_name == "Дорж Сараа"
    assert SARAA.in_language("en").full_name == "Дорж Сараа"
    assert sample(family_name="").full_name == "Сараа"


def test_titles_follow_the_language():
    assert SARAA.course_title("en").startswith("Understanding")
    assert SARAA.course_title("mn").startswith("Төсвийн")
    assert SARAA.modules[1].title("en").startswith("The budget")
    assert SARAA.modules[1].title("mn").startswith("Монгол")
