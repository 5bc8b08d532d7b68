"""What people type to say who they are, in the one form in which we keep it."""

import re

from lms.core import codes
from lms.people.models import NameKind

PHONE = re.compile(r"[5-9]\d{7}")
EMAIL = re.compile(r"[^@\s,;<>\"]{1,64}@[^@\s,;<>\"]{1,190}\.[^@\s,;<>\".]{2,}")


def clean_phone(typed: str) -> str | None:
    """Eight digits of a Mongolian number, +976 and spaces forgiven; None when it is not one."""
    digits = re.sub(r"[\s().–-]", "", typed)
    digits = re.sub(r"^(\+|00)?976(?=\d{8}$)", "", digits)
    return digits if PHONE.fullmatch(digits) else None


def clean_email(typed: str) -> str | None:
    """The address as typed, in small letters; None when it is not one."""
    address = typed.strip().casefold()
    return address if len(address) <= 254 and EMAIL.fullmatch(address) else None


def read_sign_in_name(typed: str) -> tuple[NameKind, str] | None:
    """Phone, e-mail or personal code: whichever it is."""
    if phone := clean_phone(typed):
        return NameKind.PHONE, phone
    if "@" in typed:
        email = clean_email(typed)
        return (NameKind.EMAIL, email) if email else None
    code = codes.normalise_short(typed)
    return (NameKind.CODE, code) if code else None
