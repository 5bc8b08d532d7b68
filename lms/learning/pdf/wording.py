"""The fixed words of our papers in both languages: like the course's own they do not go through gettext.

Whoever changes a word, or the look of a paper, raises `TEMPLATE_VERSION`.
"""

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from lms.core.i18n import format_date
from lms.learning.pdf.guide_wording import EN_GUIDE, MN_GUIDE, GuideWording

TEMPLATE_VERSION = 1


@dataclass(frozen=True, slots=True)
class Wording:
    """All words of one language."""

    language: str
    site: str
    module: str  # {number}
    lesson: str  # {number}, {of}
    module_handout: str
    reading: str  # {minutes}
    exercise: str  # {minutes}
    hours: str  # {hours}
    outcomes: str
    terms: str
    sources: str
    checked: str  # {day}
    laws: str
    in_this_module: str
    scan_lesson: str
    scan_module: str
    scan_form: str  # {lesson}
    says: str  # {address}; read aloud in the place of the QR code
    licence: str  # {licence}, {version}
    notes: str
    guide: GuideWording

    def day(self, day: date) -> str:
        return format_date(day, self.language)


MN = Wording(
    language="mn",
    site="Эгэх",
    module="Модуль {number}",
    lesson="Хичээл {number}/{of}",
    module_handout="Модулийн хэвлэх хуудас",
    reading="Уншихад {minutes} минут",
    exercise="Дасгал {minutes} минут",
    hours="Дасгалтай нийлээд {hours} цаг",
    outcomes="Энэ хичээлийг үзээд та",
    terms="Нэр томьёо",
    sources="Эх сурвалж",
    checked="Эдгээр эх сурвалжтай тулгасан өдөр: {day}.",
    laws="Хууль өөрчлөгддөг: зүйл, заалтыг хэрэглэхийн өмнө legalinfo.mn хаягаас шалгаарай.",
    in_this_module="Энэ модульд",
    scan_lesson="Хичээлийг утсаараа нээж, өөрийгөө шалгаарай",
    scan_module="Модулийг утсаараа нээж, хичээл бүрийн дараа өөрийгөө шалгаарай",
    scan_form="Заавар нь “{lesson}” хичээлд бий",
    says="QR код. Хаяг: {address}",
    licence="Хувилбар {version} · {licence}",
    notes="Тэмдэглэл",
    guide=MN_GUIDE,
)

EN = Wording(
    language="en",
    site="Egekh",
    module="Module {number}",
    lesson="Lesson {number}/{of}",
    module_handout="Handout of the module",
    reading="{minutes} minutes to read",
    exercise="{minutes} minutes of exercise",
    hours="{hours} hours with the exercises",
    outcomes="After this lesson you can",
    terms="Terms",
    sources="Sources",
    checked="Compared with these sources on {day}.",
    laws="Laws change: before you rely on an article, look it up at legalinfo.mn.",
    in_this_module="In this module",
    scan_lesson="Open the lesson on your phone and check yourself",
    scan_module="Open the module on your phone and check yourself after each lesson",
    scan_form="How to use it is taught in the lesson “{lesson}”",
    says="QR code. Address: {address}",
    licence="Version {version} · {licence}",
    notes="Notes",
    guide=EN_GUIDE,
)

WORDINGS = MappingProxyType({"mn": MN, "en": EN})
