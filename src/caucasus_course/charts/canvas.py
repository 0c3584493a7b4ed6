"""Draw lines, marks and words at given px, as a reproducible SVG.

A chart here has no axes of a plotting library: its layout is ours, in px, and what is left to draw is lines, marks and words.
matplotlib took a third of a lesson's time to load and to write them, and five times the bytes.
"""

from __future__ import annotations

from html import escape
from typing import Literal

from caucasus_course.charts.outlines import outline
from caucasus_course.core.style import FONTS, GUIDE, INK, PAPER, Mark
from caucasus_course.core.text import clean

Anchor = Literal["left", "center", "right"]
_ANCHORS = {"left": "start", "center": "middle", "right": "end"}
# What lies over what: the guides under all, then lines, then marks and words in the order in which they are drawn.
_GUIDES, _LINES, _FRONT = range(3)
_DOTTED = (1, 1.65)  # stroke and gap, in widths of the line


class Canvas:
    """A sheet of a given width, in px from the top left; its height is told when it is finished."""

    def __init__(self, width: float) -> None:
        self.width = width
        self._floors: tuple[list[str], list[str], list[str]] = ([], [], [])

    def line(self, xs: list[float], ys: list[float], *, colour: str = GUIDE, width: float = 1, dash: str = "-") -> None:
        """Draw a line through points, dotted if `dash` is `:`."""
        points = "L".join(f"{x:.2f} {y:.2f}" for x, y in zip(xs, ys, strict=True))
        dots = f" stroke-dasharray='{' '.join(f'{part * width:g}' for part in _DOTTED)}'" if dash == ":" else ""
        cap = "butt" if dots else "square"
        self._floors[_GUIDES if colour == GUIDE else _LINES].append(
            f"<path d='M{points}' fill='none' stroke='{colour}' stroke-width='{width:g}' stroke-linecap='{cap}'{dots}/>"
        )

    def mark(self, x: float, y: float, mark: Mark, *, hollow: bool = False, size: float = 9) -> None:
        """Draw one marker, filled or hollow."""
        fill = PAPER if hollow else mark.colour
        self._floors[_FRONT].append(
            f"<path d='{outline(mark.marker, x, y, size)}' fill='{fill}' stroke='{mark.colour}' stroke-width='1.6'/>"
        )

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float = 13,
        colour: str = INK,
        bold: bool = False,
        anchor: Anchor = "left",
    ) -> None:
        """Write one line whose baseline is at y."""
        weight = "font-weight: bold; " if bold else ""
        style = f"font-size: {size:g}px; {weight}text-anchor: {_ANCHORS[anchor]}; fill: {colour}"
        self._floors[_FRONT].append(
            f"<text x='{x:.2f}' y='{y:.2f}' style='{style}'>{escape(clean(words), quote=False)}</text>"
        )

    def svg(self, height: float, *, title: str, description: str) -> str:
        """Return the sheet as an SVG of the given height, with its title and description."""
        size = f"width='{self.width:g}' height='{height:g}' viewBox='0 0 {self.width:g} {height:g}'"
        told = f"<title>{escape(clean(title))}</title><desc>{escape(clean(description))}</desc>"
        paper = f"<rect width='{self.width:g}' height='{height:g}' fill='{PAPER}'/>"
        drawn = "".join(part for floor in self._floors for part in floor)
        return (
            f"<svg xmlns='http://www.w3.org/2000/svg' {size} role='img' font-family=\"{FONTS}\" stroke-linejoin='round'>"
            f"{told}{paper}{drawn}</svg>"
        )
