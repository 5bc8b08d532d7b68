"""Cut Noto's fonts down to the letters we print.

The whole fonts are in Debian's package fonts-noto-core (20201225-1, fonts 2.004; their
serif kerns Cyrillic, which the serif 2.015 of other sources does not). Then run
`python -m lms.core.fonts.subset /usr/share/fonts/truetype/noto`. Needs fontTools; the
application does not.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
FILES = ("NotoSans-Regular", "NotoSans-Bold", "NotoSerif-Regular", "NotoSerif-Bold")
NARROW_NO_BREAK_SPACE = 0x202F
# Signs of arithmetic and arrows, which Noto Sans and Noto Serif lack and Noto Sans Math has.
MATH_FILE = "NotoSansMath-Regular"
MATH = frozenset(ord(sign) for sign in "−←→↑↓≤≥≈≠")
# The name table: copyright, family, style, id, full name, version, PostScript name, licence.
NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14]


def letters() -> set[int]:
    """Code points kept: Latin for names from anywhere, the Cyrillic of our neighbours, signs of print."""
    latin = [*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x218, 0x21C), *range(0x1EA0, 0x1EFA)]
    more_latin = [ord(letter) for letter in "ƏəƠơƯưẞ"]
    cyrillic = [*range(0x400, 0x460), *range(0x490, 0x500)]
    signs = [ord(sign) for sign in "₮№€–—‘’‚“”„†‡…•‰‹›"]
    return {*latin, *more_latin, *cyrillic, *signs, *MATH, NARROW_NO_BREAK_SPACE}


def cut(source: Path, target: Path) -> None:
    """Write the subset of one font: no hints, kerning kept, U+202F drawn as a no-break space."""
    font = TTFont(source, recalcTimestamp=False)
    _borrow(font, source.with_name(f"{MATH_FILE}.ttf"))
    options = Options(
        hinting=False, layout_features=["kern"], name_IDs=NAMES, name_languages=[0x409], notdef_outline=True
    )
    options.drop_tables += ["DSIG", "STAT"]
    for table in font["cmap"].tables:
        table.cmap[NARROW_NO_BREAK_SPACE] = table.cmap[0xA0]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters())
    subsetter.subset(font)
    font.save(target, reorderTables=True)


def _borrow(font: TTFont, source: Path) -> None:
    """Take over the signs that a font lacks; both count 1000 units to the size, and the shapes are plain."""
    missing = sorted(MATH - font.getBestCmap().keys())
    if not missing:
        return
    lender = TTFont(source)
    names = lender.getBestCmap()
    font.setGlyphOrder([*font.getGlyphOrder(), *(names[sign] for sign in missing)])
    for sign in missing:
        font["glyf"][names[sign]] = lender["glyf"][names[sign]]
        font["hmtx"][names[sign]] = lender["hmtx"][names[sign]]
        for table in font["cmap"].tables:
            table.cmap[sign] = names[sign]


def main(folder: Path, target: Path = HERE) -> None:
    """Write all four subsets, from a folder that holds the whole fonts."""
    for name in FILES:
        cut(folder / f"{name}.ttf", target / f"{name}.ttf")


if __name__ == "__main__":  # pragma: no cover (a tool for whoever renews the fonts)
    main(Path(sys.argv[1]))
