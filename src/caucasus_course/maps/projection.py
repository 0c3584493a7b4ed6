"""Put degrees on a picture of a given size, in the projection that Leaflet uses (Web Mercator)."""

from __future__ import annotations

import itertools
import math
from functools import cached_property, reduce

from attrs import frozen

from caucasus_course.core.region import KM_PER_DEGREE
from caucasus_course.maps.drawing import Ring

Bounds = tuple[float, float, float, float]  # south, west, north, east in degrees

# Paths are written in whole quarters of a px, which is finer than any screen shows and half the size of decimals.
QUARTER = 4
# Lines that leave the picture go on a little, so that no border is seen along its edge.
_BLEED = 10 * QUARTER


def _mercator(lat: float) -> float:
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)))


@frozen
class Projection:
    """A picture of `width` × `height` px that shows all of `bounds`, centred."""

    bounds: Bounds
    width: float
    height: float

    @cached_property
    def scale(self) -> float:
        """Return px per degree of longitude."""
        south, west, north, east = self.bounds
        return min(self.width / (east - west), self.height / (_mercator(north) - _mercator(south)))

    @cached_property
    def _origin(self) -> tuple[float, float]:
        """Return the x of longitude 0 and the y of the equator, in px."""
        south, west, north, east = self.bounds
        x = self.width / 2 - (west + east) / 2 * self.scale
        return x, self.height / 2 + (_mercator(south) + _mercator(north)) / 2 * self.scale

    def point(self, lon: float, lat: float) -> tuple[float, float]:
        """Return the x, y in px (from the upper left) of a place in degrees."""
        x, y = self._origin
        return x + lon * self.scale, y - _mercator(lat) * self.scale

    def km(self, kilometres: float) -> float:
        """Return the px of a distance at the middle of the picture."""
        middle = math.radians((self.bounds[0] + self.bounds[2]) / 2)
        return kilometres / (KM_PER_DEGREE * math.cos(middle)) * self.scale

    def _quarters(self, ring: Ring) -> list[tuple[int, int]]:
        """Return a ring in whole quarters of a px; written out, for a map has thousands of points."""
        (x0, y0), scale = self._origin, self.scale * QUARTER
        x0, y0, turn, half, degrees = x0 * QUARTER, y0 * QUARTER, math.pi / 4, math.pi / 360, scale * 180 / math.pi
        log, tan = math.log, math.tan
        return [(round(x0 + lon * scale), round(y0 - log(tan(turn + lat * half)) * degrees)) for lon, lat in ring]

    def _visible(self, ring: Ring) -> list[tuple[int, int]]:
        """Return the ring in quarters of a px, without points too near to see or beyond one edge."""
        right, bottom = self.width * QUARTER + _BLEED, self.height * QUARTER + _BLEED
        kept: list[tuple[int, int]] = []
        codes: list[int] = []
        for x, y in self._quarters(ring):
            if kept and abs(x - kept[-1][0]) + abs(y - kept[-1][1]) <= 3:
                continue
            # A bit for each edge that the point lies beyond (Cohen–Sutherland).
            code = (x < -_BLEED) | (x > right) << 1 | (y < -_BLEED) << 2 | (y > bottom) << 3
            if len(kept) > 1 and code & codes[-1] & codes[-2]:
                kept.pop(), codes.pop()
            kept.append((x, y))
            codes.append(code)
        beyond_one_edge = reduce(lambda a, b: a & b, codes, -1 if kept else 0)
        return [] if beyond_one_edge else kept

    def path(self, ring: Ring, *, closed: bool) -> str:
        """Return an SVG path of a ring in whole quarters of a px; empty if nothing of it can be seen."""
        kept = self._visible(ring)
        if len(kept) < (3 if closed else 2):
            return ""
        steps = [f"{b[0] - a[0]} {b[1] - a[1]}" for a, b in itertools.pairwise(kept)]
        return f"M{kept[0][0]} {kept[0][1]}l{' '.join(steps).replace(' -', '-')}{'z' if closed else ''}"


def bounds_of(points: list[tuple[float, float]], *, margin: float = 0.08, least: float = 0.2) -> Bounds:
    """Return bounds round (lon, lat) points with a margin, a part of the extent; never less than `least` degrees."""
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    wide, tall = max(lons) - min(lons), max(lats) - min(lats)
    pad_lon, pad_lat = (max(size * margin, 0.1, (least - size) / 2) for size in (wide, tall))
    return min(lats) - pad_lat, min(lons) - pad_lon, max(lats) + pad_lat, max(lons) + pad_lon
