"""Check that the data are whole and true to their description; every fault is said, nothing is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Any

from caucasus_course.core.errors import DataFileError
from caucasus_course.core.region import is_inside, region_words
from caucasus_course.core.rows import Row
from caucasus_course.data import loaders
from caucasus_course.data.contract_copies import copies_are_not_older, told_copies_have_dates, told_rows_exist
from caucasus_course.data.contract_words import (
    Tables,
    excerpts_are_verbatim,
    fault_in,
    loaded_words_stand_in_their_excerpt,
    quotations_are_short,
    translations_show_their_original,
    verdicts_have_claims,
    voices_have_an_owner,
)
from caucasus_course.data.schema import Fault

Check = Callable[[Tables], Iterator[Fault]]

# The first day for which the table of control speaks: the petition of the oblast's council.
CONTROL_BEGINS = "1988-02-20"
_LISTS = {
    "source_ids": "sources",
    "evidence_source_ids": "sources",
    "claim_ids": "claims",
    "statement_ids": "statements",
}
_KEYS = {"sources": "source_id", "claims": "claim_id", "statements": "statement_id"}


def _ids(tables: Tables, table: str, column: str) -> set[Any]:
    return {row.get(column) for _, row in tables.get(table, [])}


def lists_resolve(tables: Tables, only: Iterable[str] | None = None) -> Iterator[Fault]:
    """Every id in a list of sources, claims or statements exists."""
    known = {table: _ids(tables, table, key) for table, key in _KEYS.items()}
    for name in tables if only is None else only:
        for line, row in tables[name]:
            for column in _LISTS.keys() & row.keys():
                for value in (row[column] or "").split("; "):
                    if value and value not in known[_LISTS[column]]:
                        yield fault_in(name, line, column, f"{value!r} is not in data/{_LISTS[column]}.csv")


def led_to(table: str) -> set[str]:
    """Return the tables to which rows of a table lead, by a key or by a list of ids."""
    keys = {key["reference"]["resource"] for key in loaders.table_schema(table).get("foreignKeys", [])}
    return keys | set(_LISTS.values())


def keys_resolve(tables: Tables, only: Iterable[str] | None = None) -> Iterator[Fault]:
    """Every foreign key of the description points to a row."""
    for name in tables if only is None else only:
        for key in loaders.table_schema(name).get("foreignKeys", []):
            column, target = key["fields"], key["reference"]
            known = _ids(tables, target["resource"], target["fields"])
            for line, row in tables[name]:
                if row[column] is not None and row[column] not in known:
                    yield fault_in(name, line, column, f"{row[column]!r} is not in data/{target['resource']}.csv")


def dates_are_ordered(tables: Tables) -> Iterator[Fault]:
    """No interval ends before it begins."""
    for name, numbered in tables.items():
        for line, row in numbered:
            for first, last in (("start_date", "end_date"), ("valid_from", "valid_to"), ("active_from", "active_to")):
                if row.get(first) and row.get(last) and row[last] < row[first]:
                    yield fault_in(name, line, last, f"{row[last]} lies before {first}, {row[first]}")


def ranges_are_ordered(tables: Tables) -> Iterator[Fault]:
    """A claim keeps low ≤ point ≤ high and says at least one of them."""
    for name, (low, point, high) in {
        "claims": ("low", "point", "high"),
        "supply": ("value_low", "value", "value_high"),
    }.items():
        for line, row in tables.get(name, []):
            given = [(column, row[column]) for column in (low, point, high) if row[column] is not None]
            for (_, smaller), (column, larger) in pairwise(given):
                if larger < smaller:
                    yield fault_in(name, line, column, f"{larger:g} is below {smaller:g}; expected low ≤ point ≤ high")
            if name == "claims" and not given and row["status"] != "unknown":
                yield fault_in(name, line, point, "a claim needs a figure: low, high or point")


def places_lie_in_the_region(tables: Tables) -> Iterator[Fault]:
    """Coordinates fall in the South Caucasus, where the maps can draw them, but for places abroad."""
    for line, row in tables.get("places", []):
        lat, lon = row["lat"], row["lon"]
        if row["kind"] == "place abroad" or lat is None or lon is None or is_inside(lat, lon):
            continue
        message = f"{lat:g}, {lon:g} is outside the region ({region_words()}); lat and lon exchanged?"
        yield fault_in("places", line, "lat", message)


def control_is_seamless(tables: Tables) -> Iterator[Fault]:
    """The intervals of a place neither overlap nor leave gaps, from 20 February 1988 on."""
    by_place: dict[str, list[tuple[int, Row]]] = defaultdict(list)
    for line, row in tables.get("control", []):
        by_place[row["place_id"]].append((line, row))
    for place_id, numbered in by_place.items():
        numbered.sort(key=lambda item: item[1]["valid_from"])
        line, first = numbered[0]
        if str(first["valid_from"]) != CONTROL_BEGINS:
            yield fault_in(
                "control", line, "valid_from", f"the first interval of {place_id!r} begins on {CONTROL_BEGINS}"
            )
        for (_, earlier), (line, later) in pairwise(numbered):
            if earlier["valid_to"] != later["valid_from"]:
                message = f"{place_id!r}: the interval before ends on {earlier['valid_to']}, this one begins otherwise"
                yield fault_in("control", line, "valid_from", message)
        line, last = numbered[-1]
        if last["valid_to"] is not None:
            yield fault_in("control", line, "valid_to", f"the last interval of {place_id!r} stays open")


def arrivals_never_decrease(tables: Tables) -> Iterator[Fault]:
    """Running totals that we report grow with time."""
    kept = [item for item in tables.get("arrivals", []) if item[1]["status"] in {"established", "reported"}]
    kept.sort(key=lambda item: item[1]["observed_at"])
    for (_, earlier), (line, later) in pairwise(kept):
        if later["cumulative"] < earlier["cumulative"]:
            message = f"{later['cumulative']} is below {earlier['cumulative']} of {earlier['observed_at']}"
            yield fault_in("arrivals", line, "cumulative", message)


def shapes_have_names(tables: Tables) -> Iterator[Fault]:
    """Every shape's id, or the place whose holder it takes, is a place; its source is known."""
    places, sources = _ids(tables, "places", "place_id"), _ids(tables, "sources", "source_id")
    for name in loaders.layer_names():
        file = f"data/geo/{name}.geojson"
        for feature in loaders.layer(name)["features"]:
            properties = feature["properties"]
            named = properties.get("place_id", properties.get("id"))
            if named not in places:
                yield Fault(file, 0, "id", f"{named!r} is not in data/places.csv")
            if properties.get("source_id") not in sources:
                yield Fault(file, 0, "source_id", f"{properties.get('source_id')!r} is not in data/sources.csv")


CHECKS: tuple[Check, ...] = (
    lists_resolve,
    keys_resolve,
    dates_are_ordered,
    ranges_are_ordered,
    places_lie_in_the_region,
    control_is_seamless,
    arrivals_never_decrease,
    quotations_are_short,
    excerpts_are_verbatim,
    translations_show_their_original,
    voices_have_an_owner,
    loaded_words_stand_in_their_excerpt,
    verdicts_have_claims,
    copies_are_not_older,
    told_copies_have_dates,
    told_rows_exist,
    shapes_have_names,
)


def validate() -> list[Fault]:
    """Return every fault of the data folder, in one run; an empty list when there is none."""
    tables: Tables = {}
    faults: list[Fault] = []
    for name in loaders.table_names():
        try:
            tables[name], found = loaders.read_table(name)
            faults += found
        except DataFileError as error:
            faults.append(Fault(f"data/{name}.csv", 0, "", str(error)))
    for check in CHECKS:
        try:
            faults += check(tables)
        except (DataFileError, KeyError, TypeError, ValueError) as error:
            faults.append(Fault("data", 0, "", f"{check.__doc__} This could not be checked: {error!r}"))
    return sorted(set(faults))
