"""Door: one's own page: the workshops one was in, the papers one has."""

from flask import render_template
from flask.typing import ResponseReturnValue

from lms.certificates import queries
from lms.certificates.models import CertificateKind
from lms.certificates.views.blueprint import bp
from lms.cohorts import queries as cohorts
from lms.content.store import current_course
from lms.core.access import SIGNED_IN, requires
from lms.people.access import current_person
from lms.progress.queries import status_of


@bp.get("/my-record")
@requires(SIGNED_IN)
def show_record() -> ResponseReturnValue:
    """Workshops with the half-days attended, certificates and attendance papers, and what comes next."""
    person = current_person()
    stays = cohorts.stays_of([person.id]).get(person.id, [])
    papers = queries.certificates_of(person)
    return render_template(
        "certificates/record.html",
        person=person,
        stays=[(stay, [one for one in stay.cohort.sessions if _came(stay, one.id)]) for stay in stays],
        certificates=[one for one in papers if one.kind is CertificateKind.COURSE],
        attendance={one.cohort_id: one for one in papers if one.kind is CertificateKind.ATTENDANCE},
        status=status_of(person, current_course()),
    )


def _came(stay: cohorts.Stay, session_id: int) -> bool:
    attendance = stay.attendance.get(session_id)
    return attendance is not None and attendance.came
