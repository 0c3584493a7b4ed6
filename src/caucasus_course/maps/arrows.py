"""Outline a bent arrow of a given width between two places."""

from __future__ import annotations

import math

from caucasus_course.core.region import KM_PER_DEGREE
from caucasus_course.maps.drawing import Ring

Pair = tuple[float, float]

_BEND = 0.14  # how far an arrow bows out, as a part of its length: ways there and back do not meet


def arrow(start: tuple[float, float], end: tuple[float, float], km: float) -> Ring:
    """Return the outline of a bent arrow of a width in km between two points (longitude, latitude)."""
    across = math.cos(math.radians((start[1] + end[1]) / 2))
    (x0, y0), (x1, y1) = ((lon * across, lat) for lon, lat in (start, end))
    dx, dy = x1 - x0, y1 - y0
    bend = (x0 + x1) / 2 - dy * _BEND * 2, (y0 + y1) / 2 + dx * _BEND * 2
    half, head = km / KM_PER_DEGREE / 2, max(km * 1.1, 9) / KM_PER_DEGREE
    shaft = 1 - min(0.45, head / math.hypot(dx, dy))
    left, right = [], []
    for i in range(13):
        t = shaft * i / 12
        x, y, nx, ny = _on_curve((x0, y0), bend, (x1, y1), t)
        left.append((x + nx * half, y + ny * half))
        right.append((x - nx * half, y - ny * half))
    x, y, nx, ny = _on_curve((x0, y0), bend, (x1, y1), shaft)
    barb = half + max(half * 0.7, 3 / KM_PER_DEGREE)
    ring = [*left, (x + nx * barb, y + ny * barb), (x1, y1), (x - nx * barb, y - ny * barb), *reversed(right)]
    return [(x / across, y) for x, y in (*ring, ring[0])]


def _on_curve(a: Pair, b: Pair, c: Pair, t: float) -> tuple[float, float, float, float]:
    """Return a point of a quadratic curve and the unit normal there."""
    x, y = ((1 - t) ** 2 * a[i] + 2 * t * (1 - t) * b[i] + t**2 * c[i] for i in (0, 1))
    dx, dy = (2 * (1 - t) * (b[i] - a[i]) + 2 * t * (c[i] - b[i]) for i in (0, 1))
    length = math.hypot(dx, dy)
    return x, y, -dy / length, dx / length
