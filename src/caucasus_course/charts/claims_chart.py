"""Who says what: the figures of a disputed question by measure, group and claimant."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from caucasus_course.charts.canvas import Canvas
from caucasus_course.charts.chart import Chart, Sources
from caucasus_course.charts.filters import choose
from caucasus_course.charts.panel import Group, Layout, Line, Panel, draw_panel
from caucasus_course.charts.words import title_of
from caucasus_course.core.days import date_words, span
from caucasus_course.core.errors import CourseError, unknown
from caucasus_course.core.figures import figure_words, unit_words, value_of, with_unit
from caucasus_course.core.rows import Row
from caucasus_course.core.style import MUTED_INK, SIDES, Mark
from caucasus_course.core.text import clean, is_empty

if TYPE_CHECKING:
    import pandas as pd

STATUSES = {
    "established": "established",
    "reported": "reported",
    "disputed": "disputed",
    "unknown": "unknown",
    "unverified": "unverified, source not seen",
}
ORDERS = {
    "value": "In each group the figures run from the smallest to the largest, whoever gives them.",
    "date": "In each group the figures run from the earliest to the latest, whoever gives them.",
}
_OTHER_SIDE = "claim about the other side"
_UNVERIFIED = Mark(MUTED_INK, "o")


def figures_of(row: Row) -> tuple[float | None, float | None, float | None]:
    """Return a claim's low, high and point, or say what does not fit together."""
    low, high, point = (value_of(row[column], column=column) for column in ("low", "high", "point"))
    if low is not None and high is not None and low > high:
        raise CourseError(f"Claim {clean(row['claim_id'])!r} has a low of {low:g} above its high of {high:g}.")
    return low, high, point


def by_value(row: Row) -> tuple[float, float, str]:
    """Return the key that sorts from the smallest figure; rows without one come last."""
    numbers = [value for value in figures_of(row) if value is not None]
    return (min(numbers) if numbers else float("inf"), *by_date(row))


def by_date(row: Row) -> tuple[float, str]:
    """Return the key that sorts from the earliest date; undated rows come last."""
    return float("inf") if is_empty(row["as_of"]) else span(row["as_of"])[0], clean(row["said_by"])


def mark_of(row: Row) -> Mark:
    """Return how a row's side is drawn; an unverified row takes no side's colour."""
    side = clean(row["side"])
    if side not in SIDES:
        raise unknown("side", side, SIDES)
    return Mark(_UNVERIFIED.colour, SIDES[side].marker) if clean(row["status"]) == "unverified" else SIDES[side]


def line_of(row: Row) -> Line:
    """Return a claim as a line of a panel, with its claimant, side, date and status as label."""
    status = clean(row["status"])
    if status not in STATUSES:
        raise unknown("status", status, STATUSES)
    low, high, point = figures_of(row)
    about = f"{clean(row['side'])} · {date_words(row['as_of'])} · {STATUSES[status]}"
    label = [(clean(row["said_by"]), status == "unverified"), (about, True)]
    return Line(label, mark_of(row), low, high, point, hollow=status in {"disputed", "unverified"})


def heading_of(measure: str, unit: str) -> str:
    """Return a panel's heading; claims about the other side say so first."""
    bare = measure.replace(f"({_OTHER_SIDE})", "").strip()
    words = f"Claims about the other side: {bare}" if _OTHER_SIDE in measure else bare[:1].upper() + bare[1:]
    return f"{words} ({unit_words(unit)})"


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
    return _OTHER_SIDE in measure, -len(rows), measure


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
