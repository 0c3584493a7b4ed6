"""What happened when: events on lanes by kind, with the accounts that differ, and all of them as a list."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING, Any

from caucasus_course.charts.canvas import Canvas
from caucasus_course.charts.chart import Chart, Sources
from caucasus_course.charts.events import Event, pick, read_event
from caucasus_course.charts.layout import Layout
from caucasus_course.charts.swimlanes import Axis, draw_axis, draw_grid, draw_lane
from caucasus_course.core.days import date_words, period, span
from caucasus_course.core.display import details_html
from caucasus_course.core.rows import Row
from caucasus_course.core.style import KINDS
from caucasus_course.core.text import clean

if TYPE_CHECKING:
    import pandas as pd

# A longer list starts closed, or it would push the lesson away.
OPEN_UP_TO = 12


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
        self.events = [read_event(number, row) for number, row in enumerate(ordered, start=1)]
        first = span(start)[0] if start else min(event.when[0] for event in self.events)
        last = span(end)[1] if end else max(event.when[1] for event in self.events)
        self.days = (first, max(last, first + 1))

    def body(self, canvas: Canvas, top: float, layout: Layout) -> float:
        """Draw the dates and a lane for each kind."""
        axis = Axis(self.days, layout)
        y = top = draw_axis(canvas, top + 22, axis)
        for kind in KINDS:
            events = [event for event in self.events if event.kind == kind]
            y = draw_lane(canvas, y, kind, events, axis) if events else y
        draw_grid(canvas, top, y + 4, axis)
        return y

    def key(self) -> list[tuple[bool, str]]:
        """Return what lanes, numbers, fill and bars mean."""
        return [
            (True, "Each kind has its lane, shape and colour. Numbers are those of the list."),
            (any(event.is_contested for event in self.events), "Hollow: accounts differ; the list says how."),
            (any(event.when[0] != event.when[1] for event in self.events), "Bar: from, to."),
        ]

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
        return details_html(
            f"{len(self.events)} {noun} in order",
            f'<ol style="padding-left:2.6em;max-width:46em">{items}</ol>',
            is_open=len(self.events) <= OPEN_UP_TO,
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
    differ = f"<br><b>Accounts differ:</b> {escape(note)}" if event.is_contested else ""
    return (
        f'<li style="margin:0 0 .5em"><b>{escape(event.title)}</b><br>{escape(event.dates)} · {escape(event.kind)}. '
        f"{escape(clean(event.row['description']))}{differ}</li>"
    )


def _cells(event: Event, cited: str) -> list[str]:
    differ = (event.note or "yes") if event.is_contested else "no"
    return [
        str(event.number), event.dates, event.kind, event.title, clean(event.row["description"]), differ, cited,
    ]  # fmt: skip


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
    first, last = period(start, end)
    rows = pick(events, start=first, end=last, category=category, lesson=lesson, unverified=unverified)
    return Timeline(title or _title(rows, first, last), rows, start=first, end=last, sources=sources)


def _title(rows: list[Row], start: str | None, end: str | None) -> str:
    years = sorted({clean(row["start_date"])[:4] for row in rows})
    if not start and not end:
        return f"Events, {years[0]}" if len(years) == 1 else f"Events, {years[0]}–{years[-1]}"
    parts = [f"from {date_words(start)}" if start else "", f"to {date_words(end)}" if end else ""]
    return f"Events {' '.join(filter(None, parts))}"
