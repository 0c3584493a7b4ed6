"""The words for maps; each adds the base and the names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from caucasus_course.core.style import BASE
from caucasus_course.data import loaders

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping

    import pandas as pd

    from caucasus_course.maps.compare import MapPair
    from caucasus_course.maps.course_map import CourseMap
    from caucasus_course.maps.projection import Bounds
    from caucasus_course.widgets.selfcheck import SelfCheck


def _layers(names: Iterable[str]) -> dict[str, Any]:
    return {name: loaders.layer(name) for name in names}


def map_places(
    places: pd.DataFrame,
    *,
    only: Iterable[str] | None = None,
    over: Iterable[str] = ("rivers",),
    title: str = "Places",
    bounds: Bounds | None = None,
    as_of: str = "2020",
    according_to: str = "GeoNames, Natural Earth and geoBoundaries",
    language: str = "en",
    notes: Mapping[str, str] | None = None,
) -> CourseMap:
    """Return a map of the places of a table.

    Parameters
    ----------
    places : rows of the places table
    only : ids of the places to draw, if not all
    over : further layers to draw, such as `rivers` or `oblast`
    title, as_of, according_to : what the caption says; the borders of districts are those of 2020
    bounds : south, west, north, east in degrees; fitted to the places when not given
    language : the language that names start in: en, hy, az or ru
    notes : a text for each place id, written on the map: `notes={"shusha": "Who may come home?"}`

    """
    from caucasus_course.maps import views

    return views.map_places(
        places, names=loaders.load("places"), base=_layers(BASE), shapes=_layers(over), only=only, title=title,
        bounds=bounds, as_of=as_of, according_to=according_to, language=language, notes=notes,
    )  # fmt: skip


def map_routes(
    roads: dict[str, Any],
    *,
    at: str | datetime.date,
    only: Iterable[str] | None = None,
    over: Iterable[str] = ("rivers",),
    title: str | None = None,
    language: str = "en",
) -> CourseMap:
    """Return a map of the roads in use at a date; those of another date are dashed.

    Parameters
    ----------
    roads : the `roads` layer
    at : the date, `YYYY-MM-DD`
    only : ids of the places to mark along the way, else the stops of the roads to Stepanakert
    over : further layers to draw, such as `rivers` or `oblast`
    title : the heading; without it, the date
    language : the language that names start in: en, hy, az or ru

    """
    from caucasus_course.maps import views

    return views.map_routes(
        roads, at=at, places=loaders.load("places"), base=_layers(BASE), shapes=_layers(over), only=only, title=title,
        language=language,
    )  # fmt: skip


def map_control(
    control: pd.DataFrame,
    *,
    at: str | datetime.date,
    dates: Iterable[str | datetime.date] | None = None,
    title: str = "Who held what, 1988–2024",
    language: str = "en",
) -> CourseMap:
    """Return one map of who held what, 1988–2024, with a slider over every dated state.

    Parameters
    ----------
    control : the table of control
    at : the date that it opens with, `YYYY-MM-DD`
    dates : the states to show, if not every day of a change
    title : the heading
    language : the language that names start in: en, hy, az or ru

    """
    from caucasus_course.maps import control as view

    return view.map_control(
        control, at=at, dates=dates, title=title, language=language, base=_layers(BASE),
        cells=loaders.layer("control_cells"), areas=loaders.layer("control_areas"), oblast=loaders.layer("oblast"),
        rivers=loaders.layer("rivers"), places=loaders.load("places"), events=loaders.load("events"),
        sources=loaders.load("sources"),
    )  # fmt: skip


def map_movements(
    movements: pd.DataFrame,
    claims: pd.DataFrame,
    *,
    period: str | None = None,
    side: str | None = None,
    title: str = "Who fled, from where to where",
    language: str = "en",
) -> CourseMap:
    """Return one map of who fled, from where to where, with a chooser of period and claimant.

    Parameters
    ----------
    movements, claims : the tables of who left which place for which, and of the numbers
    period, side : what it opens with, such as "2020" and "Armenian"; the first of the table if not given
    title : the heading
    language : the language that names start in: en, hy, az or ru

    """
    from caucasus_course.maps import movements as view

    return view.map_movements(
        movements, claims, period=period, side=side, title=title, language=language, places=loaders.load("places"),
        base=_layers(BASE),
    )  # fmt: skip


def map_predict(
    collection: dict[str, Any],
    answer: Iterable[str],
    *,
    question: str,
    told: str,
    only: Iterable[str] | None = None,
    over: Iterable[str] = ("rivers",),
    as_of: str = "2020",
    according_to: str = "the sources named in this lesson",
    language: str = "en",
) -> CourseMap:
    """Return a map on which the reader marks areas before the answer is shown, with the overlap of both.

    Parameters
    ----------
    collection : the layer whose areas can be marked, such as `layer("rayons")`
    answer : ids of the areas that are right
    question : what the reader is asked
    told : what the answer says, in a sentence or two
    only : ids of the areas that can be marked, if not all of the layer
    over : further layers to draw, such as `rivers` or `oblast`
    as_of, according_to : what the caption says
    language : the language that names start in: en, hy, az or ru

    """
    from caucasus_course.maps import views

    return views.map_predict(
        collection, answer, question=question, told=told, only=only, places=loaders.load("places"), base=_layers(BASE),
        shapes=_layers(over), as_of=as_of, according_to=according_to, language=language,
    )  # fmt: skip


def map_compare(left: CourseMap, right: CourseMap, *, title: str | None = None) -> MapPair:
    """Return two maps side by side, one over the other on a narrow page."""
    from caucasus_course.maps import compare

    return compare.map_compare(left, right, title=title)


def self_check() -> SelfCheck:
    """Return a widget that says whether maps, quizzes and letters work here."""
    from caucasus_course.widgets.selfcheck import SelfCheck

    places = loaders.load("places")
    return SelfCheck(map_places(places, only=["shusha"], over=(), title="Self-check").frame())
