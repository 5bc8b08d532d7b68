"""Claim slips: a personal code and a PIN on paper, with which somebody opens their own page later."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from lms.cohorts.errors import SlipNotOpen
from lms.cohorts.models import ClaimSlip, Participant
from lms.cohorts.queries import papers
from lms.core import audit, codes
from lms.core.db import db
from lms.people.models import Account
from lms.people.passwords import hash_password, password_matches
from lms.people.services import open_account

PIN_DIGITS = 6


@dataclass(frozen=True, slots=True)
class PrintedSlip:
    """A slip at the one moment when its PIN is known."""

    participant: Participant
    code: str
    pin: str


def make_slips(participants: Iterable[Participant], *, by: Account, at: datetime) -> list[PrintedSlip]:
    """A new slip for each; slips printed before and not yet used become void.

    Nobody gets one whose account may do more than a learner's: a paper must not open it.
    """
    asked = list(participants)
    staff = papers.staff_among(asked)
    wanted = [one for one in asked if one.id not in staff]
    for older in papers.open_slips_of(wanted):
        older.voided_at = at
    printed = [PrintedSlip(one, _free_code(), _new_pin()) for one in wanted]
    db.session.add_all(
        ClaimSlip(
            participant_id=one.participant.id,
            code=one.code,
            pin_hash=hash_password(one.pin),
            made_by_id=by.id,
            made_at=at,
        )
        for one in printed
    )
    db.session.flush()
    for one in printed:
        audit.record("slip printed", one.participant.public_id, actor=by.public_id)
    return printed


def void_slips(participant: Participant, *, by: Account, at: datetime) -> int:
    """Make the person's unused slips void; say how many they were."""
    slips = papers.open_slips_of([participant])
    for slip in slips:
        slip.voided_at = at
    if slips:
        audit.record("slip made void", participant.public_id, actor=by.public_id)
    return len(slips)


def check_slip(code: str, pin: str) -> ClaimSlip:
    """The slip of that code when the PIN is right; takes as long when there is none. Raises `SlipNotOpen`."""
    slip = papers.open_slip(code)
    if not password_matches(slip.pin_hash if slip else None, pin) or slip is None:
        raise SlipNotOpen
    return slip


def claim(code: str, password: str, *, language: str, at: datetime) -> Account:
    """Use the slip up and give the person an account with that password.

    Who has an account already gets the new password for it. The slip's code signs in from now on.
    Raises `SlipNotOpen` when it was used or made void meanwhile.
    """
    slip = papers.open_slip(code)
    if slip is None:
        raise SlipNotOpen
    participant = papers.participant_with_person(slip.participant_id)
    if papers.staff_among([participant]):
        raise SlipNotOpen
    account = open_account(
        participant.enrolment.person, password=password, code=slip.code, language=language, at=at
    )
    slip.claimed_at = at
    for other in papers.open_slips_of([participant]):
        other.voided_at = at
    audit.record("slip claimed", participant.public_id, actor=account.public_id)
    return account


def _new_pin() -> str:
    """Six digits by chance, none of the kind that is tried first."""
    while True:
        pin = f"{secrets.randbelow(10**PIN_DIGITS):0{PIN_DIGITS}}"
        if len(set(pin)) > 2:
            return pin


def _free_code() -> str:
    """A code that no other slip has; as a sign-in name it is given when the slip is claimed."""
    code = codes.short_code()
    while papers.slip_code_taken(code):
        code = codes.short_code()
    return code
