"""Draw figures at their true dates over a scale from zero, with as many numbers as have room."""

from __future__ import annotations

import itertools

from attrs import frozen

from caucasus_course.charts.axes import number_ticks, time_ticks
from caucasus_course.charts.canvas import Anchor, Canvas
from caucasus_course.charts.layout import SMALL, Layout
from caucasus_course.charts.letters import text_width
from caucasus_course.charts.spots import Curve, Spot
from caucasus_course.core.boxes import Box, overlap
from caucasus_course.core.days import Span
from caucasus_course.core.figures import figure_words, number
from caucasus_course.core.style import INK, MUTED_INK

WIDE_HEIGHT, NARROW_HEIGHT = 250, 200


@frozen
class Frame:
    """The area of a curve in px, and how days and numbers are put into it."""

    left: float
    right: float
    top: float
    bottom: float
    days: Span
    highest: float

    def x(self, day: float) -> float:
        """Return the px of a day."""
        return self.left + (self.right - self.left) * (day - self.days[0]) / (self.days[1] - self.days[0])

    def y(self, value: float) -> float:
        """Return the px of a number."""
        return self.bottom - (self.bottom - self.top) * value / self.highest


def _frame(curve: Curve, top: float, layout: Layout) -> Frame:
    first, last = min(spot.when[0] for spot in curve.spots), max(spot.when[1] for spot in curve.spots)
    edge = max((last - first) * 0.03, 0.1)
    # Arrows of `at least` need room above the highest mark.
    highest = max(spot.top * (1.1 if spot.point is None else 1.02) for spot in curve.spots) or 1
    left = layout.pad + text_width(f"{number(highest)}{curve.unit}", SMALL) + 12
    height = WIDE_HEIGHT if layout.is_wide else NARROW_HEIGHT
    return Frame(left, layout.width - layout.pad - 8, top + 18, top + height, (first - edge, last + edge), highest)


def draw_curve(canvas: Canvas, top: float, curve: Curve, layout: Layout) -> float:
    """Draw the curve from `top` down and return where it ends."""
    frame = _frame(curve, top, layout)
    _axes(canvas, frame, curve.unit)
    for spots in curve.joins():
        xs, ys = [frame.x(spot.middle) for spot in spots], [frame.y(spot.value) for spot in spots]
        canvas.line(xs, ys, colour=spots[0].mark.colour, width=1.1)
    # A hollow mark is drawn first and larger: where a disputed figure meets another, its ring stays in sight.
    for spot in sorted(curve.spots, key=lambda spot: not spot.hollow):
        _spot(canvas, frame, spot)
    _numbers(canvas, frame, curve)
    return frame.bottom + 24


def _axes(canvas: Canvas, frame: Frame, unit: str) -> None:
    for value in number_ticks(frame.highest, at_most=4):
        y = frame.y(value)
        canvas.line([frame.left, frame.right], [y, y], width=1.4 if value == 0 else 0.7)
        canvas.text(frame.left - 8, y + 4, f"{number(value)}{unit}", size=SMALL, colour=MUTED_INK, anchor="right")
    for day, words in time_ticks(*frame.days, at_most=max(2, int((frame.right - frame.left) / 88))):
        x = min(max(frame.x(day), frame.left), frame.right)
        canvas.line([x, x], [frame.bottom, frame.bottom + 5], colour=MUTED_INK)
        half = text_width(words, SMALL) / 2
        canvas.text(
            min(x, frame.right + 8 - half), frame.bottom + 19, words, size=SMALL, colour=MUTED_INK, anchor="center"
        )


def _spot(canvas: Canvas, frame: Frame, spot: Spot) -> None:
    x, y = frame.x(spot.middle), frame.y(spot.value)
    canvas.line([frame.x(spot.when[0]), frame.x(spot.when[1])], [y, y], colour=spot.mark.colour, width=1.6)
    if spot.low is not None and spot.high is not None:
        canvas.line([x, x], [frame.y(spot.low), frame.y(spot.high)], colour=spot.mark.colour, width=2.4)
        canvas.mark(x, frame.y(spot.high), spot.mark, hollow=spot.hollow, size=8)
    elif spot.point is None:
        _arrow(canvas, x, y, spot)
    canvas.mark(x, y, spot.mark, hollow=spot.hollow, size=11 if spot.hollow else 8)


def _arrow(canvas: Canvas, x: float, y: float, spot: Spot) -> None:
    way = -1 if spot.low is not None else 1
    end = y + 18 * way
    canvas.line([x, x], [y, end], colour=spot.mark.colour, width=1.8)
    canvas.line([x - 4, x, x + 4], [end - 5 * way, end, end - 5 * way], colour=spot.mark.colour, width=1.8)


def _around(words: str, x: float, y: float) -> list[tuple[float, float, Anchor, Box]]:
    """Return the places round a mark where its number may stand, best first."""
    width = text_width(words, SMALL)
    places: list[tuple[float, float, Anchor]] = [
        (x - 9, y - 4, "right"), (x + 9, y + 12, "left"), (x + 9, y + 4, "left"), (x - 9, y + 4, "right"),
        (x, y - 10, "center"), (x, y + 20, "center"),
    ]  # fmt: skip
    shift = {"left": 0, "right": -width, "center": -width / 2}
    return [
        (px, py, anchor, (px + shift[anchor], py - 11, px + shift[anchor] + width, py + 3)) for px, py, anchor in places
    ]


def _track(frame: Frame, curve: Curve) -> list[Box]:
    """Return small boxes along the lines and marks, which numbers must not cover."""
    spots = [(frame.x(spot.middle), frame.y(spot.value)) for spot in curve.spots]
    boxes = [(x - 6, y - 6, x + 6, y + 6) for x, y in spots]
    boxes += [
        (frame.x(spot.when[0]), y - 2, frame.x(spot.when[1]), y + 2)
        for spot, (_, y) in zip(curve.spots, spots, strict=True)
    ]
    boxes += [_reach(frame, spot) for spot in curve.spots if spot.point is None]
    for joined in curve.joins():
        ends = [(frame.x(spot.middle), frame.y(spot.value)) for spot in joined]
        for (x1, y1), (x2, y2) in itertools.pairwise(ends):
            steps = max(1, int(max(abs(x2 - x1), abs(y2 - y1)) / 6))
            along = [(x1 + (x2 - x1) * n / steps, y1 + (y2 - y1) * n / steps) for n in range(steps)]
            boxes += [(x - 1, y - 1, x + 1, y + 1) for x, y in along]
    return boxes


def _reach(frame: Frame, spot: Spot) -> Box:
    """Return the box of a range's bar or of a bound's arrow."""
    x, ends = frame.x(spot.middle), [frame.y(spot.value), frame.y(spot.top)]
    if spot.low is None or spot.high is None:
        ends.append(ends[0] + (20 if spot.low is None else -20))
    return x - 6, min(ends), x + 6, max(ends)


def _numbers(canvas: Canvas, frame: Frame, curve: Curve) -> None:
    """Write the numbers that have room: the first, the last, the highest, then the undisputed; the list has all."""
    taken = _track(frame, curve)
    ordered = sorted(curve.spots, key=lambda spot: (spot.hollow, spot.middle))
    ends = [ordered[0], ordered[-1], max(ordered, key=lambda spot: spot.top)]
    for spot in dict.fromkeys([*ends, *ordered]):
        words = figure_words(spot.low, spot.high, spot.point) + curve.unit
        for x, y, anchor, box in _around(words, frame.x(spot.middle), frame.y(spot.value)):
            inside = (
                box[0] > frame.left + 2
                and box[2] < frame.right + 8
                and box[1] > frame.top - 18
                and box[3] < frame.bottom
            )
            if inside and not any(overlap(box, other) for other in taken):
                taken.append(box)
                canvas.text(x, y, words, size=SMALL, colour=INK, anchor=anchor)
                break
