"""Messy lists: places, registration numbers, attendance, workshops."""

from datetime import date

from tests.cohorts.lists.corpus_layout import BOLD, PLAIN, SARAA
from tests.cohorts.lists.making import text, workbook
from tests.cohorts.lists.messy import Messy

VALUES: list[Messy] = [
    Messy(
        "aimags and districts in every form",
        lambda: workbook(
            [
                ["Нэр", "Аймаг, дүүрэг"],
                ["Б.Аа", "Сэлэнгэ аймаг"],
                ["Б.Бб", "Сэлэнгэ, Мандал сум"],
                ["Б.Вв", "СХД"],
                ["Б.Гг", "Баянгол дүүрэг"],
                ["Б.Дд", "Сүхбаатар"],
                ["Б.Ее", "Сүхбаатар аймаг"],
                ["Б.Жж", "Улаанбаатар"],
                ["Б.Зз", "Selenge"],
                ["Б.Ии", "баян-өлгий"],
                ["Б.Кк", "Дархан уул"],
            ]
        ),
        [
            "Б.|Аа||||43",
            "Б.|Бб||||43",
            "Б.|Вв||||1116",
            "Б.|Гг||||1107",
            "Б.|Дд||||",
            "Б.|Ее||||22",
            "Б.|Жж||||",
            "Б.|Зз||||43",
            "Б.|Ии||||83",
            "Б.|Кк||||45",
        ],
    ),
    Messy(
        "a column of registration numbers",
        lambda: workbook(
            [
                ["Овог", "Нэр", "РД", "Утас"],
                ["Дорж", "Болд", "УК85030212", "99112233"],
                ["Лхагва", "Сараа", "ук 90113021", "88112233"],
            ]
        ),
        ["Дорж|Болд|99112233|||", "Лхагва|Сараа|88112233|||"],
        registration="C",
    ),
    Messy(
        "registration numbers under another title",
        lambda: workbook(
            [
                ["Овог", "Нэр", "Байгууллага"],
                ["Дорж", "Болд", "YK85030212"],
                ["Лхагва", "Сараа", "УК90113021"],
            ]
        ),
        ["Дорж|Болд||||", "Лхагва|Сараа||||"],
        registration="C",
    ),
    Messy(
        "a registration number beside the name",
        lambda: workbook(
            [["Овог нэр", "Утас"], ["Б.Болд УК85030212", "99112233"], ["Д.Сараа", "УК90113021"]]
        ),
        ["Б.|Болд|99112233|||", "Д.|Сараа||||"],
        repairs=[
            "A2 Б.Болд …→Б.Болд registration",
            "A2 Б.Болд→Б. | Болд split_name",
            "A3 Д.Сараа→Д. | Сараа split_name",
            "B3 …→ registration",
        ],
    ),
    Messy(
        "two people in a cell, figures for a name, no name",
        lambda: workbook(
            [
                ["Овог нэр", "Утас"],
                ["Б.Болд, Д.Сараа", "99112233"],
                ["Б.Болд\nД.Сараа", None],
                ["12345", "88112233"],
                [None, "77112233"],
                ["=1+1", "99"],
                ["Бат Болд болон Сараа", None],
                ["А" * 70 + "б", None],
            ]
        ),
        [],
        flaws=[
            "A2 two_people",
            "A3 two_people",
            "A4 not_a_name",
            "A6 not_a_name",
            "A7 two_people",
            "A8 name_too_long",
        ],
        kinds="title 1, total 1",
    ),
    Messy(
        "hidden rows and a hidden column",
        lambda: workbook(PLAIN, hidden_rows=[3], hidden_columns=["C"]),
        [BOLD],
        kinds="hidden 1, title 1",
    ),
    Messy(
        "formulas with and without a result",
        lambda: workbook(
            PLAIN[:2], formulas={"E2": ("=2022-37", 1985), "C2": ("=A9", ""), "F2": ("=B9", "#REF!")}
        ),
        ["Дорж|Болд||male|1985|"],
        repairs=["C2 → no_result", "F2 → no_result"],
    ),
    Messy(
        "no header",
        lambda: text([["1", "Дорж", "Болд", "99112233", "эр"], ["2", "Лхагва", "Сараа", "88112233", "эм"]]),
        ["Дорж|Болд|99112233|male||", "Лхагва|Сараа|88112233|female||"],
        header_row=0,
    ),
    Messy(
        "a name a line, numbered",
        "1. Б.Болд\n2. Д.Сараа\n".encode,
        ["Б.|Болд||||", "Д.|Сараа||||"],
        header_row=0,
    ),
    Messy(
        "english titles in another order",
        lambda: text(
            [
                ["Mobile", "Gender", "First name", "Surname", "Organization", "Province"],
                ["99112233", "male", "Bold", "Dorj", "Governor's office", "Selenge"],
            ]
        ),
        ["Dorj|Bold|99112233|male||43"],
    ),
    Messy(
        "romanised titles",
        lambda: text([["Ovog", "Ner", "Utas", "Huis", "Aimag"], ["Dorj", "Bold", 99112233, "er", "Selenge"]]),
        ["Dorj|Bold|99112233|||43"],
    ),
    Messy(
        "titles with line breaks, hard spaces and capitals",
        lambda: workbook(
            [["ЭЦЭГ/ЭХИЙН\nНЭР", "ӨӨРИЙН\u00a0НЭР", "УТАСНЫ\nДУГААР"], ["Дорж", "Болд", "99112233"]]
        ),
        ["Дорж|Болд|99112233|||"],
    ),
    Messy(
        "the list on the second of three sheets, a hidden one behind",
        lambda: workbook(
            PLAIN,
            others={"Хөтөлбөр": [["09:00", "Нээлт"], ["10:00", "Модуль 1"]]},
            hidden_sheets={"Хуучин": PLAIN * 5},
        ),
        [BOLD, SARAA],
    ),
    Messy(
        "attendance by half-days under two lines of header",
        lambda: workbook(
            [
                ["Овог нэр", date(2022, 1, 11), None, date(2022, 1, 12), None],
                [None, "өглөө", "үдээс хойш", "өглөө", "үдээс хойш"],
                ["Б.Болд", "+", "+", "-", "х"],
                ["Д.Сараа", 1, 0, None, "?"],
            ],
            merges=["A1:A2", "B1:C1", "D1:E1"],
        ),
        ["Б.|Болд||||", "Д.|Сараа||||"],
        kinds="title 2",
    ),
    Messy(
        "a list of many workshops",
        lambda: workbook(
            [
                ["Сургалт", "Сургалт болсон өдөр", "Сургалт болсон аймаг", "Овог", "Нэр", "Утас"],
                ["АР-2022-01", "2022.01.11-12", "Архангай", "Дорж", "Болд", "99112233"],
                [None, None, None, "Лхагва", "Сараа", "88112233"],
                ["Сэлэнгийн сургалт", date(2022, 3, 17), "Сэлэнгэ", "Дорж", "Болд", "99112233"],
            ]
        ),
        ["Дорж|Болд|99112233|||", "Лхагва|Сараа|88112233|||", "Дорж|Болд|99112233|||"],
    ),
    Messy(
        "disability with and without consent",
        lambda: workbook(
            [
                ["Овог", "Нэр", "Хөгжлийн бэрхшээл", "Зөвшөөрөл"],
                ["Дорж", "Болд", "тийм", "тийм"],
                ["Лхагва", "Сараа", "тийм", None],
                ["Г", "Ану", "үгүй", "үгүй"],
            ]
        ),
        ["Дорж|Болд||||", "Лхагва|Сараа||||", "Г|Ану||||"],
        repairs=["C3 тийм→ no_consent", "C4 үгүй→ no_consent"],
    ),
    Messy(
        "facts without a name, an initial beside the father's name, an empty merged cell",
        lambda: workbook(
            [
                ["Овог", "Нэр", "Утас", "Байгууллага"],
                [None, None, "99112233", "ЗДТГ"],
                ["Дорж", "Д.Болд", "88112233", None],
                ["Лхагва", "Ш.Сараа", None, None],
                ["Г", "Ану", "95112233", "УК85030212"],
            ],
            merges=["D3:D4"],
        ),
        ["Дорж|Болд|88112233|||", "Лхагва|Ш.Сараа||||", "Г|Ану|95112233|||"],
        flaws=["B2 no_name"],
        repairs=["B3 Дорж | Д.Болд→Дорж | Болд split_name", "D5 …→ registration"],
    ),
]
