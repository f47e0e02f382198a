"""Cuts the fonts of PDF reports out of a collection of Noto Sans CJK: GB 2312, Latin and a few signs.

Usage: subset.py COLLECTION INDEX OUT (needs fonttools)
"""
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

SIGNS = "–—‘’“”†•…‰′″€←→↑↓✓✗⚠■□▲△●○◆◇①②③④⑤⑥⑦⑧⑨⑩〇〔〕"


def characters():
    """The characters that stay."""
    stay = {chr(code) for code in [*range(0x20, 0x7F), *range(0xA0, 0x180)]} | set(SIGNS)
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                stay.add(bytes([high, low]).decode("gb2312"))
            except UnicodeDecodeError:
                pass
    return stay


def main(collection, index, out):
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14]
    options.font_number = int(index)
    options.notdef_outline = True
    options.glyph_names = False
    options.drop_tables += ["VORG", "vhea", "vmtx", "GSUB", "GPOS", "BASE", "GDEF"]
    font = subset.load_font(collection, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[ord(one) for one in characters()])
    subsetter.subset(font)
    subset.save_font(font, out, options)
    print(f"{out}: {len(TTFont(out).getGlyphOrder())} glyphs")


if __name__ == "__main__":
    main(*sys.argv[1:4])
