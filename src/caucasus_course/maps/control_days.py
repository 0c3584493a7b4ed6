"""Choose the days that a map of control has states for."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from caucasus_course.core.days import as_day, period
from caucasus_course.core.errors import CourseError


def between(days: Iterable[datetime.date], start: Any, end: Any) -> list[datetime.date]:
    """Return the days from `start` to `end`, both with them; either may be left open."""
    first, last = period(start, end)
    named = [datetime.date.fromisoformat(day) for day in (first, last) if day]
    return [day for day in {*days, *named} if (first or "") <= day.isoformat() <= (last or "9999")]


def chosen(known: Iterable[datetime.date], dates: Iterable[Any] | None, at: datetime.date) -> list[datetime.date]:
    """Return the states to show: from the first day of the table to the last day that it or a milestone names."""
    days = sorted(set(known))
    if not days[0] <= at <= (last := datetime.date(days[-1].year, 12, 31)):
        raise CourseError(
            f"{at} lies outside the table of control: it runs from {days[0]} to {days[-1]}, and this map to the end of "
            "that year."
        )
    chosen = days if dates is None else [as_day(day) for day in dates]
    return sorted({day for day in [*chosen, at] if days[0] <= day <= last})
