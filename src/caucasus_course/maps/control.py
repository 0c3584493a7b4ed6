"""The map of control: one map, every dated state of it, from 1988 to 2024."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from caucasus_course.core.days import as_day, day_words, is_in_force
from caucasus_course.core.errors import CourseError
from caucasus_course.core.style import HOLDERS
from caucasus_course.data.citation import works_of
from caucasus_course.data.control import Control
from caucasus_course.maps.course_map import CourseMap
from caucasus_course.maps.drawing import Layer, Name, Point, Shape, names_of, rings_of, shape_facts, shapes_layer
from caucasus_course.maps.holding import WAR_OF_2020, area_look, change, check_holders, in_war_of_2020, place_look
from caucasus_course.maps.projection import Bounds
from caucasus_course.maps.steps import Step, Steps
from caucasus_course.maps.views import base_layers

if TYPE_CHECKING:
    import pandas as pd

Collection = Mapping[str, Any]

VIEW: Bounds = (38.8, 45.65, 40.75, 47.75)
WIDE: Bounds = (38.8, 44.75, 41.25, 47.75)  # with the border villages of Gazakh, Karki and Artsvashen
EDGE = "held-area-1994-2020"
CEASEFIRE = datetime.date(1994, 5, 12)
# Areas with an end of their own, over the cells: the corridor, and the pocket that was taken after the ceasefire.
OVERLAYS = {
    "lachin-corridor-2020": "held_peacekeepers",
    "lachin-corridor-2022": "held_peacekeepers",
    "hin-tagher-pocket": f"held_{HOLDERS['Armenian forces']}",
}
# Days that changed the map or its rules, named by the event of the table of events.
MILESTONES = (
    "1988-02-nkao-soviet-request", "1992-02-khojaly", "1992-05-lachin", "1993-07-aghdam", "1994-05-ceasefire",
    "2016-04-four-day-war", "2020-09-war-begins", "2020-11-trilateral-statement", "2020-11-aghdam-handover",
    "2020-11-kalbajar-handover", "2020-12-lachin-handover", "2022-03-farrukh", "2022-08-lachin-town-transfer",
    "2022-08-lachin-temporary-link", "2023-09-operation", "2024-05-gazakh-villages",
)  # fmt: skip


def _milestones(events: pd.DataFrame | None) -> dict[datetime.date, str]:
    if events is None:
        return {}
    rows = events[events["event_id"].isin(MILESTONES)]
    last = rows["end_date"].fillna(rows["start_date"])
    return {as_day(day): str(title) for day, title in zip(last, rows["title"], strict=True)}


def _is_valid(feature: Any, day: datetime.date) -> bool:
    dated = feature["properties"]
    return is_in_force(dated.get("valid_from"), dated.get("valid_to"), day.isoformat())


def _shape(feature: Any, place_id: str) -> Shape:
    return Shape(place_id, *rings_of(feature["geometry"]), facts=shape_facts(feature["properties"]))


def _edge_look(day: datetime.date) -> str:
    if CEASEFIRE <= day < WAR_OF_2020[0]:
        return "edge_1994"
    return "edge_before" if in_war_of_2020(day) else ""


def _points(control: Control, places: pd.DataFrame) -> list[Point]:
    rows = places[places["place_id"].isin(list(control.by_place)) & places["lat"].notna()]
    rows = rows[rows["kind"].isin(["city", "town", "village"])]
    return [Point(row.place_id, float(row.lon), float(row.lat), row.kind) for row in rows.itertuples()]


def _view(control: Control, points: list[Point], day: datetime.date) -> Bounds | None:
    """Return the wide view for a day on which something outside the usual one changed."""
    changed = {interval.place_id for interval in control.by_start.get(day, [])}
    if len(changed) > 100:
        return None
    south, west, north, east = VIEW
    outside = [p for p in points if not (south <= p.lat <= north and west <= p.lon <= east)]
    return WIDE if any(point.place_id in changed for point in outside) else None


def _chosen(known: Iterable[datetime.date], dates: Iterable[Any] | None, at: datetime.date) -> list[datetime.date]:
    """Return the states to show: from the first day of the table to the last day that it or a milestone names."""
    days = sorted(set(known))
    if not days[0] <= at <= (last := datetime.date(days[-1].year, 12, 31)):
        raise CourseError(
            f"{at} lies outside the table of control: it runs from {days[0]} to {days[-1]}, and this map to the end of "
            "that year."
        )
    chosen = days if dates is None else [as_day(day) for day in dates]
    return sorted({day for day in [*chosen, at] if days[0] <= day <= last})


def _areas_in_order(cells: Collection, areas: Collection) -> tuple[list[Any], list[Any], list[Any]]:
    by_id = {feature["properties"]["id"]: feature for feature in areas["features"]}
    overlays = [by_id[name] for name in OVERLAYS if name in by_id]
    return list(cells["features"]), overlays, [by_id[EDGE]] if EDGE in by_id else []


class _Drawn(NamedTuple):
    """What each state draws: cells that follow a place, areas with dates of their own, the edge, the places."""

    cells: list[Any]
    overlays: list[Any]
    edges: list[Any]
    points: list[Point]


class _Told(NamedTuple):
    """What the words of a state are made of: titles of days, each place's rank and English name, works in few words."""

    milestones: Mapping[datetime.date, str]
    names: Mapping[str, tuple[int, str]]
    works: Mapping[str, str]


def _ranked(places: pd.DataFrame, names: Mapping[str, Name]) -> dict[str, tuple[int, str]]:
    """Return which places a state names first: districts, then towns, then all else, each with its English name."""
    ranks = {"district": 0, "city": 1, "town": 1}
    kinds = dict(zip(places["place_id"], places["kind"].astype(str), strict=True))
    return {place_id: (ranks.get(kinds.get(place_id, ""), 2), name["en"]) for place_id, name in names.items()}


def _step(held: Control, on: datetime.date, drawn: _Drawn, told: _Told) -> Step:
    """Return one state: who held each cell and place on a day, and what changed."""
    cells = tuple(area_look(held, feature["properties"]["place_id"], on) for feature in drawn.cells)
    over = tuple(OVERLAYS[feature["properties"]["id"]] if _is_valid(feature, on) else "" for feature in drawn.overlays)
    marks = tuple(place_look(held, point.place_id, on) for point in drawn.points)
    title = f"{told.milestones[on]}. " if on in told.milestones else ""
    text = f"{title}{change(held, on, told.names, told.works)} Areas are schematic, to about 4 km."
    looks = (cells + over, (_edge_look(on),) * len(drawn.edges), marks)
    return Step(day_words(on), text, looks, _view(held, drawn.points, on))


def _layers(
    drawn: _Drawn, base: Mapping[str, Collection], rivers: Collection | None, oblast: Collection | None
) -> list[Layer]:
    """Return what the map draws, from the ground up."""
    areas = [_shape(feature, feature["properties"]["place_id"]) for feature in drawn.cells]
    areas += [_shape(feature, feature["properties"]["id"]) for feature in drawn.overlays]
    ground = {layer.style: layer for layer in base_layers(base)}
    return [
        *(ground[name] for name in ("sea", "countries") if name in ground),
        Layer("held_contested", "Areas", areas, labelled=False, is_stepped=True),
        *(ground[name] for name in ("provinces", "rayons", "lakes") if name in ground),
        *([shapes_layer(rivers, "rivers", is_base=True)] if rivers else []),
        *([shapes_layer(oblast, "oblast_line", labelled=False)] if oblast else []),
        Layer("edge_1994", "Edge", [_shape(edge, EDGE) for edge in drawn.edges], labelled=False, is_stepped=True),
        Layer("at_contested", "Places", points=drawn.points, is_stepped=True),
    ]


def map_control(
    control: pd.DataFrame,
    *,
    at: str | datetime.date,
    places: pd.DataFrame,
    base: Mapping[str, Collection],
    cells: Collection,
    areas: Collection,
    oblast: Collection | None = None,
    rivers: Collection | None = None,
    events: pd.DataFrame | None = None,
    sources: pd.DataFrame | None = None,
    names: dict[str, Name] | None = None,
    dates: Iterable[str | datetime.date] | None = None,
    title: str = "Who held what, 1988–2024",
    language: str = "en",
) -> CourseMap:
    """Return one map of who held what, with a slider over every dated state.

    Parameters
    ----------
    control : the table of control, one row for each place and holder
    at : the date that the map opens with, and that its picture and text show
    places : the places table, for marks and names
    base, rivers, oblast : the quiet ground
    cells : areas that each take the holder of one place (`control_cells`)
    areas : areas with dates of their own (`control_areas`)
    events, sources : for the words of the states: what happened, and which works say so
    dates : the states to show, if not every day of a change

    """
    day, held = as_day(at), Control.read(control.to_dict("records"))
    check_holders(held)
    known = names or names_of(places)
    milestones = _milestones(events)
    days = _chosen([*held.days(), *milestones, CEASEFIRE], dates, day)
    drawn = _Drawn(*_areas_in_order(cells, areas), _points(held, places))
    told = _Told(milestones, _ranked(places, known), works_of(sources))
    steps = Steps("Date", tuple(_step(held, on, drawn, told) for on in days), at=days.index(day))
    return CourseMap(
        title, _layers(drawn, base, rivers, oblast), known, bounds=VIEW, as_of=day_words(day),
        according_to="this course's table of control, each change with its source; areas schematic, to about 4 km",
        language=language, steps=steps,
    )  # fmt: skip
