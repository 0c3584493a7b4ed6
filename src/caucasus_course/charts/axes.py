"""Dates as positions, spans and words; ticks for an axis of time and for one of numbers."""

from __future__ import annotations

import datetime
import math
import re
from typing import Any

from caucasus_course.charts.words import clean, is_empty
from caucasus_course.core.errors import CourseError
from caucasus_course.core.months import MONTHS

Span = tuple[float, float]
Tick = tuple[float, str]

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::[\d.]+)?)?)?)?")


def _parts(value: Any) -> list[int]:
    found = _DATE.fullmatch(clean(value))
    if not found:
        raise CourseError(f"{clean(value)!r} is not a date. Write 1992, 1992-02, 1992-02-26 or 1992-02-26T14:00.")
    return [int(part) for part in found.groups() if part is not None]


def span(value: Any) -> Span:
    """Return the first and the last moment that a date may mean, in days: a month is long, an hour is not."""
    parts = _parts(value)
    try:
        match parts:
            case [year]:
                return float(datetime.date(year, 1, 1).toordinal()), float(datetime.date(year, 12, 31).toordinal())
            case [year, month]:
                first = datetime.date(year, month, 1)
                return float(first.toordinal()), float(_next_month(first).toordinal() - 1)
            case [year, month, day, *clock]:
                start = datetime.date(year, month, day).toordinal() + (clock[0] / 24 + clock[1] / 1440 if clock else 0)
                return float(start), float(start)
    except ValueError:
        raise CourseError(f"{clean(value)!r} is not a day of the calendar.") from None
    raise AssertionError(parts)


def _next_month(day: datetime.date) -> datetime.date:
    return datetime.date(day.year + day.month // 12, day.month % 12 + 1, 1)


def date_words(value: Any, *, letters: int | None = None) -> str:
    """Return a date in words: `24 September 2023, 15:00`, `September 2023`, `2023`, `undated`.

    `letters` shortens the month.
    """
    if is_empty(value):
        return "undated"
    span(value)
    match _parts(value):
        case [year]:
            return str(year)
        case [year, month]:
            return f"{MONTHS[month - 1][:letters]} {year}"
        case [year, month, day, *clock]:
            hour = f", {clock[0]:02}:{clock[1]:02}" if any(clock) or len(clean(value)) == 16 else ""
            return f"{day} {MONTHS[month - 1][:letters]} {year}{hour}"
    raise AssertionError(value)


def _day_label(day: datetime.date, *, with_day: bool, with_year: bool) -> str:
    month = MONTHS[day.month - 1][:3]
    words = f"{day.day} {month}" if with_day else month
    return f"{words} {day.year}" if with_year else words


def _years(first: datetime.date, last: datetime.date, step: int) -> list[Tick]:
    years = range(-(-first.year // step) * step, last.year + 1, step)
    days = [datetime.date(year, 1, 1) for year in years]
    return [(float(day.toordinal()), str(day.year)) for day in days if day >= first]


def _months(first: datetime.date, last: datetime.date, step: int) -> list[Tick]:
    day, ticks = datetime.date(first.year, first.month, 1), []
    while day <= last:
        if day >= first and (day.month - 1) % step == 0:
            ticks.append((float(day.toordinal()), _day_label(day, with_day=False, with_year=True)))
        day = _next_month(day)
    return ticks


def _days(first: datetime.date, last: datetime.date, step: int) -> list[Tick]:
    days = [first + datetime.timedelta(days=n) for n in range(0, (last - first).days + 1, step)]
    return [(float(day.toordinal()), _day_label(day, with_day=True, with_year=n == 0)) for n, day in enumerate(days)]


def time_ticks(start: float, end: float, *, at_most: int) -> list[Tick]:
    """Return at least one tick and at most `at_most`, at the finest step of days, months or years that fits."""
    first, last = datetime.date.fromordinal(math.ceil(start)), datetime.date.fromordinal(math.floor(end))
    for make, steps in ((_days, (1, 2, 5, 10)), (_months, (1, 2, 3, 6)), (_years, (1, 2, 5, 10, 20, 50, 100))):
        for step in steps:
            ticks = make(first, last, step) if _could_fit(make, first, last, step, at_most) else []
            if 0 < len(ticks) <= at_most:
                return ticks
    return [(float(first.toordinal()), date_words(first.isoformat()))]


def _could_fit(make: Any, first: datetime.date, last: datetime.date, step: int, at_most: int) -> bool:
    # Two centuries of days are not worth making.
    return make is not _days or (last - first).days / step <= at_most


def number_ticks(highest: float, *, at_most: int) -> list[float]:
    """Return round numbers from zero up to the highest figure."""
    if highest <= 0:
        return [0.0]
    rough = highest / at_most
    base = 10.0 ** math.floor(math.log10(rough))
    step = next(factor * base for factor in (1, 2, 2.5, 5, 10) if factor * base >= rough * (1 - 1e-9))
    return [n * step for n in range(int(highest / step + 1e-9) + 1)]


def _day(value: Any, *, name: str) -> str | None:
    """Return a date argument as `YYYY-MM-DD`, or say that it is none."""
    if value is None:
        return None
    try:
        return datetime.date.fromisoformat(str(value)[:10]).isoformat()
    except ValueError:
        raise CourseError(f"{name}={value!r} is not a date. Write year-month-day, such as '1992-02-26'.") from None


def period(start: Any, end: Any) -> tuple[str | None, str | None]:
    """Return the first and last day asked for as `YYYY-MM-DD`; either may be left open."""
    first, last = _day(start, name="start"), _day(end, name="end")
    if first and last and first > last:
        raise CourseError(f"start={first!r} is after end={last!r}.")
    return first, last
