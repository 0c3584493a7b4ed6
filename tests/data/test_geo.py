"""The shapes and places hold what is known of the ground: areas, towns, shared borders, names, dates."""

import csv
import json
from functools import cache
from pathlib import Path

import pytest

pyproj = pytest.importorskip("pyproj", reason="measuring shapes needs the dev dependency pyproj")
shapely = pytest.importorskip("shapely", reason="measuring shapes needs the dev dependency shapely")

DATA = Path(__file__).parents[2] / "data"
LAYERS = ("control_areas", "countries", "lakes", "oblast", "provinces", "rayons", "rivers", "roads", "sea")
RESERVOIRS = ("mingachevir-reservoir", "shamkir-reservoir")
WINDOW = (43.0, 37.8, 51.0, 42.5)
SCHEMATIC = ("control_areas", "rivers", "roads")
TO_METRES = pyproj.Transformer.from_crs(
    "EPSG:4326", "+proj=aea +lat_1=38.5 +lat_2=41.5 +lat_0=40 +lon_0=47 +datum=WGS84", always_xy=True
)

OFFICIAL_KM2 = {
    "lachin-district": (1835, 1840),
    "gubadly-district": (802, 802),
    "zangilan-district": (707, 707),
    "jabrayil-district": (1050, 1050),
    "fuzuli-district": (1386, 1390),
    "shusha-district": (289, 289),
    "nkao": (4388, 4388),
}
HELD_1994 = (
    "aghdam",
    "fuzuli",
    "jabrayil",
    "zangilan",
    "gubadly",
    "lachin",
    "kalbajar",
    "martakert",
    "martuni",
    "hadrut",
    "shusha",
    "stepanakert",
    "talish",
    "madagiz",
    "khojaly",
    "askeran",
    "karmir-shuka",
    "hin-tagher",
    "lele-tepe",
    "minjivan",
)
FREE_1994 = (
    "tartar",
    "maragha",
    "barda",
    "horadiz",
    "naftalan",
    "ganja",
    "beylagan",
    "guzanli",
    "aghjabadi",
    "goranboy",
    "getashen",
)
HELD_2020 = (
    "stepanakert",
    "khojaly",
    "askeran",
    "martakert",
    "martuni",
    "lisagor",
    "karmir-shuka",
    "karakend",
    "drmbon",
    "vank",
    "farrukh",
)
FREE_2020 = (
    "shusha",
    "hadrut",
    "talish",
    "madagiz",
    "aghdam",
    "fuzuli",
    "jabrayil",
    "zangilan",
    "gubadly",
    "kalbajar",
    "tartar",
    "maragha",
    "horadiz",
    "lele-tepe",
    "minjivan",
)
CORRIDOR = ("lachin", "zabukh", "sus")
GAZAKH = ("baghanis-ayrum", "ashaghi-askipara", "kheyrimli", "gizilhajili")
OWN_UNIT = {
    "stepanakert": "khankendi-city",
    "shusha": "shusha-district",
    "naftalan": "naftalan-city",
    "ganja": "ganja-city",
    "lachin": "lachin-district",
    "zabukh": "lachin-district",
    "garadaghly": "khojavend-district",
    "meshali": "khojaly-district",
    "sus": "lachin-district",
    "kalbajar": "kalbajar-district",
    "aghdam": "aghdam-district",
    "guzanli": "aghdam-district",
    "fuzuli": "fuzuli-district",
    "horadiz": "fuzuli-district",
    "jabrayil": "jabrayil-district",
    "lele-tepe": "jabrayil-district",
    "gubadly": "gubadly-district",
    "zangilan": "zangilan-district",
    "minjivan": "zangilan-district",
    "martuni": "khojavend-district",
    "hadrut": "khojavend-district",
    "karmir-shuka": "khojavend-district",
    "karakend": "khojavend-district",
    "hin-tagher": "khojavend-district",
    "khtsaberd": "khojavend-district",
    "taghavard": "khojavend-district",
    "khojaly": "khojaly-district",
    "askeran": "khojaly-district",
    "farrukh": "khojaly-district",
    "shosh": "khojaly-district",
    "martakert": "tartar-district",
    "talish": "tartar-district",
    "madagiz": "tartar-district",
    "tartar": "tartar-district",
    "maragha": "tartar-district",
    "drmbon": "kalbajar-district",
    "vank": "kalbajar-district",
    "lisagor": "shusha-district",
    "barda": "barda-district",
    "beylagan": "beylagan-district",
    "aghjabadi": "aghjabadi-district",
    "goranboy": "goranboy-district",
    "shahumyan": "goranboy-district",
    "gulistan": "goranboy-district",
    "getashen": "goygol-district",
    "yevlakh": "yevlakh-city",
    "mingachevir": "mingachevir-city",
    "sumgait": "sumgait-city",
    "baku": "baku-city",
    "shamkir": "shamkir-district",
    "gazakh": "gazakh-district",
    "tovuz": "tovuz-district",
    "lankaran": "lankaran-city",
    "nakhchivan": "nakhchivan-city",
    "julfa": "julfa-district",
    "ordubad": "ordubad-district",
    "karki": "sadarak-district",
    "yukhari-askipara": "gazakh-district",
    "goris": "syunik",
    "kornidzor": "syunik",
    "tegh": "syunik",
    "agarak": "syunik",
    "meghri": "syunik",
    "kapan": "syunik",
    "sisian": "syunik",
    "khndzoresk": "syunik",
    "jermuk": "vayots-dzor",
    "yeghegnadzor": "vayots-dzor",
    "sotk": "gegharkunik",
    "vardenis": "gegharkunik",
    "gavar": "gegharkunik",
    "yeraskh": "ararat-province",
    "voskepar": "tavush",
    "ijevan": "tavush",
    "vanadzor": "lori",
    "spitak": "lori",
    "gyumri": "shirak",
    "zar": "kotayk",
    "yerevan": "yerevan-city",
}


@cache
def layer(name: str) -> dict[str, tuple[dict, object]]:
    """Return a layer as id → (properties, shape)."""
    features = json.loads((DATA / "geo" / f"{name}.geojson").read_text(encoding="utf-8"))["features"]
    return {f["properties"]["id"]: (f["properties"], shapely.geometry.shape(f["geometry"])) for f in features}


def shape(place_id: str) -> object:
    """Return the one shape that carries this id."""
    return next(layer(name)[place_id][1] for name in LAYERS if place_id in layer(name))


@cache
def places() -> dict[str, dict[str, str]]:
    """Return the rows of places.csv by id."""
    with (DATA / "places.csv").open(encoding="utf-8", newline="") as stream:
        return {row["place_id"]: row for row in csv.DictReader(stream)}


def point(place_id: str) -> object:
    """Return where places.csv puts a place."""
    row = places()[place_id]
    return shapely.Point(float(row["lon"]), float(row["lat"]))


def metres(geometry: object) -> object:
    """Return a shape on an equal-area plane."""
    return shapely.transform(geometry, TO_METRES.transform, interleaved=False)


def held_on(day: str) -> object:
    """Return everything some side held beyond its own borders on a day; valid_to is the first day it no longer did."""
    return shapely.union_all(
        [
            area
            for facts, area in layer("control_areas").values()
            if (facts["valid_from"] or "") <= day < (facts["valid_to"] or "9999")
        ]
    )


@pytest.mark.parametrize("place_id", OFFICIAL_KM2)
def test_areas_come_within_eight_percent_of_the_official_figure(place_id: str) -> None:
    """A district's or the oblast's polygon measures what the official lists say, within 8 %."""
    low, high = OFFICIAL_KM2[place_id]

    assert low * 0.92 <= metres(shape(place_id)).area / 1e6 <= high * 1.08


def test_the_area_held_to_2020_measures_what_the_court_and_de_waal_say() -> None:
    """The redrawn line of contact encloses 11,561 km² (ECtHR, Armenian Government) to 11,797 km² (de Waal), within 8 %."""
    assert 11_561 * 0.92 <= metres(shape("held-area-1994-2020")).area / 1e6 <= 11_797 * 1.08


@pytest.mark.parametrize(("district", "share"), [("aghdam-district", 0.77), ("fuzuli-district", 0.33)])
def test_the_line_of_contact_cuts_districts_as_reported(district: str, share: float) -> None:
    """About 77 % of Aghdam and 33 % of Fuzuli district lie behind the line."""
    held = metres(shape("held-area-1994-2020")).intersection(metres(shape(district)))

    assert held.area / metres(shape(district)).area == pytest.approx(share, abs=0.06)


@pytest.mark.parametrize("place_id", HELD_1994)
def test_places_behind_the_line_of_contact_are_inside(place_id: str) -> None:
    """On 1 January 2010 the place lies in the area held by Armenian forces."""
    assert shape("held-area-1994-2020").contains(point(place_id))


@pytest.mark.parametrize("place_id", FREE_1994)
def test_places_before_the_line_of_contact_are_outside(place_id: str) -> None:
    """The place stayed with Azerbaijan from 1994 to 2020."""
    assert not held_on("2010-01-01").contains(point(place_id))


@pytest.mark.parametrize("place_id", HELD_2020)
def test_places_left_under_peacekeepers_are_inside(place_id: str) -> None:
    """From December 2020 to September 2023 the place lies in the area left to the Karabakh Armenians."""
    assert shape("held-area-2020-2023").contains(point(place_id))


@pytest.mark.parametrize("place_id", FREE_2020)
@pytest.mark.parametrize("day", ["2020-12-20", "2022-08-27", "2023-09-01"])
def test_places_retaken_or_handed_over_are_outside(place_id: str, day: str) -> None:
    """From mid-December 2020 the place lies in no held area and in no corridor."""
    assert not held_on(day).contains(point(place_id))


@pytest.mark.parametrize("place_id", CORRIDOR)
def test_the_corridor_holds_lachin_until_26_august_2022(place_id: str) -> None:
    """Lachin, Zabukh and Sus are in the corridor on 25 August 2022 and not on the 26th."""
    assert held_on("2022-08-25").contains(point(place_id))
    assert not held_on("2022-08-26").contains(point(place_id))


@pytest.mark.parametrize("place_id", ["hin-tagher", "khtsaberd"])
def test_the_hin_tagher_pocket_ends_on_13_december_2020(place_id: str) -> None:
    """Hin Tagher and Khtsaberd are held on 11 December 2020 and not on the 13th."""
    assert held_on("2020-12-11").contains(point(place_id))
    assert not held_on("2020-12-13").contains(point(place_id))


@pytest.mark.parametrize("place_id", GAZAKH)
def test_four_villages_of_gazakh_return_on_24_may_2024(place_id: str) -> None:
    """Each of the four villages is held on 23 May 2024 and not on the 24th."""
    assert held_on("2024-05-23").contains(point(place_id))
    assert not held_on("2024-05-24").contains(point(place_id))


@pytest.mark.parametrize(
    ("place_id", "last", "first"),
    [
        ("aghdam", "2020-11-19", "2020-11-20"),
        ("kalbajar", "2020-11-24", "2020-11-25"),
        ("stepanakert", "2023-09-19", "2023-09-20"),
    ],
)
def test_hand_overs_happen_on_their_day(place_id: str, last: str, first: str) -> None:
    """The place is held on the last day and no longer on the first."""
    assert held_on(last).contains(point(place_id))
    assert not held_on(first).contains(point(place_id))


def test_both_sides_exclaves_are_shown() -> None:
    """Karki in Armenian and Artsvashen in Azerbaijani hands mirror each other to this day."""
    holders = {
        name: facts["held_by"] for name, (facts, _) in layer("control_areas").items() if facts["valid_to"] is None
    }

    assert holders["karki-exclave"] == "Armenian forces"
    assert holders["artsvashen-exclave"] == "Azerbaijani forces"


@pytest.mark.parametrize("place_id", OWN_UNIT)
def test_every_town_lies_in_its_own_district_or_province(place_id: str) -> None:
    """The unit that holds the place on the map is the one that holds it on paper, and no other."""
    units = {**layer("rayons"), **layer("provinces")}

    assert [name for name, (_, area) in units.items() if area.contains(point(place_id))] == [OWN_UNIT[place_id]]


def test_most_settlements_of_the_region_are_tied_to_a_unit() -> None:
    """Only places marked as approximate are left out of the check above."""
    exact = {
        name
        for name, row in places().items()
        if row["kind"] in {"city", "town", "village"}
        and row["precision"] == "settlement"
        and shapely.box(44.7, 38.8, 47.7, 41.2).contains(point(name))
    }

    assert exact - set(OWN_UNIT) == {"malibeyli", "karkijahan", "gizilbulag-mine", "artsvashen"}


@pytest.mark.parametrize(
    ("place_id", "country"),
    [
        ("agarak", "armenia"),
        ("kornidzor", "armenia"),
        ("meghri", "armenia"),
        ("goris", "armenia"),
        ("minjivan", "azerbaijan"),
        ("karki", "azerbaijan"),
        ("yukhari-askipara", "azerbaijan"),
        ("tbilisi", "georgia"),
        ("tabriz", "iran"),
    ],
)
def test_places_lie_in_their_country(place_id: str, country: str) -> None:
    """The place falls in one country, the right one."""
    assert [name for name, (_, area) in layer("countries").items() if area.contains(point(place_id))] == [country]


def test_there_are_more_than_seventy_districts_and_eleven_provinces() -> None:
    """Azerbaijan shows 66 districts and 11 cities, Armenia 10 provinces and Yerevan."""
    assert len(layer("rayons")) == 77
    assert len(layer("provinces")) == 11


def test_units_of_both_countries_leave_no_gap_and_do_not_overlap() -> None:
    """Districts, provinces, reservoirs and neighbours form one coverage, matched vertex for vertex."""
    units = [area for name in ("rayons", "provinces") for _, area in layer(name).values()]
    units += [shape(name) for name in (*RESERVOIRS, "georgia", "russia", "turkey", "iran", "caspian-sea")]

    assert shapely.coverage_is_valid(units)
    assert shapely.union_all(units).area == pytest.approx(shapely.box(*WINDOW).area, abs=1e-3)


@pytest.mark.parametrize(("country", "layer_name"), [("azerbaijan", "rayons"), ("armenia", "provinces")])
def test_countries_are_the_sum_of_their_units(country: str, layer_name: str) -> None:
    """A country's outline is that of its districts or provinces, reservoirs included."""
    units = [area for _, area in layer(layer_name).values()]
    units += [shape(name) for name in RESERVOIRS] if country == "azerbaijan" else []

    assert shapely.symmetric_difference(shapely.union_all(units), shape(country)).area < 1e-9


def test_the_araks_runs_on_the_border() -> None:
    """Where the Araks is the border of Armenia and Azerbaijan with Turkey and Iran, river and border are one line."""
    border = shapely.union_all([shape("armenia"), shape("azerbaijan")]).boundary
    middle = shape("araks").intersection(shapely.box(44.0, 37.8, 47.9, 40.5))

    assert metres(middle.difference(border.buffer(0.0005))).length < 1000


@pytest.mark.parametrize(
    ("road", "stops"),
    [
        ("lachin-road-old", ["goris", "tegh", "zabukh", "lachin", "lisagor", "shusha", "stepanakert"]),
        ("lachin-road-2022", ["goris", "kornidzor", "hakari-bridge", "shusha", "stepanakert"]),
        ("aghdam-road", ["aghdam", "askeran", "khojaly", "stepanakert"]),
    ],
)
def test_roads_pass_through_their_towns_in_order(road: str, stops: list[str]) -> None:
    """Each stop lies within 400 m of the road, further along it than the one before."""
    line = shape(road)
    ways = [line.project(point(stop)) for stop in stops]

    assert max(metres(line).distance(metres(point(stop))) for stop in stops) < 400
    assert ways == sorted(ways) or ways == sorted(ways, reverse=True)


def test_the_new_road_leaves_lachin_aside_from_30_august_2022() -> None:
    """The roads change over on one day, and the new one passes Lachin at more than 2 km."""
    assert layer("roads")["lachin-road-old"][0]["valid_to"] == "2022-08-30"
    assert layer("roads")["lachin-road-2022"][0]["valid_from"] == "2022-08-30"
    assert metres(shape("lachin-road-2022")).distance(metres(point("lachin"))) > 2000


@pytest.mark.parametrize(("river", "receiver"), [("araks", "kura"), ("tartar-river", "kura"), ("hakari", "araks")])
def test_rivers_end_in_the_river_they_join(river: str, receiver: str) -> None:
    """The last vertex of a tributary lies on its receiver."""
    mouth = shapely.Point(shape(river).coords[-1])

    assert metres(mouth).distance(metres(shape(receiver))) < 50


@pytest.mark.parametrize("river", ["araks", "kura", "hakari", "tartar-river"])
def test_rivers_are_drawn_with_enough_vertices(river: str) -> None:
    """No river is a handful of straight strokes."""
    assert len(shape(river).coords) >= 20


@pytest.mark.parametrize("name", LAYERS)
def test_features_carry_the_agreed_facts(name: str) -> None:
    """Every feature says its id, its dates, according to whom, how exact it is and its source."""
    for facts, area in layer(name).values():
        assert {"id", "valid_from", "valid_to", "according_to", "precision_km", "source_id"} <= set(facts)
        assert facts["according_to"] and facts["source_id"] and facts["precision_km"] > 0
        assert area.is_valid and not area.is_empty


@pytest.mark.parametrize("name", LAYERS)
def test_coordinates_lie_in_the_window_with_four_decimals(name: str) -> None:
    """No coordinate leaves the map's window or claims more than ten metres."""
    for _, area in layer(name).values():
        west, south, east, north = area.bounds
        assert WINDOW[0] <= west <= east <= WINDOW[2] and WINDOW[1] <= south <= north <= WINDOW[3]
        assert all(round(value, 4) == value for value in shapely.get_coordinates(area).ravel())


@pytest.mark.parametrize("name", SCHEMATIC)
def test_hand_drawn_shapes_say_that_they_are_schematic(name: str) -> None:
    """A hand-drawn shape is marked schematic and right to 3–5 km."""
    for facts, _ in layer(name).values():
        assert facts["schematic"] is True
        assert 3 <= facts["precision_km"] <= 5
        assert facts["source_id"] == "course-drawing"


@pytest.mark.parametrize("name", LAYERS)
def test_every_shape_is_named_in_places(name: str) -> None:
    """Names live in places.csv only: each id of a shape is a place, and no shape carries a name."""
    assert set(layer(name)) <= set(places())
    assert not any(key.startswith("name") for facts, _ in layer(name).values() for key in facts)


def test_every_id_is_used_by_one_layer() -> None:
    """No two layers share an id."""
    ids = [place_id for name in LAYERS for place_id in layer(name)]

    assert len(ids) == len(set(ids))


def drawn_places() -> list[dict]:
    """Return the places with a point; villages known only from lists of 2020 have none."""
    return [row for row in places().values() if row["lat"]]


def test_places_are_named_in_every_language() -> None:
    """Every place on a map has its name in English, Azerbaijani, Armenian, Latin Armenian and Russian, in its script."""
    for row in places().values():
        assert row["name_en"] and row["name_az"] and row["source_ids"], row["place_id"]
    for row in drawn_places():
        assert any("\u0531" <= letter <= "\u0587" for letter in row["name_hy"]), row["place_id"]
        assert row["name_hy_latn"] and not any("\u0531" <= letter <= "\u0587" for letter in row["name_hy_latn"])
        assert any("\u0400" <= letter <= "\u04ff" for letter in row["name_ru"]), row["place_id"]


def test_places_use_the_agreed_kinds_and_precisions() -> None:
    """Kinds and precisions come from the agreed lists, coordinates from the globe."""
    kinds = {
        "country",
        "region",
        "oblast",
        "district",
        "province",
        "city",
        "place abroad",
        "town",
        "village",
        "river",
        "lake",
        "sea",
        "road",
        "pass",
        "crossing",
        "airport",
        "mountains",
        "plain",
    }
    for row in places().values():
        assert row["kind"] in kinds
        assert row["precision"] in {"site", "settlement", "district", "schematic"}
    for row in drawn_places():
        assert -90 <= float(row["lat"]) <= 90 and -180 <= float(row["lon"]) <= 180


def test_unverified_points_say_so() -> None:
    """A settlement or crossing whose point is not exact tells the reader in its note."""
    words = ("approximate", "not verified", "the minute only")
    vague = [
        row
        for row in drawn_places()
        if row["precision"] in {"schematic", "district"} and row["kind"] in {"city", "town", "village", "crossing"}
    ]

    assert vague
    assert [row["place_id"] for row in vague if not any(word in row["names_note"] for word in words)] == []


@pytest.mark.parametrize(
    ("place_id", "lat", "lon"),
    [
        ("turkmenchay", 37.585, 47.390),
        ("gizilbulag-mine", 40.147, 46.608),
        ("gulistan", 40.358, 46.579),
        ("madagiz", 40.331, 46.729),
        ("maragha", 40.331, 46.886),
        ("farrukh", 40.019, 46.801),
        ("zar", 40.258, 44.733),
        ("shahumyan", 40.418, 46.565),
        ("talish", 40.381, 46.741),
        ("kornidzor", 39.548, 46.530),
    ],
)
def test_corrected_coordinates_are_used(place_id: str, lat: float, lon: float) -> None:
    """Ten points that were once wrong by up to 39 km stay where the second reading put them."""
    assert point(place_id).distance(shapely.Point(lon, lat)) < 0.002


def test_maragha_lies_inside_the_oblast_and_gulistan_beside_it() -> None:
    """Maragha and Farrukh were villages of the oblast; Shahumyan and Getashen never were."""
    assert all(
        shape("nkao").contains(point(name)) for name in ("maragha", "farrukh", "stepanakert", "talish", "hadrut")
    )
    assert not any(shape("nkao").contains(point(name)) for name in ("shahumyan", "getashen", "aghdam", "lachin"))


def test_layers_stay_small() -> None:
    """All layers together stay under 700 kB, so that a map stays under its 300 kB."""
    assert sum(path.stat().st_size for path in (DATA / "geo").glob("*.geojson")) < 700_000
