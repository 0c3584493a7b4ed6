"""The table of control as one model: who held a place on a day, from when until when, how certainly and who says so."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import asdict, define, field, frozen

from caucasus_course.core.days import as_day, is_in_force
from caucasus_course.core.errors import CourseError
from caucasus_course.core.text import clean, is_empty

Row = Mapping[str, Any]


@frozen
class Interval:
    """Who held one place from a day on, until the day on which the next interval begins; None for to this day."""

    place_id: str
    since: datetime.date
    until: datetime.date | None
    holder: str
    how: str = ""
    date_basis: str = ""
    announced_by: str = ""
    certainty: str = ""
    source_ids: tuple[str, ...] = ()
    note: str = ""

    def covers(self, day: datetime.date) -> bool:
        """Say whether the place was so held on a day: the day of a change belongs to the new holder."""
        return is_in_force(self.since, self.until, day)


@frozen
class Held(Interval):
    """Who held a place on a date: the interval that covers the day that was asked for."""

    on: datetime.date = field(kw_only=True)

    def __str__(self) -> str:
        """Return the finding as a sentence."""
        until = f" until {self.until}" if self.until else ""
        return (
            f"On {self.on}, {self.place_id} was held by: {self.holder} (since {self.since}{until}; "
            f"date {self.date_basis}, certainty {self.certainty}). Sources: {', '.join(self.source_ids)}."
        )


def _interval(row: Row) -> Interval:
    texts = {name: clean(row.get(name)) for name in ("how", "date_basis", "announced_by", "certainty", "note")}
    until = None if is_empty(row["valid_to"]) else as_day(row["valid_to"])
    ids = tuple(filter(None, clean(row["source_ids"]).split("; ")))
    return Interval(row["place_id"], as_day(row["valid_from"]), until, row["holder"], source_ids=ids, **texts)


@define
class Control:
    """All intervals, ready to be asked by place and by day."""

    intervals: list[Interval]
    by_place: dict[str, list[Interval]] = field(factory=dict)
    by_start: dict[datetime.date, list[Interval]] = field(factory=dict)

    @classmethod
    def read(cls, rows: Iterable[Row]) -> Control:
        """Read rows of the table of control; dates are dates, timestamps or `YYYY-MM-DD`."""
        control = cls([_interval(row) for row in rows])
        if not control.intervals:
            raise CourseError("There is nobody to show: the table of control is empty. Did a filter leave nothing?")
        for interval in control.intervals:
            control.by_place.setdefault(interval.place_id, []).append(interval)
            control.by_start.setdefault(interval.since, []).append(interval)
        return control

    def on(self, place_id: str, day: datetime.date) -> Interval | None:
        """Return a place's interval on a day, if the table has one."""
        return next((interval for interval in self.by_place.get(place_id, ()) if interval.covers(day)), None)

    def days(self) -> list[datetime.date]:
        """Return every day on which something changed, in order."""
        return sorted(self.by_start)


def held(place_id: str, on: str | datetime.date, control: Iterable[Row]) -> Held:
    """Return who held a place on a day.

    Raises
    ------
    CourseError : the place has no dated change of holder in the table, or the day lies before its first interval

    """
    day = as_day(on)
    rows = [row for row in control if row["place_id"] == place_id]
    if not rows:
        raise CourseError(f"The course has no dated change of holder for {place_id!r}, so it cannot say who held it.")
    read = Control.read(rows)
    if found := read.on(place_id, day):
        return Held(on=day, **asdict(found, recurse=False))
    raise CourseError(f"The table begins on {read.days()[0]} for {place_id!r}; {day} lies before that.")
