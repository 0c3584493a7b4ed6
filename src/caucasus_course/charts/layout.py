"""Where things stand on a chart's sheet: margins, room for labels, sizes of letters; paragraphs over its width."""

from __future__ import annotations

from attrs import field, frozen

from caucasus_course.charts.canvas import Canvas
from caucasus_course.charts.words import wrap
from caucasus_course.core.style import INK

# Sizes in px. Below this width labels stand above their marks instead of beside them.
WIDE_FROM = 600
LINE, TEXT, SMALL = 17, 13, 12


@frozen
class Layout:
    """Where things stand on a sheet of a given width."""

    width: float
    pad: float = field(init=False)
    is_wide: bool = field(init=False)

    @pad.default
    def _pad(self) -> float:
        return 18 if self.width >= WIDE_FROM else 12

    @is_wide.default
    def _is_wide(self) -> bool:
        return self.width >= WIDE_FROM

    @property
    def label_room(self) -> float:
        """Return the room for a label's line."""
        return 372 if self.is_wide else self.width - 2 * self.pad

    @property
    def left(self) -> float:
        """Return where the scale has its zero."""
        return self.pad + (self.label_room + 22 if self.is_wide else 6)


def write(
    canvas: Canvas, top: float, words: str, layout: Layout, *, size: float = TEXT, colour: str = INK, bold: bool = False
) -> float:
    """Write a paragraph over the whole width and return where it ends."""
    for line in wrap(words, size, layout.width - 2 * layout.pad, bold=bold, limit=8):
        top += size * 1.32
        canvas.text(layout.pad, top, line, size=size, colour=colour, bold=bold)
    return top
