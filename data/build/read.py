"""Read the raw shapes out of the fetched packages, in longitude and latitude."""

from __future__ import annotations

import json
import sqlite3
import struct
from itertools import pairwise
from pathlib import Path

import shapely
from plane import WINDOW
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

AZE_ADM2 = "54616110B%"  # geoBoundaries' prefix for Azerbaijan's second level, release of 2020
OBLAST = "Former USSR oblast in 1991"
GEOPACKAGE_ENVELOPE_BYTES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}


def districts(database: Path) -> dict[str, BaseGeometry]:
    """Return Azerbaijan's districts and cities by the package's own English name; parts of one name are joined."""
    query = "select name, coordinates from location_data where shape_id like ? order by shape_id"
    with sqlite3.connect(database) as connection:
        rows = connection.execute(query, (AZE_ADM2,)).fetchall()
    return _join_by_name([(name, shapely.from_wkb(wkb)) for name, wkb in rows])


def neighbours(path: Path) -> dict[str, BaseGeometry]:
    """Return Armenia's provinces by ISO code, and Georgia, Russia, Turkey and Iran by country code, cut to the window."""
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    rows = []
    for feature in features:
        country, code = feature["properties"]["adm0_a3"], feature["properties"]["iso_3166_2"]
        if country in {"ARM", "GEO", "RUS", "TUR", "IRN"}:
            geometry = shapely.make_valid(shape(feature["geometry"])).intersection(WINDOW)
            rows.append((code if country == "ARM" else country, geometry))
    return _join_by_name([row for row in rows if not row[1].is_empty])


def oblast(path: Path) -> BaseGeometry:
    """Return the Soviet oblast as one polygon, closed from the pieces of its boundary."""
    with sqlite3.connect(path) as connection:
        rows = connection.execute("select geom from disputed_borders where name = ?", (OBLAST,)).fetchall()
    lines = [list(part.coords) for (blob,) in rows for part in shapely.get_parts(_from_geopackage(blob))]
    return shapely.Polygon(_chain(lines))


def ring_around(path: Path, *, lon: float, lat: float) -> BaseGeometry:
    """Return the smallest ring of a polygon shapefile that holds the point: one lake, or the Caspian out of all oceans."""
    point = shapely.Point(lon, lat)
    found = [ring for ring in _rings(path.read_bytes(), point) if ring.covers(point)]
    return min(found, key=lambda ring: ring.area)


def _join_by_name(rows: list[tuple[str, BaseGeometry]]) -> dict[str, BaseGeometry]:
    names = sorted({name for name, _ in rows})
    return {name: shapely.union_all([shape for other, shape in rows if other == name]) for name in names}


def _chain(lines: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    """Return one ring out of pieces whose ends miss each other by up to 300 m: always go on with the nearest end."""
    ring, left = lines[0], lines[1:]
    while left:
        ways = [piece for line in left for piece in (line, line[::-1])]
        nearest = min(ways, key=lambda piece: shapely.Point(ring[-1]).distance(shapely.Point(piece[0])))
        ring = ring + nearest
        left = [line for line in left if line not in (nearest, nearest[::-1])]
    return ring


def _from_geopackage(blob: bytes) -> BaseGeometry:
    envelope = (blob[3] >> 1) & 7
    return shapely.from_wkb(blob[8 + GEOPACKAGE_ENVELOPE_BYTES[envelope] :])


def _rings(data: bytes, point: shapely.Point) -> list[BaseGeometry]:
    """Return every ring whose box holds the point; the shapefile format is read here because the package has no index of names."""
    found, offset = [], 100
    while offset < len(data):
        length = struct.unpack(">i", data[offset + 4 : offset + 8])[0] * 2
        found += _record_rings(data[offset + 8 : offset + 8 + length], point)
        offset += 8 + length
    return found


def _record_rings(record: bytes, point: shapely.Point) -> list[BaseGeometry]:
    if struct.unpack("<i", record[:4])[0] != 5:
        return []
    parts, points = struct.unpack("<2i", record[36:44])
    starts = [*struct.unpack(f"<{parts}i", record[44 : 44 + 4 * parts]), points]
    flat = struct.unpack(f"<{2 * points}d", record[44 + 4 * parts : 44 + 4 * parts + 16 * points])
    pairs = list(zip(flat[::2], flat[1::2], strict=True))
    rings = (pairs[first:last] for first, last in pairwise(starts))
    return [shapely.Polygon(ring) for ring in rings if _box_holds(ring, point)]


def _box_holds(ring: list[tuple[float, float]], point: shapely.Point) -> bool:
    longitudes, latitudes = [x for x, _ in ring], [y for _, y in ring]
    return min(longitudes) <= point.x <= max(longitudes) and min(latitudes) <= point.y <= max(latitudes)
