"""Each map of made-up tables is drawn as the kept one: every look, arrow, mark and word of picture and frame."""

import json

import pandas as pd
import pytest

from caucasus_course.core.style import HOLDERS
from caucasus_course.maps.control import map_control
from caucasus_course.maps.movements import map_movements
from caucasus_course.maps.payload import payload
from caucasus_course.maps.views import map_places, map_predict, map_routes
from tests.conftest import collection, place, square


def parts(drawn):
    """Return a map's words, its picture and what its frame draws, one thing a line."""
    sent = payload(
        drawn.layers, drawn.names, bounds=drawn.bounds, language=drawn.language, steps=drawn.steps, guess=drawn.guess
    )
    layers, steps = sent.pop("layers"), sent.pop("steps") or {}
    listed = [("look", look) for look in steps.pop("looks", [])] + [("state", one) for one in steps.pop("steps", [])]
    things = [pair for layer in layers for pair in layer.items()]
    return [
        drawn.text(),
        drawn.alt(),
        drawn.still(),
        *map(json_lines, (sent.items(), things, [*steps.items(), *listed])),
    ]


def json_lines(pairs):
    """Return pairs as lines of JSON."""
    return "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in pairs)


def test_places(places, base, kept):
    """Every kind of mark, a note, a line of water and an area over the quiet base."""
    kinds = ("city", "pass", "crossing", "airport", "mountains", "plain", "region")
    more = [place(kind, 39.45 + 0.05 * number, 46.05 + 0.1 * number, kind) for number, kind in enumerate(kinds)]
    table = pd.concat([places, pd.DataFrame(more)], ignore_index=True)
    over = {"oblast": collection(square("east-land", 46.55, 39.6, 0.2))}
    notes = {"goris": "A remark.", **dict.fromkeys(kinds, "Another.")}

    kept("map_places", *parts(map_places(table, names=table, base=base, shapes=over, notes=notes, language="az")))


def test_routes(places, base, roads, kept):
    """The road of the day is whole, the other dashed."""
    kept("map_routes", *parts(map_routes(roads, at="2022-08-30", places=places, base=base, only=["goris", "shusha"])))


def test_guess(places, base, kept):
    """Looks of what is open, marked, right, missed and wrong."""
    ask = {"question": "Where?", "told": "There."}

    kept("map_predict", *parts(map_predict(base["countries"], ["east-land"], **ask, places=places, base=base)))


def rows_of_control():
    """Return a place for each holder on a day of the war of 2020: held since before, taken, announced."""
    rows = []
    for number, holder in enumerate(HOLDERS):
        rows.append((f"since-{number}", "1994-05-12", holder, "held", None))
        rows.append((f"taken-{number}", "2020-10-09", holder, "held", None))
        rows.append((f"said-{number}", "2020-10-09", holder, "announced", "one side"))
    rows += [
        ("in-the-north", "2024-05-24", "Azerbaijan", "agreed", None),
        ("here", "2024-05-25", "Azerbaijan", "assumed", None),
    ]
    columns = ["place_id", "valid_from", "holder", "date_basis", "announced_by"]
    return pd.DataFrame(rows, columns=columns).assign(valid_to=None, source_ids="work-1; work-2; work-3")


def cell(name, lon, lat):
    """Return the square round a town that follows its holder."""
    feature = square(f"cell-{name}", lon - 0.1, lat - 0.1, 0.2)
    feature["properties"]["place_id"] = name
    return feature


@pytest.fixture
def held(base):
    """The options of a map of control: a town and a square for each row, the edge of 1994, a corridor."""
    control = rows_of_control()
    spots = {name: (39.0 + 0.4 * (n % 4), 45.8 + 0.3 * (n // 4)) for n, name in enumerate(control["place_id"])}
    spots["in-the-north"] = 41.1, 45.0
    towns = [place(name, lat, lon, "village" if "said" in name else "town") for name, (lat, lon) in spots.items()]
    cells = [cell(n, lon, lat) for n, (lat, lon) in spots.items()]
    areas = [square("held-area-1994-2020", 46, 39.2, 1), square("hin-tagher-pocket", 46.4, 39.5, 0.1),
             square("lachin-corridor-2020", 46.5, 39.6, 0.2, valid_from="2020-11-10", valid_to="2022-08-30")]  # fmt: skip
    lands = [place(name, None, None, "country") for name in ("west-land", "east-land", "oblast")]
    drawn = [place(area["properties"]["id"], None, None, "area") for area in areas]
    events = [("2020-09-war-begins", "2020-09-27", None, "War begins"), ("2020-11-trilateral-statement", "2020-11-09", "2020-11-10", "Statement")]  # fmt: skip
    return {
        "control": control, "places": pd.DataFrame([*towns, *lands, *drawn]), "base": base, "cells": collection(*cells),
        "areas": collection(*areas), "oblast": collection(square("oblast", 46.2, 39.3, 0.6)),
        "events": pd.DataFrame(events, columns=["event_id", "start_date", "end_date", "title"]),
        "sources": pd.DataFrame([{"source_id": "work-1", "title": "A work " * 12, "publisher": "A press", "date": "2021"}]),
    }  # fmt: skip


def test_control(held, kept):
    """Each holder has its colour, hatch and mark; what one side announced in the war is a ring and contested."""
    kept("map_control", *parts(map_control(**held, at="2020-10-09")))


def test_movements(base, kept):
    """Arrows of both peoples as wide as the highest number; a thin broken one where a side is silent."""
    columns = ["claim_id", "group", "low", "high", "point", "said_by", "side", "status"]
    claims = [
        ("a", "refugees", None, None, 300000, "Office A", "Armenian", "reported"),
        ("b", "refugees", 90000, 150000, None, "Office A", "Armenian", "disputed"),
        ("c", "the displaced", 600000, None, None, "Office B (a part), of a city", "Azerbaijani", "disputed"),
        ("d", "the displaced", None, 12000, None, "Office C", "Azerbaijani", "reported"),
    ]
    ways = [("a", "Armenians", "shusha", "goris"), ("b", "Azerbaijanis", "goris", "lachin"),
            ("c", "Azerbaijanis", "goris", "lachin"), ("d", "Azerbaijanis", "lachin", "shusha")]  # fmt: skip
    movements = pd.DataFrame(ways, columns=["claim_id", "people", "from_place_id", "to_place_id"]).assign(period="2020")
    towns = [place("goris", 39.51, 45.34), place("lachin", 39.64, 46.55), place("shusha", 40.3, 47.75)]
    places = pd.DataFrame(
        [*towns, place("west-land", None, None, "country"), place("east-land", None, None, "country")]
    )
    claims = pd.DataFrame(claims, columns=columns).assign(note="")

    kept("map_movements", *parts(map_movements(movements, claims, places=places, base=base, side="Azerbaijani")))
