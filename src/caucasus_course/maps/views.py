"""The maps that lessons call: each takes tables and shapes and returns a CourseMap."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from attrs import evolve

from caucasus_course.core.days import as_day, is_in_force
from caucasus_course.core.errors import CourseError, unknown
from caucasus_course.core.style import AREAS, BASE, POINTS
from caucasus_course.maps.course_map import CourseMap
from caucasus_course.maps.drawing import Layer, names_of, points_layers, shapes_layer, with_remarks
from caucasus_course.maps.guess import features_of, guess_of
from caucasus_course.maps.projection import Bounds, bounds_of
from caucasus_course.maps.steps import Step, Steps

if TYPE_CHECKING:
    import pandas as pd

Collection = Mapping[str, Any]

# Towns, bridge and crossroads along the roads to Stepanakert, marked on a map of routes unless others are asked for.
STOPS = (
    "goris", "kornidzor", "hakari-bridge", "lachin", "shusha-crossroads", "shusha", "stepanakert", "khojaly", "askeran", "aghdam",
)  # fmt: skip


def base_layers(base: Mapping[str, Collection]) -> list[Layer]:
    """Return the quiet ground of every map from the layers given by name."""
    return [
        shapes_layer(base[name], name, is_base=True, labelled=name in {"sea", "countries", "lakes"})
        for name in BASE
        if name in base
    ]


def _choose(places: pd.DataFrame, only: Iterable[str] | None) -> pd.DataFrame:
    if only is None:
        return places[places["kind"].isin(list(POINTS))]
    wanted = list(only)
    known = set(places["place_id"])
    for place_id in wanted:
        if place_id not in known:
            raise unknown("place", place_id, known)
    return places[places["place_id"].isin(wanted)]


def _in_view(layers: list[Layer]) -> Bounds:
    points = [(point.lon, point.lat) for layer in layers for point in layer.points]
    points += [vertex for layer in layers for shape in layer.shapes for ring in shape.rings for vertex in ring]
    if not points:
        raise CourseError("There is nothing to draw on this map. Did a filter leave nothing?")
    return bounds_of(points)


def map_places(
    places: pd.DataFrame,
    *,
    names: pd.DataFrame,
    base: Mapping[str, Collection],
    title: str = "Places",
    only: Iterable[str] | None = None,
    shapes: Mapping[str, Collection] | None = None,
    bounds: Bounds | None = None,
    as_of: str = "2020",
    according_to: str = "GeoNames, Natural Earth and geoBoundaries",
    language: str = "en",
    notes: Mapping[str, str] | None = None,
) -> CourseMap:
    """Return a map of places over a quiet base.

    Parameters
    ----------
    places : rows of the places table; kinds with a mark are drawn
    names : the whole places table, for the names of the base
    base : layers by name (`sea`, `countries`, `provinces`, `rayons`, `lakes`), GeoJSON in degrees
    title, as_of, according_to : what the caption says; borders of districts are those of 2020
    only : the place ids to draw, if not all; without it, those that have notes
    shapes : further layers by the name of their style (`rivers`, `oblast`), drawn over the base
    bounds : south, west, north, east; fitted to the places when not given
    language : the language that names start in: en, hy, az or ru
    notes : a text for each place that has one, by place id; shown in its popup and below the map

    """
    points = points_layers(_choose(places, list(notes) if only is None and notes else only))
    over = [shapes_layer(collection, style) for style, collection in (shapes or {}).items()]
    return CourseMap(
        title,
        [*base_layers(base), *over, *points],
        with_remarks(names_of(names), notes or {}, points),
        bounds=bounds or _in_view(points),
        as_of=as_of,
        according_to=according_to,
        language=language,
    )


def _open_on(feature: Mapping[str, Any], day: str) -> bool:
    dated = feature["properties"]
    return is_in_force(dated.get("valid_from"), dated.get("valid_to"), day)


def _part(collection: Collection, features: list[Any]) -> Collection:
    return {**collection, "features": features}


def map_routes(
    roads: Collection,
    *,
    at: str | datetime.date,
    places: pd.DataFrame,
    base: Mapping[str, Collection],
    title: str | None = None,
    only: Iterable[str] | None = None,
    shapes: Mapping[str, Collection] | None = None,
    language: str = "en",
) -> CourseMap:
    """Return a map of the roads in use on a date; those of another date are drawn dashed.

    Parameters
    ----------
    roads : the `roads` layer, dated features
    at : the date, `YYYY-MM-DD`
    places : the places table; `only` picks the ids to mark along the way, else the stops of the roads to Stepanakert
    base, shapes, language : as in `map_places`

    """
    day = as_day(at).isoformat()
    open_then = [feature for feature in roads["features"] if _open_on(feature, day)]
    other = [feature for feature in roads["features"] if feature not in open_then]
    lines = []
    if other:
        lines.append(shapes_layer(_part(roads, other), "road_closed"))
    if open_then:
        lines.append(shapes_layer(_part(roads, open_then), "road", legend=f"Road in use on {day}"))
    stops = [place_id for place_id in STOPS if place_id in set(places["place_id"])] if only is None else list(only)
    points = points_layers(_choose(places, stops)) if stops else []
    over = [shapes_layer(collection, style) for style, collection in (shapes or {}).items() if style in AREAS]
    return CourseMap(
        title or f"Roads on {day}",
        [*base_layers(base), *over, *lines, *points],
        names_of(places),
        bounds=_in_view([*lines, *points]),
        as_of=day,
        according_to="the notes in each road's popup; drawn by hand, schematic",
        language=language,
    )


def map_predict(
    collection: Collection,
    answer: Iterable[str],
    *,
    question: str,
    told: str,
    places: pd.DataFrame,
    base: Mapping[str, Collection],
    shapes: Mapping[str, Collection] | None = None,
    only: Iterable[str] | None = None,
    as_of: str = "2020",
    according_to: str = "the sources named in this lesson",
    language: str = "en",
) -> CourseMap:
    """Return a map on which the reader marks areas first and sees the answer and the overlap second.

    Parameters
    ----------
    collection : the areas that can be marked; `only` picks some by id
    answer : the ids of those that are right
    question, told : what is asked, and what is said with the answer, sources included
    places, base, shapes, language : as in `map_places`

    """
    ids = features_of(collection, only)
    areas = evolve(shapes_layer(collection, "guess_open", only=ids), is_stepped=True)
    steps = Steps("Answer", (Step("", "", (("guess_open",) * len(areas.shapes),)),))
    over = [shapes_layer(one, style) for style, one in (shapes or {}).items()]
    return CourseMap(
        question,
        [*base_layers(base), areas, *over],
        names_of(places),
        bounds=_in_view([areas]),
        as_of=as_of,
        according_to=according_to,
        language=language,
        steps=steps,
        guess=guess_of(question, answer, told, ids),
    )
