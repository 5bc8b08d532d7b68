"""Person, Account and what belongs to them."""

import secrets
from datetime import datetime
from enum import StrEnum
from functools import lru_cache

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from lms.core.db import ORDERED_KEY, Base, short_enum
from lms.core.mongolian import match_key, search_key, sort_key
from lms.people.groups import Disability, Gender, LearnerGroup
from lms.people.roles import Role


def _public_id() -> str:
    return secrets.token_urlsafe(12)


@lru_cache(maxsize=10_000)  # a list of thousands asks for few names many times
def name_key(name: str) -> str:
    """The skeleton under which one name is found, however it is spelt, joined or parted."""
    return match_key(name).replace(" ", "")


class NameKind(StrEnum):
    """What somebody may type to sign in."""

    PHONE = "phone"
    EMAIL = "email"
    CODE = "code"


class Purpose(StrEnum):
    """What we may use a person's data for; each is agreed to, or not, by itself."""

    REGISTER = "register"
    CONTACT = "contact"
    DISABILITY = "disability"


class ResetKind(StrEnum):
    LINK = "link"
    CODE = "code"


class Person(Base):
    """Somebody we train. Phone and e-mail are ways to reach them; families share them."""

    __tablename__ = "people"
    __table_args__ = (CheckConstraint("birth_year BETWEEN 1900 AND 2100", name="birth_year_is_a_year"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=_public_id)
    family_name: Mapped[str]
    given_name: Mapped[str]
    sort_key: Mapped[str] = mapped_column(ORDERED_KEY, index=True, default="")
    search_key: Mapped[str] = mapped_column(index=True, default="")
    match_key: Mapped[str] = mapped_column(index=True, default="")  # of the given name alone
    phone: Mapped[str | None] = mapped_column(index=True)
    email: Mapped[str | None]
    region_code: Mapped[str | None] = mapped_column(index=True)
    group: Mapped[LearnerGroup | None] = mapped_column("learner_group", short_enum(LearnerGroup))
    gender: Mapped[Gender | None] = mapped_column(short_enum(Gender))
    birth_year: Mapped[int | None]
    disability: Mapped[Disability | None] = mapped_column(short_enum(Disability))
    created_at: Mapped[datetime]

    account: Mapped["Account | None"] = relationship(back_populates="person")

    @property
    def full_name(self) -> str:
        """Family name, then given name, as on a certificate."""
        return f"{self.family_name} {self.given_name}".strip()

    @validates("family_name", "given_name")
    def _keep_keys(self, name: str, value: str) -> str:
        family = value if name == "family_name" else self.family_name
        given = value if name == "given_name" else self.given_name
        self.sort_key = sort_key(f"{given or ''} {family or ''}".strip())
        self.search_key = search_key(f"{family or ''} {given or ''}")
        self.match_key = name_key(given or "")
        return value


class Account(Base):
    """How a person signs in, and what they may do. Flask-Login's user."""

    __tablename__ = "accounts"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=_public_id)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), unique=True)
    role: Mapped[Role] = mapped_column(short_enum(Role), default=Role.LEARNER)
    password_hash: Mapped[str]
    language: Mapped[str] = mapped_column(default="mn")
    created_at: Mapped[datetime]

    person: Mapped[Person] = relationship(back_populates="account", lazy="joined", innerjoin=True)
    sign_in_names: Mapped[list["SignInName"]] = relationship(back_populates="account")

    is_authenticated = True
    is_active = True
    is_anonymous = False

    def get_id(self) -> str:
        return self.public_id

    @property
    def personal_code(self) -> str:
        """The code that nobody shares with them."""
        return next(name.value for name in self.sign_in_names if name.kind == NameKind.CODE)


class SignInName(Base):
    """One thing that signs in one account: the first of a family has the phone, everybody has a code."""

    __tablename__ = "sign_in_names"
    __table_args__ = (UniqueConstraint("kind", "value", name="one_account_a_name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    kind: Mapped[NameKind] = mapped_column(short_enum(NameKind))
    value: Mapped[str]

    account: Mapped[Account] = relationship(back_populates="sign_in_names")


class Consent(Base):
    """One answer to one purpose, with the version of the text that was shown. The latest counts."""

    __tablename__ = "consents"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    purpose: Mapped[Purpose] = mapped_column(short_enum(Purpose))
    version: Mapped[str]
    given: Mapped[bool]
    at: Mapped[datetime]
    way: Mapped[str]


class PasswordReset(Base):
    """A single-use right to set a new password: a link by mail or a code from a trainer."""

    __tablename__ = "password_resets"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    kind: Mapped[ResetKind] = mapped_column(short_enum(ResetKind))
    secret_hash: Mapped[str] = mapped_column(unique=True)
    issued_by_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
