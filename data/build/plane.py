"""The flat surface we measure on: an equal-area projection centred on the region, and the window of our maps."""

from __future__ import annotations

import numpy
import pyproj
import shapely
from shapely.geometry.base import BaseGeometry

WINDOW = shapely.box(43.0, 37.8, 51.0, 42.5)
EQUAL_AREA = "+proj=aea +lat_1=38.5 +lat_2=41.5 +lat_0=40 +lon_0=47 +datum=WGS84 +units=m"
DECIMALS = 4  # about 10 m, finer than any of our sources

_FORTH = pyproj.Transformer.from_crs("EPSG:4326", EQUAL_AREA, always_xy=True)
_BACK = pyproj.Transformer.from_crs(EQUAL_AREA, "EPSG:4326", always_xy=True)


def to_metres(geometry: BaseGeometry) -> BaseGeometry:
    """Return the shape on the equal-area plane, in metres."""
    return shapely.transform(geometry, _FORTH.transform, interleaved=False)


def to_degrees(geometry: BaseGeometry) -> BaseGeometry:
    """Return the shape in longitude and latitude, rounded as we store it."""
    return rounded(shapely.transform(geometry, _BACK.transform, interleaved=False))


def rounded(geometry: BaseGeometry) -> BaseGeometry:
    """Return the shape with coordinates cut to the digits we store."""
    return shapely.transform(geometry, lambda pairs: numpy.round(pairs, DECIMALS))


def square_kilometres(geometry: BaseGeometry) -> float:
    """Return the area in km² of a shape given in degrees."""
    return to_metres(geometry).area / 1e6
