"""What the checks of language find, and what they leave in peace."""

from pathlib import Path

import pytest

from lms.content.checks import check_language
from lms.content.passages import Passage
from lms.content.problems import Notes


def found(text: str, language: str = "mn", place: str = "lesson.paragraph", more: str = "") -> list[str]:
    notes = Notes()
    passages = [
        Passage(Path("x.md"), language, place, words, lambda: 1, group="1") for words in (text, more) if words
    ]
    check_language(passages, notes)
    assert all(problem.is_warning for problem in notes.problems)
    return [f"{problem.line}: {problem.message}" for problem in notes.problems]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Энэ бол МАSAM төсөл", "A word mixes Latin and Cyrillic letters: “МАSAM”"),
        ("vндэсний хурал", "mixes Latin and Cyrillic letters: “vндэсний”"),
        ("єнєєдєр", "a letter that is not Mongolian: “єнєєдєр”"),
        ("түлш нь θвс", "not Mongolian: “θвс”"),
        ("тэр aca өөр", "not Mongolian: “aca”"),
        ("1 дугаар сар", "The ending does not fit the number: “1 дугаар”"),
        ("2 дүгээр сар", "“2 дүгээр”"),
        ("11 дугаар сар", "“11 дугаар”"),
        ("40 дугаар хуудас", "“40 дугаар”"),
        ("1,000 дүгээр хүн", "“1,000 дүгээр”"),
        ("8.1.3 дэх хэсэг", "“3 дэх”"),
        ("16.1 дахь заалт", "“1 дахь”"),
        ("сарын 21-ны өдөр", "“21-ны”"),
        ("сарын 10-ний өдөр", "“10-ний”"),
        ("8-р зүйл", "not how we write a number or a date: “8-р”"),
        ("2022 оны 6 сарын 8", "“оны 6 сарын”"),
        ("01 дүгээр сар", "“01 дүгээр”"),
        ("2022-оны төсөв", "“2022-оны”"),
        ("зүйлийн 5ын дагуу", "A suffix is glued to a figure or an abbreviation: “5ын”"),
        ("10км зам", "“10км”"),
        ("НЭХын тухай", "“НЭХын”"),
        ("ИТХд өгсөн", "“ИТХд”"),
        ("38 бүлгүүд", "A plural follows a number: “38 бүлгүүд”"),
        ("10,5 хувь", "A comma stands before decimals: “10,5”"),
        ("1,2345 төгрөг", "A comma stands before decimals: “1,2345”"),
        ("26283 иргэн", "A large number has no commas: “26283”"),
        ("11.4% нь", "A sign stands in the text where a word should: “11.4%”"),
        ("1,000 ₮ өгсөн", "“1,000 ₮”"),
        ('Тэр "тийм" гэв', 'These are not our quotation marks: “"тийм"”'),
        ("Тэр «тийм» гэв", "“«тийм»”"),
        ("аймгийн 'төв'", "“'төв'”"),
        ("Тэр “ тийм” гэв", "not our quotation marks: ““ тийм””"),
        ("Тэр “тийм ” гэв", "not our quotation marks: ““тийм ””"),
        ("Бюджет баталсан", "This reads like a translation: “Бюджет”"),
        ("сургалтийн төв", "“сургалтийн”"),
        ("хөрөнгөний дүн", "“хөрөнгөний”"),
        ("ажлыг хэрэгжүүлэгдсэн", "“хэрэгжүүлэгдсэн”"),
        ("засвар хийгдэж байна", "“хийгдэж”"),
        ("маш чухал ажил", "“маш чухал”"),
        ("Энэ нь чухал зүйл юм.", "This reads like a translation: “Энэ нь чухал зүйл юм”"),
        ("нийгмийн хариуцлага гэж юу вэ", "“нийгмийн хариуцлага” is what companies have"),
        ("Чи асуугаарай", "The reader is addressed as “Чи”"),
        ("Төсвийн тухай хуульд заасан", "A law is named without its year: “Төсвийн тухай хуульд”"),
        ("Шилэн дансны хуулийн дагуу", "“Шилэн дансны хуулийн”"),
    ],
)
def test_a_slip_is_found(text, words):
    assert any(words.removeprefix("“") in problem for problem in found(text)), found(text)


@pytest.mark.parametrize(
    "text",
    [
        "МАСАМ төсөл, MASAM төсөл, QR код, PDF-ийн хуудас",
        "1 дүгээр, 2 дугаар, 9 дүгээр, 10 дугаар, 14 дүгээр, 30 дугаар, 90 дүгээр, 100 дугаар сар",
        "8.1.3 дахь заалт, 16.1 дэх заалт, 1–9 дугаараас сугална, 1,000 дахин их",
        "сарын 10-ны өдөр, 11-ний өдөр, 31-ний өдөр, 12-нд, 2019-ийн дүн",
        "2022 оны 1 дүгээр сарын 10, 6 сарын дараа, 2020–2023 онд",
        "НЭХ-ын, ИТХ-д, ОНХС-ийн 38 бүлэг, 256 гишүүн, 2022 оны сургалтууд",
        "2,243 хүн, 36.4 хувь, 240,248,887 төгрөг, 1, 4, 9-ийн дараа, утас 99112233",
        "7F09187 төсөл, 123641-WP-P153283, 0.019, 09187",
        "Тэр “тийм” гэв (“үгүй”). “Асуудлын хуудас”-аа",
        "Компанийн нийгмийн хариуцлага (CSR) өөр",
        "нийгмийн эгэх хариуцлага, сургалтын, модулийн, төсвийн, хөрөнгийн",
        "Та асуугаарай. Чиглүүлэгч ирэв.",
        "2011 оны Төсвийн тухай хуульд заасан. Хуулийн 8 дугаар зүйл.",
    ],
)
def test_good_mongolian_is_left_in_peace(text):
    assert found(text) == []


@pytest.mark.parametrize("place", ["lesson.table", "figure.text", "question.unit.mn"])
def test_short_signs_may_stand_where_room_is_short(place):
    assert found("11.4% буюу 1,000 ₮", place=place) == []


def test_the_year_of_a_law_may_stand_beside_it_in_the_same_question():
    assert found("Төсвийн тухай хуулиар яах вэ?", more="2011 оны хууль ингэж заадаг.") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor of the soum", "This is not our English: “mayor”"),
        ("They organize a meeting", "“organize”"),
        ("the health center", "“center”"),
        ("the citizens' hall", "These are not our quotation marks: “citizens'”"),
        ("the МASAM project", "A word mixes Latin and Cyrillic letters: “МASAM”"),
        ("10,5 per cent", "A comma stands before decimals: “10,5”"),
    ],
)
def test_a_slip_in_english_is_found(text, words):
    assert any(words in problem for problem in found(text, "en")), found(text, "en")


def test_good_english_is_left_in_peace():
    assert (
        found("Globe International Center organises the citizens’ hall; эгэх means 2,243 things.", "en") == []
    )


def test_the_rules_of_mongolian_do_not_judge_english():
    assert found("The 8-р зүйл, 11.4%", "en") == []


def test_a_slip_is_found_on_its_own_line():
    assert found("Нэг мөр\nхоёр мөр\nбюджет") == ["3: This reads like a translation: “бюджет”."]
