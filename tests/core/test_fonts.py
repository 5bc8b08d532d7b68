"""The font files that we ship, and the script that cuts them."""

import shutil

import pytest
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont

from lms.core import mongolian
from lms.core.fonts import subset
from lms.core.pdf import Face, missing_glyphs

MUST_PRINT = (
    mongolian.ALPHABET
    + mongolian.ALPHABET.upper()
    + "әғқңұһіӘҒҚҢҰҺІ"
    + "ЂЄЇЎђєїў"
    + "ABCXYZabcxyz0123456789"
    + "ÅØßéñüčŁőşž"
    + "₮№«»“”„‘’–—…•·×%&@#/()[]{}<>+=-*\u00a0\u202f"
    + "−←→↑↓≤≥≈≠"
)


def test_the_letters_of_our_languages_are_in_every_file():
    assert {face: missing_glyphs(MUST_PRINT, face) for face in Face} == {face: [] for face in Face}


@pytest.mark.parametrize("face", Face)
def test_a_file_has_the_letters_that_the_script_names_and_few_bytes(face):
    path = subset.HERE / f"{face}.ttf"
    font = TTFont(path)
    assert set(font.getBestCmap()) == subset.letters()
    assert font["name"].getDebugName(6) == face
    assert font["OS/2"].fsType == 0
    assert "fpgm" not in font
    assert path.stat().st_size < 90_000


def test_the_narrow_space_that_babel_writes_is_drawn_as_a_space():
    names = TTFont(subset.HERE / "NotoSans-Regular.ttf").getBestCmap()
    assert names[0x202F] == names[0xA0]


def test_cutting_again_changes_nothing(tmp_path):
    subset.main(subset.HERE, tmp_path)
    for name in subset.FILES:
        assert (tmp_path / f"{name}.ttf").read_bytes() == (subset.HERE / f"{name}.ttf").read_bytes()


def test_signs_of_arithmetic_are_borrowed_where_a_font_lacks_them(tmp_path):
    whole = TTFont(subset.HERE / "NotoSans-Regular.ttf")
    few = Subsetter()
    few.populate(text="Ая\u00a0")
    few.subset(whole)
    whole.save(tmp_path / "NotoSans-Regular.ttf")
    shutil.copy(subset.HERE / "NotoSans-Bold.ttf", tmp_path / f"{subset.MATH_FILE}.ttf")
    subset.cut(tmp_path / "NotoSans-Regular.ttf", tmp_path / "cut.ttf")
    cut, lender = TTFont(tmp_path / "cut.ttf"), TTFont(subset.HERE / "NotoSans-Bold.ttf")
    assert cut["hmtx"][cut.getBestCmap()[ord("→")]] == lender["hmtx"][lender.getBestCmap()[ord("→")]]


def test_the_licence_stands_beside_the_files():
    licence = (subset.HERE / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "Reserved Font Name" not in licence.split("PREAMBLE")[0]
