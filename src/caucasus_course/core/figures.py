"""Write a claim's figure as a reader would."""

from __future__ import annotations

from typing import Any

Row = dict[str, Any]

ONE = {"people": "person"}  # the only unit that is ever counted once


def figure(claim: Row) -> str:
    """Return a claim's figure as a reader would write it: `1,835 km²`, `at least 613 people`, `485–613 people`.

    Examples
    --------
    >>> figure({"low": 485, "high": 613, "point": None, "unit": "people"})
    '485–613 people'

    """
    low, high, point = (_written(claim.get(key)) for key in ("low", "high", "point"))
    number = {
        (False, False, True): point,
        (True, False, False): f"at least {low}",
        (False, True, False): f"at most {high}",
        (True, True, False): f"{low}–{high}",
    }.get((bool(low), bool(high), bool(point)))
    unit = ONE.get(claim["unit"], claim["unit"]) if number in {"1", "at least 1", "at most 1"} else claim["unit"]
    unit = unit.replace("km2", "km²").replace("percent", "%")
    return f"{number} {unit}" if number else "no figure"


def counted(claim: Row) -> str:
    """Return what a claim counts: its measure and group, or the group alone where that says it all.

    Examples
    --------
    >>> counted({"measure": "killed", "group": "Armenian civilians"})
    'killed: Armenian civilians'

    """
    measure, group = claim["measure"], claim["group"]
    return group if measure == "other" or group.startswith(measure) else f"{measure}: {group}"


def _written(value: float | None) -> str:
    # Ten digits: `g` alone would write ten million as 1e+07.
    return "" if value is None else f"{value:,.10g}"
