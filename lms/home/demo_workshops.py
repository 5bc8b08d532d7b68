"""The demonstration's workshops: one that was held, one that begins tomorrow."""

import random
import uuid
from datetime import date, datetime, timedelta

from lms.cohorts.models import Cohort, HalfDay, MarkStatus, Source
from lms.cohorts.services import (
    Mark,
    NewCohort,
    NewParticipant,
    NewSession,
    add_participant,
    new_cohort,
    record_marks,
)
from lms.content.course import Course
from lms.core.clock import local_day
from lms.people.groups import Gender, LearnerGroup
from lms.people.models import Account

WOMEN = "Бадамцэцэг Дэлгэрмаа Ичинхорол Лхагвасүрэн Наранцэцэг Пүрэвсүрэн Сувдаа Уранчимэг Ундрах".split()
MEN = "Алтангэрэл Бямбасүрэн Гантөмөр Дашдондог Ёндонжамц Мягмарсүрэн Нямсүрэн Пүрэвдорж Үржин".split()
FATHERS = "Аюуш Галсан Дугар Ёндон Лувсан Найдан Өлзий Сономын Түмэн Үржин".split()
ORGANISATIONS = (
    "Эрдэнэбулган сумын ЗДТГ",
    "Өрхийн эрүүл мэндийн төв",
    "Хангайн эх ТББ",
    "Аймгийн ИТХ-ын ажлын алба",
    None,
)


def load_workshops(course: Course, trainer: Account, *, at: datetime) -> None:
    """Write both; the caller commits."""
    chance = random.Random(77)  # noqa: S311 - repeatable on purpose
    today = local_day(at)
    title, venue = "Төсвийн үйл явц дахь нийгмийн эгэх хариуцлага", "Засаг даргын Тамгын газрын танхим"
    first, before = today - timedelta(days=15), at - timedelta(days=30)
    held = _plan(title, "65", venue, first, course, trainer, at=before)
    _fill(held, chance, trainer, people=22, at=at - timedelta(days=20))
    _call_the_roll(held, chance, trainer, at=at - timedelta(days=14))
    title, first = "Иргэний хяналтын бүлгийн сургалт", today + timedelta(days=1)
    planned = _plan(title, "43", "Соёлын төв", first, course, trainer, at=at - timedelta(days=3))
    _fill(planned, chance, trainer, people=14, at=at - timedelta(days=1))


def _plan(
    title: str, region: str, venue: str, first: date, course: Course, trainer: Account, *, at: datetime
) -> Cohort:
    """Two days of four half-days, a module each."""
    halves = [(day, half) for day in (first, first + timedelta(days=1)) for half in HalfDay]
    sessions = [
        NewSession(day, half, (module.id,))
        for (day, half), module in zip(halves, course.modules, strict=False)
    ]
    new = NewCohort(
        title=title,
        region_code=region,
        venue=venue,
        implementer="Эгэх сургалтын баг",
        sessions=sessions,
        trainers=[trainer],
    )
    return new_cohort(new, by=trainer, at=at)


def _fill(cohort: Cohort, chance: random.Random, trainer: Account, *, people: int, at: datetime) -> None:
    for number in range(people):
        gender = chance.choice([Gender.FEMALE, Gender.MALE])
        new = NewParticipant(
            chance.choice(FATHERS),
            chance.choice(WOMEN if gender is Gender.FEMALE else MEN),
            phone=f"88{cohort.region_code}{number:04d}" if number % 3 else None,
            region_code=cohort.region_code,
            group=chance.choice(list(LearnerGroup)),
            gender=gender,
            birth_year=chance.randint(1962, 2001),
            organisation=chance.choice(ORGANISATIONS),
            consent=True,
        )
        add_participant(cohort, new, person=None, source=Source.IMPORTED, by=trainer, at=at)


def _call_the_roll(cohort: Cohort, chance: random.Random, trainer: Account, *, at: datetime) -> None:
    absent = set(chance.sample([one.id for one in cohort.participants], 3))
    for session in cohort.sessions:
        marks = [
            Mark(
                id=str(uuid.UUID(int=chance.getrandbits(128))),
                participant_id=one.id,
                status=MarkStatus.ABSENT if one.id in absent else MarkStatus.PRESENT,
                at=at,
            )
            for one in cohort.participants
        ]
        record_marks(session, marks, by=trainer, way="roll_call", at=at)
