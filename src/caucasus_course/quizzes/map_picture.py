"""Turn shapes of the land into the picture of a place-on-map question: outlines without a name."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from caucasus_course.core.errors import CourseError, unknown
from caucasus_course.quizzes.kinds import PlaceQuestion

WIDTH = 640
MARGIN = 0.12  # of the shapes' own extent, on each side
MARK = 13  # radius of a place that has no extent: at least 24 px across, also on a narrow screen
STEP = 1.2  # px: points of a line that lie closer are left out

Ring = list[tuple[float, float]]
Geometry = Mapping[str, Any]


def shapes_by_id(collection: Mapping[str, Any]) -> dict[str, Geometry]:
    """Return the first shape of each place in a GeoJSON layer."""
    found: dict[str, Geometry] = {}
    for feature in collection["features"]:
        found.setdefault(feature["properties"]["id"], feature["geometry"])
    return found


def points_by_id(places: Iterable[Mapping[str, Any]]) -> dict[str, Geometry]:
    """Return the places of a table that have coordinates as points."""
    return {
        row["place_id"]: {"type": "Point", "coordinates": [float(row["lon"]), float(row["lat"])]}
        for row in places
        if row["lon"] is not None and row["lat"] is not None
    }


def _rings(geometry: Geometry) -> Iterator[Ring]:
    def walk(part: Any) -> Iterator[Ring]:
        if isinstance(part[0][0], int | float):
            yield [(lon, lat) for lon, lat, *_ in part]
        else:
            for inner in part:
                yield from walk(inner)

    coordinates = geometry["coordinates"]
    yield from walk([coordinates] if geometry["type"] == "Point" else coordinates)


class _Frame:
    """Degrees to pixels: an equirectangular picture, true at its middle."""

    def __init__(self, geometries: Iterable[Geometry]) -> None:
        points = [point for geometry in geometries for ring in _rings(geometry) for point in ring]
        lons, lats = zip(*points, strict=True)
        self._shrink = math.cos(math.radians((min(lats) + max(lats)) / 2))
        wide = max((max(lons) - min(lons)) * self._shrink, max(lats) - min(lats), 0.2)
        margin = wide * MARGIN
        self._west, self._north = min(lons) - margin / self._shrink, max(lats) + margin
        across = (max(lons) - min(lons)) * self._shrink + 2 * margin
        self._scale = WIDTH / across
        self.height = round((max(lats) - min(lats) + 2 * margin) * self._scale)

    def point(self, lon: float, lat: float) -> tuple[float, float]:
        """Return where a point of the earth lies in the picture."""
        x = (lon - self._west) * self._shrink * self._scale
        return round(x, 1), round((self._north - lat) * self._scale, 1)

    def shows(self, ring: Ring) -> bool:
        """Say whether any part of a line can be seen."""
        xs, ys = zip(*(self.point(*point) for point in ring), strict=True)
        return bool(max(xs) > 0 and min(xs) < WIDTH and max(ys) > 0 and min(ys) < self.height)


def _line(frame: _Frame, ring: Ring, *, is_closed: bool) -> str:
    kept: list[tuple[float, float]] = []
    for point in (frame.point(*each) for each in ring):
        if not kept or math.dist(kept[-1], point) >= STEP:
            kept.append(point)
    return "M" + "L".join(f"{x:g},{y:g}" for x, y in kept) + ("Z" if is_closed else "")


def _drawn(frame: _Frame, geometry: Geometry) -> str:
    if geometry["type"] == "Point":
        x, y = frame.point(*geometry["coordinates"][:2])
        return f"M{x - MARK:g},{y:g}a{MARK},{MARK} 0 1 0 {2 * MARK},0a{MARK},{MARK} 0 1 0 {-2 * MARK},0Z"
    is_closed = "Polygon" in geometry["type"]
    return "".join(_line(frame, ring, is_closed=is_closed) for ring in _rings(geometry) if frame.shows(ring))


def _middle(frame: _Frame, geometry: Geometry) -> tuple[float, float]:
    """Return where the number of a shape stands: the middle of its largest ring's points, weighted by area."""
    rings = [[frame.point(*point) for point in ring] for ring in _rings(geometry)]
    ring = max(rings, key=len)
    corners = list(zip(ring, ring[1:] + ring[:1], strict=True))
    area = sum(x * v - u * y for (x, y), (u, v) in corners)
    if not area:
        return ring[0]
    x = sum((x + u) * (x * v - u * y) for (x, y), (u, v) in corners) / (3 * area)
    y = sum((y + v) * (x * v - u * y) for (x, y), (u, v) in corners) / (3 * area)
    return round(x, 1), round(y, 1)


def picture(
    question: PlaceQuestion, shapes: Mapping[str, Geometry], *, backdrop: Iterable[Geometry] = ()
) -> dict[str, Any]:
    """Return what the page draws: an outline and a number for each option, and quiet lines behind them.

    Raises
    ------
    CourseError : a place of the question has no shape

    """
    for option in question.options:
        if option.place_id not in shapes:  # type: ignore[attr-defined]
            where = f"layer {question.layer!r}" if question.layer else "table 'places'"
            raise CourseError(
                f"Question {question.id}: {unknown(f'shape in {where}', option.place_id, shapes)}"  # type: ignore[attr-defined]
            )
    own = {option.id: shapes[option.place_id] for option in question.options}  # type: ignore[attr-defined]
    frame = _Frame(own.values())
    drawn = {option_id: {"d": _drawn(frame, shape), "at": _middle(frame, shape)} for option_id, shape in own.items()}
    behind = [path for geometry in backdrop if (path := _drawn(frame, geometry))]
    return {"width": WIDTH, "height": frame.height, "shapes": drawn, "backdrop": behind}
