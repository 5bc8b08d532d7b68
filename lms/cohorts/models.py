"""Cohorts (workshops), their half-days, participants and marks: facts, only ever added."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lms.core.db import Base, short_enum
from lms.learning.models import Enrolment
from lms.people.groups import Disability, Gender, LearnerGroup
from lms.people.models import Account


class CohortStatus(StrEnum):
    """The way of a workshop; only a coordinator leads one back, with a reason."""

    PLANNED = "planned"
    HELD = "held"
    CHECKED = "checked"
    LOCKED = "locked"


class PartialCounts(StrEnum):
    """What coming late or leaving early counts."""

    WHOLE = "whole"
    HALF = "half"


class ParticipantRole(StrEnum):
    """Only PARTICIPANT is counted as trained."""

    PARTICIPANT = "participant"
    TRAINER = "trainer"
    ORGANISER = "organiser"
    GUEST = "guest"


class HalfDay(StrEnum):
    MORNING = "morning"
    AFTERNOON = "afternoon"


class MarkStatus(StrEnum):
    """What one tap says. Not yet recorded is no mark at all."""

    PRESENT = "present"
    LATE = "late"
    LEFT_EARLY = "left_early"
    ABSENT = "absent"


class Source(StrEnum):
    """How somebody came onto the register."""

    TYPED = "typed"
    PASTED = "pasted"
    IMPORTED = "imported"
    SELF = "self"
    EARLIER = "earlier"
    SHEET = "sheet"


class Cohort(Base):
    """One workshop. Days and times are those of the place, whoever looks from wherever."""

    __tablename__ = "cohorts"
    __table_args__ = (CheckConstraint("share_needed BETWEEN 1 AND 100", name="share_is_a_percentage"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    code: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    region_code: Mapped[str] = mapped_column(index=True)
    soum_code: Mapped[str | None]
    khoroo: Mapped[str | None]
    venue: Mapped[str]
    implementer: Mapped[str]
    partner: Mapped[str | None]
    funder: Mapped[str | None]
    language: Mapped[str] = mapped_column(default="mn")
    partial_counts: Mapped[PartialCounts] = mapped_column(
        short_enum(PartialCounts), default=PartialCounts.WHOLE
    )
    share_needed: Mapped[int] = mapped_column(default=80)
    status: Mapped[CohortStatus] = mapped_column(short_enum(CohortStatus), default=CohortStatus.PLANNED)
    join_token: Mapped[str | None] = mapped_column(unique=True)  # self-registration by link; None when closed
    created_by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    created_at: Mapped[datetime]

    sessions: Mapped[list["Session"]] = relationship(
        back_populates="cohort", order_by="Session.on, Session.half_order"
    )
    participants: Mapped[list["Participant"]] = relationship(
        back_populates="cohort", order_by="Participant.number"
    )
    trainers: Mapped[list["CohortTrainer"]] = relationship(back_populates="cohort")


class CohortTrainer(Base):
    """An account that may lead the workshop."""

    __tablename__ = "cohort_trainers"
    __table_args__ = (UniqueConstraint("cohort_id", "account_id", name="one_place_a_trainer"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohorts.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)

    cohort: Mapped[Cohort] = relationship(back_populates="trainers")
    account: Mapped[Account] = relationship()


class StatusChange(Base):
    """One step of a workshop's way, with who, when and, leading back, why."""

    __tablename__ = "cohort_status_changes"

    id: Mapped[int] = mapped_column(primary_key=True)
    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohorts.id"), index=True)
    before: Mapped[CohortStatus] = mapped_column(short_enum(CohortStatus))
    after: Mapped[CohortStatus] = mapped_column(short_enum(CohortStatus))
    reason: Mapped[str | None]
    by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    at: Mapped[datetime]


class Session(Base):
    """One half-day in the room and the modules that it teaches."""

    __tablename__ = "sessions"
    __table_args__ = (UniqueConstraint("cohort_id", "on", "half", name="one_session_a_half_day"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohorts.id"), index=True)
    on: Mapped[date]
    half: Mapped[HalfDay] = mapped_column(short_enum(HalfDay))
    half_order: Mapped[int]  # 0 morning, 1 afternoon
    starts: Mapped[str]  # local civil time, 09:00
    ends: Mapped[str]
    module_ids: Mapped[list[str]] = mapped_column(JSON)

    cohort: Mapped[Cohort] = relationship(back_populates="sessions")


class Participant(Base):
    """A place on a register, with what the list said that day: a later move changes no total."""

    __tablename__ = "participants"
    __table_args__ = (
        UniqueConstraint("cohort_id", "enrolment_id", name="one_place_a_person"),
        UniqueConstraint("cohort_id", "number", name="one_number_a_place"),
        UniqueConstraint("cohort_id", "badge_code", name="one_badge_a_place"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohorts.id"))
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolments.id"), index=True)
    role: Mapped[ParticipantRole] = mapped_column(
        short_enum(ParticipantRole), default=ParticipantRole.PARTICIPANT
    )
    number: Mapped[int]
    badge_code: Mapped[str]
    source: Mapped[Source] = mapped_column(short_enum(Source))
    region_code: Mapped[str | None]
    group: Mapped[LearnerGroup | None] = mapped_column("learner_group", short_enum(LearnerGroup))
    gender: Mapped[Gender | None] = mapped_column(short_enum(Gender))
    birth_year: Mapped[int | None]
    disability: Mapped[Disability | None] = mapped_column(short_enum(Disability))
    organisation: Mapped[str | None]
    position: Mapped[str | None]
    phone: Mapped[str | None]
    consent: Mapped[bool | None]  # signed on paper; None until somebody recorded it
    removed_at: Mapped[datetime | None]
    created_by_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    created_at: Mapped[datetime]

    cohort: Mapped[Cohort] = relationship(back_populates="participants")
    enrolment: Mapped[Enrolment] = relationship(lazy="joined", innerjoin=True)


class AttendanceMark(Base):
    """One tap. `id` and `at` were made on the device; `waits` until a named person accepts it."""

    __tablename__ = "attendance_marks"

    id: Mapped[str] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("sessions.id"), index=True)
    participant_id: Mapped[int] = mapped_column(ForeignKey("participants.id"), index=True)
    status: Mapped[MarkStatus] = mapped_column(short_enum(MarkStatus))
    at: Mapped[datetime]
    received_at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    way: Mapped[str]  # roll_call, badge, sheet, import, walk_in
    device: Mapped[str | None]
    waits: Mapped[bool] = mapped_column(default=False)
    decides: Mapped[bool] = mapped_column(default=False)
    reason: Mapped[str | None]


class Sheet(Base):
    """One printed sign-in sheet: its rows as printed, and the totals counted when it came back."""

    __tablename__ = "sheets"

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(unique=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("sessions.id"), index=True)
    rows: Mapped[list[int]] = mapped_column(JSON)  # participants' ids in printed order
    spare_rows: Mapped[int]
    printed_at: Mapped[datetime]
    printed_by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    signatures: Mapped[int | None]
    walk_ins: Mapped[int | None]
    closed_at: Mapped[datetime | None]
    closed_by_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))


class SheetScan(Base):
    """A photo or scan of a signed sheet, kept under an opaque name."""

    __tablename__ = "sheet_scans"

    id: Mapped[int] = mapped_column(primary_key=True)
    sheet_id: Mapped[int] = mapped_column(ForeignKey("sheets.id"), index=True)
    stored_as: Mapped[str] = mapped_column(unique=True)
    media_type: Mapped[str]
    bytes: Mapped[int]
    sha256: Mapped[str]
    by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    at: Mapped[datetime]


class CountOnly(Base):
    """People without a name here (refused, left, illegible): tallied, never unique, never certified."""

    __tablename__ = "count_only"
    __table_args__ = (CheckConstraint("people > 0", name="tally_counts_somebody"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohorts.id"), index=True)
    sheet_id: Mapped[int | None] = mapped_column(ForeignKey("sheets.id"))
    gender: Mapped[Gender | None] = mapped_column(short_enum(Gender))
    age_band: Mapped[str | None]
    reason: Mapped[str]  # refused, left, illegible
    people: Mapped[int]
    by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    at: Mapped[datetime]


class Override(Base):
    """A module counted, or not counted, by a named person's decision, with a reason; undone, not deleted."""

    __tablename__ = "module_overrides"

    id: Mapped[int] = mapped_column(primary_key=True)
    participant_id: Mapped[int] = mapped_column(ForeignKey("participants.id"), index=True)
    module_id: Mapped[str]
    earned: Mapped[bool]
    reason: Mapped[str]
    by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    at: Mapped[datetime]
    undone_by_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    undone_at: Mapped[datetime | None]


class ClaimSlip(Base):
    """A printed slip: personal code and PIN with which somebody opens their own page months later."""

    __tablename__ = "claim_slips"

    id: Mapped[int] = mapped_column(primary_key=True)
    participant_id: Mapped[int] = mapped_column(ForeignKey("participants.id"), index=True)
    code: Mapped[str] = mapped_column(unique=True)
    pin_hash: Mapped[str]
    made_by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    made_at: Mapped[datetime]
    claimed_at: Mapped[datetime | None]
    voided_at: Mapped[datetime | None]


class ImportBatch(Base):
    """One uploaded list on its way: read and shown first, written only when confirmed."""

    __tablename__ = "import_batches"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    cohort_id: Mapped[int | None] = mapped_column(ForeignKey("cohorts.id"), index=True)
    file_name: Mapped[str]
    reading: Mapped[dict[str, Any]] = mapped_column(JSON)  # rows as read, repairs, matches
    made_by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    made_at: Mapped[datetime]
    written_at: Mapped[datetime | None]

    cohort: Mapped[Cohort | None] = relationship()
