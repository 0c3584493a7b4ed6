"""A guess is marked first, the answer and the overlap come second."""

import pytest

from caucasus_course.core.errors import CourseError, UnknownNameError
from caucasus_course.maps.guess import guess_of, overlap
from caucasus_course.maps.views import map_predict
from tests.conftest import collection, square


@pytest.fixture
def areas():
    """Two areas to mark."""
    return collection(square("west-land", 46.0, 39.4), square("east-land", 46.5, 39.4))


@pytest.fixture
def predicted(areas, places):
    """A question answered by one of them."""
    return map_predict(areas, ["west-land"], question="Which?", told="The western one.", places=places, base={})


@pytest.mark.parametrize(
    ("marked", "expected"), [(["a"], 0.5), (["a", "b"], 1.0), ([], 0.0), (["c"], 0.0), (["a", "b", "c"], 2 / 3)]
)
def test_the_overlap_is_what_both_share_of_what_either_has(marked, expected):
    """Marking everything is not rewarded."""
    assert overlap(marked, ["a", "b"]) == expected


def test_the_text_asks_and_does_not_answer(predicted):
    """The answer waits behind the button."""
    assert "Question: Which? Mark on the map or in the list, then reveal." in predicted.text()
    assert "The western one." not in predicted.text()


def test_the_picture_shows_nothing_marked(predicted):
    """Paper and untrusted notebooks do not give the answer away."""
    assert "Not marked" in predicted.still()
    assert "part of the answer" not in predicted.still()


def test_an_answer_that_cannot_be_marked_is_named(areas, places):
    """A misspelt id is answered with the nearest."""
    with pytest.raises(UnknownNameError, match="'wesst-land'.*'west-land'"):
        map_predict(areas, ["wesst-land"], question="?", told="", places=places, base={})
    with pytest.raises(CourseError, match="at least one area"):
        guess_of("?", [], "", ["a"])
