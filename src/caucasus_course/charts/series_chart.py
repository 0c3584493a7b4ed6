"""How a number moved: figures at their dates over each other, each with its claimant below."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from caucasus_course.charts.canvas import Canvas
from caucasus_course.charts.chart import Chart, Sources, one_or_many, rows_of, some
from caucasus_course.charts.curve import draw_curve
from caucasus_course.charts.filters import by_topic
from caucasus_course.charts.layout import Layout, write
from caucasus_course.charts.observations import SHAPES, Observation, Series, shape_of
from caucasus_course.charts.panel import draw_panel
from caucasus_course.charts.words import title_of
from caucasus_course.core.days import period, span
from caucasus_course.core.errors import CourseError, unknown
from caucasus_course.core.figures import figure_words, with_unit
from caucasus_course.core.text import clean

if TYPE_CHECKING:
    import pandas as pd

ORDER = "Figures run from the earliest to the latest, whoever gives them."


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

    def body(self, canvas: Canvas, top: float, layout: Layout) -> float:
        """Draw each series: its curve, if it has one, and its list."""
        for part in self.series:
            top = _draw_series(canvas, top, part, layout)
        return top

    def key(self) -> list[tuple[bool, str]]:
        """Return what shape, fill, lines, arrow and bars mean, and the order."""
        lines = [line for part in self.series for group in part.panel().groups for line in group.lines]
        curves = [curve for part in self.series if (curve := part.curve())]
        return [
            (any(clean(row.get("side")) for row in self.rows), "Shape and colour: the claimant's side."),
            (any(line.hollow for line in lines), "Hollow: disputed or unverified, and left out of the line."),
            (
                any(curve.joins() for curve in curves),
                "Lines join the figures of one count; between them nothing is known.",
            ),
            (any(line.is_bound for line in lines), "Arrow: at least, or at most."),
            (any(curve.has_spans() for curve in curves), "A bar beside a mark: the time for which the figure stands."),
            (True, "Reported, unless another status is given."),
            (True, ORDER),
        ]

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
        part.name, clean(row.get("group")), one.when(is_period=part.is_period), with_unit(_figure(one), one.unit),
        clean(row["said_by"]), clean(row.get("side")), one.status, cited, clean(row.get("note")),
    ]  # fmt: skip


def _fits(option: str, value: Any, *, shape: str) -> None:
    """Refuse an option that would be without effect."""
    known = {"supply": {"indicator"}, "claims": {"topic", "measure"}}.get(shape, set())
    if value is not None and option not in known:
        raise CourseError(f"{option}={value!r} does nothing for the {shape} table; leave it out.")


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
    for option, value in {"indicator": indicator, "topic": topic, "measure": measure}.items():
        _fits(option, value, shape=shape)
    first, last = period(start, end)
    rows = some(rows_of(table, needs=("said_by",), example=f'load("{shape}")'), what="row")
    rows = by_topic(rows, topic) if shape == "claims" else rows
    rows = [row for row in rows if unverified or clean(row["status"]) != "unverified"]
    found = [one for one in (Observation(row, SHAPES[shape]) for row in rows) if _within(one, first, last)]
    some([one.row for one in found], what="figure in that time")
    wanted, word = (indicator, "indicator") if shape == "supply" else (measure, "measure")
    series = [_one_unit(name, [one for one in found if one.name == name]) for name in _names(found, wanted, word=word)]
    return SeriesChart(title or _title(shape, topic, series), series, sources=sources)


def _title(shape: str, topic: str | None, series: list[Series]) -> str:
    if shape == "arrivals":
        return "People who had arrived in Armenia, by hour in Yerevan"
    if shape == "claims":
        return f"Over time: {title_of(topic or clean(series[0].observations[0].row['topic']))}"
    return (
        "What passed: " + ", ".join(part.name for part in series) if len(series) == 1 else "What passed, by indicator"
    )
