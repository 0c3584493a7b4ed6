"""Read a chart's SVG back: its texts with their boxes."""

import re
from typing import NamedTuple
from xml.etree import ElementTree

from caucasus_course.charts.letters import text_width

SVG = "{http://www.w3.org/2000/svg}"
SHIFT = {"start": 0, "middle": 0.5, "end": 1}


class Word(NamedTuple):
    """A text of a picture and the box that it fills, in px."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other):
        """Say whether two boxes share more than an edge."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > 0.5
            and min(self.bottom, other.bottom) - max(self.top, other.top) > 0.5
        )


def parsed(svg):
    """Return a picture as a tree."""
    return ElementTree.fromstring(svg)


def words(svg):
    """Return the texts of a picture in their boxes."""
    return [_word(node) for node in parsed(svg).iter(f"{SVG}text")]


def _word(node):
    style = node.get("style")
    size = float(re.search(r"([\d.]+)px", style)[1])
    anchor = re.search(r"text-anchor: (\w+)", style)
    x, y = _place(node)
    width = text_width(node.text, size, bold="bold" in style)
    left = x - width * SHIFT[anchor[1] if anchor else "start"]
    return Word(node.text, left, y - size * 0.8, left + width, y + size * 0.22)


def _place(node):
    if node.get("x"):
        return float(node.get("x")), float(node.get("y"))
    x, y = re.search(r"translate\(([-\d.]+)[ ,]+([-\d.]+)\)", node.get("transform")).groups()
    return float(x), float(y)
