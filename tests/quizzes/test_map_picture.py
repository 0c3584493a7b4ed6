"""Pictures for place-on-map questions."""

import json

import pytest

from caucasus_course.core.errors import CourseError
from caucasus_course.quizzes.bank import read_bank
from caucasus_course.quizzes.map_picture import WIDTH, picture, points_by_id, shapes_by_id
from tests.conftest import collection, line, place, square
from tests.quiz_banks import ATLAS, WIDE

QUESTION = read_bank(WIDE, file="bank").question("p1")


def test_each_option_has_an_outline_and_a_number_inside():
    """West lies left of east, all within the picture, and a point is drawn as a disc that a finger can hit."""
    drawn = picture(QUESTION, ATLAS[None])
    west, east = (drawn["shapes"][option.id] for option in QUESTION.options)

    assert 0 < west["at"][0] < east["at"][0] < WIDTH
    assert west["d"].startswith("M") and west["d"].endswith("Z")
    assert "a13,13" in east["d"]
    assert 0 < drawn["height"] < WIDTH


def test_no_name_of_a_place_is_in_the_picture():
    """The page could otherwise be read for the answer."""
    assert "town" not in json.dumps(picture(QUESTION, ATLAS[None]))


def test_only_what_can_be_seen_lies_behind():
    """A line through the picture is drawn; one far away is left out."""
    lines = [line("river", [[46, 39.6], [46.8, 39.7]]), line("far", [[10, 10], [11, 11]])]
    drawn = picture(QUESTION, ATLAS[None], backdrop=[each["geometry"] for each in lines])

    assert len(drawn["backdrop"]) == 1
    assert not drawn["backdrop"][0].endswith("Z")


def test_a_place_without_a_shape_is_named():
    """The author reads which place is missing in which layer, and the nearest there is."""
    with pytest.raises(
        CourseError, match=r"Question p1: No shape in table 'places' called 'west-town'\. Did you mean 'est-town'"
    ):
        picture(QUESTION, {"est-town": {}})


def test_shapes_and_points_are_found_by_their_places():
    """The first shape of a place counts; a place without coordinates has no point."""
    layer = collection(square("a", 46, 39), square("a", 47, 39))
    places = [place("b", 39.5, 46.5), place("c", None, None)]

    assert shapes_by_id(layer)["a"] == layer["features"][0]["geometry"]
    assert points_by_id(places) == {"b": {"type": "Point", "coordinates": [46.5, 39.5]}}
