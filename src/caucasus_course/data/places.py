"""Find a place by any of its names, in any script, and forgive a slip of spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable

from caucasus_course.core.errors import CourseError, UnknownNameError, unknown
from caucasus_course.core.folding import folded, same, words
from caucasus_course.core.languages import NAME_COLUMNS
from caucasus_course.core.rows import Row

_SETTLEMENTS = ("city", "town", "village")
# What people call a place beside its name, and the kinds of the table that they can mean, the likeliest first.
_TOWN, _VILLAGE = (("city", "town"),), (("village",),)
_DISTRICT, _REGION = (("district",),), (("district",), ("province", "region", "oblast"))
_SAID = {
    "city": _TOWN, "town": _TOWN, "village": _VILLAGE, "settlement": (_SETTLEMENTS,),
    "district": _DISTRICT, "rayon": _DISTRICT, "raion": _DISTRICT, "region": _REGION, "province": (("province",),),
}  # fmt: skip
# The same at the end of a name in the table: `Laçın rayonu` is called Laçın.
_ENDINGS = {*_SAID, "rayonu", "shrjan", "շրջան"}
# Which of two places of one name comes first: a settlement, then an area with borders, then the rest.
_RANK = dict.fromkeys(_SETTLEMENTS, 0) | dict.fromkeys(("district", "province", "country", "oblast"), 1)


class AmbiguousNameError(CourseError, LookupError):
    """A name that several places have, with the ids that tell them apart."""


def written_names(place: Row) -> tuple[str, ...]:
    """Return every name of a row of the places table, in any language, as it is written."""
    return tuple(name for column in NAME_COLUMNS for name in (place.get(column) or "").split("; ") if name)


def names_of(place: Row) -> set[str]:
    """Return all names of a row of the places table, folded."""
    parts = [part for name in (place["place_id"], *written_names(place)) for part in (name, *name.split(" / "))]
    return {folded(part) for part in parts if part.strip()}


def find_place(name: str, places: Iterable[Row]) -> Row:
    """Return the place that a name means; an id first, then a settlement before a district, and that before a region.

    A name may come with another one, `Shusha (Shushi)`, or with what the place is, `Lachin town`, `town of Lachin`,
    `Lachin rayon`.

    Raises
    ------
    UnknownNameError : no place has the name; the nearest names are given
    AmbiguousNameError : several places have it, or its two parts are names of two places

    """
    return Gazetteer(places).find(name)


class Gazetteer:
    """The places of a table by their names, for many look-ups."""

    def __init__(self, places: Iterable[Row]) -> None:
        self._by_id = {row["place_id"]: row for row in places}
        self._names: dict[str, list[tuple[str, Row]]] = {}
        for row in self._by_id.values():
            self._know(row, names_of(row))
        for row in self._by_id.values():
            self._know_district(row)

    def _know(self, row: Row, names: Iterable[str], said: str = "") -> None:
        for name in names:
            self._names.setdefault(_loose(said + name), []).append((said + name, row))

    def _know_district(self, row: Row) -> None:
        """Know what has a name such as `Laçın rayonu` by the name alone too, and a district by the names of its centre."""
        whole = names_of(row)
        bare = {known.rpartition(" ")[0] for known in whole if known.rpartition(" ")[2] in _ENDINGS}
        centre = self._by_id.get(row["place_id"].removesuffix("-district"), row)
        self._know(row, whole | bare | names_of(centre), f"{row['kind']}: ")

    def find(self, name: str) -> Row:
        """Return the place that a name means, as `find_place` does."""
        if not isinstance(name, str):
            raise CourseError(f"{name!r} is not a place's name. Give one name in quotation marks, such as 'Lachin'.")
        return self._by_id.get(name) or _one(name, self._meant(name))

    def _having(self, name: str) -> list[Row]:
        """Return the rows of a folded name; if there are none, of one that differs in a and e alone: Xenkendi, Xankəndi."""
        near = self._names.get(_loose(name), [])
        found = [row for known, row in near if same(name, known)] or [row for _, row in near]
        return list({row["place_id"]: row for row in found}.values())

    def _meant(self, name: str) -> list[Row]:
        """Return the rows that a name can mean: with what the place is, as it stands, as two names of one place."""
        found = self._of_kind(*_name_and_kind(name)) or self._having(folded(name)) or self._in_both_parts(name)
        if not found:
            raise self._not_found(name)
        return found

    def _of_kind(self, bare: str, said: str) -> list[Row]:
        for kinds in _SAID.get(said, ()):
            if found := [row for kind in kinds for row in self._having(f"{kind}: {bare}")]:
                return found
        return []

    def _in_both_parts(self, name: str) -> list[Row]:
        """Return the rows that both names of `Name (Other name)` or `Name/Other name` mean."""
        written = re.fullmatch(r"([^()/]+)[(/]([^()/]+)(?:\)([^()/]*))?", name)
        if not written:
            return []
        first, second, kind = (part.strip() for part in (written[1], written[2], written[3] or ""))
        if folded(second) in _SAID:
            return self._meant(f"{first} {second}")
        parts = [f"{part} {kind}".strip() for part in (first, second)]
        found = [self._meant(part) for part in parts]
        both = [row for row in found[0] if row in found[1]]
        if not both:
            one, other = map(_described, map(_one, parts, found))
            raise AmbiguousNameError(
                f"{name!r} names two places: {first} is {one}, {second} is {other}. Give one of them."
            )
        return both

    def _not_found(self, name: str) -> UnknownNameError:
        bare, said = _name_and_kind(name)
        if others := self._having(bare) if bare else []:
            known = " or ".join(map(_described, others))
            return UnknownNameError(f"There is no {said} of the name in {name!r}. The course knows {known}.")
        return unknown("place", name, {known for row in self._by_id.values() for known in names_of(row)})


def _loose(name: str) -> str:
    return name.translate(str.maketrans("əe", "aa"))


def _name_and_kind(name: str) -> tuple[str, str]:
    """Return a name without the word for what the place is, and that word: `town of Lachin`, `Lachin town`."""
    said = [word for word in words(name) if word != "the"]
    if len(said) > 2 and said[0] in _SAID and said[1] == "of":
        return " ".join(said[2:]), said[0]
    return (" ".join(said[:-1]), said[-1]) if len(said) > 1 and said[-1] in _SAID else ("", "")


def _described(row: Row) -> str:
    return f"{row['name_en']} ({row['kind']}, {row['place_id']!r})"


def _one(name: str, found: list[Row]) -> Row:
    """Return the place that is meant among those of one name, unless several have the same right to it."""
    best = min(_RANK.get(row["kind"], 2) for row in found)
    first, *more = [row for row in found if _RANK.get(row["kind"], 2) == best]
    if more:
        listed = " or ".join(_described(row) for row in (first, *more))
        raise AmbiguousNameError(f"{name!r} is the name of several places: {listed}. Give the id of the one you mean.")
    return first
