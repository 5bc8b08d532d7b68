"""Messy lists: files, titles, rows that are no people, merged and hidden cells."""

from tests.cohorts.lists.making import text, workbook
from tests.cohorts.lists.messy import Messy

BOLD = "Дорж|Болд|99112233|male|1985|43"
SARAA = "Лхагва|Сараа|88112233|female|1990|65"
PLAIN = [
    ["Овог", "Нэр", "Утас", "Хүйс", "Төрсөн он", "Аймаг"],
    ["Дорж", "Болд", "99112233", "эр", 1985, "Сэлэнгэ"],
    ["Лхагва", "Сараа", "88112233", "эм", 1990, "Архангай"],
]
TITLES = [["2022 оны сургалтын оролцогчдын бүртгэл"], ["Архангай аймаг, Эрдэнэбулган сум"], []]

LAYOUT: list[Messy] = [
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
]
