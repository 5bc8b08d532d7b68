"""Who is asking."""

from flask_login import current_user

from lms.people.models import Account, Person


def current_account() -> Account:
    """The account signed in; call it only behind `@requires` of somebody signed in."""
    account: Account = current_user._get_current_object()
    return account


def current_person() -> Person:
    return current_account().person


def person_if_any() -> Person | None:
    """The person signed in, None for a guest."""
    return current_person() if current_user.is_authenticated else None
