"""Who says what: the figures of a disputed question by measure, group and claimant."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from caucasus_course.charts.canvas import Canvas
from caucasus_course.charts.chart import Chart, Sources
from caucasus_course.charts.claim_lines import OTHER_SIDE, by_date, by_value, figures_of, heading_of, line_of
from caucasus_course.charts.filters import choose
from caucasus_course.charts.layout import Layout
from caucasus_course.charts.panel import Group, Panel, draw_panel
from caucasus_course.charts.words import title_of
from caucasus_course.core.days import date_words
from caucasus_course.core.errors import unknown
from caucasus_course.core.figures import figure_words, with_unit
from caucasus_course.core.rows import Row
from caucasus_course.core.text import clean

if TYPE_CHECKING:
    import pandas as pd

ORDERS = {
    "value": "In each group the figures run from the smallest to the largest, whoever gives them.",
    "date": "In each group the figures run from the earliest to the latest, whoever gives them.",
}


def _split(rows: list[Row], *columns: str) -> dict[tuple[str, ...], list[Row]]:
    parts: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        parts.setdefault(tuple(clean(row[column]) for column in columns), []).append(row)
    return parts


class ClaimsChart(Chart):
    """Figures by claimant: one panel for each measure, each with its own scale from zero.

    Parameters
    ----------
    title, rows, sources : as of every chart; rows of the claims table
    sort : `value` or `date`

    """

    def __init__(self, title: str, rows: list[Row], *, sort: str = "value", sources: Sources | None = None) -> None:
        if sort not in ORDERS:
            raise unknown("order", sort, ORDERS)
        self.sort, key = sort, by_value if sort == "value" else by_date
        self.parts = {
            names: {group[0]: sorted(part, key=key) for group, part in sorted(_split(rows, "group").items(), key=_most)}
            for names, rows in sorted(_split(rows, "measure", "unit").items(), key=_panel_order)
        }
        ordered = [row for groups in self.parts.values() for part in groups.values() for row in part]
        super().__init__(title, ordered, sources=sources)

    def panels(self) -> list[Panel]:
        """Return what is drawn, measure by measure."""
        return [_panel(names, groups) for names, groups in self.parts.items()]

    def body(self, canvas: Canvas, top: float, layout: Layout) -> float:
        """Draw the panels below each other."""
        for panel in self.panels():
            top = draw_panel(canvas, top, panel, layout)
        return top

    def key(self) -> list[tuple[bool, str]]:
        """Return what shape, fill, arrow and bar mean, and the order."""
        lines = [line for panel in self.panels() for group in panel.groups for line in group.lines]
        return [
            (True, "Shape and colour: the claimant's side."),
            (any(clean(row["status"]) == "disputed" for row in self.rows), "Hollow: disputed."),
            (any(clean(row["status"]) == "unverified" for row in self.rows), "Hollow and grey: unverified."),
            (any(line.is_bound for line in lines), "Arrow: at least, or at most."),
            (any(line.is_range for line in lines), "Bar: from, to."),
            (True, ORDERS[self.sort]),
            (len(self.parts) > 1, "Measures are not to be added or compared; each has its own scale."),
        ]

    def alt(self) -> str:
        """Return a sentence with the number of figures and claimants, then each panel's span."""
        claimants = len({clean(row["said_by"]) for row in self.rows})
        spans = "; ".join(_span_words(panel) for panel in self.panels())
        return f"Chart: {self.title}. {len(self.rows)} figures by {claimants} claimants. {spans}. The table names each."

    def text(self) -> str:
        """Return every figure with its claimant, panel by panel."""
        lines = [f"Chart: {self.title}", ORDERS[self.sort]]
        for (measure, unit), groups in self.parts.items():
            lines.append(heading_of(measure, unit))
            for group, rows in groups.items():
                lines += [f"- {group}: {_written(row)}" for row in rows]
        return "\n".join(lines)

    def cells(self) -> tuple[list[str], list[list[str]]]:
        """Return the table: what was counted, of whom, the figure, who says so, how sure we are, the works, the note."""
        header = ["Measure", "Of whom", "Figure", "Said by", "Side", "Date", "Status", "Sources", "Note"]
        return header, [_cells(row, self.cited(row)) for row in self.rows]


def _panel_order(item: tuple[tuple[str, ...], list[Row]]) -> tuple[bool, int, str]:
    (measure, _), rows = item
    return OTHER_SIDE in measure, -len(rows), measure


def _most(item: tuple[tuple[str, ...], list[Row]]) -> tuple[int, tuple[str, ...]]:
    return -len(item[1]), item[0]


def _panel(names: tuple[str, ...], groups: dict[str, list[Row]]) -> Panel:
    return Panel(heading_of(*names), [Group(group, [line_of(row) for row in rows]) for group, rows in groups.items()])


def _span_words(panel: Panel) -> str:
    numbers = [value for group in panel.groups for line in group.lines for value in line.numbers()]
    return f"{panel.heading}: {figure_words(min(numbers), max(numbers), None) if numbers else 'no figure'}"


def _written(row: Row) -> str:
    return f"{figure_words(*figures_of(row))}, said by {clean(row['said_by'])} ({date_words(row['as_of'])}; {clean(row['status'])})"


def _cells(row: Row, cited: str) -> list[str]:
    figure = with_unit(figure_words(*figures_of(row)), row["unit"])
    about = [clean(row[column]) for column in ("said_by", "side")]
    return [
        clean(row["measure"]), clean(row["group"]), figure, *about, date_words(row["as_of"]), clean(row["status"]), cited,
        clean(row.get("note")),
    ]  # fmt: skip


def chart_claims(
    claims: pd.DataFrame,
    *,
    topic: str | None = None,
    ids: Iterable[str] | None = None,
    measure: str | Iterable[str] | None = None,
    sort: str = "value",
    unverified: bool = False,
    title: str | None = None,
    sources: Sources | None = None,
) -> ClaimsChart:
    """Return who says what, measure by measure.

    Parameters
    ----------
    claims : rows of the claims table
    topic : the question, such as `khojaly-1992`
    ids : claim ids instead of a topic
    measure : what was counted, if not every measure: `killed`, or a list
    sort : `value`, from the smallest figure, or `date`, from the earliest
    unverified : also draw, in grey, claims whose source nobody here has seen
    title : the heading, if not the topic's own words
    sources : rows of the sources table by id, for the citations

    """
    rows = choose(claims, topic=topic, ids=ids, measure=measure, unverified=unverified)
    topics = sorted({clean(row["topic"]) for row in rows})
    words = title or f"Who says what: {', '.join(map(title_of, topics))}"
    return ClaimsChart(words, rows, sort=sort, sources=sources)
