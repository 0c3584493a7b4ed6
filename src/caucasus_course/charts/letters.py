"""Measure text in px, from the widths of the letters of DejaVu Sans."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

# A letter that the table lacks is drawn by the reader's own fonts: taken as wide as the font's box for unknown ones.
_UNKNOWN = 600


@cache
def _widths() -> dict[bool, dict[str, int]]:
    """Return the width of each letter in thousandths of the font's size, bold or not; made by data/build/letters.py."""
    tables = json.loads((files("caucasus_course.charts") / "widths.json").read_text(encoding="utf-8"))
    return {
        name == "bold": {letter: int(width) for width, letters in table.items() for letter in letters}
        for name, table in tables.items()
    }


@cache
def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a text in px, the same on every machine."""
    widths = _widths()[bold]
    return sum(widths.get(letter, _UNKNOWN) for letter in text) * size / 1000
