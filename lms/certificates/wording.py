"""The words of the certificate, frozen: what was printed once is printed so again.

They are no interface words and do not go through gettext. A changed word is a new version,
and the old one stays.
"""

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from lms.core import mongolian

TEMPLATE_VERSION = 1


@dataclass(frozen=True, slots=True)
class Wording:
    """All fixed words of one version in one language; empty ones are not printed."""

    language: str
    other_language: str  # of the small lines
    kind: str  # what the file is called
    heading: str
    small_heading: str
    before_name: str
    after_name: str
    quotes: str
    after_course: str  # {modules}, {hours}
    counts: tuple[str, ...]  # “one module” first
    more: str  # {count}, where the words of `counts` end
    hours: tuple[str, str]  # for one, for more: {hours}
    online: str
    room: str
    issued: str  # {day}
    coordinator: str
    trainer: str
    code: str
    address: str  # {host}
    qr: str  # {address}; read aloud in the place of the picture

    def modules(self, number: int) -> str:
        """Four modules, дөрвөн модуль."""
        if 1 <= number <= len(self.counts):
            return self.counts[number - 1]
        return self.more.format(count=number)

    def sentence(self, modules: int, hours: int) -> str:
        """What stands under the title of the course."""
        of_hours = self.hours[0 if hours == 1 else 1].format(hours=hours)
        return self.after_course.format(modules=self.modules(modules), hours=of_hours)

    def day(self, day: date) -> str:
        return mongolian.long_date(day) if self.language == "mn" else english_day(day)

    def short_day(self, day: date) -> str:
        return mongolian.short_date(day) if self.language == "mn" else english_day(day)


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def english_day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MN_1 = Wording(
    language="mn",
    other_language="en",
    kind="Гэрчилгээ",
    heading="ГЭРЧИЛГЭЭ",
    small_heading="Certificate of completion",
    before_name="",
    after_name="",
    quotes="“{title}”",
    after_course="сэдэвт {modules} бүхий {hours} мэдлэг олгох сургалтад хамрагдсан тул олгов.",
    counts=(
        "нэг модуль", "хоёр модуль", "гурван модуль", "дөрвөн модуль", "таван модуль",
        "зургаан модуль", "долоон модуль", "найман модуль", "есөн модуль",
    ),
    more="{count} модуль",
    hours=("{hours} цагийн", "{hours} цагийн"),
    online="Цахим",
    room="Танхим",
    issued="Олгосон өдөр: {day}",
    coordinator="Сургалтын зохицуулагч",
    trainer="Сургагч багш",
    code="Шалгах код",
    address="Шалгах хаяг: {host}/v",
    qr="Гэрчилгээг шалгах QR код. Хаяг: {address}",
)  # fmt: skip

_EN_1 = Wording(
    language="en",
    other_language="mn",
    kind="Certificate of completion",
    heading="Certificate of completion",
    small_heading="Гэрчилгээ",
    before_name="This is to certify that",
    after_name="has completed the course",
    quotes="“{title}”",
    after_course="a course of learning in {modules}, {hours} in all.",
    counts=(
        "one module", "two modules", "three modules", "four modules", "five modules",
        "six modules", "seven modules", "eight modules", "nine modules",
    ),
    more="{count} modules",
    hours=("one hour", "{hours} hours"),
    online="Online",
    room="In person",
    issued="Issued on {day}",
    coordinator="Course coordinator",
    trainer="Trainer",
    code="Verification code",
    address="Check it at {host}/v",
    qr="QR code to check this certificate. Address: {address}",
)  # fmt: skip

WORDINGS = MappingProxyType({(1, "mn"): _MN_1, (1, "en"): _EN_1})
