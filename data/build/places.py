"""Set the coordinates in data/places.csv from the gazetteers and, for shapes, from the shapes themselves."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import shapely
from shapely.geometry.base import BaseGeometry

Point = tuple[float, float]


def refresh(table: Path, keys: Path, *, towns: Path, villages: Path, shapes: dict[str, BaseGeometry]) -> int:
    """Rewrite lat and lon of every place the sources know; return how many rows that was."""
    found = {name: _label_point(shape) for name, shape in shapes.items()} | _gazetteer(keys, towns, villages)
    with table.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for row in rows:
        if row["place_id"] in found:
            row["lat"], row["lon"] = (f"{value:.4f}" for value in found[row["place_id"]])
    _write(table, rows)
    return sum(row["place_id"] in found for row in rows)


def _gazetteer(keys: Path, towns: Path, villages: Path) -> dict[str, Point]:
    by_id = {
        str(town["geonameid"]): (town["latitude"], town["longitude"])
        for town in json.loads(towns.read_text(encoding="utf-8")).values()
    }
    with villages.open(encoding="utf-8", newline="") as stream:
        by_name = {
            f"{row['cc']} {row['name']}": (float(row["lat"]), float(row["lon"])) for row in csv.DictReader(stream)
        }
    with keys.open(encoding="utf-8", newline="") as stream:
        return {row["place_id"]: (by_id | by_name)[row["key"]] for row in csv.DictReader(stream)}


def _label_point(shape: BaseGeometry) -> Point:
    """Return where a label stands: inside an area, half-way along a line."""
    inside = shape.interpolate(0.5, normalized=True) if shape.geom_type == "LineString" else _middle(shape)
    return inside.y, inside.x


def _middle(shape: BaseGeometry) -> shapely.Point:
    largest = max(shapely.get_parts(shape), key=lambda part: part.area)
    return largest.centroid if largest.contains(largest.centroid) else largest.representative_point()


def _write(table: Path, rows: list[dict[str, str]]) -> None:
    with table.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
