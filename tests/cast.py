"""The people of the tests, the same everywhere: who sees a name knows what they may do."""

from dataclasses import dataclass

from lms.people.models import Account
from lms.people.roles import Role
from tests.factories import BAYANGOL, DORNOD, SELENGE, make_account


@dataclass(frozen=True, slots=True)
class Cast:
    """Болд learns in Сэлэнгэ, Сараа trains him, Дулмаа coordinates, Ану runs the installation.

    Төмөр learns in Дорнод: he has no business with anything of Болд's.
    """

    bold: Account
    saraa: Account
    dulmaa: Account
    anu: Account
    tumur: Account


def gather() -> Cast:
    return Cast(
        bold=make_account(
            family_name="Дорж", given_name="Болд", email="bold@egekh.test", region_code=SELENGE
        ),
        saraa=make_account(family_name="Лхагва", given_name="Сараа", role=Role.TRAINER, region_code=SELENGE),
        dulmaa=make_account(
            family_name="Гомбо", given_name="Дулмаа", role=Role.COORDINATOR, region_code=BAYANGOL
        ),
        anu=make_account(family_name="Бат", given_name="Ану", role=Role.ADMINISTRATOR, region_code=BAYANGOL),
        tumur=make_account(family_name="Цэрэн", given_name="Төмөр", region_code=DORNOD),
    )
