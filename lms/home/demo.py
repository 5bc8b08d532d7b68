"""A believable demonstration: people of several regions on their way through the course.

The same every time it is loaded on a day: names, regions and progress come from a fixed seed.
"""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

from lms.assessment import services as assessment
from lms.assessment.draw import DrawnQuestion
from lms.assessment.grading import Answer
from lms.certificates import services as certificates
from lms.certificates.pdf import draw
from lms.certificates.services import Issuer, PrintedName
from lms.content.course import Course, Module, QuestionKind, Quiz
from lms.content.store import current_course
from lms.home.demo_workshops import load_workshops
from lms.learning import services as learning
from lms.people import services as people
from lms.people.groups import Gender, LearnerGroup
from lms.people.models import Account, Person, Purpose
from lms.people.roles import Role
from lms.people.services import NewPerson

PASSWORD = "нуурын-гурван-тогоруу"  # noqa: S105 - the demonstration's, printed at the start
WOMEN = (
    "Сараа Оюунчимэг Энхжаргал Мөнхзул Нарантуяа Болормаа Цэцэгмаа Өнөржаргал Үүрийнтуяа Алтанцэцэг".split()
)
MEN = "Болд Батбаяр Ганзориг Төмөр Эрдэнэбат Мөнхбат Отгонбаяр Өлзийбаяр Сүхбаатар Чинзориг".split()
FATHERS = "Дорж Бат Цэрэн Лхагва Пүрэв Дамдин Гомбо Сэргэлэн Баасан Нямдорж Ёндон Жамбал".split()
REGIONS = "65 43 22 41 67 84 81 48 55 21 1107 1110 1119 62".split()
OTHERS = 36


@dataclass(frozen=True, slots=True)
class Known:
    """One of the people whose log-in the start prints; `modules` earned, then `lessons` of the next."""

    family_name: str
    given_name: str
    email: str
    role: Role
    what: str
    modules: int = 0
    lessons: int = 0
    region: str = "43"


KNOWN = (
    Known("Дорж", "Болд", "bold@example.mn", Role.LEARNER, "суралцагч, замын дунд", modules=1, lessons=2),
    Known("Цэрэн", "Оюун", "oyun@example.mn", Role.LEARNER, "суралцагч, гэрчилгээ авахад бэлэн", modules=4),
    Known("Лхагва", "Сараа", "saraa@example.mn", Role.TRAINER, "сургагч багш", modules=4, region="65"),
    Known("Гомбо", "Дулмаа", "dulmaa@example.mn", Role.COORDINATOR, "зохицуулагч", region="1107"),
    Known("Бат", "Ану", "anu@example.mn", Role.ADMINISTRATOR, "администратор", region="1119"),
)


def load(issuer: Issuer, *, at: datetime) -> list[str]:
    """Write the demonstration and return the lines that tell how to sign in; the caller commits."""
    chance = random.Random(2243)  # noqa: S311 - repeatable on purpose
    course = current_course()
    lines = [f"Нууц үг (бүгд): {PASSWORD}"]
    for known in KNOWN:
        account = _register(_named(known), role=known.role, at=at - timedelta(days=40))
        _study(account.person, course, known.modules, known.lessons, at - timedelta(days=39))
        lines.append(f"{known.email} – {known.what}")
        if known.role is Role.TRAINER:
            load_workshops(course, account, at=at)
    for number in range(OTHERS):
        began = at - timedelta(days=chance.randint(5, 90))
        account = _register(_somebody(chance, number), role=Role.LEARNER, at=began)
        modules = chance.choice([0, 0, 1, 1, 2, 3, 4])
        _study(account.person, course, modules, chance.randint(0, 5), began)
        if modules == len(course.modules):
            name = PrintedName(account.person.family_name, account.person.given_name)
            issued_at = began + timedelta(days=20)
            certificates.issue_certificate(
                account.person, course, name, issuer, draw=draw, language="mn", at=issued_at
            )
    return lines


def _register(new: NewPerson, *, role: Role, at: datetime) -> Account:
    return people.register(
        new, password=PASSWORD, purposes={Purpose.REGISTER}, language="mn", at=at, role=role
    )


def _named(known: Known) -> NewPerson:
    return NewPerson(
        known.family_name,
        known.given_name,
        email=known.email,
        region_code=known.region,
        group=LearnerGroup.STATE_ADMIN if known.role is not Role.LEARNER else LearnerGroup.CITIZEN,
        gender=Gender.UNDISCLOSED,
    )


def _somebody(chance: random.Random, number: int) -> NewPerson:
    gender = chance.choice([Gender.FEMALE, Gender.MALE])
    return NewPerson(
        chance.choice(FATHERS),
        chance.choice(WOMEN if gender is Gender.FEMALE else MEN),
        phone=f"9911{number:04d}",
        region_code=chance.choice(REGIONS),
        group=chance.choice(list(LearnerGroup)),
        gender=gender,
        birth_year=chance.randint(1960, 2003),
    )


def _study(person: Person, course: Course, modules: int, lessons: int, began: datetime) -> None:
    """Earn the first modules, then read some lessons of the next."""
    learning.enrol(person, at=began)
    moment = began
    for number, module in enumerate(course.modules):
        if number < modules:
            moment = _earn(person, course, module, moment)
        elif number == modules:
            for lesson in module.lessons[:lessons]:
                moment += timedelta(hours=9)
                learning.complete_lesson(person, lesson, at=moment)


def _earn(person: Person, course: Course, module: Module, moment: datetime) -> datetime:
    for lesson in module.lessons:
        moment += timedelta(hours=9)
        learning.complete_lesson(person, lesson, at=moment)
    moment += timedelta(hours=5)
    _pass(person, course.quiz(module.test_id), moment)
    return moment


def _pass(person: Person, quiz: Quiz, moment: datetime) -> None:
    attempt = assessment.start_attempt(person, quiz, at=moment)
    answers = {one.question.id: right_answer(one) for one in attempt.drawn}
    assessment.submit_attempt(attempt, answers, at=moment + timedelta(minutes=20), pass_mark=quiz.pass_mark)


def right_answer(one: DrawnQuestion) -> Answer:
    """The answer that earns the whole point."""
    question = one.question
    match question.kind:
        case QuestionKind.SINGLE:
            return next(choice.id for choice in question.choices if choice.correct)
        case QuestionKind.MULTIPLE:
            return [choice.id for choice in question.choices if choice.correct]
        case QuestionKind.TRUE_FALSE:
            return "true" if question.answer else "false"
        case QuestionKind.MATCHING:
            return {pair.id: pair.id for pair in question.pairs}
        case QuestionKind.ORDERING:
            return {item.id: str(place) for place, item in enumerate(question.items, 1)}
        case QuestionKind.NUMBER:
            return str(question.answer)
        case _:
            return question.accept[0]
