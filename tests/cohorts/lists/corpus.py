"""Messy lists and what each must come to: 40 of them, all different.

A person is written “family|given|phone|gender|year|region”; a flaw “place reason”; a repair
“place before→after reason”. `repairs` lists every repair of the file, in order.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from tests.cohorts.lists.making import text, workbook


@dataclass(frozen=True)
class Messy:
    name: str
    content: Callable[[], bytes]
    people: list[str]
    flaws: list[str] = field(default_factory=list)
    repairs: list[str] = field(default_factory=list)
    kinds: str = ""  # of the rows that are no people: “title 2, total 1”
    registration: str = ""  # letters of the columns left out
    header_row: int = 1


BOLD = "Дорж|Болд|99112233|male|1985|43"
SARAA = "Лхагва|Сараа|88112233|female|1990|65"
PLAIN = [
    ["Овог", "Нэр", "Утас", "Хүйс", "Төрсөн он", "Аймаг"],
    ["Дорж", "Болд", "99112233", "эр", 1985, "Сэлэнгэ"],
    ["Лхагва", "Сараа", "88112233", "эм", 1990, "Архангай"],
]
TITLES = [["2022 оны сургалтын оролцогчдын бүртгэл"], ["Архангай аймаг, Эрдэнэбулган сум"], []]
D85, D90 = date(1985, 3, 2), date(1990, 11, 30)

CORPUS: list[Messy] = [
    Messy("plain workbook", lambda: workbook(PLAIN), [BOLD, SARAA]),
    Messy("plain csv", lambda: text(PLAIN), [BOLD, SARAA]),
    Messy("csv with a mark at its beginning", lambda: text(PLAIN, encoding="utf-8-sig"), [BOLD, SARAA]),
    Messy("csv with semicolons", lambda: text(PLAIN, delimiter=";"), [BOLD, SARAA]),
    Messy("tabs in utf-16", lambda: text(PLAIN, encoding="utf-16", delimiter="\t"), [BOLD, SARAA]),
    Messy(
        "utf-16 without its mark", lambda: text(PLAIN, encoding="utf-16-le", delimiter="\t"), [BOLD, SARAA]
    ),
    Messy("csv that names its sign", lambda: b"sep=|\r\n" + text(PLAIN, delimiter="|"), [BOLD, SARAA]),
    Messy("old line ends", lambda: text(PLAIN, end="\r"), [BOLD, SARAA]),
    Messy(
        "windows-1251 with the letters of another keyboard",
        lambda: text(
            [["Овог", "Нэр", "Байгууллага"], ["Өлзий", "Үүрийнтуяа", "Өвөрхангай ЗДТГ"]], encoding="cp1251"
        ),
        ["Өлзий|Үүрийнтуяа||||"],
        repairs=[
            "B2 Єлзий | Їїрийнтуяа→Өлзий | Үүрийнтуяа look_alikes",
            "C2 Євєрхангай ЗДТГ→Өвөрхангай ЗДТГ look_alikes",
        ],
    ),
    Messy(
        "title rows above the header",
        lambda: workbook([*TITLES, *PLAIN], merges=["A1:F1", "A2:F2"]),
        [BOLD, SARAA],
        kinds="title 4",
        header_row=4,
    ),
    Messy(
        "totals and signatures below",
        lambda: workbook(
            [*PLAIN, ["Нийт: 2"], [], ["Жагсаалт гаргасан: Г.Дулмаа"], ["Баталсан:", None, "…"]]
        ),
        [BOLD, SARAA],
        kinds="empty 1, note 2, title 1, total 1",
    ),
    Messy(
        "empty rows between, numbered rows without a name",
        lambda: workbook(
            [["№", "Овог", "Нэр"], [1, "Дорж", "Болд"], [], [2, "Лхагва", "Сараа"], [3, None, None], [4]]
        ),
        ["Дорж|Болд||||", "Лхагва|Сараа||||"],
        kinds="empty 3, title 1",
    ),
    Messy(
        "header repeated on each printed page",
        lambda: workbook([*PLAIN[:2], PLAIN[0], PLAIN[2]]),
        [BOLD, SARAA],
        kinds="header_again 1, title 1",
    ),
    Messy(
        "numbers of the columns under the header",
        lambda: workbook([PLAIN[0], [1, 2, 3, 4, 5, 6], *PLAIN[1:]]),
        [BOLD, SARAA],
        kinds="note 1, title 1",
    ),
    Messy(
        "header in two lines, merged",
        lambda: workbook(
            [["№", "Оролцогчийн", None, "Утас"], [None, "Овог", "Нэр", None], [1, "Дорж", "Болд", 99112233]],
            merges=["A1:A2", "B1:C1", "D1:D2"],
        ),
        ["Дорж|Болд|99112233|||"],
        kinds="title 2",
    ),
    Messy(
        "one merged organisation and aimag for many",
        lambda: workbook(
            [["Овог нэр", "Байгууллага", "Аймаг"], ["Б.Болд", "ЗДТГ", "Сэлэнгэ"], ["Д.Сараа", None, None]],
            merges=["B2:B3", "C2:C3"],
        ),
        ["Б.|Болд||||43", "Д.|Сараа||||43"],
        repairs=[
            "A2 Б.Болд→Б. | Болд split_name",
            "A3 Д.Сараа→Д. | Сараа split_name",
            "C3 →Сэлэнгэ merged",
            "B3 →ЗДТГ merged",
        ],
    ),
    Messy(
        "a person over two merged rows",
        lambda: workbook(
            [["Овог", "Нэр", "Утас"], ["Дорж", "Болд", "99112233"], [None, None, "88112233"]],
            merges=["A2:A3", "B2:B3"],
        ),
        ["Дорж|Болд|99112233|||"],
        kinds="continued 1, title 1",
    ),
    Messy(
        "both names in one column, every way",
        lambda: workbook(
            [
                ["Овог, нэр"],
                ["Б.Болд"],
                ["Д. Сараа"],
                ["Цэ.Дулмаа"],
                ["Г Ану"],
                ["Бат Төмөр"],
                ["Ану Г."],
                ["Боржигон Бат Мөнх"],
                ["Номин"],
            ]
        ),
        [
            "Б.|Болд||||",
            "Д.|Сараа||||",
            "Цэ.|Дулмаа||||",
            "Г.|Ану||||",
            "Бат|Төмөр||||",
            "Г.|Ану||||",
            "Боржигон Бат|Мөнх||||",
            "|Номин||||",
        ],
        repairs=[
            "A2 Б.Болд→Б. | Болд split_name",
            "A3 Д. Сараа→Д. | Сараа split_name",
            "A4 Цэ.Дулмаа→Цэ. | Дулмаа split_name",
            "A5 Г Ану→Г. | Ану split_name",
            "A6 Бат Төмөр→Бат | Төмөр split_name",
            "A7 Ану Г.→Г. | Ану names_turned",
            "A8 Боржигон Бат Мөнх→Боржигон Бат | Мөнх many_words",
        ],
    ),
    Messy(
        "given name first",
        lambda: text([["Нэр, овог", "Утас"], ["Болд Дорж", "99112233"]], delimiter="\t"),
        ["Дорж|Болд|99112233|||"],
        repairs=["A2 Болд Дорж→Дорж | Болд names_turned"],
    ),
    Messy(
        "a title “name” over initials",
        lambda: text([["Нэр", "Утас"], ["Д.Болд", "99112233"]]),
        ["Д.|Болд|99112233|||"],
        repairs=["A2 Д.Болд→Д. | Болд split_name"],
    ),
    Messy(
        "capitals, small letters, spaces, hyphens",
        lambda: workbook(
            [["Овог", "Нэр"], ["ДОРЖ", "болд"], ["  Бат ", "Мөнх - Эрдэнэ"], ["Пүрэв", "Номин-эрдэнэ"]]
        ),
        ["Дорж|Болд||||", "Бат|Мөнх-Эрдэнэ||||", "Пүрэв|Номин-эрдэнэ||||"],
        repairs=["B2 ДОРЖ | болд→Дорж | Болд capitals", "B3 Бат | Мөнх - Эрдэнэ→Бат | Мөнх-Эрдэнэ hyphen"],
    ),
    Messy(
        "latin letters inside cyrillic words",
        lambda: workbook([["Oвoг", "Нэp", "Хүйc"], ["Дopж", "Бoлд", "эp"], ["Cepiк", "Әлия", "эм"]]),
        ["Дорж|Болд||male||", "Серик|Әлия||female||"],
    ),
    Messy(
        "kazakh names stay",
        lambda: workbook([["Овог", "Нэр"], ["Серік", "Айгүл"], ["Қабыл", "Ұлан"]]),
        ["Серік|Айгүл||||", "Қабыл|Ұлан||||"],
    ),
    Messy(
        "phones in every form",
        lambda: workbook(
            [
                ["Нэр", "Утасны дугаар"],
                ["Б.А", "1"],
                ["Б.Аа", 99112233],
                ["Б.Бб", "9911 2233"],
                ["Б.Вв", "+976 9911-2233"],
                ["Б.Гг", "976 99112233"],
                ["Б.Дд", "99112233, 88112233"],
                ["Б.Ее", "9911223"],
                ["Б.Жж", "9911223O"],
                ["Б.Зз", "99112233/ээж"],
                ["Б.Ий", "-"],
            ]
        ),
        [
            "|Б.А||||",
            "Б.|Аа|99112233|||",
            "Б.|Бб|99112233|||",
            "Б.|Вв|99112233|||",
            "Б.|Гг|99112233|||",
            "Б.|Дд|99112233|||",
            "Б.|Ее||||",
            "Б.|Жж|99112230|||",
            "Б.|Зз|99112233|||",
            "Б.|Ий||||",
        ],
    ),
    Messy(
        "years, dates, ages",
        lambda: workbook(
            [
                ["Нэр", "Төрсөн огноо"],
                ["Б.Аа", D85],
                ["Б.Бб", "1985.03.02"],
                ["Б.Вв", "1985 он"],
                ["Б.Гг", 36],
                ["Б.Дд", "36 настай"],
                ["Б.Ее", 31108],
                ["Б.Жж", "02/03/1985"],
                ["Б.Зз", "85"],
                ["Б.Ии", 1885],
                ["Б.Кк", "1985-аас 1990"],
                ["Б.Лл", "мартсан"],
                ["Б.Мм", 2020],
            ]
        ),
        [
            "Б.|Аа|||1985|",
            "Б.|Бб|||1985|",
            "Б.|Вв|||1985|",
            "Б.|Гг|||1986|",
            "Б.|Дд|||1986|",
            "Б.|Ее|||1985|",
            "Б.|Жж|||1985|",
            "Б.|Зз|||1937|",
            "Б.|Ии||||",
            "Б.|Кк||||",
            "Б.|Лл||||",
            "Б.|Мм||||",
        ],
    ),
    Messy(
        "ages only",
        lambda: text(
            [["№", "Овог нэр", "Нас", "Хүйс"], [1, "Б.Болд", 36, "Эрэгтэй"], [2, "Д.Сараа", "41 нас", "F"]]
        ),
        ["Б.|Болд||male|1986|", "Д.|Сараа||female|1981|"],
    ),
    Messy(
        "genders in every form",
        lambda: workbook(
            [
                ["Нэр", "Хүйс"],
                ["Б.Аа", "ЭР"],
                ["Б.Бб", "эм."],
                ["Б.Вв", "M"],
                ["Б.Гг", "female"],
                ["Б.Дд", "Эмэгтэй"],
                ["Б.Ее", "э"],
                ["Б.Жж", 1],
            ]
        ),
        [
            "Б.|Аа||male||",
            "Б.|Бб||female||",
            "Б.|Вв||male||",
            "Б.|Гг||female||",
            "Б.|Дд||female||",
            "Б.|Ее||||",
            "Б.|Жж||||",
        ],
    ),
    Messy(
        "a column of ticks for each gender",
        lambda: workbook(
            [["Овог нэр", "Эр", "Эм"], ["Б.Болд", "+", None], ["Д.Сараа", None, 1], ["Г.Ану", "v", "v"]]
        ),
        ["Б.|Болд||male||", "Д.|Сараа||female||", "Г.|Ану||||"],
    ),
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
]
