"""Read a claim as a line of a chart: its figures, its mark, its label, its place in the order."""

from __future__ import annotations

from caucasus_course.charts.panel import Line
from caucasus_course.core.days import date_words, span
from caucasus_course.core.errors import CourseError, unknown
from caucasus_course.core.figures import unit_words, value_of
from caucasus_course.core.rows import Row
from caucasus_course.core.style import MUTED_INK, SIDES, Mark
from caucasus_course.core.text import clean, is_empty

STATUSES = {
    "established": "established",
    "reported": "reported",
    "disputed": "disputed",
    "unknown": "unknown",
    "unverified": "unverified, source not seen",
}
OTHER_SIDE = "claim about the other side"
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
    bare = measure.replace(f"({OTHER_SIDE})", "").strip()
    words = f"Claims about the other side: {bare}" if OTHER_SIDE in measure else bare[:1].upper() + bare[1:]
    return f"{words} ({unit_words(unit)})"
