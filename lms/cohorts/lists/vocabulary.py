"""The words that lists use for genders, groups, regions, yes and no, and for who was there."""

import re
from functools import cache
from typing import TypeVar

from lms.cohorts.lists.words import key
from lms.cohorts.models import MarkStatus
from lms.people.groups import Disability, Gender, LearnerGroup
from lms.people.regions import regions

T = TypeVar("T")
TICKS = frozenset({"+", "✓", "✔", "v", "x", "х", "1", "√", "☑", "*", "тийм", "yes", "true", "да"})


def _each(meanings: dict[T, str]) -> dict[str, T]:
    pairs = [(word, meaning) for meaning, words in meanings.items() for word in words.split("|")]
    return {key(word): meaning for word, meaning in pairs if key(word)} | dict(pairs)


GENDERS = _each(
    {
        Gender.FEMALE: "эмэгтэй|эм|эмэгт|эмэгтэй хүн|бүсгүй|охин|female|f|woman|women|fem|♀|ж|жен",
        Gender.MALE: "эрэгтэй|эр|эрэгт|эрэгтэй хүн|хүү|male|m|man|men|м|муж|♂",
        Gender.UNDISCLOSED: "хэлэхгүй|хэлэхийг хүсээгүй|хариулаагүй|undisclosed|prefer not to say",
    }
)
YES_NO = _each(
    {
        True: "тийм|за|зөвшөөрсөн|зөвшөөрнө|yes|y|да|+|✓|✔|√|1|true|☑",
        False: "үгүй|зөвшөөрөөгүй|no|n|нет|-|–|0|false|☐",
    }
)
DISABILITIES = _each(
    {
        Disability.YES: "тийм|байгаа|бий|хөгжлийн бэрхшээлтэй|хбтэй|хби|yes|y|+|✓|1|да",
        Disability.NO: "үгүй|байхгүй|хөгжлийн бэрхшээлгүй|no|n|-|–|0|нет",
    }
)
MARKS = _each(
    {
        MarkStatus.PRESENT: "+|✓|✔|√|1|и|ирсэн|ирсан|байсан|тийм|yes|y|p|present|v|true|☑",
        MarkStatus.ABSENT: "-|–|—|0|т|тасалсан|ирээгүй|үгүй|ч|чөлөөтэй|өвчтэй|no|n|a|absent|false|☐",
        MarkStatus.LATE: "хоцорсон|х|late|l",
        MarkStatus.LEFT_EARLY: "эрт явсан|явсан|left|left early|эрт гарсан",
    }
)
# In order: the first kind of which a word stands in the cell.
_GROUP_WORDS: tuple[tuple[LearnerGroup, str], ...] = (
    (LearnerGroup.CSO, "төрийн бус|иргэний нийг|тбб|инб|холбоо|ngo|cso|civil society"),
    (LearnerGroup.MEDIA, "хэвлэл|сэтгүүлч|телевиз|радио|media|journalist|press"),
    (
        LearnerGroup.ACADEMIA,
        "их сургуул|дээд сургуул|эрдэм шинжилгээ|судлаач|судалгаа|academ|research|university",
    ),
    (LearnerGroup.TECH, "технологи|программ|мэдээлэл технологи|tech|infomediar"),
    (
        LearnerGroup.PROVIDER,
        "төрийн үйлчилгээ|эмнэлэг|эрүүл мэнд|өэмт|сэмт|эмт|сургуул|цэцэрлэг|багш|эмч|provider|health|school",
    ),
    (
        LearnerGroup.STATE_ADMIN,
        "төрийн|төр|захиргаа|здтг|итх|хурал|засаг|яам|хэлтэс|алба|тамгын газар|state|government|public admin",
    ),
    (LearnerGroup.CITIZEN, "иргэн|иргэд|малчин|тэтгэвэр|оюутан|ажилгүй|citizen|herder"),
)
_DISTRICT_LETTERS = {
    "бгд": "1107", "бзд": "1110", "бнд": "1101", "бхд": "1104", "нд": "1113", "сбд": "1119", "схд": "1116",
    "худ": "1122", "чд": "1125",
}  # fmt: skip
_KIND = re.compile(r"\b(аймаг|аймгийн|аймагт|дүүрэг|дүүргийн|дүүрэгт|aimag|province|district|duureg)\b")
_AIMAG = re.compile(r"^(аймаг|аймгийн|аймагт|aimag|province)$")


def group(text: str) -> LearnerGroup | None:
    """By a code of ours or by the first word that tells; `text` is a key."""
    if text.replace(" ", "_") in set(LearnerGroup):
        return LearnerGroup(text.replace(" ", "_"))
    for kind, words in _GROUP_WORDS:
        if any(re.search(rf"(?<!\w){re.escape(key(word))}", text) for word in words.split("|")):
            return kind
    return None


def region(raw: str) -> str | None:
    """The code of an aimag or district named in a text; None when none or more than one may be meant."""
    text = key(raw)
    if text in regions():
        return text
    if code := _DISTRICT_LETTERS.get(text):
        return code
    kind = _KIND.search(text)
    names = _region_names()
    before = text[: kind.start()].strip() if kind else text
    codes = names.get(before) or names.get(before.replace(" ", "")) or _first_named(text)
    if kind and len(codes) > 1:
        wants_aimag = bool(_AIMAG.match(kind[0]))
        codes = tuple(code for code in codes if (len(code) == 2) == wants_aimag)
    return codes[0] if len(codes) == 1 else None


def _first_named(text: str) -> tuple[str, ...]:
    """The one region whose name begins the text: “Сэлэнгэ Мандал сум”."""
    found = {
        codes
        for name, codes in _region_names().items()
        if text.startswith(f"{name} ") or text.endswith(f" {name}")
    }
    return found.pop() if len(found) == 1 else ()


@cache
def _region_names() -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for code, one in regions().items():
        for name in {key(one.name_mn), key(one.name_en), key(one.name_mn).replace(" ", "")}:
            names[name] = (*names.get(name, ()), code)
    return names
