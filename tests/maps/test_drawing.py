"""What a map draws is checked before it is drawn."""

import pandas as pd
import pytest

from caucasus_course.core.errors import CourseError, UnknownNameError
from caucasus_course.maps.drawing import names_of, points_layers, shapes_layer


def test_shapes_keep_their_rings_and_say_whether_they_are_closed(base, roads):
    """An area is closed, a road is not."""
    assert shapes_layer(base["countries"], "countries").shapes[0].closed
    assert not shapes_layer(roads, "road").shapes[0].closed


def test_a_shape_says_its_dates_account_and_precision(roads):
    """The popup of a shape carries what its feature says of itself."""
    facts = shapes_layer(roads, "road").shapes[0].facts

    assert facts == ("Until 2022-08-30", "According to: a test", "Drawn to about 1 km")


def test_an_unknown_shape_is_named_with_the_nearest(roads):
    """`only` picks features by id and refuses others."""
    with pytest.raises(UnknownNameError, match="'olt-road'.*'old-road'"):
        shapes_layer(roads, "road", only=["olt-road"])


def test_an_unknown_style_is_named(roads):
    """A style that the palette lacks is refused."""
    with pytest.raises(UnknownNameError, match="area style called 'raod'"):
        shapes_layer(roads, "raod")


def test_a_point_geometry_is_refused_as_a_shape(roads):
    """Only areas and lines are shapes."""
    roads["features"][0]["geometry"] = {"type": "Point", "coordinates": [46, 39]}
    with pytest.raises(CourseError, match="A Point cannot be drawn as a shape"):
        shapes_layer(roads, "road")


def test_places_become_one_layer_for_each_kind(places):
    """Towns and villages are told apart."""
    layers = points_layers(places[places.kind.isin(["town", "village"])])

    assert [(layer.legend, len(layer.points)) for layer in layers] == [("Town", 3), ("Village", 1)]


def test_an_empty_table_is_said():
    """No blank map."""
    with pytest.raises(CourseError, match="the table is empty"):
        points_layers(pd.DataFrame({"place_id": [], "lat": [], "lon": []}))


@pytest.mark.parametrize(
    ("lat", "lon", "said"),
    [
        (None, 46.5, "'goris' has no coordinates"),
        (46.34, 39.51, "Were lat and lon exchanged"),
        (0, 0, "outside the region"),
    ],
)
def test_a_place_without_a_good_point_is_named(places, lat, lon, said):
    """The message names the place and what is wrong with its point."""
    towns = places[places.kind == "town"].copy()
    towns.loc[0, ["lat", "lon"]] = [lat, lon]
    with pytest.raises(CourseError, match=said):
        points_layers(towns)


def test_names_come_in_four_languages_with_a_note(places):
    """The popup shows the Armenian name in Latin letters and the note."""
    names = names_of(places)

    assert names["sus"].by_language == {"en": "Sus", "hy": "sus hy", "az": "sus az", "ru": "sus ru"}
    assert names["sus"].facts == ("Armenian in Latin letters: sus latn", "A note.")


def test_a_missing_name_falls_back_to_english(places):
    """No empty label."""
    places.loc[0, "name_ru"] = None

    assert names_of(places)["goris"]["ru"] == "Goris"
