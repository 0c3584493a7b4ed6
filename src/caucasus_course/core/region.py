"""Where the course's places lie: the South Caucasus with a margin. A point outside is a slip, not a place."""

from __future__ import annotations

SOUTH, WEST, NORTH, EAST = 37.5, 42.0, 43.0, 51.0  # degrees, WGS 84


KM_PER_DEGREE = 111.32  # of latitude; of longitude at the equator


def is_inside(lat: float, lon: float) -> bool:
    """Say whether a point, in degrees, lies in the region."""
    return SOUTH <= lat <= NORTH and WEST <= lon <= EAST


def region_words() -> str:
    """Return the region in words, for messages."""
    return f"latitude {SOUTH:g}–{NORTH:g}, longitude {WEST:g}–{EAST:g}"
