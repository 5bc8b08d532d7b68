"""Dates, numbers and catalogues."""

from datetime import UTC, date, datetime

import pytest
from flask import Flask

from lms.core import i18n
from lms.core.db import UTCDateTime

DAY = date(2022, 1, 10)


def test_dates_and_times_are_those_of_the_country():
    moment = datetime(2022, 1, 9, 17, 5, tzinfo=UTC)
    assert i18n.format_date(DAY, "mn") == "2022 оны 1 дүгээр сарын 10"
    assert i18n.format_date(DAY, "en") == "10 January 2022"
    assert i18n.format_datetime(moment, "mn") == "2022 оны 1 дүгээр сарын 10, 01:05"


@pytest.mark.parametrize(
    ("value", "words"), [(2243, "2,243"), (36.4, "36.4"), (1400.9, "1,400.9"), (3.0, "3")]
)
def test_numbers_have_a_comma_at_the_thousand(value, words):
    assert i18n.format_number(value) == words


def test_outside_a_request_the_language_is_mongolian():
    assert i18n.chosen_language() == "mn"


def test_catalogues_are_compiled_at_the_start_and_when_they_change(tmp_path):
    folder = tmp_path / "mn" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    po = folder / "messages.po"
    po.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Yes"\nmsgstr "Тийм"\n'
    )
    i18n.open_catalogues(Flask("one", static_folder=None), tmp_path)
    first = (folder / "messages.mo").stat().st_mtime_ns
    i18n.open_catalogues(Flask("two", static_folder=None), tmp_path)
    assert (folder / "messages.mo").stat().st_mtime_ns == first


def test_a_moment_without_a_zone_is_refused():
    from sqlalchemy.dialects import sqlite

    column = UTCDateTime()
    assert column.process_bind_param(None, sqlite.dialect()) is None
    with pytest.raises(ValueError, match="zone"):
        column.process_bind_param(datetime(2022, 1, 1), sqlite.dialect())  # noqa: DTZ001 - that is the point
