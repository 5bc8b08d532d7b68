"""How tests send a list and confirm it."""

import io

from lms.cohorts import queries
from lms.core.db import db
from lms.people.models import Person
from tests.cohorts.lists.making import workbook

TITLES = ["Овог", "Нэр", "Утас", "Хүйс", "Төрсөн он"]
SOLONGO = ["Ганбат", "Солонго", "95112233", "эм", 1988]
NARAN = ["Пүрэв", "Наран", "95112244", "эр", 1979]


def send(visitor, workshop, rows, *, name="жагсаалт.xlsx", **fields):
    """Send a list; answers with the address of the page that shows it."""
    content = rows if isinstance(rows, bytes) else workbook(rows)
    sent = {"file": (io.BytesIO(content), name), "sheet": "", **fields}
    path = f"/workshops/{workshop.public_id}/import"
    return visitor.post(path, data=sent, content_type="multipart/form-data")


def write(visitor, path, **decisions):
    return visitor.post(path, data={"write": "1", **decisions})


def names(workshop):
    return [one.enrolment.person.full_name for one in queries.participants_of(workshop)]


def people_called(given_name):
    return db.session.query(Person).filter_by(given_name=given_name).count()
