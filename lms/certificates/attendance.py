"""What the attendance paper of a workshop says, and its frozen words. It is no certificate."""

from dataclasses import asdict, dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from lms.certificates.wording import english_day
from lms.core import mongolian

ATTENDANCE_VERSION = 1


@dataclass(frozen=True, slots=True)
class AttendedHalfDay:
    """One half-day that somebody was there; `half` is morning or afternoon, `modules` their numbers."""

    on: date
    half: str
    starts: str
    ends: str
    modules: tuple[int, ...]

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "AttendedHalfDay":
        return cls(**{**data, "on": date.fromisoformat(data["on"]), "modules": tuple(data["modules"])})


@dataclass(frozen=True, slots=True)
class AttendanceFacts:
    """Everything printed on an attendance paper. `held` is how many half-days the workshop had.

    `titles` are those of the modules by number, in the paper's language.
    """

    family_name: str
    given_name: str
    workshop_title: str
    workshop_code: str
    place: str
    organisations: tuple[str, ...]
    half_days: tuple[AttendedHalfDay, ...]
    held: int
    titles: tuple[tuple[int, str], ...]
    issued_on: date
    code: str
    verify_url: str
    verify_host: str
    language: str
    issuer_name: str
    template_version: int = ATTENDANCE_VERSION

    @property
    def full_name(self) -> str:
        return f"{self.family_name} {self.given_name}".strip()

    def to_json(self) -> dict[str, Any]:
        data = asdict(self)
        data["issued_on"] = self.issued_on.isoformat()
        for half_day in data["half_days"]:
            half_day["on"] = half_day["on"].isoformat()
        return data

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "AttendanceFacts":
        """The facts again; raises KeyError, TypeError or ValueError for what `to_json` did not write."""
        return cls(
            **{
                **data,
                "organisations": tuple(data["organisations"]),
                "half_days": tuple(AttendedHalfDay.from_json(one) for one in data["half_days"]),
                "titles": tuple((number, title) for number, title in data["titles"]),
                "issued_on": date.fromisoformat(data["issued_on"]),
            }
        )


@dataclass(frozen=True, slots=True)
class AttendanceWording:
    """All fixed words of one version in one language."""

    language: str
    kind: str
    sentence: str
    code: str  # of the workshop
    place: str
    organisations: str
    day: str
    half_day: str
    hours: str
    taught: str
    halves: tuple[str, str]  # morning, afternoon
    attended: str  # {attended}, {held}
    no_certificate: str
    issued: str  # {day}
    coordinator: str
    trainer: str
    check_code: str
    address: str  # {host}
    qr: str  # {address}

    def long_day(self, day: date) -> str:
        return mongolian.long_date(day) if self.language == "mn" else english_day(day)

    def short_day(self, day: date) -> str:
        return mongolian.short_date(day) if self.language == "mn" else english_day(day)


_MN_1 = AttendanceWording(
    language="mn",
    kind="Тодорхойлолт",
    sentence="Дор нэр бичсэн хүн дараах танхимын сургалтад хамрагдсан болно.",
    code="Сургалтын дугаар",
    place="Газар",
    organisations="Зохион байгуулсан",
    day="Өдөр",
    half_day="Хагас өдөр",
    hours="Цаг",
    taught="Үзсэн модуль",
    halves=("Өглөө", "Үдээс хойш"),
    attended="Хамрагдсан хагас өдөр: {attended}/{held}",
    no_certificate="Энэ хуудас сургалтад ирснийг тодорхойлно. Гэрчилгээг орлохгүй.",
    issued="Олгосон өдөр: {day}",
    coordinator="Сургалтын зохицуулагч",
    trainer="Сургагч багш",
    check_code="Шалгах код",
    address="Шалгах хаяг: {host}/v",
    qr="Тодорхойлолтыг шалгах QR код. Хаяг: {address}",
)

_EN_1 = AttendanceWording(
    language="en",
    kind="Attendance paper",
    sentence="The person named below took part in this workshop.",
    code="Workshop number",
    place="Place",
    organisations="Held by",
    day="Day",
    half_day="Half-day",
    hours="Hours",
    taught="Modules taught",
    halves=("Morning", "Afternoon"),
    attended="Half-days attended: {attended} of {held}",
    no_certificate="This paper says that somebody came. It does not take the place of the certificate.",
    issued="Issued on {day}",
    coordinator="Course coordinator",
    trainer="Trainer",
    check_code="Verification code",
    address="Check it at {host}/v",
    qr="QR code to check this paper. Address: {address}",
)

ATTENDANCE_WORDINGS = MappingProxyType({(1, "mn"): _MN_1, (1, "en"): _EN_1})
