"""From the rows of a workshop to the facts of its papers, in the workshop's language."""

from collections.abc import Iterable
from typing import Any

from flask import current_app, url_for

from lms.cohorts import print_words, queries
from lms.cohorts.models import Cohort, Participant, ParticipantRole, Session, Sheet
from lms.cohorts.pdf import make_file
from lms.cohorts.pdf.badge import BadgeFacts
from lms.cohorts.pdf.pieces import Page
from lms.cohorts.pdf.poster import PosterFacts
from lms.cohorts.pdf.sheet import SheetFacts, SheetRow
from lms.cohorts.pdf.slip import SlipFacts
from lms.cohorts.places import day_there
from lms.cohorts.queries import papers
from lms.cohorts.services.slips import PrintedSlip
from lms.cohorts.words import PARTICIPANT_ROLE_NAMES
from lms.content.store import current_course
from lms.core.clock import now
from lms.core.codes import pretty
from lms.core.i18n import gettext as _
from lms.people.models import Account


def file_of(title: str, pages: Iterable[Page], cohort: Cohort) -> bytes:
    """One PDF in the workshop's language; the same day, the same bytes."""
    settings = current_app.extensions["settings"]
    return make_file(
        f"{title} · {cohort.code}",
        pages,
        language=cohort.language,
        author=settings.issuer_mn if cohort.language == "mn" else settings.issuer_en,
        made_on=day_there(now(), cohort.region_code),
    )


def address_of(endpoint: str, **values: Any) -> str:
    """The public address of a page, as a QR code carries it."""
    return f"{current_app.extensions['settings'].base_url}{url_for(endpoint, **values)}"


def sheet_facts(sheet: Sheet, session: Session) -> SheetFacts:
    cohort = session.cohort
    people = papers.participants_by_id(sheet.rows)
    rows = [people[row] for row in sheet.rows if row in people]
    return SheetFacts(
        number=sheet.number,
        cohort_code=cohort.code,
        title=cohort.title,
        place=print_words.place_words(cohort, cohort.language),
        half_day=print_words.half_day_words(session),
        day=session.on,
        hours=f"{session.starts}–{session.ends}",
        teaches=print_words.module_words(session, current_course(), cohort.language),
        organisations=print_words.organisations(cohort),
        rows=tuple(_row(one, place) for place, one in enumerate(rows, start=1)),
        spare_rows=sheet.spare_rows,
        printed_on=day_there(sheet.printed_at, cohort.region_code),
        language=cohort.language,
    )


def _row(one: Participant, place: int) -> SheetRow:
    person = one.enrolment.person
    return SheetRow(
        number=place,
        family_name=person.family_name,
        given_name=person.given_name,
        organisation=", ".join(filter(None, (one.organisation, one.position))),
        phone=one.phone or "",
        gender=str(print_words.SHORT_GENDERS[one.gender]) if one.gender in print_words.SHORT_GENDERS else "",
        group=str(print_words.SHORT_GROUPS[one.group]) if one.group else "",
    )


def badge_facts(cohort: Cohort) -> list[BadgeFacts]:
    """Badges in Mongolian order, trainers and guests too."""
    return [_badge(cohort, one) for one in queries.in_mongolian_order(queries.participants_of(cohort))]


def _badge(cohort: Cohort, one: Participant) -> BadgeFacts:
    counted = one.role is ParticipantRole.PARTICIPANT
    return BadgeFacts(
        family_name=one.enrolment.person.family_name,
        given_name=one.enrolment.person.given_name,
        organisation=one.organisation or "",
        role="" if counted else str(PARTICIPANT_ROLE_NAMES[one.role]),
        code=one.badge_code,
        url=address_of("cohorts.show_badge", code=cohort.code, badge=one.badge_code),
        workshop=f"{cohort.code} · {cohort.title}",
    )


def slip_facts(cohort: Cohort, printed: PrintedSlip, helper: Account) -> SlipFacts:
    address = address_of("cohorts.claim")
    person = helper.person
    number = f"{person.full_name}, {person.phone}" if person.phone else person.full_name
    return SlipFacts(
        name=printed.participant.enrolment.person.full_name,
        workshop=f"{cohort.code} · {cohort.title}",
        code=printed.code,
        pin=printed.pin,
        url=f"{address}?code={pretty(printed.code)}",
        address=address.partition("://")[2],
        helper=_("Questions: %(who)s", who=number),
    )


def poster_facts(cohort: Cohort) -> PosterFacts:
    token = cohort.join_token
    return PosterFacts(
        title=cohort.title,
        days=print_words.days_words(cohort.sessions, cohort.language),
        hours=print_words.hours_words(cohort.sessions),
        place=print_words.place_words(cohort, cohort.language),
        organisations=" · ".join(print_words.organisations(cohort)),
        bring=_("A pen, and your phone if you have one"),
        url=address_of("cohorts.join", token=token) if token else "",
        language=cohort.language,
    )
