"""How a number moved: figures at their dates over each other, each with its claimant below."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from caucasus_course.charts.canvas import Canvas
from caucasus_course.charts.chart import Chart, Row, Sources, one_or_many, rows_of, some
from caucasus_course.charts.curve import Curve, Spot, draw_curve
from caucasus_course.charts.panel import SMALL, Group, Layout, Line, Panel, draw_panel, write
from caucasus_course.charts.times import date_words, span
from caucasus_course.charts.words import clean, day, figure_words, title_of, unit_words, value_of
from caucasus_course.errors import CourseError, unknown
from caucasus_course.style import INK, MUTED_INK, SIDES, Mark

if TYPE_CHECKING:
    import pandas as pd

# A table is known by its columns: what is counted, when, and between which numbers.
SHAPES: dict[str, dict[str, str]] = {
    "arrivals": {"when": "observed_at", "point": "cumulative"},
    "supply": {
        "name": "indicator", "when": "end_date", "since": "start_date",
        "low": "value_low", "high": "value_high", "point": "value",
    },
    "claims": {"name": "measure", "when": "as_of", "low": "low", "high": "high", "point": "point"},
}  # fmt: skip
ORDER = "Figures run from the earliest to the latest, whoever gives them."
_ONE_VOICE = Mark(INK, "o")


def shape_of(columns: Iterable[str]) -> str:
    """Return which of the three tables this is, by its columns."""
    have = {str(column) for column in columns}
    for name, shape in SHAPES.items():
        if set(shape.values()) | {"said_by", "status"} <= have:
            return name
    raise CourseError(
        'This table is none that chart_series knows. It takes load("arrivals"), load("supply") or load("claims"), '
        f"or rows of one of them with all columns; this one has {', '.join(sorted(have)) or 'none'}."
    )


class Observation:
    """One row of any of the three tables, read as a figure at a date."""

    def __init__(self, row: Row, shape: dict[str, str]) -> None:
        self.row = row
        self.low, self.high, self.point = (_number(row, shape.get(key)) for key in ("low", "high", "point"))
        self.since, self.until = clean(row.get(shape.get("since", ""))), clean(row[shape["when"]])
        if len(self.since) > 10:
            self.since = self.since[:10]
        if "since" in shape:
            self.until = (self.until or self.since)[:10]
        self.name = clean(row.get(shape.get("name", ""))) or "people who had arrived, running total"
        self.unit = unit_words(row.get("unit") or "people")
        self.status = clean(row["status"])

    @property
    def mark(self) -> Mark:
        """Return the mark of the row's side; the arrivals have one voice and one mark."""
        side = clean(self.row.get("side"))
        if side and side not in SIDES:
            raise unknown("side", side, SIDES)
        mark = SIDES[side] if side else _ONE_VOICE
        return Mark(MUTED_INK, mark.marker) if self.status == "unverified" else mark

    def when(self, *, is_period: bool) -> str:
        """Return the date in words; a period has two ends."""
        if clean(self.row.get("date_precision")) == "month" and self.until:
            return f"{date_words(self.until[:7])}{self._unsure()}"
        if is_period and self.since and self.since != self.until:
            return f"{date_words(self.since)} to {date_words(self.until)}"
        return date_words(self.until)

    def _unsure(self) -> str:
        """Return what the note says first, where the date alone would claim too much."""
        first = clean(self.row.get("note")).split(";")[0].split(".")[0]
        return f" ({first})" if 0 < len(first) <= 60 else ""

    def line(self, *, is_period: bool) -> Line:
        """Return the figure as a line of the list under the curve."""
        side = clean(self.row.get("side"))
        status = "" if self.status == "reported" else self.status
        about = " · ".join(part for part in (clean(self.row["said_by"]), side, status) if part)
        label = [(self.when(is_period=is_period), False), (about, True)]
        unit = "%" if self.unit == "percent" else ""
        return Line(label, self.mark, self.low, self.high, self.point, self.status in {"disputed", "unverified"}, unit)

    def spot(self, *, is_period: bool) -> Spot:
        """Return the figure as a spot of the curve."""
        first, last = span(self.until)
        first = span(self.since)[0] if is_period and self.since else first
        # One voice is one line; so is one claimant speaking of one group.
        voice = (
            None
            if is_period
            else ""
            if "side" not in self.row
            else f"{clean(self.row['said_by'])}|{clean(self.row.get('group'))}"
        )
        is_hollow = self.status in {"disputed", "unverified"}
        return Spot((first, last), self.low, self.high, self.point, self.mark, is_hollow, None if is_hollow else voice)

    def key(self) -> tuple[float, float, str]:
        """Return what sorts by date; undated rows come last."""
        when = span(self.until)[0] if self.until else float("inf")
        return when, self.point or self.low or self.high or 0, clean(self.row["said_by"])


def _number(row: Row, column: str | None) -> float | None:
    return value_of(row[column], column=column) if column else None


class Series:
    """The observations of one name in one unit."""

    def __init__(self, name: str, observations: list[Observation]) -> None:
        self.name, self.observations = name, sorted(observations, key=Observation.key)
        starts = {one.since for one in observations if one.since}
        # Running totals share their first day and stand at their last; a state lasts from its first day to its last.
        self.is_period = len(starts) > 1 or (len(observations) == 1 and bool(starts))

    @property
    def unit(self) -> str:
        """Return the unit of all its figures."""
        return self.observations[0].unit

    def heading(self) -> str:
        """Return name, unit and, for running totals, the day from which they count."""
        since = self.observations[0].since
        counted = f", counted from {date_words(since)}" if since and not self.is_period else ""
        return f"{self.name[:1].upper()}{self.name[1:]} ({self.unit}{counted})"

    def panel(self) -> Panel:
        """Return the list of figures with their claimants."""
        groups: dict[str, list[Line]] = {}
        for one in self.observations:
            groups.setdefault(clean(one.row.get("group")), []).append(one.line(is_period=self.is_period))
        heading = "Each figure and who gave it" if self.curve() else ""
        return Panel(heading, [Group(name, lines) for name, lines in groups.items()])

    def curve(self) -> Curve | None:
        """Return the figures over time, if at least three of them have a date and a number."""
        dated = [one for one in self.observations if one.until and (one.low, one.high, one.point) != (None, None, None)]
        spots = [one.spot(is_period=self.is_period) for one in dated]
        return Curve(spots, unit="%" if self.unit == "percent" else "") if len({s.when for s in spots}) >= 3 else None


class SeriesChart(Chart):
    """Numbers over time, one panel for each indicator, each with its own scale from zero.

    Parameters
    ----------
    title, sources : as of every chart
    series : what is drawn, panel by panel

    """

    def __init__(self, title: str, series: list[Series], *, sources: Sources | None = None) -> None:
        self.series = series
        super().__init__(title, [one.row for part in series for one in part.observations], sources=sources)

    def draw(self, canvas: Canvas) -> float:
        """Draw title, curves, lists and how to read them."""
        layout = Layout(canvas.width)
        y = write(canvas, 10, self.title, layout, size=17, bold=True)
        for part in self.series:
            y = _draw_series(canvas, y, part, layout)
        canvas.line([layout.pad, canvas.width - layout.pad], [y + 10, y + 10])
        y = write(canvas, y + 12, self.how_to_read(), layout, size=SMALL, colour=MUTED_INK)
        return write(canvas, y + 2, self.source_line(), layout, size=SMALL, colour=MUTED_INK) + 14

    def how_to_read(self) -> str:
        """Return the key in words, and only of what this chart shows."""
        all_of = [one for part in self.series for one in part.observations]
        curves = [curve for part in self.series if (curve := part.curve())]
        key = ["Shape and colour: the claimant's side."] if any(clean(one.row.get("side")) for one in all_of) else []
        key += (
            ["Hollow: disputed, and left out of the line."]
            if any(one.line(is_period=False).hollow for one in all_of)
            else []
        )
        key += (
            ["Lines join figures of one claimant; between marks nothing was counted."]
            if any(c.joins() for c in curves)
            else []
        )
        key += (
            ["Arrow: at least, or at most."]
            if any((one.low is None) != (one.high is None) and one.point is None for one in all_of)
            else []
        )
        key += (
            ["A bar beside a mark: the date is known only to the month or year, or the state lasted that long."]
            if any(c.has_spans() for c in curves)
            else []
        )
        key += ["Reported, unless another status is given."]
        return " ".join([*key, ORDER])

    def alt(self) -> str:
        """Return each panel's first and last figure with their dates."""
        return f"Chart: {self.title}. {'; '.join(map(_ends, self.series))}. The table names who gave each figure."

    def text(self) -> str:
        """Return every figure with its date and claimant, panel by panel."""
        lines = [f"Chart: {self.title}", ORDER]
        for part in self.series:
            lines.append(part.heading())
            lines += [_written(part, one) for one in part.observations]
        return "\n".join(lines)

    def cells(self) -> tuple[list[str], list[list[str]]]:
        """Return the table: what was counted, when, the figure, who says so, how sure we are, the works, the note."""
        header = ["What", "Of whom", "When", "Figure", "Said by", "Side", "Status", "Sources", "Note"]
        return header, [_cells(part, one, self.cited(one.row)) for part in self.series for one in part.observations]


def _draw_series(canvas: Canvas, top: float, part: Series, layout: Layout) -> float:
    top = write(canvas, top + 14, part.heading(), layout, size=14, bold=True)
    curve = part.curve()
    top = draw_curve(canvas, top + 6, curve, layout) if curve else top
    return draw_panel(canvas, top, part.panel(), layout)


def _ends(part: Series) -> str:
    first, last = part.observations[0], part.observations[-1]
    ends = [first] if first is last else [first, last]
    words = " to ".join(f"{_figure(one)} ({one.when(is_period=part.is_period)})" for one in ends)
    return f"{part.heading()}: {len(part.observations)} figures, from {words}"


def _figure(one: Observation) -> str:
    return figure_words(one.low, one.high, one.point)


def _written(part: Series, one: Observation) -> str:
    group = f", {clean(one.row.get('group'))}" if clean(one.row.get("group")) else ""
    return f"- {one.when(is_period=part.is_period)}: {_figure(one)}{group}, said by {clean(one.row['said_by'])} ({one.status})"


def _cells(part: Series, one: Observation, cited: str) -> list[str]:
    row = one.row
    return [
        part.name, clean(row.get("group")), one.when(is_period=part.is_period), f"{_figure(one)} {one.unit}",
        clean(row["said_by"]), clean(row.get("side")), one.status, cited, clean(row.get("note")),
    ]  # fmt: skip


def _of_topic(rows: list[Row], topic: str | None, *, shape: str) -> list[Row]:
    if shape != "claims":
        if topic is not None:
            raise CourseError(f"Only the claims table has topics; leave topic={topic!r} out for this table.")
        return rows
    topics = {clean(row["topic"]) for row in rows}
    if topic is None and len(topics) > 1:
        raise CourseError(f"This table has {len(topics)} topics; pick one, such as topic='war-2020-missing'.")
    if topic is not None and topic not in topics:
        raise unknown("topic", topic, topics)
    return [row for row in rows if topic is None or clean(row["topic"]) == topic]


def _names(observations: list[Observation], wanted: str | Iterable[str] | None, *, word: str) -> list[str]:
    """Return the series to draw; several measures or indicators are never one series by accident."""
    names = list(dict.fromkeys(one.name for one in observations))
    if wanted is None and len(names) == 1:
        return names
    if wanted is None:
        raise CourseError(
            f"This table mixes {len(names)} {word}s, which are not one series: {', '.join(map(repr, names[:12]))}"
            f"{' …' if len(names) > 12 else ''}. Pick one or a list with {word}=…"
        )
    for name in (chosen := one_or_many(wanted)):
        if name not in names:
            raise unknown(word, name, names)
    return chosen


def _one_unit(name: str, observations: list[Observation]) -> Series:
    units = sorted({one.unit for one in observations})
    if len(units) > 1:
        raise CourseError(f"{name!r} is given in {len(units)} units: {', '.join(units)}. Draw one at a time.")
    return Series(name, observations)


def _within(one: Observation, start: str | None, end: str | None) -> bool:
    if not one.until:
        return start is None and end is None
    first, last = span(one.until)
    return (start is None or last >= span(start)[0]) and (end is None or first < span(end)[1] + 1)


def chart_series(
    table: pd.DataFrame,
    *,
    indicator: str | Iterable[str] | None = None,
    topic: str | None = None,
    measure: str | Iterable[str] | None = None,
    start: Any = None,
    end: Any = None,
    unverified: bool = False,
    title: str | None = None,
    sources: Sources | None = None,
) -> SeriesChart:
    """Return how a number moved over time, with who gave each figure.

    Parameters
    ----------
    table : rows of the arrivals, supply or claims table; it is known by its columns
    indicator : for supply, what was measured; a list makes a panel of each
    topic, measure : for claims, the question and what was counted; a list of measures makes a panel of each
    start, end : first and last day, `YYYY-MM-DD`
    unverified : also draw rows whose source nobody here has seen
    title : the heading
    sources : rows of the sources table by id, for the citations

    """
    shape = shape_of(table.columns)
    first, last = day(start, name="start"), day(end, name="end")
    if first and last and first > last:
        raise CourseError(f"start={first!r} is after end={last!r}.")
    rows = _of_topic(
        some(rows_of(table, needs=("said_by",), example=f'load("{shape}")'), what="row"), topic, shape=shape
    )
    rows = [row for row in rows if unverified or clean(row["status"]) != "unverified"]
    found = [one for one in (Observation(row, SHAPES[shape]) for row in rows) if _within(one, first, last)]
    some([one.row for one in found], what="figure in that time")
    wanted, word = (indicator, "indicator") if shape == "supply" else (measure, "measure")
    series = [_one_unit(name, [one for one in found if one.name == name]) for name in _names(found, wanted, word=word)]
    return SeriesChart(title or _title(shape, topic, series), series, sources=sources)


def _title(shape: str, topic: str | None, series: list[Series]) -> str:
    if shape == "arrivals":
        return "People who had arrived in Armenia, by hour"
    if shape == "claims":
        return f"Over time: {title_of(topic or clean(series[0].observations[0].row['topic']))}"
    return (
        "What passed: " + ", ".join(part.name for part in series) if len(series) == 1 else "What passed, by indicator"
    )
