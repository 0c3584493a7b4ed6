"""Ticks for an axis of time and for one of numbers."""

from __future__ import annotations

import datetime
import math
from typing import Any

from caucasus_course.core.days import MONTHS, date_words, next_month

Tick = tuple[float, str]


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
        day = next_month(day)
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
