"""Who of a workshop gets a certificate, and why the others do not (pure)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lms.certificates.models import Certificate
from lms.cohorts.models import Participant
from lms.cohorts.rules import Attendance
from lms.core.pdf.faces import Face, missing_glyphs
from lms.progress.rules import CourseStatus, ModuleStatus


class Standing(StrEnum):
    """READY: all is recorded. IF_THEY_STAY: as long as they attend what is not recorded yet."""

    HAS_ONE = "has_one"
    READY = "ready"
    IF_THEY_STAY = "if_they_stay"
    NOT_YET = "not_yet"
    UNPRINTABLE = "unprintable"


class NameFlaw(StrEnum):
    """What to look at in a name before it is printed for good."""

    NO_FAMILY_NAME = "no_family_name"
    INITIAL = "initial"
    SMALL_LETTER = "small_letter"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One person of the workshop before the certificates are issued.

    `status` is what the certificate would say; `lacking` are the modules not earned, with why.
    """

    participant: Participant
    standing: Standing
    status: CourseStatus
    certificate: Certificate | None
    flaws: tuple[NameFlaw, ...]
    half_days: int  # attended in this workshop

    @property
    def lacking(self) -> tuple[ModuleStatus, ...]:
        return tuple(module for module in self.status.modules if not module.is_earned)

    @property
    def can_be_issued(self) -> bool:
        return self.standing in (Standing.READY, Standing.IF_THEY_STAY)


def candidate(
    participant: Participant,
    now: CourseStatus,
    if_they_stay: CourseStatus,
    certificate: Certificate | None,
    attendance: Sequence[Attendance],
) -> Candidate:
    """Judge one person; nobody is supposed to stay who has not come at all."""
    came = sum(one.came for one in attendance)
    staying = if_they_stay if came else now
    status = now if now.is_completed or not staying.is_completed else staying
    return Candidate(
        participant,
        _standing(participant, now, staying, certificate),
        status,
        certificate,
        tuple(name_flaws(participant.enrolment.person.family_name, participant.enrolment.person.given_name)),
        came,
    )


def _standing(
    participant: Participant, now: CourseStatus, staying: CourseStatus, certificate: Certificate | None
) -> Standing:
    if certificate:
        return Standing.HAS_ONE
    if not now.is_completed and not staying.is_completed:
        return Standing.NOT_YET
    if missing_glyphs(participant.enrolment.person.full_name, Face.SERIF_BOLD):
        return Standing.UNPRINTABLE
    return Standing.READY if now.is_completed else Standing.IF_THEY_STAY


def name_flaws(family_name: str, given_name: str) -> list[NameFlaw]:
    """What in a name looks unfinished; it may be right all the same."""
    flaws = []
    if not family_name:
        flaws.append(NameFlaw.NO_FAMILY_NAME)
    elif len(family_name.rstrip(".")) == 1:
        flaws.append(NameFlaw.INITIAL)
    if any(name[:1].islower() for name in (family_name, given_name)):
        flaws.append(NameFlaw.SMALL_LETTER)
    return flaws


def counts(candidates: Sequence[Candidate]) -> Mapping[Standing, int]:
    return {one: sum(it.standing is one for it in candidates) for one in Standing}
