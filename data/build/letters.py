"""Measure the letters of DejaVu Sans, whose widths decide where the charts break their lines.

Run with `uv run python data/build/letters.py`; the font comes with matplotlib, a development dependency.
"""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import matplotlib
from fontTools.ttLib import TTFont

FONTS = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
TARGET = Path(__file__).parents[2] / "src" / "caucasus_course" / "charts" / "widths.json"
# Latin with its additions, Cyrillic, Armenian, punctuation, arrows and signs.
BLOCKS = ((0x20, 0x7E), (0xA0, 0x2AF), (0x400, 0x4FF), (0x531, 0x58F), (0x2010, 0x2044), (0x20A0, 0x2260))


def widths(name: str) -> dict[str, str]:
    """Return the letters of each width, in thousandths of the font's size."""
    font = TTFont(FONTS / name)
    glyphs, metrics, units = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    found: dict[int, list[str]] = defaultdict(list)
    for code in (code for first, last in BLOCKS for code in range(first, last + 1) if code in glyphs):
        found[round(1000 * metrics[glyphs[code]][0] / units)].append(chr(code))
    return {str(width): "".join(letters) for width, letters in sorted(found.items())}


if __name__ == "__main__":
    tables = {"regular": widths("DejaVuSans.ttf"), "bold": widths("DejaVuSans-Bold.ttf")}
    TARGET.write_text(json.dumps(tables, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
