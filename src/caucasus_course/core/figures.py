"""Write a figure as a reader would: the one place for numbers, bounds, ranges and units in words."""

from __future__ import annotations

from typing import Any

from caucasus_course.core.errors import CourseError
from caucasus_course.core.rows import Row
from caucasus_course.core.text import clean, is_empty

_SINGULAR = {"people": "person"}  # the only unit that is ever counted once
_ONE = {"1", "at least 1", "at most 1"}


def number(value: float) -> str:
    """Return a number with thousands apart and no needless zeros; ten digits, for `g` alone writes 1e+07."""
    return f"{value:,.10g}"


def value_of(value: Any, *, column: str) -> float | None:
    """Return a cell as a number, None if it is empty."""
    if is_empty(value):
        return None
    try:
        found = float(value)
    except (TypeError, ValueError):
        raise CourseError(f"Column {column!r} holds {value!r}, which is no number.") from None
    if found in {float("inf"), float("-inf")}:
        raise CourseError(f"Column {column!r} holds {value!r}: a figure has no room for the infinite.")
    return found


def figure_words(low: float | None, high: float | None, point: float | None) -> str:
    """Return a figure in words; a point says more than the range around it.

    Examples
    --------
    >>> figure_words(485, 613, None), figure_words(613, None, None), figure_words(None, None, None)
    ('485–613', 'at least 613', 'no figure')

    """
    if point is not None or (low is not None and low == high):
        return number(low if point is None else point)  # type: ignore[arg-type]
    if low is None and high is None:
        return "no figure"
    if high is None:
        return f"at least {number(low)}"  # type: ignore[arg-type]
    return f"at most {number(high)}" if low is None else f"{number(low)}–{number(high)}"


def unit_words(unit: Any) -> str:
    """Return a unit as a reader writes it beside its name: `km²`, `percent`."""
    return clean(unit).replace("km2", "km²")


def with_unit(words: str, unit: Any) -> str:
    """Return a figure in words with its unit: `1 person`, `35 %`; nothing is counted where there is no figure."""
    if words == "no figure":
        return words
    name = _SINGULAR.get(clean(unit), clean(unit)) if words in _ONE else clean(unit)
    return f"{words} {unit_words(name).replace('percent', '%')}".strip()


def figure(claim: Row) -> str:
    """Return a claim's figure as a reader would write it: `1,835 km²`, `at least 613 people`, `485–613 people`.

    Examples
    --------
    >>> figure({"low": 485, "high": 613, "point": None, "unit": "people"})
    '485–613 people'

    """
    low, high, point = (value_of(claim.get(key), column=key) for key in ("low", "high", "point"))
    return with_unit(figure_words(low, high, point), claim["unit"])


def counted(claim: Row) -> str:
    """Return what a claim counts: its measure and group, or the group alone where that says it all.

    Examples
    --------
    >>> counted({"measure": "killed", "group": "Armenian civilians"})
    'killed: Armenian civilians'

    """
    measure, group = claim["measure"], claim["group"]
    return group if measure == "other" or group.startswith(measure) else f"{measure}: {group}"
