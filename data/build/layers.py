"""Gather the fitted shapes into the layers of data/geo and write them with the same bytes every time."""

from __future__ import annotations

import json
from pathlib import Path

import shapely
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

Shapes = dict[str, BaseGeometry]
Features = list[tuple[str, BaseGeometry, dict]]

NATURAL_EARTH = {
    "according_to": "Natural Earth 1:10m, fitted to Azerbaijan's outline",
    "precision_km": 1,
    "source_id": "natural-earth",
}
GEOBOUNDARIES = {
    "according_to": "geoBoundaries, Azerbaijan ADM2, 2020: Azerbaijan's own division into districts",
    "precision_km": 1,
    "source_id": "geoboundaries-aze-adm2",
}
OBLAST = {
    "valid_from": "1923-07-07",
    "valid_to": "1991-11-26",
    "precision_km": 2,
    "source_id": "qgis-disputed-borders",
    "according_to": "Natural Earth's disputed borders as carried by QGIS: the boundary of 1991, shown for the whole period",
}
DRAWN = "drawn for this course; on the border where the river is the border"


def plain(shapes: Shapes, facts: dict, *, azerbaijani: tuple[str, ...] = ()) -> Features:
    """Return shapes with the facts they share; those made of Azerbaijan's districts carry the facts of the districts."""
    return [(name, shape, GEOBOUNDARIES if name in azerbaijani else facts) for name, shape in shapes.items()]


def schematic(shapes: Shapes, entries: list[dict], *, precision_km: float) -> Features:
    """Return hand-drawn shapes with the facts written beside their vertices."""
    facts = {entry["id"]: entry for entry in entries}
    return [(name, shape, _drawn_facts(facts[name], precision_km)) for name, shape in shapes.items()]


def _drawn_facts(entry: dict, precision_km: float) -> dict:
    own = {
        key: entry[key]
        for key in ("place_id", "valid_from", "valid_to", "according_to", "precision_km", "held_by")
        if key in entry
    }
    return {
        "according_to": DRAWN,
        "precision_km": precision_km,
        "source_id": "course-drawing",
        "schematic": True,
        **own,
    }


def write(path: Path, features: Features) -> None:
    """Write one feature a line, sorted by id, so that a change shows as a change of one line."""
    lines = [
        json.dumps(_feature(*feature), ensure_ascii=False, separators=(",", ":"))
        for feature in sorted(features, key=lambda item: item[0])
    ]
    path.write_text('{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n", encoding="utf-8")


def _feature(name: str, shape: BaseGeometry, facts: dict) -> dict:
    properties = {"id": name, "valid_from": None, "valid_to": None, **facts}
    return {"type": "Feature", "properties": properties, "geometry": mapping(_settled(shape))}


def _settled(shape: BaseGeometry) -> BaseGeometry:
    """Return the same shape with its rings in a fixed order, outer rings counter-clockwise as GeoJSON asks."""
    if shape.geom_type == "LineString":
        return shape
    return shapely.orient_polygons(shapely.normalize(shape), exterior_cw=False)
