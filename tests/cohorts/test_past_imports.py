"""One list makes or fills many past workshops."""

import io
from datetime import date

import pytest

from lms.cohorts import queries
from lms.cohorts.models import CohortStatus, ImportBatch
from lms.core.db import db
from tests.cohorts.lists.making import workbook
from tests.cohorts.rooms import make_workshop
from tests.cohorts.sending import NARAN, SOLONGO, TITLES, names, people_called, write
from tests.factories import SELENGE


@pytest.fixture
def saraa(cast, visit):
    return visit(cast.saraa)


PAST = ["Сургалтын код", "Сургалтын огноо", "Сургалтын аймаг", *TITLES]
FACTS = {"title": "Төсөв ба оролцоо", "implementer": "Глоб", "venue": "Соёлын төв", "region_code": "none"}


def send_past(visitor, rows, **fields):
    sent = {"file": (io.BytesIO(workbook(rows)), "77.xlsx"), "sheet": "", **FACTS, **fields}
    return visitor.post("/workshops/past", data=sent, content_type="multipart/form-data")


def test_one_list_makes_many_workshops_and_counts_a_person_once(saraa, cast):
    rows = [
        PAST,
        ["АР-2022-01", "2022.01.11-12", "Архангай", *SOLONGO],
        [None, None, None, *NARAN],
        ["Сэлэнгийн сургалт", date(2022, 3, 17), "Сэлэнгэ", *SOLONGO],
    ]
    path = send_past(saraa, rows).location
    assert "Сэлэнгийн сургалт" in saraa.page(path).text
    assert write(saraa, path).status_code == 303
    first = queries.cohort_by_code(cast.saraa, "АР-2022-01")
    assert [len(one.sessions) for one in reversed(queries.cohorts_of(cast.saraa))] == [4, 2]
    assert names(first) == ["Ганбат Солонго", "Пүрэв Наран"]
    assert people_called("Солонго") == 1
    assert "АР-2022-01" in saraa.page(path).links


def test_a_list_fills_a_workshop_that_is_there(saraa, cast):
    workshop = make_workshop(cast.saraa, code="СЭ-2022-07")
    write(saraa, send_past(saraa, [PAST, ["СЭ-2022-07", None, None, *SOLONGO]]).location)
    assert names(workshop) == ["Ганбат Солонго"]


def test_workshops_that_cannot_be_found_or_made_are_errors(saraa, cast):
    make_workshop(cast.dulmaa, code="СЭ-2022-08")
    make_workshop(cast.saraa, code="СЭ-2022-09").status = CohortStatus.LOCKED
    rows = [
        PAST,
        ["СЭ-2022-08", None, None, *SOLONGO],
        ["СЭ-2022-09", None, None, *SOLONGO],
        ["Өөр", None, "Сэлэнгэ", *SOLONGO],
        ["Дахин", "2022.01.11", "Сар", *SOLONGO],
        ["Урт", "2022.01.01-31", "Сэлэнгэ", *SOLONGO],
        ["УВ-2022-01", "2022.01.11", "Увс", *SOLONGO],
        ["УВ-2022-01", "2022.01.12", "Увс", *NARAN],
    ]
    path = send_past(saraa, rows).location
    plan = db.session.query(ImportBatch).one().reading
    whys = [flaw["why"] for one in plan["rows"] for flaw in one["row"]["flaws"]]
    assert whys == [
        "workshop_not_yours", "workshop_locked", "no_days", "no_place", "no_days", "workshop_differs",
    ]  # fmt: skip
    write(saraa, path)
    assert names(queries.cohort_by_code(cast.saraa, "УВ-2022-01")) == ["Ганбат Солонго"]


def test_a_list_without_workshops_is_all_errors(saraa):
    send_past(saraa, [TITLES, SOLONGO])
    rows = db.session.query(ImportBatch).one().reading["rows"]
    assert [flaw["why"] for one in rows for flaw in one["row"]["flaws"]] == ["no_workshop"]


def test_past_workshops_need_to_know_who_held_them(saraa):
    answer = send_past(saraa, [PAST, ["А", "2022.01.11", None, *SOLONGO]], implementer="")
    assert answer.status_code == 422


def test_where_the_list_names_no_aimag_the_form_does(saraa, cast):
    rows = [PAST, ["Сургалт нэг", "2022.01.11", None, *SOLONGO]]
    write(saraa, send_past(saraa, rows, region_code=SELENGE).location)
    assert [one.region_code for one in queries.cohorts_of(cast.saraa)] == [SELENGE]
