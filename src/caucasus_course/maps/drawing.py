"""What a map draws, before anything is drawn: named shapes and points in layers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from attrs import Factory, evolve, frozen

from caucasus_course.core.errors import CourseError, unknown
from caucasus_course.core.languages import LANGUAGES, name_column
from caucasus_course.core.region import is_inside, region_words
from caucasus_course.core.style import AREAS, POINTS

if TYPE_CHECKING:
    import pandas as pd

# A remark that fills the popup of a narrow page; what is longer belongs in a text.
MAX_REMARK = 400

Ring = list[tuple[float, float]]  # (longitude, latitude) in degrees


@frozen
class Shape:
    """An area (closed rings) or a line (open ones) with the id of the place whose name it carries."""

    place_id: str
    rings: list[Ring]
    closed: bool
    facts: tuple[str, ...] = ()


@frozen
class Point:
    """A place drawn as a mark."""

    place_id: str
    lon: float
    lat: float
    kind: str


@frozen
class Layer:
    """Shapes or points drawn alike; `style` is a key of `style.AREAS` or `style.POINTS`.

    The things of a stepped layer are drawn as each state of the map says (`maps.steps`).
    """

    style: str
    legend: str
    shapes: list[Shape] = Factory(list)
    points: list[Point] = Factory(list)
    labelled: bool = True
    is_base: bool = False
    is_stepped: bool = False

    @property
    def place_ids(self) -> list[str]:
        """Return the ids of all that is drawn, shapes before points."""
        return [shape.place_id for shape in self.shapes] + [point.place_id for point in self.points]


@frozen
class Name:
    """A place's names by language code, what else its popup says, and a remark that the map's maker adds."""

    by_language: dict[str, str]
    facts: tuple[str, ...] = ()
    remark: str = ""

    def __getitem__(self, language: str) -> str:
        """Return the name in a language; the English one where the language has none."""
        return self.by_language.get(language) or self.by_language["en"]


def rings_of(geometry: Mapping[str, Any]) -> tuple[list[Ring], bool]:
    """Return the rings of a GeoJSON geometry, and whether they are closed."""
    kind, coordinates = geometry["type"], geometry["coordinates"]
    parts = coordinates if kind.startswith("Multi") else [coordinates]
    if kind.endswith("Polygon"):
        return [[(x, y) for x, y, *_ in ring] for part in parts for ring in part], True
    if kind.endswith("LineString"):
        return [[(x, y) for x, y, *_ in part] for part in parts], False
    raise CourseError(f"A {kind} cannot be drawn as a shape; areas and lines can (Polygon, LineString).")


def _dated(properties: Mapping[str, Any]) -> str:
    start, end = properties.get("valid_from"), properties.get("valid_to")
    if start and end:
        return f"From {start} to {end}"
    return f"From {start}" if start else f"Until {end}" if end else ""


def shape_facts(properties: Mapping[str, Any]) -> tuple[str, ...]:
    """Return a feature's dates, account and precision as lines of its popup."""
    precision = properties.get("precision_km")
    schematic = "schematic, " if properties.get("schematic") else ""
    lines = [
        _dated(properties),
        f"According to: {properties['according_to']}" if properties.get("according_to") else "",
        f"Drawn {schematic}to about {precision:g} km" if precision else "",
    ]
    return tuple(line for line in lines if line)


def shapes_layer(
    collection: Mapping[str, Any],
    style: str,
    *,
    legend: str | None = None,
    only: Iterable[str] | None = None,
    labelled: bool = True,
    is_base: bool = False,
) -> Layer:
    """Return the shapes of a GeoJSON FeatureCollection as a layer; `only` picks features by id."""
    if style not in AREAS:
        raise unknown("area style", style, AREAS)
    wanted = None if only is None else set(only)
    features = [f for f in collection["features"] if wanted is None or f["properties"]["id"] in wanted]
    missing = (wanted or set()) - {feature["properties"]["id"] for feature in features}
    if missing:
        raise unknown("shape in this layer", min(missing), [f["properties"]["id"] for f in collection["features"]])
    shapes = [
        Shape(f["properties"]["id"], *rings_of(f["geometry"]), facts=shape_facts(f["properties"])) for f in features
    ]
    return Layer(style, legend or AREAS[style].legend, shapes, labelled=labelled, is_base=is_base)


def _check_point(row: Any) -> None:
    place = row.place_id
    if row.lat != row.lat or row.lon != row.lon or row.lat is None or row.lon is None:
        raise CourseError(f"{place!r} has no coordinates, so it cannot be put on a map. Give lat and lon in degrees.")
    if not is_inside(row.lat, row.lon):
        raise CourseError(
            f"{place!r} lies at {row.lat}, {row.lon}, outside the region of the maps "
            f"({region_words()}). Were lat and lon exchanged?"
        )


def points_layers(places: pd.DataFrame) -> list[Layer]:
    """Return the places of a table as layers of points, one for each kind, in the order of the legend."""
    if places.empty:
        raise CourseError("There is no place to draw: the table is empty. Did a filter leave nothing?")
    points = []
    for row in places.astype({"lat": object, "lon": object}).where(places.notna(), None).itertuples():
        if row.kind not in POINTS:
            raise unknown("kind of place with a mark", row.kind, POINTS)
        _check_point(row)
        points.append(Point(row.place_id, float(row.lon), float(row.lat), row.kind))
    return [
        Layer(kind, style.legend, points=[point for point in points if point.kind == kind])
        for kind, style in POINTS.items()
        if any(point.kind == kind for point in points)
    ]


def names_of(places: pd.DataFrame) -> dict[str, Name]:
    """Return every place's names and note, by place id."""
    in_latin = [language for language in LANGUAGES.values() if language.latin_column]
    columns = ["place_id", "names_note", *map(name_column, LANGUAGES), *(one.latin_column for one in in_latin)]
    values = (places[column].astype(object).where(places[column].notna(), "").tolist() for column in columns)
    names = {}
    for place_id, note, *written in zip(*values, strict=True):
        latin = zip(in_latin, written[len(LANGUAGES) :], strict=True)
        facts = [f"{language.english} in Latin letters: {name}" for language, name in latin if name]
        by_language = dict(zip(LANGUAGES, written, strict=False))
        names[place_id] = Name(by_language, (*facts, note) if note else tuple(facts))
    return names


def with_remarks(names: dict[str, Name], notes: Mapping[str, str], layers: Iterable[Layer]) -> dict[str, Name]:
    """Return the names with a remark for each place in `notes`; each must be drawn in one of the layers."""
    drawn = {point.place_id for layer in layers for point in layer.points}
    for place_id, text in notes.items():
        if place_id not in drawn:
            raise unknown("place on this map", place_id, drawn)
        if not isinstance(text, str) or not text.strip():
            raise CourseError(f"The note for {place_id!r} is empty. Write a text between quotation marks.")
        if len(text) > MAX_REMARK:
            raise CourseError(
                f"The note for {place_id!r} has {len(text)} characters; a note on a map has at most {MAX_REMARK}."
            )
    return names | {
        place_id: evolve(names[place_id], remark=" ".join(text.split())) for place_id, text in notes.items()
    }
