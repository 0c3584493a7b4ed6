"""Read a day as it is written, and write one as a reader would: the one place for dates."""

from __future__ import annotations

import datetime
import re
from typing import Any

from caucasus_course.core.errors import CourseError
from caucasus_course.core.text import clean, is_empty

# English names, whatever language the reader's machine speaks.
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

Span = tuple[float, float]

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::[\d.]+)?)?)?)?", re.ASCII)


def iso_day(text: str) -> datetime.date:
    """Return the day written `YYYY-MM-DD`, in no other of ISO 8601's forms.

    Raises
    ------
    ValueError : it is written otherwise, or is no day of the calendar

    """
    if not _ISO.fullmatch(text):
        raise ValueError(text)
    return datetime.date.fromisoformat(text)


def as_day(value: Any, *, name: str = "") -> datetime.date:
    """Return a date, given as one, as a timestamp or as `YYYY-MM-DD`; `name` is the argument that it came by."""
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    try:
        return iso_day(str(value)[:10])
    except ValueError:
        told = f"{name}={value!r}" if name else repr(value)
        raise CourseError(f"{told} is not a date. Write it as year-month-day, such as '1994-05-12'.") from None


def day_words(day: datetime.date) -> str:
    """Return a day as a reader writes it: `12 May 1994`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def is_in_force(start: Any, end: Any, day: Any) -> bool:
    """Say whether something holds on a day: from its first day on, up to but without its last; either may be open.

    All three are dates, or all three texts `YYYY-MM-DD`.
    """
    return (not start or start <= day) and (not end or day < end)


def parts_of(value: Any) -> list[int]:
    """Return year, month, day, hour and minute of a date, as far as it gives them."""
    found = _DATE.fullmatch(clean(value))
    if not found:
        raise CourseError(f"{clean(value)!r} is not a date. Write 1992, 1992-02, 1992-02-26 or 1992-02-26T14:00.")
    return [int(part) for part in found.groups() if part is not None]


def next_month(day: datetime.date) -> datetime.date:
    """Return the first day of the month after."""
    return datetime.date(day.year + day.month // 12, day.month % 12 + 1, 1)


def span(value: Any) -> Span:
    """Return the first and the last moment that a date may mean, in days: a month is long, an hour is not."""
    try:
        match parts_of(value):
            case [year]:
                return float(datetime.date(year, 1, 1).toordinal()), float(datetime.date(year, 12, 31).toordinal())
            case [year, month]:
                first = datetime.date(year, month, 1)
                return float(first.toordinal()), float(next_month(first).toordinal() - 1)
            case [year, month, day, *clock]:
                start = datetime.date(year, month, day).toordinal() + (clock[0] / 24 + clock[1] / 1440 if clock else 0)
                return float(start), float(start)
    except ValueError:
        raise CourseError(f"{clean(value)!r} is not a day of the calendar.") from None
    raise AssertionError(value)


def date_words(value: Any, *, letters: int | None = None) -> str:
    """Return a date in words: `24 September 2023, 15:00`, `September 2023`, `2023`, `undated`.

    `letters` shortens the month.
    """
    if is_empty(value):
        return "undated"
    span(value)
    match parts_of(value):
        case [year]:
            return str(year)
        case [year, month]:
            return f"{MONTHS[month - 1][:letters]} {year}"
        case [year, month, day, *clock]:
            hour = f", {clock[0]:02}:{clock[1]:02}" if any(clock) or len(clean(value)) == 16 else ""
            return f"{day} {MONTHS[month - 1][:letters]} {year}{hour}"
    raise AssertionError(value)


def period(start: Any, end: Any) -> tuple[str | None, str | None]:
    """Return the first and last day asked for as `YYYY-MM-DD`; either may be left open."""
    first, last = (
        None if value is None else as_day(value, name=name).isoformat()
        for name, value in (("start", start), ("end", end))
    )
    if first and last and first > last:
        raise CourseError(f"start={first!r} is after end={last!r}.")
    return first, last
