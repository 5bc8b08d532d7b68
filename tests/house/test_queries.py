"""No page asks the database more often because there are more rows."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from sqlalchemy import Engine, event

from tests.cohorts.rooms import add, make_workshop, mark
from tests.factories import make_account, make_certificate
from tests.house.test_routes import addresses, content, routes
from tests.visitors import Visitor


@contextmanager
def counted() -> Iterator[Counter[str]]:
    """Statements run while the block runs."""
    statements: Counter[str] = Counter()

    def note(_connection, _cursor, statement, _parameters, _context, _many):
        statements[statement] += 1

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def ask_all(app: Flask, visitor: Visitor, account) -> dict[str, Counter[str]]:
    """For each page this account may open: how often which statement was run."""
    asked = {}
    for rule in routes(app, "GET"):
        if app.view_functions[rule.endpoint].audience.admits(account):
            for address in addresses(app, rule, content(app)):
                with counted() as statements:
                    visitor.get(address)
                asked[address] = statements
    return asked


def test_more_people_make_no_more_queries(app, cast, visit):
    visitor = visit(cast.anu)
    make_certificate(make_account().person)
    few = ask_all(app, visitor, cast.anu)
    for _ in range(3):
        make_certificate(make_account().person)
    many = ask_all(app, visitor, cast.anu)
    grown = {
        address: [statement for statement, times in many[address].items() if times > few[address][statement]]
        for address in few
        if many[address].total() > few[address].total()
    }
    assert grown == {}


def test_more_people_in_a_room_make_no_more_queries(app, cast, visit):
    workshop, visitor = make_workshop(cast.saraa), visit(cast.saraa)
    room, roll = f"/workshops/{workshop.public_id}", f"/sessions/{workshop.sessions[0].public_id}/attendance"
    pages = ["/workshops", room, f"{room}/progress", f"{room}/participants/earlier", roll]

    def asked() -> list[int]:
        totals = []
        for page in pages:
            with counted() as statements:
                assert visitor.get(page).status_code == 200
            totals.append(statements.total())
        return totals

    def people_come() -> None:
        for name in ("Болд", "Номин", "Өлзий"):
            mark(workshop.sessions[0], add(workshop, name), cast.saraa)

    people_come()
    few = asked()
    people_come()
    make_workshop(cast.saraa)
    assert dict(zip(pages, asked(), strict=True)) == dict(zip(pages, few, strict=True))
