"""Cut Noto's fonts down to the letters we print.

The whole fonts are in the npm packages @expo-google-fonts/noto-sans and noto-serif (version
0.4.2 of both, fonts 2.015). Unpack both into one folder, then run
`python -m lms.core.fonts.subset FOLDER`. Needs fontTools; the application does not.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
SOURCES = {
    "NotoSans-Regular": "NotoSans_400Regular",
    "NotoSans-Bold": "NotoSans_700Bold",
    "NotoSerif-Regular": "NotoSerif_400Regular",
    "NotoSerif-Bold": "NotoSerif_700Bold",
}
NARROW_NO_BREAK_SPACE = 0x202F
# The name table: copyright, family, style, id, full name, version, PostScript name, licence.
NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14]


def letters() -> set[int]:
    """Code points kept: Latin for names from anywhere, the Cyrillic of our neighbours, signs of print."""
    latin = [*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x218, 0x21C), *range(0x1EA0, 0x1EFA)]
    more_latin = [ord(letter) for letter in "ƏəƠơƯưẞ"]
    cyrillic = [*range(0x400, 0x460), *range(0x490, 0x500)]
    signs = [ord(sign) for sign in "₮№€–—‘’‚“”„†‡…•‰‹›−"]
    return {*latin, *more_latin, *cyrillic, *signs, NARROW_NO_BREAK_SPACE}


def cut(source: Path, target: Path) -> None:
    """Write the subset of one font: no hints, kerning kept, U+202F drawn as a no-break space."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options(
        hinting=False, layout_features=["kern"], name_IDs=NAMES, name_languages=[0x409], notdef_outline=True
    )
    options.drop_tables += ["DSIG", "STAT"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters())
    subsetter.subset(font)
    for table in font["cmap"].tables:
        table.cmap[NARROW_NO_BREAK_SPACE] = table.cmap[0xA0]
    font.save(target, reorderTables=True)


def main(folder: Path) -> None:
    """Write all four subsets beside this file, from a folder that holds the whole fonts somewhere."""
    for name, source in SOURCES.items():
        cut(next(folder.rglob(f"{source}.ttf")), HERE / f"{name}.ttf")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
