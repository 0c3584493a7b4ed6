"""Read rows of arrivals, supply and claims alike: a figure at a date, and the series that they form."""

from __future__ import annotations

from collections.abc import Iterable

from caucasus_course.charts.panel import Group, Line, Panel
from caucasus_course.charts.spots import Curve, Spot
from caucasus_course.core.days import date_words, span
from caucasus_course.core.errors import CourseError, unknown
from caucasus_course.core.figures import unit_words, value_of
from caucasus_course.core.rows import Row
from caucasus_course.core.style import INK, MUTED_INK, SIDES, Mark
from caucasus_course.core.text import clean

# A table is known by its columns: what is counted, when, and between which numbers.
SHAPES: dict[str, dict[str, str]] = {
    "arrivals": {"when": "observed_at", "point": "cumulative"},
    "supply": {
        "name": "indicator", "when": "end_date", "since": "start_date",
        "low": "value_low", "high": "value_high", "point": "value",
    },
    "claims": {"name": "measure", "when": "as_of", "low": "low", "high": "high", "point": "point"},
}  # fmt: skip
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
        self.since, self.until = clean(row.get(shape.get("since", "")))[:10], clean(row[shape["when"]])
        if "since" in shape:
            self.until = (self.until or self.since)[:10]
        self.name = clean(row.get(shape.get("name", ""))) or "people who had arrived, running total"
        self.unit = unit_words(row.get("unit") or "people")
        self.status = clean(row["status"])

    @property
    def is_doubtful(self) -> bool:
        """Say whether the figure is drawn hollow and left out of the line."""
        return self.status in {"disputed", "unverified"}

    @property
    def percent(self) -> str:
        """Return the sign that follows the number itself."""
        return "%" if self.unit == "percent" else ""

    @property
    def moment(self) -> str:
        """Return the date as exact as it is known."""
        return self.until[:7] if clean(self.row.get("date_precision")) == "month" else self.until

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
        if self.moment != self.until:
            return f"{date_words(self.moment)}{self._unsure()}"
        if is_period and self.since and self.since != self.until:
            return f"{date_words(self.since)} to {date_words(self.until)}"
        return self._hour_words()

    def _hour_words(self) -> str:
        """Return date and hour; an hour that the source does not give is not shown as if it did."""
        note = clean(self.row.get("note"))
        if len(self.until) > 10 and "hour not stated" in note:
            return f"{date_words(self.until[:10])} (hour not stated)"
        return date_words(self.until) + (" (hour inferred)" if "hour inferred" in note else "")

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
        return Line(label, self.mark, self.low, self.high, self.point, self.is_doubtful, self.percent)

    def spot(self, *, is_period: bool) -> Spot:
        """Return the figure as a spot of the curve."""
        first, last = span(self.moment)
        first = span(self.since)[0] if is_period and self.since else first
        voice = None if is_period or self.is_doubtful else self.voice()
        return Spot((first, last), self.low, self.high, self.point, self.mark, self.is_doubtful, voice)

    def voice(self) -> str:
        """Return whose count this is: the arrivals are one, else each claimant's of each group."""
        has_side = "side" in self.row
        return f"{clean(self.row['said_by'])}|{clean(self.row.get('group'))}" if has_side else ""

    def order(self) -> tuple[float, float, str]:
        """Return what sorts by date; undated rows come last."""
        when = span(self.until)[0] if self.until else float("inf")
        return when, self.point or self.low or self.high or 0, clean(self.row["said_by"])


def _number(row: Row, column: str | None) -> float | None:
    return value_of(row[column], column=column) if column else None


class Series:
    """The observations of one name in one unit."""

    def __init__(self, name: str, observations: list[Observation]) -> None:
        self.name, self.observations = name, sorted(observations, key=Observation.order)
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
        return Curve(spots, unit=dated[0].percent) if len({spot.when for spot in spots}) >= 3 else None
