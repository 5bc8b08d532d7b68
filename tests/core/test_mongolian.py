"""Mongolian dates, numbers, order, search and Latin spelling."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lms.core import mongolian

REGIONS = Path(mongolian.__file__).parents[1] / "people" / "data" / "regions.csv"
words = st.text(mongolian.ALPHABET, max_size=12)
days = st.dates(date(1900, 1, 1), date(2999, 12, 31))


@pytest.mark.parametrize("n", [0, 1, 4, 9, 11, 14, 19, 21, 24, 40, 51, 90, 109, 140, 2024])
def test_ordinals_of_front_vowels(n):
    assert mongolian.ordinal_word(n) == "дүгээр"


@pytest.mark.parametrize("n", [2, 3, 5, 6, 7, 8, 10, 12, 26, 30, 50, 60, 67, 70, 80, 100, 1000, 2026])
def test_ordinals_of_back_vowels(n):
    assert mongolian.ordinal_word(n) == "дугаар"


def test_a_date_is_written_as_on_paper():
    assert mongolian.long_date(date(2022, 1, 10)) == "2022 оны 1 дүгээр сарын 10"
    assert mongolian.long_date(date(2026, 12, 3)) == "2026 оны 12 дугаар сарын 3"
    assert mongolian.short_date(date(2022, 1, 10)) == "2022.01.10"


@pytest.mark.parametrize(
    ("day", "ending"),
    [
        (1, "ний"),
        (2, "ны"),
        (4, "ний"),
        (9, "ний"),
        (10, "ны"),
        (14, "ний"),
        (20, "ны"),
        (30, "ны"),
        (31, "ний"),
    ],
)
def test_the_day_takes_the_ending_that_is_read_aloud(day, ending):
    shown = mongolian.date_with_day(date(2022, 1, day))
    assert shown == f"2022 оны 1 дүгээр сарын {day}-{ending} өдөр"


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        (date(2026, 1, 10), date(2026, 1, 14), "2026 оны 1 дүгээр сарын 10–14"),
        (date(2026, 1, 10), date(2026, 1, 10), "2026 оны 1 дүгээр сарын 10"),
        (date(2026, 1, 30), date(2026, 2, 3), "2026 оны 1 дүгээр сарын 30 – 2 дугаар сарын 3"),
        (date(2025, 12, 30), date(2026, 1, 3), "2025 оны 12 дугаар сарын 30 – 2026 оны 1 дүгээр сарын 3"),
    ],
)
def test_an_interval_says_once_what_both_days_share(first, last, shown):
    assert mongolian.interval(first, last) == shown


def test_an_interval_does_not_run_backwards():
    with pytest.raises(ValueError, match="before"):
        mongolian.interval(date(2026, 1, 2), date(2026, 1, 1))


@given(days)
def test_no_date_holds_a_sign_that_fonts_lack(day):
    shown = mongolian.date_with_day(day) + mongolian.short_date(day)
    assert "\u202f" not in shown
    assert str(day.year) in shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, "0"),
        (2243, "2,243"),
        (1234567.891, "1,234,567.891"),
        (36.4, "36.4"),
        (36.0, "36"),
        (-1500, "-1,500"),
        (-0.0001, "0"),
        (0.1 + 0.2, "0.3"),
        (Decimal("2.0005"), "2"),
        (1200, "1,200"),
    ],
)
def test_numbers_take_a_comma_each_thousand(value, shown):
    assert mongolian.number(value) == shown


def test_money_stands_before_its_sign_and_stays_on_one_line():
    assert mongolian.money(240_248_887) == "240,248,887\u00a0₮"
    assert mongolian.money(99.6) == "100\u00a0₮"
    assert mongolian.money(Decimal(0)) == "0\u00a0₮"


def test_the_35_letters_sort_as_in_the_alphabet():
    letters = list(mongolian.ALPHABET)
    assert len(letters) == 35
    assert sorted(set(letters), key=mongolian.sort_key) == letters
    assert sorted("яүёөая", key=mongolian.sort_key) == list("аёөүяя")


@given(words, words)
def test_keys_compare_as_the_alphabet_does(one, other):
    def ranks(word: str) -> list[int]:
        return [mongolian.ALPHABET.index(letter) for letter in word]

    assert (mongolian.sort_key(one) < mongolian.sort_key(other)) == (ranks(one) < ranks(other))


@given(words)
def test_a_key_has_two_digits_a_letter_and_knows_no_capitals(word):
    key = mongolian.sort_key(word)
    assert len(key) == 2 * len(word)
    assert mongolian.sort_key(word.upper()) == key


def test_names_sort_as_in_a_telephone_book():
    ordered = [
        "1 дүгээр баг", "Бат", "Бат Болд", "Бат-Эрдэнэ", "Батаа", "Едд", "Енда", "Ёлка", "Ёндон", "Осор",
        "Өлзий", "Пүрэв", "Уянга", "Үүрээ", "Фёдор", "Әсел", "Bold", "Élan", "Zoom", "漢",
    ]  # fmt: skip
    by_key = sorted(set(ordered), key=mongolian.sort_key)
    assert [name for name in by_key if name != "Әсел"] == [name for name in ordered if name != "Әсел"]
    assert mongolian.sort_key("А") < mongolian.sort_key("Әсел") < mongolian.sort_key("Б")


def test_letters_typed_in_the_place_of_others_sort_with_them():
    assert mongolian.sort_key("Єлзий") == mongolian.sort_key("Өлзий")
    assert mongolian.sort_key("ў") == mongolian.sort_key("у")
    assert mongolian.sort_key("٣") == mongolian.sort_key("3")


@given(st.text())
def test_any_text_has_a_key_of_digits(text):
    key = mongolian.sort_key(text)
    assert key == "" or key.isascii()
    assert not key.strip("0123456789")


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("ӨНӨР", "өнөр"),
        ("єнєр", "өнөр"),
        ("θнөр", "өнөр"),
        ("Їїр vvp", "үүр vvp"),
        ("VнaвaA", "үнаваа"),
        ("ºнºр", "өнөр"),
        ("¿¿р", "үүр"),
        ("т0свийн 3ам т3с", "тосвийн 3ам тзс"),
        ("Фёдор", "федор"),
        ("Бат-Эрдэнэ", "бат эрдэнэ"),
        (" - Бат\u202f \u00a0Болд-", "бат болд"),
        ("Zoom IT", "zoom it"),
        ("ＢＡＴ", "bat"),
        ("Әсел", "әсел"),
        ("И\u0306", "й"),
        ("тө\u00adсөв", "төсөв"),
        ("Straße", "strasse"),
        ("", ""),
    ],
)
def test_a_search_finds_a_word_however_it_was_typed(typed, key):
    assert mongolian.search_key(typed) == key


@given(st.one_of(st.text(), st.text(st.sampled_from("аөАӨ vV0З3єї-\u0301\u0308YyĐ¿ªÏ"), max_size=12)))
def test_a_search_key_of_a_search_key_is_itself(text):
    key = mongolian.search_key(text)
    assert mongolian.search_key(key) == key
    assert key == key.strip()
    assert "  " not in key


@given(st.text())
def test_folding_twice_folds_no_more(text):
    once = mongolian.fold_look_alikes(text)
    assert mongolian.fold_look_alikes(once) == once
    assert len(once) == len(text)


def test_only_words_that_hold_cyrillic_are_folded():
    assert mongolian.fold_look_alikes("Zoom дээр MАSAM, COVID-19") == "Zoom дээр МАSАМ, COVID-19"
    assert mongolian.fold_look_alikes("2030 он, 3-р баг, А4") == "2030 он, 3-р баг, А4"


@pytest.mark.parametrize(
    ("text", "spelt"),
    [
        ("Хүрэлбаатар", "Khürelbaatar"),
        ("ХҮРЭЛБААТАР", "KHÜRELBAATAR"),
        ("Өлзийсайхан", "Ölziisaikhan"),
        ("Жамъян", "Jamiyan"),
        ("Ёндон", "Yondon"),
        ("Цэцэг Чулуун", "Tsetseg Chuluun"),
        ("Юм Я", "Yum Ya"),
        ("ЮЯ", "YUYA"),
        ("Щука", "Shuka"),
        ("Есөн", "Yesön"),
        ("Қуаныш", "Kuanysh"),
        ("Zoom 2, №", "Zoom 2, №"),
        ("Й", "I"),
        ("И\u0306", "I"),
    ],
)
def test_latin_follows_the_standard(text, spelt):
    assert mongolian.latin(text) == spelt


def test_plain_latin_has_no_dots():
    assert mongolian.latin("Өвөрхангай, Хөвсгөл, ҮӨ", plain=True) == "Uvurkhangai, Khuvsgul, UU"


def test_every_region_is_spelt_as_the_statistics_office_spells_it():
    with REGIONS.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    wrong = {
        row["name_mn"]: row["name_en"]
        for row in rows
        if mongolian.latin(row["name_mn"], plain=True) != row["name_en"]
    }
    assert len(rows) == 30
    assert wrong == {}


@pytest.mark.parametrize(
    "spellings",
    [
        ("Өнөрбаяр", "Unurbayar", "Önörbayar", "єнєрбаяр"),
        ("Мөнхбаяр", "Munkhbayar", "Mönkhbayar", "MUNHBAYAR"),
        ("Хүрэлбаатар", "Hurelbaatar", "Khurelbaatar", "Xurelbaatar"),
        ("Өлзийсайхан", "Ulziisaihan"),
        ("Жаргал", "Zhargal", "Jargal"),
        ("Бат-Эрдэнэ", "Баtэрдэнэ", "Bat-Erdene", "Baterdene"),
        ("Цэцэг", "Tsetseg", "Cetseg"),
        ("Әсел", "Өсел"),
    ],
)
def test_usual_spellings_of_a_name_have_one_match_key(spellings):
    assert len({mongolian.match_key(name) for name in spellings}) == 1, [
        mongolian.match_key(name) for name in spellings
    ]


@pytest.mark.parametrize(("one", "other"), [("Болд", "Бат"), ("Батбаяр", "Батбаатар"), ("Энхжин", "Энхээ")])
def test_different_names_have_different_match_keys(one, other):
    assert mongolian.match_key(one) != mongolian.match_key(other)


@given(st.text())
def test_any_text_has_a_match_key_of_letters_digits_and_single_spaces(text):
    key = mongolian.match_key(text)
    assert key == " ".join(key.split())
    assert all(sign.isalnum() or sign == " " for sign in key)
