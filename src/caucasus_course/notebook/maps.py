"""The words for maps; each adds the base and the names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from caucasus_course.core.style import BASE
from caucasus_course.data import loaders

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    import pandas as pd

    from caucasus_course.maps.compare import MapPair
    from caucasus_course.maps.course_map import CourseMap
    from caucasus_course.widgets.selfcheck import SelfCheck


def _layers(names: Iterable[str]) -> dict[str, Any]:
    return {name: loaders.layer(name) for name in names}


def map_places(
    places: pd.DataFrame, *, over: Iterable[str] = ("rivers",), title: str = "Places", **options: Any
) -> CourseMap:
    """Return a map of the places of a table; `over` names further layers to draw, such as `rivers` or `oblast`.

    `notes`, a text for each place id, writes on the map: `notes={"shusha": "Who may come home?"}`.
    Other options (`only`, `bounds`, `as_of`, `according_to`, `language`) are those of `maps.views.map_places`.
    """
    from caucasus_course.maps import views

    names = loaders.load("places")
    return views.map_places(places, names=names, base=_layers(BASE), shapes=_layers(over), title=title, **options)


def map_routes(
    roads: dict[str, Any], *, at: str | datetime.date, over: Iterable[str] = ("rivers",), **options: Any
) -> CourseMap:
    """Return a map of the roads in use at a date, `YYYY-MM-DD`; those of another date are dashed.

    Other options (`only`, `title`, `language`) are those of `maps.views.map_routes`.
    """
    from caucasus_course.maps import views

    places = loaders.load("places")
    return views.map_routes(roads, at=at, places=places, base=_layers(BASE), shapes=_layers(over), **options)


def map_control(control: pd.DataFrame, *, at: str | datetime.date, **options: Any) -> CourseMap:
    """Return one map of who held what, 1988–2024, with a slider over every dated state; it opens at a date.

    Other options (`dates`, `title`, `language`) are those of `maps.control.map_control`.
    """
    from caucasus_course.maps import control as view

    tables = {name: loaders.load(name) for name in ("places", "events", "sources")}
    return view.map_control(
        control,
        at=at,
        base=_layers(BASE),
        cells=loaders.layer("control_cells"),
        areas=loaders.layer("control_areas"),
        oblast=loaders.layer("oblast"),
        rivers=loaders.layer("rivers"),
        **tables,
        **options,
    )


def map_movements(movements: pd.DataFrame, claims: pd.DataFrame, **options: Any) -> CourseMap:
    """Return one map of who fled, from where to where, with a chooser of period and claimant.

    Other options (`period`, `side`, `title`, `language`) are those of `maps.movements.map_movements`.
    """
    from caucasus_course.maps import movements as view

    return view.map_movements(movements, claims, places=loaders.load("places"), base=_layers(BASE), **options)


def map_predict(
    collection: dict[str, Any], answer: Iterable[str], *, over: Iterable[str] = ("rivers",), **options: Any
) -> CourseMap:
    """Return a map on which the reader marks areas before the answer is shown, with the overlap of both.

    Other options (`question`, `told`, `only`, `as_of`, `according_to`, `language`) are those of `maps.views.map_predict`.
    """
    from caucasus_course.maps import views

    places = loaders.load("places")
    return views.map_predict(collection, answer, places=places, base=_layers(BASE), shapes=_layers(over), **options)


def map_compare(left: CourseMap, right: CourseMap, *, title: str | None = None) -> MapPair:
    """Return two maps side by side, one over the other on a narrow page."""
    from caucasus_course.maps import compare

    return compare.map_compare(left, right, title=title)


def self_check() -> SelfCheck:
    """Return a widget that says whether maps, quizzes and letters work here."""
    from caucasus_course.widgets.selfcheck import SelfCheck

    places = loaders.load("places")
    return SelfCheck(map_places(places, only=["shusha"], over=(), title="Self-check").frame())
