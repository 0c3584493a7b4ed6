"""Turn the hand-drawn vertices into rivers, roads and areas of control, fitted to the borders already built."""

from __future__ import annotations

import shapely
from plane import rounded, square_kilometres, to_degrees, to_metres
from shapely import ops
from shapely.geometry.base import BaseGeometry

Shapes = dict[str, BaseGeometry]

# Hand-drawn lines are drawn through their vertices as curves: this many steps from one vertex to the next.
STEPS = 4
LEAST_PART_KM2 = 2.0  # smaller loose parts come from two drawn lines that nearly meet


def rivers(entries: list[dict], countries: Shapes) -> Shapes:
    """Return one line a river; where a river is the border it runs on the border, vertex for vertex."""
    lines: Shapes = {}
    for entry in entries:
        pairs = [pair for piece in entry["pieces"] for pair in _piece(piece, countries)]
        if "ends_on" in entry:
            receiver = lines[entry["ends_on"]]
            pairs[-1] = receiver.interpolate(receiver.project(shapely.Point(pairs[-1]))).coords[0]
        lines[entry["id"]] = rounded(shapely.LineString(pairs))
    return lines


def roads(entries: list[dict]) -> Shapes:
    """Return one line a road."""
    return {entry["id"]: shapely.LineString(entry["line"]) for entry in entries}


def curved(line: BaseGeometry) -> BaseGeometry:
    """Return a line as a Catmull–Rom curve through all its vertices."""
    return rounded(shapely.LineString(_curve(list(line.coords))))


def _curve(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    padded = [points[0], *points, points[-1]]
    curve = [
        tuple(_between(*(padded[start + offset][axis] for offset in range(4)), step / STEPS) for axis in (0, 1))
        for start in range(len(points) - 1)
        for step in range(STEPS)
    ]
    return [*curve, points[-1]]


def _between(before: float, a: float, b: float, after: float, t: float) -> float:
    return 0.5 * (
        2 * a + (b - before) * t + (2 * before - 5 * a + 4 * b - after) * t**2 + (3 * a - before - 3 * b + after) * t**3
    )


def grounds(entries: list[dict]) -> Shapes:
    """Return the drawn outlines that other areas are cut to."""
    return {entry["id"]: shapely.Polygon(entry["ring"]) for entry in entries}


def areas(entries: list[dict], known: Shapes) -> Shapes:
    """Return the areas of control in the order of the file; an area may name any one above it."""
    built: Shapes = {}
    for entry in entries:
        built[entry["id"]] = _area(entry, known | built)
    return built


def _area(entry: dict, known: Shapes) -> BaseGeometry:
    shape = _outline(entry, known)
    for name in _listed(entry.get("within", [])):
        shape = shape.intersection(known[name])
    shape = shapely.union_all([shape, *(known[name] for name in entry.get("whole", []))])
    for name in entry.get("minus", []):
        shape = shape.difference(known[name])
    return _without_slivers(shape)


def _listed(names: str | list[str]) -> list[str]:
    return [names] if isinstance(names, str) else names


def _outline(entry: dict, known: Shapes) -> BaseGeometry:
    if "ring" in entry:
        return shapely.Polygon(entry["ring"])
    if "only" in entry:
        return shapely.union_all([known[name] for name in entry["only"]])
    return to_degrees(to_metres(known[entry["along"]]).buffer(entry["width_km"] * 500, quad_segs=4))


def _without_slivers(shape: BaseGeometry) -> BaseGeometry:
    """Return the shape opened by 300 m, so that hair-thin strips between two drawn lines vanish."""
    opened = to_metres(shape).buffer(-300, join_style="mitre").buffer(300, join_style="mitre")
    whole = to_degrees(opened.intersection(to_metres(shape)).simplify(30))
    parts = [part for part in shapely.get_parts(whole) if square_kilometres(part) >= LEAST_PART_KM2]
    return rounded(shapely.union_all([_without_pinholes(part) for part in parts]))


def _without_pinholes(part: BaseGeometry) -> BaseGeometry:
    kept = [ring for ring in part.interiors if square_kilometres(shapely.Polygon(ring)) >= LEAST_PART_KM2]
    return shapely.Polygon(part.exterior, kept)


def _piece(piece: dict, countries: Shapes) -> list[tuple[float, float]]:
    return _curve([tuple(pair) for pair in piece["line"]]) if "line" in piece else _along_border(piece, countries)


def _along_border(piece: dict, countries: Shapes) -> list[tuple[float, float]]:
    one, other = (shapely.union_all([countries[name] for name in side]) for side in piece["border"])
    line = shapely.line_merge(one.intersection(other))
    line = max(shapely.get_parts(line), key=lambda part: part.length)
    start, end = (line.project(shapely.Point(piece[key])) for key in ("from", "to"))
    return list(ops.substring(line, start, end).coords)
