"""Reads the cells of a person's row and writes down everything that it does to them."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from lms.cohorts.lists import names, values, vocabulary, words
from lms.cohorts.lists.fields import Field
from lms.cohorts.lists.header import Column, Header, covering
from lms.cohorts.lists.people import Flaw, ListedPerson, ListedRow, ListedWorkshop, Repair, RowKind
from lms.cohorts.lists.reasons import Reason
from lms.cohorts.lists.table import Table, Value, place, shown
from lms.cohorts.lists.values import Taken
from lms.cohorts.models import MarkStatus
from lms.people.groups import Gender

_ERROR_VALUE = re.compile(r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)")
_WORKSHOP_FIELDS = (Field.WORKSHOP, Field.WORKSHOP_DATE, Field.WORKSHOP_REGION, Field.VENUE)
_WHOLE_NAMES: tuple[Field, ...] = (Field.FULL_NAME, Field.NAME_REVERSED)
_HALF_NAMES: tuple[Field, ...] = (Field.FAMILY_NAME, Field.GIVEN_NAME)
_NOTHING = frozenset({"-", "–", "—", ".", "x", "n/a", "байхгүй", "үгүй"})
Reader = Callable[[Value], Taken[Any]]


class CellReader:
    """Reads one table; knows of the row above only what merged cells and workshop columns carry down."""

    def __init__(self, table: Table, header: Header, *, on: date) -> None:
        self.table, self.header, self.on = table, header, on
        self._columns = {column.field: column for column in reversed(header.columns)}
        self._forbidden = {column.number for column in header.of(Field.REGISTRATION)}
        self._above: dict[Field, Value] = {}
        self._repairs: list[Repair] = []
        self._flaws: list[Flaw] = []

    def cells(self, row: int) -> tuple[str, ...]:
        """The row as it stood; registration numbers are not even shown."""
        return tuple(
            "" if column in self._forbidden else _without_registration(shown(self.table.at(row, column)))
            for column in range(1, self.table.width + 1)
        )

    def person(self, row: int) -> ListedRow:
        self._repairs, self._flaws = [], []
        name = self._name(row)
        workshop = self._workshop(row)
        person = self._person(row, name) if name else None
        marks = self._marks(row)
        return ListedRow(
            number=row,
            kind=RowKind.ERROR if self._flaws else RowKind.PERSON,
            cells=self.cells(row),
            person=person,
            workshop=workshop,
            marks=marks,
            repairs=tuple(self._repairs),
            flaws=tuple(self._flaws),
        )

    def _person(self, row: int, name: names.Name) -> ListedPerson:
        consent = self._take(row, Field.CONSENT, values.yes)
        return ListedPerson(
            family_name=name.family,
            given_name=name.given,
            phone=self._take(row, Field.PHONE, values.phone),
            email=self._take(row, Field.EMAIL, values.email),
            region_code=self._take(row, Field.REGION, values.region),
            gender=self._take(row, Field.GENDER, values.gender) or self._ticked_gender(row),
            birth_year=self._birth(row),
            group=self._take(row, Field.GROUP, values.group),
            organisation=self._take(row, Field.ORGANISATION, values.text),
            position=self._take(row, Field.POSITION, values.text),
            disability=self._disability(row, consent),
            consent=consent,
        )

    def _name(self, row: int) -> names.Name | None:
        """The names; a flaw is written down when there is none."""
        fields = [f for f in _WHOLE_NAMES if f in self._columns] or [
            f for f in _HALF_NAMES if f in self._columns
        ]
        raws = {field: self._raw_name(row, self._columns[field]) for field in fields}
        last = self._columns[fields[-1]]
        try:
            name = self._joined(raws)
        except names.NotAName as wrong:
            bad = next(self._columns[field] for field, raw in raws.items() if names.is_refused(raw))
            self._flaws.append(
                Flaw(place(row, bad.number), wrong.why, _without_registration(raws[bad.field]))
            )
            return None
        if not name.given:
            self._flaws.append(Flaw(place(row, last.number), Reason.NO_NAME))
            return None
        before = " | ".join(raw for raw in raws.values() if raw)
        after = " | ".join(part for part in (name.family, name.given) if part)
        for why in dict.fromkeys(name.whys) if before != after else ():
            self._repairs.append(Repair(place(row, last.number), last.field, before, after, why))
        return name

    def _joined(self, raws: dict[Field, str]) -> names.Name:
        if Field.FULL_NAME in raws:
            return names.both(raws[Field.FULL_NAME])
        if Field.NAME_REVERSED in raws:
            return names.both(raws[Field.NAME_REVERSED], given_first=True)
        return names.two(raws.get(Field.FAMILY_NAME, ""), raws.get(Field.GIVEN_NAME, ""))

    def _raw_name(self, row: int, column: Column) -> str:
        raw = shown(self.table.at(row, column.number)).strip()
        if found := words.find_registration(raw):
            rest = words.tidy(raw.replace(found, " ")).strip(" ,;/()")
            hidden = _without_registration(raw)
            self._repairs.append(
                Repair(place(row, column.number), column.field, hidden, rest, Reason.REGISTRATION)
            )
            return rest
        return raw

    def _take(self, row: int, field: Field, read: Reader) -> Any:
        """One value by its reader, with the repair that it needed."""
        column = self._columns.get(field)
        if column is None:
            return None
        value = self._value(row, column)
        nothing = shown(value).strip().casefold() in _NOTHING and field not in (
            Field.CONSENT,
            Field.DISABILITY,
        )
        taken = Taken(None, Reason.MEANS_NOTHING) if nothing else read(value)
        if taken.why:
            self._note(row, column, value, taken)
        return taken.value

    def _note(self, row: int, column: Column, value: Value, taken: Taken[Any]) -> None:
        after = "" if taken.value is None else str(taken.value)
        before = _without_registration(shown(value))
        self._repairs.append(
            Repair(place(row, column.number), column.field, before, after, taken.why or Reason.UNCLEAR)
        )

    def _value(self, row: int, column: Column) -> Value:
        """The cell, or what a merged cell above carries down; a formula without a result is nothing."""
        value = self.table.at(row, column.number)
        if (row, column.number) in self.table.unsolved or _ERROR_VALUE.fullmatch(shown(value)):
            spot = place(row, column.number)
            self._repairs.append(Repair(spot, column.field, shown(value), "", Reason.NO_RESULT))
            return None
        merge = covering(self.table.merges, row, column.number)
        if value is not None or merge is None:
            return value
        value = self.table.at(merge.top, merge.left)
        if shown(value):
            spot = place(row, column.number)
            self._repairs.append(Repair(spot, column.field, "", shown(value), Reason.MERGED))
        return value

    def _birth(self, row: int) -> int | None:
        year: int | None = self._take(row, Field.BIRTH, lambda value: values.birth_year(value, on=self.on))
        if year is not None or Field.AGE not in self._columns:
            return year
        age: int | None = self._take(
            row, Field.AGE, lambda value: values.birth_year(value, on=self.on, age=True)
        )
        return age

    def _ticked_gender(self, row: int) -> Gender | None:
        ticked = [
            gender
            for field, gender in ((Field.FEMALE_TICK, Gender.FEMALE), (Field.MALE_TICK, Gender.MALE))
            if field in self._columns and values.is_tick(self.table.at(row, self._columns[field].number))
        ]
        if len(ticked) == 2:
            column = self._columns[Field.FEMALE_TICK]
            self._note(row, column, self.table.at(row, column.number), Taken(None, Reason.UNCLEAR))
        return ticked[0] if len(ticked) == 1 else None

    def _disability(self, row: int, consent: bool | None) -> Any:
        """Kept only with consent."""
        before = len(self._repairs)
        answer = self._take(row, Field.DISABILITY, values.disability)
        if answer is None or consent:
            return answer
        del self._repairs[before:]
        column = self._columns[Field.DISABILITY]
        self._note(row, column, self.table.at(row, column.number), Taken(None, Reason.NO_CONSENT))
        return None

    def _workshop(self, row: int) -> ListedWorkshop | None:
        present = [field for field in _WORKSHOP_FIELDS if field in self._columns]
        if not present:
            return None
        found = {field: self._carried(row, field) for field in present}
        region = found.get(Field.WORKSHOP_REGION)
        return ListedWorkshop(
            title=words.tidy(shown(found.get(Field.WORKSHOP))),
            days=tuple(values.days_in(found.get(Field.WORKSHOP_DATE))),
            region_code=vocabulary.region(shown(region)) if region else None,
            venue=words.tidy(shown(found.get(Field.VENUE))),
        )

    def _carried(self, row: int, field: Field) -> Value:
        """A workshop's cell; where it is empty, what stood above, as people write it once for many."""
        column = self._columns[field]
        value = self._value(row, column)
        if shown(value).strip():
            self._above[field] = value
            return value
        above = self._above.get(field)
        starts_anew = shown(self.table.at(row, self._columns.get(Field.WORKSHOP, column).number)).strip()
        if above is None or starts_anew:
            return None
        self._repairs.append(Repair(place(row, column.number), field, "", shown(above), Reason.FROM_ABOVE))
        return above

    def _marks(self, row: int) -> dict[int, MarkStatus]:
        found = {}
        for column in self.header.of(Field.MARK):
            value = self._value(row, column)
            taken = values.mark(value)
            if taken.value:
                found[column.number] = taken.value
            elif taken.why:
                self._note(row, column, value, taken)
        return found


def _without_registration(text: str) -> str:
    while found := words.find_registration(text):
        text = text.replace(found, "…")
    return text
