"""Draw figures below each other on one scale from zero: a label, a mark or a range, the figure in words."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from caucasus_course.charts.axes import number_ticks
from caucasus_course.charts.canvas import Canvas
from caucasus_course.charts.layout import LINE, SMALL, TEXT, Layout, write
from caucasus_course.charts.letters import text_width
from caucasus_course.charts.words import wrap
from caucasus_course.core.figures import figure_words, number
from caucasus_course.core.style import GUIDE, INK, MUTED_INK, Mark

Scale = Callable[[float], float]

ARROW = 24  # px


@frozen
class Line:
    """One figure: its label's lines (words, is it muted), its numbers and its mark."""

    label: list[tuple[str, bool]]
    mark: Mark
    low: float | None = None
    high: float | None = None
    point: float | None = None
    hollow: bool = False
    unit: str = ""

    def numbers(self) -> list[float]:
        """Return every number of the figure."""
        return [value for value in (self.low, self.high, self.point) if value is not None]

    @property
    def is_bound(self) -> bool:
        """Say whether the figure is an `at least` or an `at most`."""
        return self.point is None and (self.low is None) != (self.high is None)

    @property
    def is_range(self) -> bool:
        """Say whether the figure has two ends."""
        return self.low is not None and self.high is not None

    def words(self) -> str:
        """Return the figure as it is written beside the mark."""
        words = figure_words(self.low, self.high, self.point)
        return f"{words} {self.unit}".strip() if self.numbers() else words


@frozen
class Group:
    """Figures about the same people or things."""

    heading: str
    lines: list[Line]


@frozen
class Panel:
    """Groups of figures of one measure, on one scale."""

    heading: str
    groups: list[Group]
    axis: str = ""

    def highest(self) -> float:
        """Return the largest number of the panel; a panel of nothing but zeros is drawn to one."""
        return max((value for group in self.groups for line in group.lines for value in line.numbers()), default=0) or 1


def _right(panel: Panel, layout: Layout) -> float:
    """Return where the scale ends, so that the longest figure still has room beside its mark."""
    lines = [line for group in panel.groups for line in group.lines]
    widest = max(text_width(line.words(), TEXT) for line in lines)
    return layout.width - layout.pad - widest - ARROW - 12


def scale_of(panel: Panel, layout: Layout) -> Scale:
    """Return the function that puts a number at its px; zero is always at the left."""
    left, right, highest = layout.left, _right(panel, layout), panel.highest()
    return lambda value: left + (right - left) * value / highest


def draw_panel(canvas: Canvas, top: float, panel: Panel, layout: Layout) -> float:
    """Draw a panel from `top` down and return where it ends."""
    top = write(canvas, top + 14, panel.heading, layout, size=14, bold=True) if panel.heading else top
    top = write(canvas, top, panel.axis, layout, size=SMALL, colour=MUTED_INK) if panel.axis else top
    scale = scale_of(panel, layout)
    axis = top = top + 20
    _ticks(canvas, axis, panel, scale, layout)
    for group in panel.groups:
        top = _group(canvas, top + (0 if layout.is_wide else 4), group, scale, layout)
    for value in _tick_values(panel, layout):
        canvas.line([scale(value)] * 2, [axis + 5, top], colour=GUIDE, width=1.4 if value == 0 else 0.7)
    return top


def _tick_values(panel: Panel, layout: Layout) -> list[float]:
    room = _right(panel, layout) - layout.left
    widest = text_width(number(panel.highest()), SMALL) + 14
    return number_ticks(panel.highest(), at_most=max(1, min(5, int(room / widest))))


def _ticks(canvas: Canvas, y: float, panel: Panel, scale: Scale, layout: Layout) -> None:
    for value in _tick_values(panel, layout):
        canvas.text(scale(value), y, number(value), size=SMALL, colour=MUTED_INK, anchor="center")


def _group(canvas: Canvas, top: float, group: Group, scale: Scale, layout: Layout) -> float:
    if group.heading:
        room = layout.label_room
        for words in wrap(group.heading, TEXT, room, bold=True):
            top += LINE + 1
            canvas.text(layout.pad, top, words, size=TEXT, bold=True)
        top += 2
    for line in group.lines:
        top = _line(canvas, top + 7, line, scale, layout)
    return top + 6


def _line(canvas: Canvas, top: float, line: Line, scale: Scale, layout: Layout) -> float:
    room = layout.label_room
    lines = [(part, muted) for words, muted in line.label for part in wrap(words, SMALL if muted else TEXT, room)]
    for number_of, (words, muted) in enumerate(lines, start=1):
        size, colour = (SMALL, MUTED_INK) if muted else (TEXT, INK)
        canvas.text(layout.pad, top + number_of * LINE - 3, words, size=size, colour=colour)
    bottom = top + len(lines) * LINE
    if layout.is_wide:
        draw_figure(canvas, top + LINE / 2 + 1, line, scale)
        return bottom
    draw_figure(canvas, bottom + LINE / 2 + 1, line, scale)
    return bottom + LINE + 2


def draw_figure(canvas: Canvas, y: float, line: Line, scale: Scale) -> None:
    """Draw one figure at its height: a mark, a range with two ends, or a bound with its arrow."""
    if not line.numbers():
        canvas.text(scale(0) + 6, y + 4.5, line.words(), colour=MUTED_INK)
        return
    xs = [scale(value) for value in line.numbers()]
    canvas.line([scale(0), min(xs)], [y, y], colour=GUIDE, width=0.8, dash=":")
    if line.is_range:
        canvas.line([xs[0], xs[1]], [y, y], colour=line.mark.colour, width=2.4)
    end = _bound(canvas, y, line, scale)
    for x in [scale(line.point)] if line.point is not None else xs:
        canvas.mark(x, y, line.mark, hollow=line.hollow)
    canvas.text(max(*xs, end) + 11, y + 4.5, line.words())


def _bound(canvas: Canvas, y: float, line: Line, scale: Scale) -> float:
    """Draw the arrow of `at least` to the right or of `at most` to the left; return how far right it goes."""
    if not line.is_bound:
        return 0
    start = scale(line.numbers()[0])
    end = start + ARROW if line.low is not None else max(start - ARROW, scale(0))
    back = 5 if end < start else -5
    canvas.line([start, end], [y, y], colour=line.mark.colour, width=2)
    canvas.line([end + back, end, end + back], [y - 4, y, y + 4], colour=line.mark.colour, width=2)
    return end
