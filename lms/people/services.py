"""Verbs that write people and accounts. Nothing here commits."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.exc import IntegrityError

from lms.core import audit, browser_sessions, codes
from lms.core.db import db
from lms.people import queries
from lms.people.errors import NotYoursToReset, ResetNotOpen
from lms.people.groups import Disability, Gender, LearnerGroup
from lms.people.models import (
    Account,
    Consent,
    NameKind,
    PasswordReset,
    Person,
    Purpose,
    ResetKind,
    SignInName,
)
from lms.people.passwords import hash_password, needs_new_hash
from lms.people.roles import Role

LINK_LIFETIME = timedelta(minutes=30)
CODE_LIFETIME = timedelta(hours=24)
RESET_CODE_SIGNS = 8
CONSENT_VERSION = "2026-11"


@dataclass(frozen=True, slots=True)
class NewPerson:
    """What a registration says of a person."""

    family_name: str
    given_name: str
    phone: str | None = None
    email: str | None = None
    region_code: str | None = None
    group: LearnerGroup | None = None
    gender: Gender | None = None
    birth_year: int | None = None
    disability: Disability | None = None


def register(
    new: NewPerson,
    *,
    password: str,
    purposes: set[Purpose],
    language: str,
    at: datetime,
    role: Role = Role.LEARNER,
) -> Account:
    """Make a person with an account of their own.

    Never takes over somebody who is already there: a phone or an e-mail that signs in
    another account stays with it, and this account signs in with its personal code.
    """
    person = Person(
        family_name=new.family_name,
        given_name=new.given_name,
        phone=new.phone,
        email=new.email,
        region_code=new.region_code,
        group=new.group,
        gender=new.gender,
        birth_year=new.birth_year,
        disability=new.disability if Purpose.DISABILITY in purposes else None,
        created_at=at,
    )
    account = Account(
        person=person, role=role, password_hash=hash_password(password), language=language, created_at=at
    )
    db.session.add(account)
    db.session.flush()
    for purpose in Purpose:
        agree(person, purpose, given=purpose in purposes, at=at)
    _give_personal_code(account)
    for kind, value in ((NameKind.PHONE, new.phone), (NameKind.EMAIL, new.email)):
        if value and not queries.sign_in_name_taken(kind, value):
            _give_name(account, kind, value)
    audit.record("account opened", account.public_id, actor=account.public_id, role=role.value)
    return account


def open_account(person: Person, *, password: str, code: str, language: str, at: datetime) -> Account:
    """An account for somebody who is on the record already and has proved it; `code` signs in, too.

    Who has one keeps it and gets the new password. A phone on a list is not proved: it does not sign in.
    """
    account = person.account
    if account is None:
        account = Account(
            person=person, password_hash=hash_password(password), language=language, created_at=at
        )
        db.session.add(account)
        db.session.flush()
        agree(person, Purpose.REGISTER, given=True, at=at, way="slip")
        audit.record("account opened", account.public_id, actor=account.public_id, way="slip")
    else:
        change_password(account, password, keep_browser=None, at=at)
    if not _give_name(account, NameKind.CODE, code):
        _give_personal_code(account)  # the code became somebody's since the slip was printed
    return account


def agree(person: Person, purpose: Purpose, *, given: bool, at: datetime, way: str = "form") -> None:
    """Keep one answer about one purpose, with the version of the text."""
    db.session.add(
        Consent(person_id=person.id, purpose=purpose, version=CONSENT_VERSION, given=given, at=at, way=way)
    )


def change_password(account: Account, password: str, *, keep_browser: str | None, at: datetime) -> None:
    """Set a new password, end every other visit of the account and every open right to reset it."""
    account.password_hash = hash_password(password)
    browser_sessions.end_sessions_of(account.public_id, but=keep_browser)
    for reset in queries.open_resets_of(account):
        reset.used_at = at
    audit.record("password changed", account.public_id, actor=account.public_id)


def renew_hash(account: Account, password: str) -> None:
    """At a good sign-in: hash again when the setting has grown since."""
    if needs_new_hash(account.password_hash):
        account.password_hash = hash_password(password)


def end_other_visits(account: Account, *, keep_browser: str) -> int:
    """Sign the account out everywhere else; say how many browsers that were."""
    return browser_sessions.end_sessions_of(account.public_id, but=keep_browser)


def give_role(account: Account, role: Role, *, by: Account | None) -> None:
    """Give a role. Its visits end, so that the new rights begin with a new sign-in."""
    audit.record(
        "role given",
        account.public_id,
        actor=by.public_id if by else None,
        before=account.role.value,
        after=role.value,
    )
    account.role = role
    browser_sessions.end_sessions_of(account.public_id)


def issue_reset_link(account: Account, *, at: datetime) -> str:
    """The secret for a link by mail, good for 30 minutes and one use."""
    secret = secrets.token_urlsafe(32)
    _open_reset(account, ResetKind.LINK, secret, by=None, at=at, lifetime=LINK_LIFETIME)
    return secret


def issue_reset_code(account: Account, *, by: Account, at: datetime) -> str:
    """A one-time code to hand over in person, good for 24 hours.

    Raises `NotYoursToReset` for an account with more rights than the issuer's, and for one's own.
    """
    if account.role.rank > by.role.rank or account.id == by.id:
        raise NotYoursToReset
    code = codes.short_code(RESET_CODE_SIGNS)
    _open_reset(account, ResetKind.CODE, _code_secret(account, code), by=by, at=at, lifetime=CODE_LIFETIME)
    audit.record("reset code issued", account.public_id, actor=by.public_id)
    return code


def use_reset_link(secret: str, password: str, *, at: datetime) -> Account:
    """Set the password by a link; raises `ResetNotOpen`."""
    return _use_reset(secret, ResetKind.LINK, password, at=at)


def use_reset_code(account: Account | None, code: str, password: str, *, at: datetime) -> Account:
    """Set the password by a code that belongs to that account; raises `ResetNotOpen`."""
    read = codes.normalise_short(code)
    if account is None or read is None:
        raise ResetNotOpen
    return _use_reset(_code_secret(account, read), ResetKind.CODE, password, at=at)


def reset_link_is_open(secret: str, *, at: datetime) -> bool:
    reset = queries.open_reset(_hash(secret), ResetKind.LINK)
    return reset is not None and reset.expires_at > at


def _use_reset(secret: str, kind: ResetKind, password: str, *, at: datetime) -> Account:
    reset = queries.open_reset(_hash(secret), kind)
    if reset is None or reset.expires_at <= at:
        raise ResetNotOpen
    account = db.session.get_one(Account, reset.account_id)
    change_password(account, password, keep_browser=None, at=at)
    return account


def _open_reset(
    account: Account, kind: ResetKind, secret: str, *, by: Account | None, at: datetime, lifetime: timedelta
) -> None:
    for older in queries.open_resets_of(account):
        if older.kind == kind:
            older.used_at = at
    db.session.add(
        PasswordReset(
            account_id=account.id,
            kind=kind,
            secret_hash=_hash(secret),
            issued_by_id=by.id if by else None,
            created_at=at,
            expires_at=at + lifetime,
        )
    )
    db.session.flush()


def _give_personal_code(account: Account) -> None:
    while not _give_name(account, NameKind.CODE, codes.short_code()):
        pass  # the code is somebody's already: one in millions, so draw again


def _give_name(account: Account, kind: NameKind, value: str) -> bool:
    """Give a sign-in name; False when another account has it (the database decides a race)."""
    try:
        with db.session.begin_nested():
            db.session.add(SignInName(account=account, kind=kind, value=value))
    except IntegrityError:
        return False
    return True


def _code_secret(account: Account, code: str) -> str:
    return f"{account.public_id}:{code}"


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
