"""Where sentences end, and which of them need a source."""

import pytest

from lms.content.sentences import lacks_source, sentences


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Нэг. Хоёр? Гурав!", 3),
        ("Дүн 36.4 хувь. Б.Болд ирэв.", 2),
        ("Нэг.[^s1] Хоёр.[^s2][^s3] Гурав.", 3),
        ("Тэр “Ирнэ.” гэв. Дараа нь ирэв.", 2),
        ("Нэг…\nХоёр.", 2),
        ("т.м. зүйл", 1),
        ("", 0),
    ],
)
def test_sentences_end_where_a_reader_stops(text, count):
    assert len(sentences(text)) == count


def test_a_source_mark_stays_with_its_sentence():
    assert sentences("Нэг.[^s1] Хоёр.") == ["Нэг.[^s1]", "Хоёр."]


@pytest.mark.parametrize(
    "sentence",
    [
        "МАСАМ II 2020 онд эхэлсэн.",
        "Дүн 36.4 хувь болжээ.",
        "26,283 иргэн санал өгсөн.",
        "11 дүгээр сарын 15-нд батална.",
        "Төсвийн тухай хуульд заасан.",
        "240.2 сая төгрөг авсан.",
    ],
)
def test_a_fact_without_a_mark_lacks_its_source(sentence):
    assert lacks_source(sentence)
    assert not lacks_source(sentence + "[^s1]")


@pytest.mark.parametrize(
    "sentence",
    [
        "Та асуугаарай.",
        "Гурван хүн ирэв.",
        "2022 онд юу болсон бэ?",
        "Тэр “2022 онд 36.4 хувь” гэв.",
        "7,200 ÷ 4 = 1,800 иргэн.",
        "Дүн 92,000,000 төгрөг гэж үзье.",
    ],
)
def test_what_states_no_fact_of_ours_needs_no_source(sentence):
    assert not lacks_source(sentence)
