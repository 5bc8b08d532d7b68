"""A workshop held today, and what its trainer does with certificates."""

from lms.certificates import pdf, queries
from lms.certificates.models import CertificateKind
from lms.certificates.services import Issuer, Printer
from lms.cohorts import queries as cohorts
from lms.cohorts.models import CohortStatus, MarkStatus
from lms.cohorts.signals import cohort_locked
from lms.content.store import current_course
from lms.core.clock import now
from tests.cohorts.rooms import add, make_workshop, mark

COURSE, ATTENDANCE = CertificateKind.COURSE, CertificateKind.ATTENDANCE


def held_today(cast):
    """Held today: Ану came to both half-days, Болд to the first, Дорж to none."""
    made = make_workshop(cast.saraa, on=now().date())
    for name in ("Ану", "Болд", "Дорж"):
        add(made, name, "Пүрэв")
    ana, bold, dorj = cohorts.participants_of(made)
    for session in made.sessions:
        mark(session, ana, cast.saraa)
    mark(made.sessions[0], bold, cast.saraa)
    mark(made.sessions[0], dorj, cast.saraa, MarkStatus.ABSENT)
    return made


def address(workshop, tail="certificates"):
    return f"/workshops/{workshop.public_id}/{tail}"


def issue(saraa, workshop, **fields):
    wanted = {"names_confirmed": "y", **fields}
    return saraa.submit(address(workshop), wanted, name="names_confirmed")


def standings(workshop):
    return {
        one.participant.enrolment.person.given_name: one.standing
        for one in queries.candidates_of(workshop, current_course(), at=now())
    }


def lock(workshop, cast):
    workshop.status = CohortStatus.LOCKED
    cohort_locked.send(workshop, by=cast.dulmaa, at=now())


def papers(workshop, kind=COURSE):
    return {one.person.given_name: one.status.value for one in queries.papers_of(workshop, kind)}


def printer(**others):
    plain = {
        "draw": pdf.draw,
        "draw_attendance": pdf.draw_attendance,
        "issuer": Issuer("Эгэх", "https://egekh.test", "egekh.test"),
        "language": "mn",
        "place": "Сэлэнгэ",
        "organisations": (),
    }
    return Printer(**{**plain, **others})
