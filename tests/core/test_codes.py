"""Codes: made, typed on either keyboard, checked, refused with a reason."""

import re
from itertools import pairwise, permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lms.core import codes
from lms.core.codes import ALPHABET, CodeRefused, Flaw

CYRILLIC = dict(zip("ACEHKMPTX", "АСЕНКМРТХ", strict=True))
payloads = st.text(ALPHABET, min_size=10, max_size=10)


def whole(payload: str) -> str:
    return payload + codes.check_sign(payload)


def test_a_new_code_has_ten_signs_and_a_check_sign():
    code = codes.new_code()
    assert len(code) == 11
    assert set(code) <= set(ALPHABET)
    assert codes.normalise(code) == code


def test_new_codes_follow_the_randomness_they_are_given():
    assert codes.new_code(Random(5)) == codes.new_code(Random(5)) != codes.new_code(Random(6))


def test_the_alphabet_holds_no_two_signs_that_are_taken_for_one_another():
    assert len(set(ALPHABET)) == len(ALPHABET) == 19
    for pair in ("0O", "0О", "1I", "1l", "8B", "8В", "3З", "5S", "2Z", "6Б"):
        assert not set(pair) <= set(ALPHABET)


@pytest.mark.parametrize("base", ["0000000000", "7K3MH9TPX4", "XXXXXXXXXX", "0123456789"])
def test_every_wrong_sign_is_caught(base):
    code = whole(base)
    changed = [
        code[:place] + sign + code[place + 1 :]
        for place in range(11)
        for sign in ALPHABET
        if sign != code[place]
    ]
    assert len(changed) == 11 * 18
    assert [one for one in changed if codes.normalise(one)] == []


def codes_with(place: int, first: str, second: str, base: str) -> str:
    """A right code whose signs at `place` and after it are the two wanted."""
    for sign in ALPHABET:  # one free sign elsewhere makes the sum right again
        signs = list(base)
        signs[place : place + 2] = [first, second]
        signs[(place + 5) % 11] = sign
        if codes.normalise("".join(signs)):
            return "".join(signs)
    raise AssertionError("no such code")


@pytest.mark.parametrize("base", ["00000000000", "7K3MH9TPX4E", "CAHTEMPX129"])
def test_every_swap_of_neighbours_is_caught(base):
    for place in range(10):
        for first, second in permutations(ALPHABET, 2):
            code = codes_with(place, first, second, base)
            swapped = code[:place] + second + first + code[place + 2 :]
            assert codes.normalise(swapped) is None, (code, swapped)


@given(payloads)
def test_any_two_places_swapped_and_any_doubled_sign_misread_are_caught(payload):
    code = whole(payload)
    for one in range(11):
        for other in range(one + 1, 11):
            if code[one] != code[other]:
                signs = list(code)
                signs[one], signs[other] = signs[other], signs[one]
                assert codes.normalise("".join(signs)) is None
    for place, (left, right) in enumerate(pairwise(code)):
        if left == right:
            for sign in set(ALPHABET) - {left}:
                assert codes.normalise(code[:place] + 2 * sign + code[place + 2 :]) is None


@given(payloads, st.data())
def test_a_code_may_be_typed_on_either_keyboard_in_any_case_with_anything_between(payload, data):
    code = whole(payload)
    typed = ""
    for sign in code:
        sign = data.draw(st.sampled_from([sign, CYRILLIC.get(sign, sign)]))
        sign = data.draw(st.sampled_from([sign, sign.lower()]))
        typed += sign + data.draw(st.sampled_from(["", "-", " ", ".", " – ", "\t", "\u00a0", "\u200b"]))
    assert codes.normalise(typed) == code


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("оOо", "000"),
        ("Il1", "111"),
        ("Zz", "22"),
        ("Зз", "33"),
        ("Ч", "4"),
        ("S", "5"),
        ("б", "6"),
        ("Вb", "88"),
    ],
)
def test_what_is_taken_for_a_sign_is_that_sign(typed, meant):
    code = whole(meant.ljust(10, "7"))
    assert codes.normalise(typed + code[len(meant) :]) == code


def test_full_width_signs_of_a_phone_keyboard_are_read():
    code = whole("7K3MH9TPX4")
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in code)
    assert codes.normalise(wide) == code


@given(payloads)
def test_the_pretty_form_reads_back(payload):
    code = whole(payload)
    assert re.fullmatch(r"\w{4}-\w{4}-\w{3}", codes.pretty(code))
    assert codes.normalise(codes.pretty(code)) == code


@pytest.mark.parametrize(
    ("code", "shown"),
    [("7K3M9T", "7K3-M9T"), ("7K3M9", "7K3M9"), ("7K3M", "7K3M"), ("7K3MH9TP", "7K3M-H9TP"), ("", "")],
)
def test_short_codes_are_grouped_too(code, shown):
    assert codes.pretty(code) == shown


def refused(typed: str) -> CodeRefused:
    with pytest.raises(CodeRefused) as caught:
        codes.read(typed)
    assert codes.normalise(typed) is None
    return caught.value


def test_a_short_code_says_how_many_signs_there_were():
    refusal = refused(codes.pretty(whole("7K3MH9TPX4"))[:-1])
    assert (refusal.flaw, refusal.typed, refusal.expected) == (Flaw.LENGTH, 10, 11)


@pytest.mark.parametrize(("typed", "count"), [("", 0), (" - ", 0), ("7", 1), ("7" * 12, 12)])
def test_signs_are_counted_without_what_stands_between(typed, count):
    assert (refused(typed).flaw, refused(typed).typed) == (Flaw.LENGTH, count)


@pytest.mark.parametrize(
    ("typed", "sign"), [("7K3M-Ж9TP-X4E", "Ж"), ("hello", None), ("7?", "?"), ("д", "Д")]
)
def test_a_sign_that_no_code_holds_is_named(typed, sign):
    refusal = refused(typed)
    if sign:
        assert (refusal.flaw, refusal.sign) == (Flaw.SIGN, sign)
    else:
        assert refusal.flaw is Flaw.LENGTH  # every letter of it can be read as one of ours


def test_a_wrong_check_sign_is_told_apart():
    code = whole("7K3MH9TPX4")
    wrong = code[:-1] + ("0" if code[-1] != "0" else "1")
    assert refused(wrong).flaw is Flaw.CHECK


@given(st.text(max_size=40))
def test_anything_typed_gives_a_code_or_a_reason(typed):
    code = codes.normalise(typed)
    if code is None:
        assert refused(typed).flaw in Flaw
    else:
        assert codes.read(code) == code


@given(st.integers(4, 18))
def test_sign_in_codes_of_any_length_read_back(signs):
    code = codes.short_code(signs)
    assert len(code) == signs
    assert codes.normalise_short(codes.pretty(code).lower()) == code
    wrong = ALPHABET[ALPHABET.index(code[0]) - 1] + code[1:]
    assert codes.normalise_short(wrong) is None


def test_the_usual_sign_in_code_has_six_signs():
    assert len(codes.short_code()) == 6


@pytest.mark.parametrize("signs", [0, 3, 19])
def test_a_code_too_short_or_too_long_to_be_checked_is_never_made(signs):
    with pytest.raises(ValueError, match="4 to 18"):
        codes.short_code(signs)


@pytest.mark.parametrize("typed", ["", "7K", "7" * 19, "7K3?9T"])
def test_what_is_no_sign_in_code_is_none(typed):
    assert codes.normalise_short(typed) is None


def test_tokens_hold_128_bits_and_are_safe_in_an_address():
    tokens = {codes.new_token() for _ in range(200)}
    assert len(tokens) == 200
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{22}", token) for token in tokens)
