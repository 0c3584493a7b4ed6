"""Find a place by any of its names, in any script, and forgive a slip of spelling."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any

from caucasus_course.core.errors import unknown
from caucasus_course.core.languages import NAME_COLUMNS

Row = dict[str, Any]

# Letters that Unicode does not take apart, as English texts write them.
_LETTERS = str.maketrans(
    {"ə": "a", "ı": "i", "ø": "o", "ł": "l", "-": " ", "’": "", "'": "", "ʻ": "", "ʼ": "", "`": ""}
)


def folded(name: str) -> str:
    """Return a name without case, accents, hyphens and double spaces: `Şuşa` and `susa` are one.

    Examples
    --------
    >>> folded("Xankəndi")
    'xankandi'

    """
    apart = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    return " ".join("".join(letter for letter in apart if not unicodedata.combining(letter)).split())


def written_names(place: Row) -> tuple[str, ...]:
    """Return every name of a row of the places table, in any language, as it is written."""
    return tuple(name for column in NAME_COLUMNS for name in (place.get(column) or "").split("; ") if name)


def names_of(place: Row) -> set[str]:
    """Return all names of a row of the places table, folded."""
    parts = [part for name in (place["place_id"], *written_names(place)) for part in (name, *name.split(" / "))]
    return {folded(part) for part in parts if part.strip()}


def find_place(name: str, places: Iterable[Row]) -> Row:
    """Return the place that a name means; an id first, then a settlement before a district of the same name.

    Raises
    ------
    UnknownNameError : no place has the name; the nearest names are given

    """
    rows = list(places)
    by_id = {row["place_id"]: row for row in rows}
    if name in by_id:
        return by_id[name]
    wanted = folded(str(name))
    known = {row["place_id"]: names_of(row) for row in rows}
    found = [by_id[place_id] for place_id, names in known.items() if wanted in names]
    if not found:
        raise unknown("place", name, {other for names in known.values() for other in names})
    rank = {"city": 0, "town": 1, "village": 2}
    return min(found, key=lambda row: (rank.get(row["kind"], 3), row["place_id"]))
