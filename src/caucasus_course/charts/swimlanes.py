"""Draw events on lanes by kind, each in the first row where its mark, bar and words touch no other."""

from __future__ import annotations

from attrs import frozen

from caucasus_course.charts.axes import time_ticks
from caucasus_course.charts.canvas import Anchor, Canvas
from caucasus_course.charts.events import Event
from caucasus_course.charts.layout import SMALL, Layout
from caucasus_course.charts.letters import text_width
from caucasus_course.charts.words import wrap
from caucasus_course.core.days import Span
from caucasus_course.core.style import INK, KINDS, MUTED_INK
from caucasus_course.core.text import clean

# Sizes in px. A title longer than its room ends in an ellipsis; the list has it whole.
WIDE_ROW, NARROW_ROW, TITLE_ROOM, LANE_HEAD = 19, 17, 340, 24


@frozen
class Axis:
    """The days of a timeline on a sheet."""

    days: Span
    layout: Layout

    def x(self, moment: float) -> float:
        """Return the px of a day; what lies outside stands at the edge."""
        left, right = self.layout.pad + 8, self.layout.width - self.layout.pad - 8
        place = left + (right - left) * (moment - self.days[0]) / (self.days[1] - self.days[0])
        return min(max(place, left), right)

    def ticks(self) -> list[tuple[float, str]]:
        """Return the days to name."""
        return time_ticks(*self.days, at_most=max(2, int((self.layout.width - 2 * self.layout.pad) / 96)))


@frozen
class Placed:
    """An event with its row in the lane and the side of its words."""

    event: Event
    row: int
    words: str
    anchor: Anchor


def draw_axis(canvas: Canvas, y: float, axis: Axis) -> float:
    """Write the dates and return where they end."""
    for moment, words in axis.ticks():
        half = text_width(words, SMALL) / 2
        x = min(max(axis.x(moment), axis.layout.pad + half), axis.layout.width - axis.layout.pad - half)
        canvas.text(x, y, words, size=SMALL, colour=MUTED_INK, anchor="center")
    return y + 6


def draw_grid(canvas: Canvas, top: float, bottom: float, axis: Axis) -> None:
    """Draw a line down from each date."""
    for moment, _ in axis.ticks():
        canvas.line([axis.x(moment)] * 2, [top, bottom], width=0.7)


def _words(event: Event, axis: Axis) -> str:
    if not axis.layout.is_wide:
        return str(event.number)
    return wrap(f"{event.number} {event.title}", SMALL, TITLE_ROOM, limit=1)[0] + _since(event, axis)


def _since(event: Event, axis: Axis) -> str:
    """Return from when an event lasts that began before the axis does."""
    first = clean(event.row["start_date"])
    return f" (since {first[:4]})" if event.when[0] < axis.days[0] else ""


def place(events: list[Event], axis: Axis) -> list[Placed]:
    """Return each event with the first row of its lane where its mark, bar and words touch no other."""
    rows: list[list[Span]] = []
    placed = []
    for event in events:
        words = _words(event, axis)
        row, anchor, taken = _first_free(rows, event, words, axis)
        rows.extend([] for _ in range(row + 1 - len(rows)))
        rows[row].append(taken)
        placed.append(Placed(event, row, words, anchor))
    return placed


def _first_free(rows: list[list[Span]], event: Event, words: str, axis: Axis) -> tuple[int, Anchor, Span]:
    width = text_width(words, SMALL) + 10
    left, right = axis.x(event.when[0]) - 7, axis.x(event.when[1]) + 7
    sides: dict[Anchor, Span] = {"left": (left, right + width), "right": (left - width, right)}
    fitting = {side: box for side, box in sides.items() if box[0] >= 2 and box[1] <= axis.layout.width - 2}
    for number, row in enumerate([*rows, []]):
        for side, box in (fitting or {k: v for k, v in sides.items() if k == "left"}).items():
            if all(box[1] + 4 <= other[0] or other[1] + 4 <= box[0] for other in row):
                return number, side, box
    raise AssertionError("an empty row takes every event")


def draw_lane(canvas: Canvas, top: float, kind: str, events: list[Event], axis: Axis) -> float:
    """Draw the events of one kind from `top` down and return where they end."""
    height = WIDE_ROW if axis.layout.is_wide else NARROW_ROW
    canvas.line([axis.layout.pad, axis.layout.width - axis.layout.pad], [top + 4, top + 4])
    canvas.mark(axis.layout.pad + 6, top + LANE_HEAD - 5, KINDS[kind])
    heading = f"{kind[:1].upper()}{kind[1:]} ({len(events)})"
    canvas.text(axis.layout.pad + 20, top + LANE_HEAD, heading, size=13, bold=True)
    placed = place(events, axis)
    for one in placed:
        _draw_event(canvas, top + LANE_HEAD + 12 + one.row * height, one, axis)
    return top + LANE_HEAD + 12 + (max(one.row for one in placed) + 1) * height


def _draw_event(canvas: Canvas, y: float, one: Placed, axis: Axis) -> None:
    mark = KINDS[one.event.kind]
    left, right = (axis.x(moment) for moment in one.event.when)
    canvas.line([left, right], [y, y], colour=mark.colour, width=3)
    canvas.mark(left, y, mark, hollow=one.event.is_contested, size=8)
    x = right + 9 if one.anchor == "left" else left - 9
    canvas.text(x, y + 4, one.words, size=SMALL, colour=INK, anchor=one.anchor)
