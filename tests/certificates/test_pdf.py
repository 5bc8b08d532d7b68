"""The certificate as a file: what it says, how it reads aloud, what a phone sees."""

import re
import unicodedata
from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from lms.certificates.layout import set_name
from lms.certificates.pdf import draw
from lms.core.codes import pretty
from lms.core.pdf import DoesNotFit, Face, MissingGlyph
from tests.certificates.samples import SARAA, TITLES, earned, sample

MM = 72 / 25.4
LONG = sample(
    family_name="Ваанчигдоржжамбалнамжилцэрэндондогбалжиннямсүрэнгомбоцэдэнма"[:60],
    given_name="Шаравжамцсамбуугомбожавпүрэвдоржлхагвасүрэнцэвээнравдансүрэн"[:60],
)
ENGLISH = sample(language="en", issuer_name="Egekh · Course in social accountability")
NAMES = {
    "short": sample(family_name="", given_name="Э"),
    "long": LONG,
    "long in English": replace(LONG, language="en"),
    "wide": sample(family_name="Щ" * 60, given_name="Ш" * 60),
    "Kazakh": sample(family_name="Қабдыраһимұлы", given_name="Еңлік-Гүлжәһан"),
    "Latin": sample(family_name="Håkansson-Ólafsdóttir", given_name="Zoë Šárka"),
}


def page_text(file: bytes) -> str:
    text = pypdfium2.PdfDocument(file)[0].get_textpage().get_text_range()
    return " ".join(text.split())


def picture(file: bytes, scale: float = 3) -> Image.Image:
    return pypdfium2.PdfDocument(file)[0].render(scale=scale).to_pil()


@pytest.fixture(scope="module")
def file() -> bytes:
    return draw(SARAA)


@pytest.fixture
def pdf(file):
    with pikepdf.open(BytesIO(file)) as opened:
        yield opened


def elements(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    def below(element):
        yield element
        for child in element.K:
            if isinstance(child, pikepdf.Dictionary) and child.get("/Type") == "/StructElem":
                yield from below(child)

    return list(below(pdf.Root.StructTreeRoot.K))


def test_it_says_everything_in_mongolian(file):
    text = page_text(file)
    for words in (
        "ГЭРЧИЛГЭЭ",
        "Certificate of completion",
        "Дорж Сараа",
        "мэдлэг олгох сургалтад хамрагдсан",
        "дөрвөн модуль бүхий 8 цагийн",
        "2022 оны 1 дүгээр сарын 10",
        "Танхим · 2022.01.01",
        "Цахим · 2022.01.04",
        SARAA.course_title_en,
        pretty(SARAA.code),
        "egekh.example.mn/v",
        "Сургалтын зохицуулагч",
        "Сургагч багш",
        *(mongolian for mongolian, _ in TITLES),
    ):
        assert words in text
    assert f"“{SARAA.course_title_mn}”" in text


def test_it_says_everything_in_english():
    text = page_text(draw(ENGLISH))
    for words in (
        "Certificate of completion",
        "Гэрчилгээ",
        "This is to certify that",
        "has completed the course",
        f"“{SARAA.course_title_en}”",
        "four modules, 8 hours in all",
        SARAA.course_title_mn,
        "Issued on 10 January 2022",
        "In person · 1 January 2022",
        "Online · 4 January 2022",
        *(english for _, english in TITLES),
    ):
        assert words in text


def test_the_same_facts_give_the_same_bytes_and_others_give_others(file):
    assert draw(SARAA) == file
    assert draw(sample(given_name="Саран")) != file


@pytest.mark.parametrize("facts", [SARAA, ENGLISH, *NAMES.values()], ids=["mn", "en", *NAMES])
def test_it_is_a_light_file_of_one_page(facts):
    file = draw(facts)
    assert len(file) <= 40_000
    with pikepdf.open(BytesIO(file)) as pdf:
        assert len(pdf.pages) == 1
        assert [round(float(side) / MM) for side in pdf.pages[0].MediaBox] == [0, 0, 297, 210]


@pytest.mark.parametrize("facts", [SARAA, ENGLISH, *NAMES.values()], ids=["mn", "en", *NAMES])
def test_a_phone_reads_the_address_from_the_printed_page(facts):
    codes = zxingcpp.read_barcodes(picture(draw(facts)))
    assert [code.text for code in codes] == [facts.verify_url]


def test_the_qr_has_its_quiet_zone(file):
    sheet = picture(file).convert("L")
    unit = sheet.width / 297
    module = 27 / 33
    left, right, top, bottom = 240 - 4 * module, 267 + 4 * module, 210 - 52.5 - 4 * module, 184.5 + 4 * module
    around = sheet.crop(tuple(round(side * unit) for side in (left, top, right, bottom)))
    inside = Image.new("L", (round(27.6 * unit), round(27.6 * unit)), 255)
    around.paste(inside, (round((4 * module - 0.3) * unit), round((4 * module - 0.3) * unit)))
    assert around.getextrema()[0] > 250


def test_it_claims_pdf_a_and_pdf_ua(pdf):
    xmp = pdf.Root.Metadata.read_bytes().decode()
    for claim in (
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>U</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>",
    ):
        assert claim in xmp
    assert pdf.Root.OutputIntents[0].S == "/GTS_PDFA1"
    assert pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes()[36:40] == b"acsp"


def test_it_tells_its_title_its_language_and_its_day(pdf):
    assert pdf.Root.Lang == "mn"
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert pdf.docinfo.Title == "Гэрчилгээ: Дорж Сараа"
    assert pdf.docinfo.CreationDate == pdf.docinfo.ModDate == "D:20220110"
    assert "<xmp:CreateDate>2022-01-10</xmp:CreateDate>" in pdf.Root.Metadata.read_bytes().decode()


def test_every_font_is_embedded_and_ours(pdf):
    fonts = [
        item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"
    ]
    assert {str(font.BaseFont).split("+")[-1] for font in fonts} == set(Face)
    assert all("/FontFile2" in font.FontDescriptor and "/ToUnicode" in font for font in fonts)
    assert b"Helvetica" not in pdf.pages[0].Contents.read_bytes()


def test_it_is_read_aloud_in_order(pdf):
    assert bool(pdf.Root.MarkInfo.Marked)
    assert pdf.pages[0].Tabs == "/S"
    kinds = [str(element.S) for element in elements(pdf)]
    assert kinds[:5] == ["/Document", "/P", "/H1", "/P", "/P"]
    assert kinds.count("/LI") == kinds.count("/Lbl") == kinds.count("/LBody") == 4
    assert kinds.count("/H1") == kinds.count("/Figure") == kinds.count("/Link") == 1
    assert kinds[-1] == "/Figure"


def test_the_qr_is_described_and_the_other_language_is_marked(pdf):
    figure = next(element for element in elements(pdf) if element.S == "/Figure")
    assert SARAA.verify_url in str(figure.Alt)
    assert len(figure.A.BBox) == 4
    assert [str(element.Lang) for element in elements(pdf) if "/Lang" in element] == ["en", "en"]


def test_the_address_on_the_page_is_a_link(pdf):
    (link,) = pdf.pages[0].Annots
    assert link.A.URI == SARAA.verify_url
    assert SARAA.verify_url in str(link.Contents)
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    assert numbers[-1].S == "/Link"
    assert numbers[-2] == link.StructParent


def test_every_drawing_is_marked_or_an_artifact(pdf):
    depth = 0
    for operands, operator in pikepdf.parse_content_stream(pdf.pages[0]):
        name = str(operator)
        depth += (name in ("BDC", "BMC")) - (name == "EMC")
        assert depth in (0, 1)
        if name in ("Tj", "TJ", "S", "s", "f", "f*", "B", "b"):
            assert depth == 1, (operands, name)
    assert depth == 0


def test_black_ink_alone_is_enough(file):
    grey = picture(file, scale=4).convert("L").point(lambda light: 0 if light < 170 else 255)
    assert zxingcpp.read_barcodes(grey)[0].text == SARAA.verify_url
    numbers = grey.crop((round(30 * 4 * MM), round(118 * 4 * MM), round(34 * 4 * MM), round(130 * 4 * MM)))
    assert numbers.getextrema()[0] == 0


@pytest.mark.parametrize("facts", [SARAA, ENGLISH, LONG, NAMES["wide"]])
def test_nothing_is_printed_smaller_than_8_points(facts):
    with pikepdf.open(BytesIO(draw(facts))) as pdf:
        sizes = [
            float(operands[1])
            for operands, operator in pikepdf.parse_content_stream(pdf.pages[0])
            if str(operator) == "Tf"
        ]
    drawn = [size for size in sizes[1:] if size != 12 or sizes.count(12) > 1]
    assert min(drawn) >= 8


def test_a_short_name_is_13_millimetres():
    assert set_name(SARAA).size == pytest.approx(13 * MM)
    assert set_name(SARAA).lines == ("Дорж Сараа",)


def test_a_longer_name_shrinks_to_9_millimetres_in_one_line():
    setting = set_name(sample(family_name="Лувсанданзанжамц", given_name="Батмөнхжаргал"))
    assert 9 * MM <= setting.size < 13 * MM
    assert len(setting.lines) == 1


def test_a_very_long_name_stands_in_two_lines_family_name_first():
    setting = set_name(LONG)
    assert setting.lines == (LONG.family_name, LONG.given_name)
    assert 8 <= setting.size <= 9 * MM


def test_a_long_single_name_keeps_one_line():
    setting = set_name(sample(family_name="", given_name=LONG.given_name))
    assert setting.lines == (LONG.given_name,)


@pytest.mark.parametrize(
    ("name", "letter"),
    [("Сар漢аа", "漢"), ("ᠰᠠᠷᠠ", "ᠰ"), ("Сара😀", "😀"), ("Са\tраа", "\t"), ("Сар\u200dаа", "\u200d")],
)
def test_a_letter_that_the_font_lacks_refuses_the_certificate_and_is_named(name, letter):
    with pytest.raises(MissingGlyph) as refused:
        draw(sample(given_name=name))
    assert refused.value.letter == letter


def test_a_name_that_cannot_be_printed_at_8_points_is_refused():
    with pytest.raises(DoesNotFit) as refused:
        draw(sample(given_name="Щ" * 90))
    assert refused.value.text == "Щ" * 90


def test_nobody_gets_no_certificate():
    with pytest.raises(ValueError, match="needs a name"):
        draw(sample(family_name=" ", given_name=""))


def test_more_than_the_page_can_hold_is_refused():
    many = tuple(earned(number, "Урт нэр " * 18, "Long title " * 18) for number in range(1, 9))
    with pytest.raises(DoesNotFit):
        draw(sample(modules=many))


def test_six_modules_still_fit_with_less_space_between():
    six = tuple(earned(number, *TITLES[number % 4]) for number in range(1, 7))
    assert "зургаан модуль" in page_text(draw(sample(modules=six)))


def test_letters_typed_in_two_parts_are_printed_as_one():
    assert "Найдан" in page_text(draw(sample(given_name="Наи\u0306дан")))


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=30), st.text(min_size=1, max_size=30))
def test_any_name_is_printed_whole_or_refused(family, given_name):
    facts = sample(family_name=family, given_name=given_name)
    try:
        file = draw(facts)
    except ValueError as refusal:
        assert isinstance(refusal, (MissingGlyph, DoesNotFit)) or not facts.full_name  # noqa: PT017
        return
    shown = re.sub(r"\s", "", page_text(file))
    assert re.sub(r"\s", "", unicodedata.normalize("NFC", facts.full_name)) in shown
