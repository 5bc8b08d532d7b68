"""The frozen words of the certificate."""

from datetime import date

import pytest

from lms.certificates.wording import TEMPLATE_VERSION, WORDINGS

MN, EN = WORDINGS[1, "mn"], WORDINGS[1, "en"]


def test_the_version_in_use_has_words_in_both_languages():
    assert (TEMPLATE_VERSION, "mn") in WORDINGS
    assert (TEMPLATE_VERSION, "en") in WORDINGS


def test_it_says_what_the_course_gave_and_no_more():
    assert MN.sentence(4, 8) == (
        "сэдэвт дөрвөн модуль бүхий 8 цагийн мэдлэг олгох сургалтад хамрагдсан тул олгов."
    )
    assert EN.sentence(4, 8) == "a course of learning in four modules, 8 hours in all."


@pytest.mark.parametrize(
    ("number", "mn", "en"),
    [
        (1, "нэг модуль", "one module"),
        (9, "есөн модуль", "nine modules"),
        (10, "10 модуль", "10 modules"),
        (0, "0 модуль", "0 modules"),
    ],
)
def test_modules_are_counted_in_words(number, mn, en):
    assert (MN.modules(number), EN.modules(number)) == (mn, en)


def test_one_hour_is_not_hours():
    assert EN.sentence(1, 1) == "a course of learning in one module, one hour in all."
    assert "1 цагийн" in MN.sentence(1, 1)


def test_days_are_written_out():
    day = date(2022, 1, 10)
    assert (MN.day(day), MN.short_day(day)) == ("2022 оны 1 дүгээр сарын 10", "2022.01.10")
    assert (EN.day(day), EN.short_day(day)) == ("10 January 2022", "10 January 2022")
