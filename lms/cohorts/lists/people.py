"""What a list says of one person, and everything that was done to its cells."""

from dataclasses import asdict, dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from lms.cohorts.lists.fields import Field
from lms.cohorts.lists.reasons import Reason
from lms.cohorts.models import MarkStatus
from lms.people.groups import Disability, Gender, LearnerGroup


class RowKind(StrEnum):
    PERSON = "person"
    ERROR = "error"
    HIDDEN = "hidden"  # hidden in the file: left out unless somebody says otherwise
    TITLE = "title"
    EMPTY = "empty"
    TOTAL = "total"
    NOTE = "note"
    HEADER_AGAIN = "header_again"
    CONTINUED = "continued"  # under a name that is merged over several rows


@dataclass(frozen=True, slots=True)
class Repair:
    """One cell as it stood and as it was understood; `after` is empty where nothing was kept."""

    place: str
    field: Field
    before: str
    after: str
    why: Reason


@dataclass(frozen=True, slots=True)
class Flaw:
    """Why a row cannot be taken, and where."""

    place: str
    why: Reason
    shown: str = ""


@dataclass(frozen=True, slots=True)
class ListedPerson:
    family_name: str
    given_name: str
    phone: str | None = None
    email: str | None = None
    region_code: str | None = None
    gender: Gender | None = None
    birth_year: int | None = None
    group: LearnerGroup | None = None
    organisation: str | None = None
    position: str | None = None
    disability: Disability | None = None
    consent: bool | None = None


@dataclass(frozen=True, slots=True)
class ListedWorkshop:
    """The workshop that a row belongs to, as far as the list tells."""

    title: str = ""
    days: tuple[date, ...] = ()
    region_code: str | None = None
    venue: str = ""


@dataclass(frozen=True, slots=True)
class ListedRow:
    number: int
    kind: RowKind
    cells: tuple[str, ...]  # as they stood, without registration numbers
    person: ListedPerson | None = None
    workshop: ListedWorkshop | None = None
    marks: dict[int, MarkStatus] = field(default_factory=dict)  # by column
    repairs: tuple[Repair, ...] = ()
    flaws: tuple[Flaw, ...] = ()

    @property
    def changes(self) -> list[tuple[Repair, list[Reason]]]:
        """Each change of a cell once, with all its reasons."""
        found: dict[tuple[str, str, str], tuple[Repair, list[Reason]]] = {}
        for one in self.repairs:
            found.setdefault((one.place, one.before, one.after), (one, []))[1].append(one.why)
        return list(found.values())

    def hidden(self) -> "ListedRow":
        return replace(self, kind=RowKind.HIDDEN)


def to_json(row: ListedRow) -> dict[str, Any]:
    """Plain values for a JSON column."""
    plain = asdict(row)
    if row.workshop:
        plain["workshop"]["days"] = [day.isoformat() for day in row.workshop.days]
    plain["marks"] = {str(column): status.value for column, status in row.marks.items()}
    return plain


def from_json(plain: dict[str, Any]) -> ListedRow:
    return ListedRow(
        number=plain["number"],
        kind=RowKind(plain["kind"]),
        cells=tuple(plain["cells"]),
        person=_person(plain["person"]) if plain["person"] else None,
        workshop=_workshop(plain["workshop"]) if plain["workshop"] else None,
        marks={int(column): MarkStatus(status) for column, status in plain["marks"].items()},
        repairs=tuple(
            Repair(one["place"], Field(one["field"]), one["before"], one["after"], Reason(one["why"]))
            for one in plain["repairs"]
        ),
        flaws=tuple(Flaw(one["place"], Reason(one["why"]), one["shown"]) for one in plain["flaws"]),
    )


def _person(plain: dict[str, Any]) -> ListedPerson:
    kinds: dict[str, Any] = {"gender": Gender, "group": LearnerGroup, "disability": Disability}
    return ListedPerson(
        **{name: kinds[name](value) if name in kinds and value else value for name, value in plain.items()}
    )


def _workshop(plain: dict[str, Any]) -> ListedWorkshop:
    days = tuple(date.fromisoformat(day) for day in plain["days"])
    return ListedWorkshop(plain["title"], days, plain["region_code"], plain["venue"])
