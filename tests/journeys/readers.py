"""Who reads the site, from a guest to the administrator, and every page that each of them may open."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from lms.assessment.models import Moment
from lms.assessment.services import save_answers, start_at_moment, start_attempt, submit_attempt
from lms.certificates.models import Certificate
from lms.cohorts.models import MarkStatus
from lms.cohorts.services import open_joining
from lms.core.clock import now
from lms.learning import services as learning
from lms.people.models import Account
from lms.people.roles import Role
from tests.cohorts.rooms import add, make_workshop, mark
from tests.factories import earn_modules, make_account, make_certificate
from tests.journeys.browsers import Site


@dataclass
class Reader:
    """`code` signs in, empty for a guest; `addresses` are what this one sees differently from the others."""

    code: str = ""
    addresses: list[str] = field(default_factory=list)


def guest(site: Site) -> Reader:
    lesson = site.course.lessons[0]
    certificate = _certificate_of_somebody()
    return Reader(
        addresses=[
            *("/", "/lessons", f"/modules/{lesson.module_id}", f"/lessons/{lesson.id}"),
            *(f"/lessons/{lesson.id}/check", f"/modules/{lesson.module_id}/test", "/progress"),
            *("/help", "/privacy", "/accessibility"),
            *("/register", "/sign-in", "/forgotten", "/reset-by-code", "/reset/unknown"),
            *("/v", "/v?code=7K3M", f"/v/{certificate.token}", "/no-such-page"),
        ]
    )


def guest_who_looks_something_up(site: Site) -> Reader:
    return Reader(
        addresses=[
            *("/search", "/search?q=төсвийнхөө", "/search?q=tusuv", "/search?q=qqqq"),
            *("/glossary", "/glossary?q=аймаг", "/glossary?q=qqqq"),
            *("/calendar", "/tools", f"/tools/{site.course.tools[0].id}"),
        ]
    )


def fresh_learner(site: Site) -> Reader:
    account = make_account()
    module = site.course.modules[0]
    opened = start_attempt(account.person, site.course.quiz(module.test_id), at=now())
    return _reader(
        account,
        *("/", "/progress", "/welcome", "/account", "/account/password", "/certificate", "/start/trainer"),
        *(f"/modules/{module.id}/test", f"/attempts/{opened.public_id}"),
    )


def learner_half_way(site: Site) -> Reader:
    """One module earned, some lessons of the next, a check done, and a test not passed."""
    account = make_account(given_name="Өлзийсайхан", family_name="Эрдэнэцогтбаяр")
    person, (first, second, *_) = account.person, site.course.modules
    earn_modules(person, modules=1)
    for lesson in second.lessons[:3]:
        learning.complete_lesson(person, lesson, at=now())
    check = site.course.quiz(first.lessons[0].check_id)
    submit_attempt(start_attempt(person, check, at=now(), seed="1"), {}, at=now(), pass_mark=80)
    attempt = start_attempt(person, site.course.quiz(second.test_id), at=now())
    save_answers(attempt, _first_choices(attempt.drawn), at=now())
    submit_attempt(attempt, {}, at=now(), pass_mark=80)
    return _reader(
        account,
        *("/", "/progress", "/lessons", f"/modules/{first.id}", f"/modules/{second.id}"),
        *(f"/lessons/{first.lessons[0].id}", f"/lessons/{first.lessons[0].id}/check"),
        *(f"/lessons/{first.lessons[0].id}/check/result", f"/attempts/{attempt.public_id}/result"),
        *(f"/modules/{first.id}/test", f"/modules/{second.id}/test", "/certificate"),
    )


def learner_at_the_end(site: Site) -> Reader:
    account = make_account()
    earn_modules(account.person)
    return _reader(account, "/", "/progress", "/certificate")


def learner_asked_before(site: Site) -> Reader:
    """At the questions before the course: nothing handed in."""
    account = make_account()
    opened = start_at_moment(account.person, site.course.quiz("pre-post"), Moment.PRE, at=now())
    return _reader(account, "/progress", f"/attempts/{opened.public_id}")


def learner_asked_after(site: Site) -> Reader:
    account = make_account()
    quiz = site.course.quiz("pre-post")
    before = start_at_moment(account.person, quiz, Moment.PRE, at=now())
    submit_attempt(before, _first_choices(before.drawn), at=now(), pass_mark=80)
    earn_modules(account.person)
    after = start_at_moment(account.person, quiz, Moment.POST, at=now())
    submit_attempt(after, _first_choices(after.drawn), at=now(), pass_mark=80)
    return _reader(account, "/progress", f"/attempts/{after.public_id}/result")


def learner_told_a_number(site: Site) -> Reader:
    """Before the course: only how many were right."""
    account = make_account()
    before = start_at_moment(account.person, site.course.quiz("pre-post"), Moment.PRE, at=now())
    submit_attempt(before, _first_choices(before.drawn), at=now(), pass_mark=80)
    return _reader(account, "/progress", f"/attempts/{before.public_id}/result")


def holder(site: Site) -> Reader:
    account = make_account()
    make_certificate(account.person)
    return _reader(account, "/", "/progress", "/certificate")


def trainer(site: Site) -> Reader:
    return _reader(make_account(role=Role.TRAINER), "/", "/start/trainer", "/staff/one-time-code")


def trainer_with_a_room(site: Site) -> Reader:
    """Workshops held and to come, with people, a dispute, and somebody who may be known twice."""
    account, colleague = make_account(role=Role.TRAINER), make_account(role=Role.TRAINER)
    past, coming = make_workshop(account, on=date(2026, 3, 2)), make_workshop(account)
    people = [add(past, name, organisation="Эрүүл мэндийн төв") for name in ("Болд", "Мөнхбаясгалан", "Болд")]
    for trainer_, status in ((account, MarkStatus.PRESENT), (colleague, MarkStatus.ABSENT)):
        mark(past.sessions[0], people[0], trainer_, status)
    open_joining(coming, by=account)
    room, place = f"/workshops/{past.public_id}", f"/participants/{people[0].public_id}"
    return _reader(
        account,
        *("/workshops", "/workshops/new", room, f"/workshops/{coming.public_id}", f"{room}/edit"),
        *(f"{room}/plan", f"{room}/progress", f"{room}/participants/new", f"{room}/participants/paste"),
        *(f"{room}/participants/earlier", f"{room}/participants/earlier?from={coming.public_id}"),
        *(place, f"{place}/progress", f"/sessions/{past.sessions[0].public_id}/attendance"),
        *(f"/sessions/{coming.sessions[0].public_id}/attendance", f"/join/{coming.join_token}"),
        f"/b/{past.code}/{people[1].badge_code}",
    )


def trainer_with_papers(site: Site) -> Reader:
    """What surrounds a workshop that was held: lists, papers, opinions, certificates."""
    account = make_account(role=Role.TRAINER)
    past = make_workshop(account, on=date(2026, 3, 2))
    mark(past.sessions[0], add(past, "Болд"), account, MarkStatus.PRESENT)
    room = f"/workshops/{past.public_id}"
    return _reader(
        account,
        *(f"{room}/papers", f"{room}/slips", f"{room}/certificates", f"{room}/notice", "/sheets"),
        *(f"{room}/import", "/workshops/past", f"{room}/feedback", f"/feedback/{past.public_id}"),
        *("/claim", "/my-record"),
    )


def coordinator(site: Site) -> Reader:
    account = make_account(role=Role.COORDINATOR)
    return _reader(account, "/start/trainer", "/start/coordinator", "/account")


def administrator(site: Site) -> Reader:
    account = make_account(role=Role.ADMINISTRATOR)
    return _reader(account, "/start/trainer", "/start/coordinator", "/start/administrator")


READERS: dict[str, Callable[[Site], Reader]] = {
    "guest": guest,
    "guest-who-looks-something-up": guest_who_looks_something_up,
    "fresh-learner": fresh_learner,
    "learner-half-way": learner_half_way,
    "learner-at-the-end": learner_at_the_end,
    "learner-asked-before": learner_asked_before,
    "learner-told-a-number": learner_told_a_number,
    "learner-asked-after": learner_asked_after,
    "holder": holder,
    "trainer": trainer,
    "trainer-with-a-room": trainer_with_a_room,
    "trainer-with-papers": trainer_with_papers,
    "coordinator": coordinator,
    "administrator": administrator,
}
NOT_PAGES = {
    *("home.healthz", "home.readyz", "home.favicon", "home.robots", "certificates.download"),
    "cohorts.show_candidates",  # for the script of a page
    "home.start",  # leads on to the page of the role
}
AFTER_A_STEP = {  # opened only by what was done on another page
    *("cohorts.choose_password", "cohorts.show_import", "cohorts.enter_sheet", "cohorts.download_scan"),
}


def _reader(account: Account, *addresses: str) -> Reader:
    return Reader(account.personal_code, list(addresses))


def _certificate_of_somebody() -> Certificate:
    return make_certificate(make_account().person)


def _first_choices(drawn):
    """The first thing that each question offers: some of it right, most of it not."""
    return {one.question.id: one.order[0] for one in drawn if one.question.kind == "single"}
