"""The outlines of the charts' marks, named by matplotlib's letters."""

from __future__ import annotations

import math

Marker = str | tuple[int, int, int]
Corners = tuple[tuple[float, float], ...]  # in parts of the radius, x to the right and y down

_PLUS = ((-1, -3), (1, -3), (1, -1), (3, -1), (3, 1), (1, 1), (1, 3), (-1, 3), (-1, 1), (-3, 1), (-3, -1), (-1, -1))
_CROSS = ((-1, -2), (0, -1), (1, -2), (2, -1), (1, 0), (2, 1), (1, 2), (0, 1), (-1, 2), (-2, 1), (-1, 0), (-2, -1))
# Stars and crosses cover less of their box than squares; they are drawn larger to look alike.
_SCALE: dict[Marker, float] = {"*": 1.5, "P": 1.15, "X": 1.15, (4, 1, 0): 1.6, "D": 0.88, "s": 0.92}


def _regular(corners: int, inner: float = 1) -> Corners:
    """Return a regular polygon with a corner at the top, or a star whose inner corners lie at a part of the radius."""
    radii = (1.0,) if inner == 1 else (1.0, inner)
    turns = [(number, 2 * math.pi * number / (corners * len(radii))) for number in range(corners * len(radii))]
    return tuple(
        (radii[number % len(radii)] * math.sin(turn), -radii[number % len(radii)] * math.cos(turn))
        for number, turn in turns
    )


_DIAMOND = math.sqrt(2)
_CORNERS: dict[Marker, Corners] = {
    "D": ((0, -_DIAMOND), (_DIAMOND, 0), (0, _DIAMOND), (-_DIAMOND, 0)),
    "s": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    "^": ((0, -1), (1, 1), (-1, 1)),
    "v": ((0, 1), (-1, -1), (1, -1)),
    "<": ((-1, 0), (1, -1), (1, 1)),
    ">": ((1, 0), (-1, 1), (-1, -1)),
    "p": _regular(5),
    "h": _regular(6),
    "*": _regular(5, 0.381966),
    (4, 1, 0): _regular(4, 0.5),
    "P": tuple((x / 3, y / 3) for x, y in _PLUS),
    "X": tuple((x / 2, y / 2) for x, y in _CROSS),
}


def outline(marker: Marker, x: float, y: float, size: float) -> str:
    """Return a mark as an SVG path, `size` px wide, its middle at x, y."""
    radius = size * _SCALE.get(marker, 1) / 2
    if marker == "o":
        return f"M{x - radius:.2f} {y:.2f}a{radius:.2f} {radius:.2f} 0 1 0 {2 * radius:.2f} 0a{radius:.2f} {radius:.2f} 0 1 0 {-2 * radius:.2f} 0z"
    points = [f"{x + radius * right:.2f} {y + radius * down:.2f}" for right, down in _CORNERS[marker]]
    return f"M{'L'.join(points)}z"
