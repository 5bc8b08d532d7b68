"""Certificates of people who do not exist."""

from dataclasses import replace
from datetime import date
from typing import Any

from lms.certificates.facts import CertificateFacts, EarnedModule
from lms.core.codes import check_sign
from lms.progress.rules import Way

TITLES = (
    (
        (
            "Төрийн үйлчилгээг сайжруулахад нийгмийн эгэх хариуцлага ба "
            "төсвийн ил тод байдлыг цогцоор ашиглах нь"
        ),
        "Using social accountability and budget transparency together to improve public services",
    ),
    (
        "Монгол Улсын төсөв, төсвийн өгөгдөлд нээлттэй хандах нь",
        "The budget of Mongolia and open access to budget data",
    ),
    (
        "Төсвийн хөрөнгө оруулалтын удирдлагад иргэдийн оролцоо",
        "Citizens’ participation in public investment management",
    ),
    (
        "Эрүүл мэндийн анхан шатны тусламж, үйлчилгээнд нийгмийн эгэх хариуцлагын арга хэрэгслийг ашиглах нь",
        "Using social-accountability tools in primary health care",
    ),
)
CODE = "7K3MH9TPX4" + check_sign("7K3MH9TPX4")


def earned(number: int, title_mn: str, title_en: str) -> EarnedModule:
    return EarnedModule(
        number, title_mn, title_en, Way.ROOM if number == 1 else Way.ONLINE, date(2022, 1, number)
    )


SARAA = CertificateFacts(
    family_name="Дорж",
    given_name="Сараа",
    course_title_mn="Төсвийн үйл явцад нийгмийн эгэх хариуцлагын ойлголт, арга хэрэгслийг ашиглах нь",
    course_title_en="Understanding social accountability and using its tools in the budget process",
    modules=tuple(earned(number, *titles) for number, titles in enumerate(TITLES, start=1)),
    hours=8,
    issued_on=date(2022, 1, 10),
    code=CODE,
    verify_url="https://egekh.example.mn/v/Zk3v1QxR7bTgYw0aLmNs5A",
    verify_host="egekh.example.mn",
    language="mn",
    issuer_name="Эгэх · Нийгмийн эгэх хариуцлагын сургалт",
)


def sample(**changes: Any) -> CertificateFacts:
    return replace(SARAA, **changes)
