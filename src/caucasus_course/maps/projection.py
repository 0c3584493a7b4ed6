"""Put degrees on a picture of a given size, in the projection that Leaflet uses (Web Mercator)."""

from __future__ import annotations

import itertools
import math
from functools import reduce
from operator import and_

from attrs import frozen

from caucasus_course.maps.drawing import Ring

Bounds = tuple[float, float, float, float]  # south, west, north, east in degrees

# Paths are written in whole quarters of a px, which is finer than any screen shows and half the size of decimals.
QUARTER = 4
# Lines that leave the picture go on a little, so that no border is seen along its edge.
_BLEED = 10 * QUARTER

_KM_PER_DEGREE = 111.32


def _mercator(lat: float) -> float:
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)))


@frozen
class Projection:
    """A picture of `width` × `height` px that shows all of `bounds`, centred."""

    bounds: Bounds
    width: float
    height: float

    @property
    def scale(self) -> float:
        """Return px per degree of longitude."""
        south, west, north, east = self.bounds
        return min(self.width / (east - west), self.height / (_mercator(north) - _mercator(south)))

    def point(self, lon: float, lat: float) -> tuple[float, float]:
        """Return the x, y in px (from the upper left) of a place in degrees."""
        south, west, north, east = self.bounds
        x = self.width / 2 + (lon - (west + east) / 2) * self.scale
        y = self.height / 2 - (_mercator(lat) - (_mercator(south) + _mercator(north)) / 2) * self.scale
        return x, y

    def km(self, kilometres: float) -> float:
        """Return the px of a distance at the middle of the picture."""
        middle = math.radians((self.bounds[0] + self.bounds[2]) / 2)
        return kilometres / (_KM_PER_DEGREE * math.cos(middle)) * self.scale

    def _outside(self, x: float, y: float) -> int:
        """Return a bit for each edge that a point in quarters lies beyond (Cohen–Sutherland)."""
        right, bottom = self.width * QUARTER, self.height * QUARTER
        return (x < -_BLEED) | (x > right + _BLEED) << 1 | (y < -_BLEED) << 2 | (y > bottom + _BLEED) << 3

    def _visible(self, ring: Ring) -> list[tuple[int, int]]:
        """Return the ring in quarters of a px, without points too near to see or beyond one edge."""
        kept: list[tuple[int, int]] = []
        codes: list[int] = []
        for lon, lat in ring:
            x, y = (round(value * QUARTER) for value in self.point(lon, lat))
            if kept and abs(x - kept[-1][0]) + abs(y - kept[-1][1]) <= 3:
                continue
            code = self._outside(x, y)
            if len(kept) > 1 and code & codes[-1] & codes[-2]:
                kept.pop(), codes.pop()
            kept.append((x, y))
            codes.append(code)
        return [] if kept and reduce(and_, codes) else kept

    def path(self, ring: Ring, *, closed: bool) -> str:
        """Return an SVG path of a ring in whole quarters of a px; empty if nothing of it can be seen."""
        kept = self._visible(ring)
        if len(kept) < (3 if closed else 2):
            return ""
        steps = [f"{b[0] - a[0]} {b[1] - a[1]}" for a, b in itertools.pairwise(kept)]
        return f"M{kept[0][0]} {kept[0][1]}l{' '.join(steps).replace(' -', '-')}{'z' if closed else ''}"


def bounds_of(points: list[tuple[float, float]], *, margin: float = 0.08) -> Bounds:
    """Return bounds round (lon, lat) points with a margin (a part of the extent, at least 0.1 degrees)."""
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    pad_lon = max((max(lons) - min(lons)) * margin, 0.1)
    pad_lat = max((max(lats) - min(lats)) * margin, 0.1)
    return min(lats) - pad_lat, min(lons) - pad_lon, max(lats) + pad_lat, max(lons) + pad_lon
