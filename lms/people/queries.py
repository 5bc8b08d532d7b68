"""Reading people and accounts."""

from collections.abc import Sequence

from sqlalchemy import func, or_, select

from lms.core.db import db
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
from lms.people.roles import Role


def account_by_id(public_id: str) -> Account | None:
    return db.session.scalar(select(Account).where(Account.public_id == public_id))


def account_by_sign_in_name(kind: NameKind, value: str) -> Account | None:
    return db.session.scalar(
        select(Account).join(SignInName).where(SignInName.kind == kind, SignInName.value == value)
    )


def sign_in_name_taken(kind: NameKind, value: str) -> bool:
    return (
        db.session.scalar(select(SignInName.id).where(SignInName.kind == kind, SignInName.value == value))
        is not None
    )


def sign_in_names_of(account: Account) -> Sequence[SignInName]:
    return db.session.scalars(
        select(SignInName).where(SignInName.account_id == account.id).order_by(SignInName.id)
    ).all()


def open_reset(secret_hash: str, kind: ResetKind) -> PasswordReset | None:
    """The unused right of that secret, locked so that two tabs cannot use it twice."""
    return db.session.scalar(
        select(PasswordReset)
        .where(
            PasswordReset.secret_hash == secret_hash,
            PasswordReset.kind == kind,
            PasswordReset.used_at.is_(None),
        )
        .with_for_update()
    )


def open_resets_of(account: Account) -> Sequence[PasswordReset]:
    return db.session.scalars(
        select(PasswordReset).where(PasswordReset.account_id == account.id, PasswordReset.used_at.is_(None))
    ).all()


def consents_of(person: Person) -> dict[Purpose, Consent]:
    """The latest answer to each purpose."""
    rows = db.session.scalars(select(Consent).where(Consent.person_id == person.id).order_by(Consent.id))
    return {row.purpose: row for row in rows}


def people_like(keys: set[str], phones: set[str]) -> Sequence[Person]:
    """Everybody whose given name has one of the match keys, or who has one of the phones."""
    return db.session.scalars(
        select(Person).where(or_(Person.match_key.in_(keys), Person.phone.in_(phones))).order_by(Person.id)
    ).all()


def count_accounts() -> dict[Role, int]:
    """How many accounts have each role."""
    rows = db.session.execute(select(Account.role, func.count()).group_by(Account.role)).all()
    return {row[0]: row[1] for row in rows}


def count_people() -> int:
    return db.session.scalar(select(func.count()).select_from(Person)) or 0


def staff() -> Sequence[Account]:
    """Everybody who is more than a learner, by role and name."""
    return db.session.scalars(
        select(Account)
        .join(Account.person)
        .where(Account.role != Role.LEARNER)
        .order_by(Account.role, Person.sort_key)
    ).all()
