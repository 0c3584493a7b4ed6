"""The map of flight: arrows as wide as the number, one claimant at a time, both peoples always on one map."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from caucasus_course.core.errors import CourseError, unknown
from caucasus_course.maps.arrows import arrow
from caucasus_course.maps.course_map import CourseMap
from caucasus_course.maps.drawing import Layer, Name, Point, Shape, names_of
from caucasus_course.maps.flights import Flight, claimants, ends, flights
from caucasus_course.maps.projection import Bounds, bounds_of
from caucasus_course.maps.steps import Step, Steps
from caucasus_course.maps.views import base_layers

if TYPE_CHECKING:
    import pandas as pd

Collection = Mapping[str, Any]

VIEW: Bounds = (38.75, 44.1, 41.2, 50.1)
PEOPLE_PER_KM = 30_000  # 300,000 people are an arrow 10 km wide
_LEAST_KM, _UNSAID_KM = 1.6, 1.0
_LEAST_DEGREES = 1.4  # a lone arrow keeps the land around it in view
_LOOKS = {"Armenians": "flight_armenians", "Azerbaijanis": "flight_azerbaijanis"}


def _spots(found: list[Flight], places: pd.DataFrame) -> dict[str, tuple[float, float]]:
    rows = places[places["lat"].notna()]
    known = {row.place_id: (float(row.lon), float(row.lat)) for row in rows.itertuples()}
    for flight in found:
        for place_id in (flight.start, flight.end):
            if place_id not in known:
                raise CourseError(f"{place_id!r} has no coordinates, so no arrow can begin or end there.")
    return known


def _told(flights_of: list[Flight], names: Mapping[str, Name]) -> str:
    lines = [
        f"{flight.people}, from {names[flight.start]['en']} towards {names[flight.end]['en']}: {flight.number} "
        f"({flight.note}; {flight.claimant}; {flight.status})."
        for flight in flights_of
    ]
    return " ".join(lines)


def _label(period: str, side: str, found: list[Flight]) -> str:
    """Return a choice in words: the period, the kind of claimant, and the claimants by name."""
    said = [flight for flight in found if (flight.period, flight.side) == (period, side)]
    names = list(dict.fromkeys(flight.claimant.split(" (")[0].split(", ")[0] for flight in said))
    more = f" and {len(names) - 2} more" if len(names) > 2 else ""
    return f"{period} · {side}: {'; '.join(names[:2])}{more}"


def _thing(route: tuple[str, str, str, str], said: list[Flight], key: str, spots: Any) -> tuple[Shape, Name]:
    widest = max(said, key=lambda flight: flight.width, default=None)
    km = max(_LEAST_KM, widest.width / PEOPLE_PER_KM) if widest else _UNSAID_KM
    shape = Shape(key, [arrow(spots[route[2]], spots[route[3]], km)], closed=True)
    lines = tuple(
        f"{flight.number}: {flight.note}. Said by: {flight.claimant}. Status: {flight.status}." for flight in said
    )
    return shape, Name(
        {"en": widest.number if widest else "no figure"}, lines or ("This side gives no number that we know of.",)
    )


def map_movements(
    movements: pd.DataFrame,
    claims: pd.DataFrame,
    *,
    places: pd.DataFrame,
    base: Mapping[str, Collection],
    period: str | None = None,
    side: str | None = None,
    title: str = "Who fled, from where to where",
    language: str = "en",
) -> CourseMap:
    """Return one map of flight with a chooser of period and claimant; where one side is silent, a thin arrow says so.

    Parameters
    ----------
    movements, claims : which claims speak of which way, and their numbers
    places, base : for names, arrows' ends and the ground
    period, side : what the map opens with, such as `"2020"` and `"Armenian"`; the first of the table if not given

    """
    found = flights(movements, claims)
    choices = claimants(found)
    at = _opening(choices, period, side)
    names, spots = names_of(places), _spots(found, places)
    shapes: list[tuple[int, str, Shape]] = []
    drawn: dict[str, Name] = {}
    steps: list[Step] = []
    for number, (when, who) in enumerate(choices):
        for route in dict.fromkeys(flight.route for flight in found if flight.period == when):
            said = [flight for flight in found if flight.route == route and flight.side == who]
            key = f"flight-{len(shapes)}"
            shape, name = _thing(route, said, key, spots)
            shapes.append((number, _LOOKS[route[1]] if said else "flight_unsaid", shape))
            drawn[key] = name
    points = [Point(place_id, *spots[place_id], "anchor") for place_id in ends(found)]
    for number, (when, who) in enumerate(choices):
        of_now = [flight for flight in found if (flight.period, flight.side) == (when, who)]
        used = {place_id for flight in found if flight.period == when for place_id in (flight.start, flight.end)}
        looks = tuple(look if owner == number else "" for owner, look, _ in shapes)
        marks = tuple("anchor" if point.place_id in used else "" for point in points)
        steps.append(
            Step(
                _label(when, who, found),
                _told(of_now, names),
                (looks, marks),
                bounds_of([spots[place_id] for place_id in used], least=_LEAST_DEGREES),
                when,
            )
        )
    layers = [
        *base_layers({name: base[name] for name in ("sea", "countries", "lakes") if name in base}),
        Layer("flight_armenians", "Flight", [shape for *_, shape in shapes], is_stepped=True),
        Layer("anchor", "Where an arrow begins or ends", points=points, is_stepped=True),
    ]
    return CourseMap(
        title, layers, names | drawn, bounds=VIEW, as_of=steps[at].group,
        according_to=f"claimants of the kind “{choices[at][1]}”; arrows join places and show no route",
        language=language, steps=Steps("According to", tuple(steps), at=at, is_slider=False),
    )  # fmt: skip


def _opening(choices: list[tuple[str, str]], period: str | None, side: str | None) -> int:
    periods = list(dict.fromkeys(when for when, _ in choices))
    if period is not None and period not in periods:
        raise unknown("period", period, periods)
    fitting = [choice for choice in choices if period in (None, choice[0])]
    if side is not None and side not in {who for _, who in fitting}:
        raise unknown("claimant", side, {who for _, who in fitting})
    return choices.index(next(choice for choice in fitting if side in (None, choice[1])))
