"""Endings come off Mongolian words as far as a search needs it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lms.core.mongolian import search_key
from lms.core.stems import is_ending, stems, trunks

# The plain word, then what it looks like in a sentence.
FAMILIES = """
төсөв төсвийн төсвөөс төсвөө төсөвт төсөвтөө төсвийг төсвүүд төсвөөр төсвүүдийн
хурал хурлын хуралд хурлаас хурлаар хурлууд хуралдаа хурлынхаа хурлаасаа
иргэн иргэний иргэд иргэдийн иргэдээс иргэдэд иргэдтэй иргэддээ
аймаг аймгийн аймагт аймгаас аймгууд аймгуудын аймагтаа
дарга даргын даргаас даргад
гишүүн гишүүд гишүүдийн гишүүний гишүүдээс
сан сангийн санд сангаас сангаа сангаар
тайлан тайлангийн тайлангаас тайланд тайлангаа
санал саналын саналаа саналыг саналууд
байгууллага байгууллагын байгууллагууд байгууллагаас байгууллагуудаас
мэдээлэл мэдээллийн мэдээллийг мэдээлэлтэй мэдээллээ
гэрээ гэрээний гэрээг гэрээгээ гэрээнээс гэрээнд
хууль хуулийн хуулиар хуульд хуулиас хуулиуд
эмнэлэг эмнэлгийн эмнэлэгт эмнэлгээс эмнэлгийнхээ
захиргаа захиргааны захиргаанд
хороо хорооны хорооноос хороонд
хөрөнгө хөрөнгийн хөрөнгөөр хөрөнгөөс хөрөнгийг
төлөөлөгч төлөөлөгчид төлөөлөгчдийн төлөөлөгчийн төлөөлөгчөөс
малчин малчид малчны малчдын малчдад
гомдол гомдлын гомдлоо гомдолд гомдлыг
батлах баталсан батална баталдаг баталж батлав батлагдсан батлахад батлаад
өгөх өгнө өгсөн өгснийг өгдөг өгөөд өгөөрэй өгвөл
хянах хяналт хянана хянасан хянаж хяналтын хяналтаа
асуух асууна асуусан асуугаарай асуудаг асуухад асуугаагүй
шалгах шалгана шалгасан шалгаж шалгаад
баг багийн багт багаас багууд багийнхаа
сум сумын суманд сумаас сумд сумдын
ус усны усыг уснаас
цонх цонхны цонхоор цонхнууд
газар газрын газарт газраас
сонгууль сонгуулийн сонгуулиар
бүлэг бүлгийн бүлэгт бүлгээс бүлгүүд
орон орны оронд
хүн хүний хүнээс хүмүүс хүмүүсийн
залуу залуучууд залуучуудын
эрх эрхийн эрхээ эрхтэй эрхгүй
оноо онооны оноог
гарах гарлаа гарчээ гаръя
ёс ёсны ёсоор
budget budgets
city cities
plan plans
complaint complaints
visited visiting visits
"""


@pytest.mark.parametrize("family", FAMILIES.strip().splitlines(), ids=lambda family: family.split()[0])
def test_a_word_shares_a_stem_with_all_its_forms(family):
    plain, *forms = (search_key(word) for word in family.split())
    assert [form for form in forms if stems(form).isdisjoint(stems(plain))] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("оноо", "он"),  # points, not a year
        ("төсөв", "төсөл"),
        ("иргэн", "ирэх"),
        ("хөрш", "хор"),
        ("карт", "каргаас"),
        ("тест", "төсөв"),
        ("bag", "bagh"),
    ],
)
def test_words_that_only_look_alike_stay_apart(one, other):
    assert stems(one).isdisjoint(stems(other))


def test_harmony_decides_what_is_an_ending():
    assert "мод" in trunks("модоор")
    assert "мод" not in trunks("модөөр")


def test_a_stem_keeps_a_vowel_and_two_letters():
    assert trunks("энэ") == {"энэ"}
    assert stems("ь") == {"ь"}


def test_what_stands_behind_a_hyphen_is_an_ending():
    assert is_ending("ийн")
    assert not is_ending("онхс")


@given(st.text("аеиоуыэюяөүбгдлмнрстхчшйьъ", min_size=1, max_size=14))
def test_any_word_has_stems_no_longer_than_itself(word):
    assert stems(word)
    assert all(0 < len(stem) <= len(word) for stem in stems(word))
