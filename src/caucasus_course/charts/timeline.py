"""What happened when: events on lanes by kind, with the accounts that differ, and all of them as a list."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING, Any

from attrs import frozen

from caucasus_course.charts.canvas import Canvas
from caucasus_course.charts.chart import Chart, Row, Sources, one_or_many, rows_of, some
from caucasus_course.charts.panel import SMALL, Layout, write
from caucasus_course.charts.times import Span, date_words, span, time_ticks
from caucasus_course.charts.words import clean, day, is_empty, text_width, wrap
from caucasus_course.errors import CourseError, unknown
from caucasus_course.style import INK, KINDS, MUTED_INK

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = (
    "event_id", "start_date", "end_date", "date_precision", "title", "description", "category", "is_contested",
    "contested_note", "status", "source_ids", "lessons",
)  # fmt: skip
# Sizes in px. A title longer than its room ends in an ellipsis; the list has it whole.
WIDE_ROW, NARROW_ROW, TITLE_ROOM, LANE_HEAD = 19, 17, 340, 24
# A longer list starts closed, or it would push the lesson away.
OPEN_UP_TO = 12
_PRECISION = {"day": 10, "month": 7, "year": 4}


@frozen
class Event:
    """A row of the events table, read for drawing; `number` counts from 1 in order of date."""

    number: int
    row: Row
    when: Span
    dates: str

    @property
    def title(self) -> str:
        """Return the title, safe to draw."""
        return clean(self.row["title"])

    @property
    def kind(self) -> str:
        """Return the kind of the event."""
        return clean(self.row["category"])

    @property
    def is_contested(self) -> bool:
        """Say whether accounts differ."""
        return not is_empty(self.row["is_contested"]) and bool(self.row["is_contested"])

    @property
    def note(self) -> str:
        """Return whose accounts differ and how."""
        return clean(self.row["contested_note"])


def _date(value: Any, precision: str) -> str:
    if precision not in _PRECISION:
        raise unknown("date precision", precision, _PRECISION)
    return clean(value)[: _PRECISION[precision]]


def _event(number: int, row: Row) -> Event:
    if clean(row["category"]) not in KINDS:
        raise unknown("category", clean(row["category"]), KINDS)
    start = _date(row["start_date"], clean(row["date_precision"]))
    if not start:
        raise CourseError(f"Event {clean(row['event_id'])!r} has no start_date, so it has no place on a timeline.")
    end = "" if is_empty(row["end_date"]) else _date(row["end_date"], clean(row["date_precision"]))
    when = (span(start)[0], span(end or start)[1])
    if when[1] < when[0]:
        raise CourseError(f"Event {clean(row['event_id'])!r} ends ({end}) before it starts ({start}).")
    dates = date_words(start) + (f" to {date_words(end)}" if end and end != start else "")
    return Event(number, row, when, dates)


@frozen
class Placed:
    """An event with its row in the lane and the side of its words."""

    event: Event
    row: int
    words: str
    anchor: str


class Timeline(Chart):
    """Events by date, one lane for each kind.

    Parameters
    ----------
    title, rows, sources : as of every chart; rows of the events table
    start, end : the first and last day of the axis; the events' own when not given

    """

    def __init__(
        self,
        title: str,
        rows: list[Row],
        *,
        start: str | None = None,
        end: str | None = None,
        sources: Sources | None = None,
    ) -> None:
        ordered = sorted(rows, key=lambda row: (clean(row["start_date"]), clean(row["event_id"])))
        super().__init__(title, ordered, sources=sources)
        self.events = [_event(number, row) for number, row in enumerate(ordered, start=1)]
        first = span(start)[0] if start else min(event.when[0] for event in self.events)
        last = span(end)[1] if end else max(event.when[1] for event in self.events)
        self.days = (first, max(last, first + 1))

    def draw(self, canvas: Canvas) -> float:
        """Draw title, lanes and how to read them."""
        layout = Layout(canvas.width)
        y = write(canvas, 10, self.title, layout, size=17, bold=True)
        y = top = _axis_words(canvas, y + 22, self, layout)
        for kind in KINDS:
            events = [event for event in self.events if event.kind == kind]
            y = _draw_lane(canvas, y, kind, events, self, layout) if events else y
        _grid(canvas, top, y + 4, self, layout)
        canvas.line([layout.pad, canvas.width - layout.pad], [y + 10, y + 10])
        y = write(canvas, y + 12, self.how_to_read(layout), layout, size=SMALL, colour=MUTED_INK)
        return write(canvas, y + 2, self.source_line(), layout, size=SMALL, colour=MUTED_INK) + 14

    def x(self, moment: float, layout: Layout) -> float:
        """Return the px of a day."""
        left, right = layout.pad + 8, layout.width - layout.pad - 8
        place = left + (right - left) * (moment - self.days[0]) / (self.days[1] - self.days[0])
        return min(max(place, left), right)

    def how_to_read(self, layout: Layout) -> str:
        """Return the key in words."""
        key = ["Each kind has its lane, shape and colour.", "Numbers are those of the list."]
        key += (
            ["Hollow: accounts differ; the list says how."] if any(event.is_contested for event in self.events) else []
        )
        key += ["Bar: from, to."] if any(event.when[0] != event.when[1] for event in self.events) else []
        return " ".join(key)

    def alt(self) -> str:
        """Return how many events of each kind there are, and from when to when."""
        counts = {kind: sum(event.kind == kind for event in self.events) for kind in KINDS}
        kinds = ", ".join(f"{count} {kind}" for kind, count in counts.items() if count)
        contested = sum(event.is_contested for event in self.events)
        ends = f"from {self.events[0].dates} to {self.events[-1].dates}"
        noun = "event" if len(self.events) == 1 else "events"
        return f"Timeline: {self.title}. {len(self.events)} {noun} {ends}: {kinds}; accounts differ on {contested}. The list names them in order."

    def text(self) -> str:
        """Return every event with its date, kind and what is contested."""
        return "\n".join([f"Timeline: {self.title}", *(f"{event.number}. {_sentence(event)}" for event in self.events)])

    def list_html(self) -> str:
        """Return all events as an ordered list, which needs no picture, no script and no mouse."""
        items = "".join(_item(event) for event in self.events)
        noun = "event" if len(self.events) == 1 else "events"
        return (
            f"<details{' open' if len(self.events) <= OPEN_UP_TO else ''}><summary>{len(self.events)} {noun} in order</summary>"
            f'<ol style="padding-left:2.6em;max-width:46em">{items}</ol></details>'
        )

    def cells(self) -> tuple[list[str], list[list[str]]]:
        """Return the table: when, what kind, what, who, what is contested, the works."""
        header = ["No.", "When", "Kind", "Event", "What happened", "Accounts differ", "Sources"]
        return header, [_cells(event, self.cited(event.row)) for event in self.events]


def _sentence(event: Event) -> str:
    differ = f" Accounts differ: {event.note or 'see the sources.'}" if event.is_contested else ""
    return f"{event.dates}, {event.kind}: {event.title}.{differ}"


def _item(event: Event) -> str:
    note = event.note or "see the sources."
    differ = (
        f'<br><span style="opacity:.85"><b>Accounts differ:</b> {escape(note)}</span>' if event.is_contested else ""
    )
    return (
        f'<li style="margin:0 0 .5em"><b>{escape(event.title)}</b><br>{escape(event.dates)} · {escape(event.kind)}. '
        f"{escape(clean(event.row['description']))}{differ}</li>"
    )


def _cells(event: Event, cited: str) -> list[str]:
    differ = (event.note or "yes") if event.is_contested else "no"
    return [
        str(event.number), event.dates, event.kind, event.title, clean(event.row["description"]), differ, cited,
    ]  # fmt: skip


def _tick_list(line: Timeline, layout: Layout) -> list[tuple[float, str]]:
    return time_ticks(*line.days, at_most=max(2, int((layout.width - 2 * layout.pad) / 96)))


def _axis_words(canvas: Canvas, y: float, line: Timeline, layout: Layout) -> float:
    for moment, words in _tick_list(line, layout):
        half = text_width(words, SMALL) / 2
        x = min(max(line.x(moment, layout), layout.pad + half), layout.width - layout.pad - half)
        canvas.text(x, y, words, size=SMALL, colour=MUTED_INK, anchor="center")
    return y + 6


def _grid(canvas: Canvas, top: float, bottom: float, line: Timeline, layout: Layout) -> None:
    for moment, _ in _tick_list(line, layout):
        canvas.line([line.x(moment, layout)] * 2, [top, bottom], width=0.7)


def _words(event: Event, line: Timeline, layout: Layout) -> str:
    if not layout.is_wide:
        return str(event.number)
    return wrap(f"{event.number} {event.title}", SMALL, TITLE_ROOM, limit=1)[0] + _since(event, line)


def _since(event: Event, line: Timeline) -> str:
    """Return from when an event lasts that began before the axis does."""
    first = clean(event.row["start_date"])
    return f" (since {first[:4]})" if event.when[0] < line.days[0] else ""


def place(events: list[Event], line: Timeline, layout: Layout) -> list[Placed]:
    """Return each event with the first row of its lane where its mark, bar and words touch no other."""
    rows: list[list[Span]] = []
    placed = []
    for event in events:
        words = _words(event, line, layout)
        row, anchor, taken = _first_free(rows, event, words, line, layout)
        rows.extend([] for _ in range(row + 1 - len(rows)))
        rows[row].append(taken)
        placed.append(Placed(event, row, words, anchor))
    return placed


def _first_free(
    rows: list[list[Span]], event: Event, words: str, line: Timeline, layout: Layout
) -> tuple[int, str, Span]:
    width = text_width(words, SMALL) + 10
    left, right = line.x(event.when[0], layout) - 7, line.x(event.when[1], layout) + 7
    sides = {"left": (left, right + width), "right": (left - width, right)}
    fitting = {side: box for side, box in sides.items() if box[0] >= 2 and box[1] <= layout.width - 2}
    for number, row in enumerate([*rows, []]):
        for side, box in (fitting or {"left": sides["left"]}).items():
            if all(box[1] + 4 <= other[0] or other[1] + 4 <= box[0] for other in row):
                return number, side, box
    raise AssertionError("an empty row takes every event")


def _draw_lane(canvas: Canvas, top: float, kind: str, events: list[Event], line: Timeline, layout: Layout) -> float:
    height = WIDE_ROW if layout.is_wide else NARROW_ROW
    canvas.line([layout.pad, layout.width - layout.pad], [top + 4, top + 4])
    canvas.mark(layout.pad + 6, top + LANE_HEAD - 5, KINDS[kind])
    heading = f"{kind[:1].upper()}{kind[1:]} ({len(events)})"
    canvas.text(layout.pad + 20, top + LANE_HEAD, heading, size=13, bold=True)
    placed = place(events, line, layout)
    for one in placed:
        _draw_event(canvas, top + LANE_HEAD + 12 + one.row * height, one, line, layout)
    return top + LANE_HEAD + 12 + (max(one.row for one in placed) + 1) * height


def _draw_event(canvas: Canvas, y: float, one: Placed, line: Timeline, layout: Layout) -> None:
    mark = KINDS[one.event.kind]
    left, right = (line.x(moment, layout) for moment in one.event.when)
    canvas.line([left, right], [y, y], colour=mark.colour, width=3)
    canvas.mark(left, y, mark, hollow=one.event.is_contested, size=8)
    x = right + 9 if one.anchor == "left" else left - 9
    canvas.text(x, y + 4, one.words, size=SMALL, colour=INK, anchor=one.anchor)


def _of_category(rows: list[Row], category: str | Iterable[str] | None) -> list[Row]:
    if category is None:
        return rows
    for name in (wanted := one_or_many(category)):
        if name not in KINDS:
            raise unknown("category", name, KINDS)
    return [row for row in rows if clean(row["category"]) in wanted]


def _of_lesson(rows: list[Row], lesson: str | None) -> list[Row]:
    if lesson is None:
        return rows
    known = {name for row in rows for name in clean(row["lessons"]).split("; ") if name}
    if lesson not in known:
        raise unknown("lesson with events", lesson, known)
    return [row for row in rows if lesson in clean(row["lessons"]).split("; ")]


def _overlaps(row: Row, start: str | None, end: str | None) -> bool:
    first = clean(row["start_date"])[:10]
    last = first if is_empty(row["end_date"]) else clean(row["end_date"])[:10]
    return (start is None or last >= start) and (end is None or first <= end)


def timeline(
    events: pd.DataFrame,
    *,
    start: Any = None,
    end: Any = None,
    category: str | Iterable[str] | None = None,
    lesson: str | None = None,
    unverified: bool = False,
    title: str | None = None,
    sources: Sources | None = None,
) -> Timeline:
    """Return events by date, one lane for each kind, with the accounts that differ.

    Parameters
    ----------
    events : rows of the events table
    start, end : first and last day, `YYYY-MM-DD`
    category : one kind or a list: military, diplomatic, political, legal, humanitarian
    lesson : only the events of a lesson, such as `03`
    unverified : also show events that were not checked against a read source
    title : the heading
    sources : rows of the sources table by id, for the citations

    """
    first, last = day(start, name="start"), day(end, name="end")
    if first and last and first > last:
        raise CourseError(f"start={first!r} is after end={last!r}.")
    rows = some(rows_of(events, needs=COLUMNS, example='load("events")'), what="event")
    rows = [row for row in rows if unverified or clean(row["status"]) != "unverified"]
    rows = [row for row in _of_lesson(_of_category(rows, category), lesson) if _overlaps(row, first, last)]
    some(rows, what=_asked(first, last, category, lesson))
    return Timeline(title or _title(rows, first, last), rows, start=first, end=last, sources=sources)


def _asked(start: str | None, end: str | None, category: Any, lesson: str | None) -> str:
    asked = {"from": start, "to": end, "of category": category, "of lesson": lesson}
    return " ".join(["event", *(f"{word} {value}" for word, value in asked.items() if value is not None)])


def _title(rows: list[Row], start: str | None, end: str | None) -> str:
    years = sorted({clean(row["start_date"])[:4] for row in rows})
    if not start and not end:
        return f"Events, {years[0]}" if len(years) == 1 else f"Events, {years[0]}–{years[-1]}"
    parts = [f"from {date_words(start)}" if start else "", f"to {date_words(end)}" if end else ""]
    return f"Events {' '.join(filter(None, parts))}"
