"""Titles of columns as lists write them, in both languages and many spellings."""

from lms.cohorts.lists import words
from lms.cohorts.lists.fields import Field

# The whole title, compared by `words.key`.
_TITLES: dict[Field, tuple[str, ...]] = {
    Field.NUMBER: (
        "no", "n", "nn", "дд", "д д", "дугаар", "д дугаар", "number", "р д дугаар", "т т",
        "дэс дугаар", "row",
    ),
    Field.FAMILY_NAME: (
        "овог", "эцэг эхийн нэр", "эцгийн нэр", "эхийн нэр", "эцэг эх", "эцэг эхийн нэр овог",
        "ургийн овог эцэг эхийн нэр", "ovog", "family name", "surname", "last name", "father s name",
        "patronymic", "lastname", "эцэг",
    ),
    Field.GIVEN_NAME: (
        "нэр", "өөрийн нэр", "нэрс", "оролцогчийн нэр", "ner", "given name", "first name", "name",
        "firstname", "суралцагчийн нэр",
    ),
    Field.FULL_NAME: (
        "овог нэр", "нэр овог нэр", "овог нэрс", "оролцогчийн овог нэр", "эцэг эхийн нэр нэр",
        "эцэг эхийн нэр өөрийн нэр", "ovog ner", "full name", "participant", "participant name",
        "оролцогч", "оролцогчид", "fullname", "суралцагчийн овог нэр", "оролцогчдын овог нэр",
        "оролцогчдын нэрс",
    ),
    Field.NAME_REVERSED: (
        "нэр овог", "нэр эцэг эхийн нэр", "ner ovog", "өөрийн нэр овог",
    ),
    Field.GENDER: (
        "хүйс", "huis", "khuis", "gender", "sex", "эр эм", "эм эр", "м ж",
    ),
    Field.FEMALE_TICK: (
        "эм", "эмэгтэй", "female", "women", "f", "эмэгтэйчүүд",
    ),
    Field.MALE_TICK: (
        "эр", "эрэгтэй", "male", "men", "m", "эрэгтэйчүүд",
    ),
    Field.AGE: (
        "нас", "age", "nas", "насны ангилал",
    ),
    Field.BIRTH: (
        "төрсөн он", "төрсөн", "он", "төрсөн огноо", "төрсөн он сар өдөр", "төрсөн он сар", "birth",
        "dob", "year of birth", "birth year", "date of birth", "төрсөн жил", "төрсөн өдөр",
        "birthdate", "born", "tursun on",
    ),
    Field.SOUM: (
        "сум", "сум хороо", "хороо", "баг хороо", "баг", "сум дүүрэг хороо", "soum", "sum", "khoroo",
        "bagh", "сум баг",
    ),
    Field.GROUP: (
        "бүлэг", "нийгмийн бүлэг", "оролцогчийн бүлэг", "төлөөлөл", "group", "social group",
        "хэнийг төлөөлж байгаа", "төлөөлсөн бүлэг", "ангилал", "category", "салбар",
    ),
    Field.REGION: (
        "аймаг", "дүүрэг", "аймаг дүүрэг", "аймаг нийслэл", "aimag", "province", "region",
        "aimag duureg", "харьяалал", "оршин суугаа аймаг", "дүүрэг аймаг", "district",
        "аймаг дүүргийн нэр", "орон нутаг",
    ),
    Field.REGISTRATION: (
        "рд", "регистр", "регистрийн дугаар", "регистерийн дугаар", "регистер", "register",
        "register number", "registration number", "иргэний бүртгэлийн дугаар", "иб д", "рд дугаар",
        "rd", "national id", "хувийн дугаар", "р д",
    ),
}  # fmt: skip
# A piece at the beginning of a word of the title; the first that fits decides.
_PIECES: tuple[tuple[Field, tuple[str, ...]], ...] = (
    (Field.REGISTRATION, ("регист", "register n")),
    (Field.LEFT_OUT, ("гарын үсэг", "signature", "тайлбар", "тэмдэглэл", "remark")),
    (Field.CONSENT, ("зөвшөөр", "consent")),
    (Field.WORKSHOP_DATE, (
        "сургалтын огноо", "сургалт болсон өдөр", "сургалтын хугацаа",
        "сургалт зохион байгуулсан өдөр", "workshop date", "training date",
    )),
    (Field.WORKSHOP_REGION, (
        "сургалт болсон газар", "сургалтын газар", "сургалт болсон аймаг", "workshop region",
        "training place", "сургалтын аймаг",
    )),
    (Field.VENUE, ("танхим", "venue")),
    (Field.WORKSHOP, (
        "сургалтын нэр", "сургалтын код", "workshop", "training", "сургалтын дугаар", "сургалт",
    )),
    (Field.PHONE, ("утас", "утсны", "phone", "mobile", "утасны", "гар утас", "utas", "tel")),
    (Field.EMAIL, ("мэйл", "майл", "mail", "и мэйл", "цахим шуудан")),
    (Field.DISABILITY, ("бэрхшээл", "disab", "хбт")),
    (Field.ORGANISATION, ("ажлын газар", "ажил хийдэг")),
    (Field.POSITION, ("албан тушаал", "position", "мэргэжил", "job", "ажил")),
    (Field.ORGANISATION, ("байгууллага", "organi", "ажлын газар", "institution", "company")),
    (Field.BIRTH, ("төрсөн", "birth")),
    (Field.GENDER, ("хүйс",)),
    (Field.GROUP, ("бүлэг",)),
    (Field.REGION, ("аймаг", "дүүрэг")),
    (Field.FULL_NAME, ("овог нэр",)),
)  # fmt: skip
_BY_TITLE = {words.key(title): field for field, titles in _TITLES.items() for title in titles}
_BY_PIECE = tuple((f" {words.key(piece)}", field) for field, pieces in _PIECES for piece in pieces)


def field_of(title: str) -> Field | None:
    """What a header means, None when it is none that we know."""
    text = words.key(title)
    if not text:
        return Field.NUMBER if title.strip() == "#" else None
    if field := _BY_TITLE.get(text):
        return field
    return next((field for piece, field in _BY_PIECE if piece in f" {text}"), None)
