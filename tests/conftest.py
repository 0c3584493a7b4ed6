"""Small made-up tables and shapes that tests of displays share, and the outputs kept of them."""

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import settings

# A test says what is true, not how fast: on a busy machine an example may take its time.
settings.register_profile("course", deadline=None)
settings.load_profile("course")

KEPT = Path(__file__).parent / "kept"


def pytest_addoption(parser):
    """Add `--keep`: write the kept outputs anew, to be read in the diff before they are committed."""
    parser.addoption("--keep", action="store_true", help="write tests/kept/ anew instead of comparing with it")


@pytest.fixture
def kept(request):
    """Return a function that compares an output with the one kept under a name, tag by tag."""

    def compare(name: str, *parts: str) -> None:
        found = "\n\n".join(part.replace("><", ">\n<") for part in parts).splitlines()
        path = KEPT / f"{name}.txt"
        if request.config.getoption("--keep"):
            path.write_text("\n".join(found) + "\n", encoding="utf-8")
        assert found == path.read_text(encoding="utf-8").splitlines(), (
            f"If this is meant: pytest --keep, then git diff {path}"
        )

    return compare


def square(place_id: str, west: float, south: float, side: float = 0.5, **properties: object) -> dict:
    """Return a square GeoJSON feature with a corner at west, south (degrees)."""
    ring = [[west, south], [west + side, south], [west + side, south + side], [west, south + side], [west, south]]
    known = {"valid_from": None, "valid_to": None, "according_to": "a test", "precision_km": 1, "source_id": "s"}
    return {
        "type": "Feature",
        "properties": {"id": place_id, **known, **properties},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


def line(place_id: str, points: list[list[float]], **properties: object) -> dict:
    """Return a GeoJSON line through points (lon, lat)."""
    feature = square(place_id, 46, 39, **properties)
    return {**feature, "geometry": {"type": "LineString", "coordinates": points}}


def collection(*features: dict) -> dict:
    """Return features as a FeatureCollection."""
    return {"type": "FeatureCollection", "features": list(features)}


def place(place_id: str, lat: float | None, lon: float | None, kind: str = "town", **more: str) -> dict:
    """Return a row of the places table with made-up names."""
    names = {"name_en": place_id.title(), "name_az": f"{place_id} az", "name_hy": f"{place_id} hy"}
    rest = {"name_hy_latn": f"{place_id} latn", "name_ru": f"{place_id} ru", "names_note": ""}
    return {"place_id": place_id, "kind": kind, **names, **rest, "lat": lat, "lon": lon, **more}


@pytest.fixture
def places() -> pd.DataFrame:
    """Three towns, a village, and the names of two areas and a road."""
    return pd.DataFrame(
        [
            place("goris", 39.51, 46.34),
            place("lachin", 39.64, 46.55),
            place("shusha", 39.76, 46.75),
            place("sus", 39.62, 46.52, "village", names_note="A note."),
            place("west-land", None, None, "country"),
            place("east-land", None, None, "country"),
            place("old-road", None, None, "road"),
            place("new-road", None, None, "road"),
        ]
    )


@pytest.fixture
def base() -> dict:
    """Two neighbouring squares as countries."""
    return {"countries": collection(square("west-land", 46.0, 39.4), square("east-land", 46.5, 39.4))}


@pytest.fixture
def roads() -> dict:
    """A road until 30 August 2022 and one from then on."""
    return collection(
        line("old-road", [[46.34, 39.51], [46.55, 39.64], [46.75, 39.76]], valid_to="2022-08-30"),
        line("new-road", [[46.34, 39.51], [46.6, 39.58], [46.75, 39.76]], valid_from="2022-08-30"),
    )
