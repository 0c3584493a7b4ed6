"""The maps that lessons call."""

import pytest

from caucasus_course.errors import CourseError, UnknownNameError
from caucasus_course.maps.views import map_places, map_routes


def test_only_picks_places_and_refuses_unknown_ones(places, base):
    """A misspelt id is answered with the nearest."""
    with pytest.raises(UnknownNameError, match="'shusa'.*'shusha'"):
        map_places(places, names=places, base=base, only=["shusa"])


def test_the_old_road_is_in_use_before_the_change(places, base, roads):
    """The day of the change belongs to the new road."""
    before = map_routes(roads, at="2022-08-29", places=places, base=base).text()
    after = map_routes(roads, at="2022-08-30", places=places, base=base).text()

    assert "Road not in use that day: New-Road\nRoad in use on 2022-08-29: Old-Road" in before
    assert "Road not in use that day: Old-Road\nRoad in use on 2022-08-30: New-Road" in after


@pytest.mark.parametrize("bad", ["August 2022", "2022-02-30", ""])
def test_a_date_that_is_none_is_said(places, base, roads, bad):
    """The message shows how a date is written."""
    with pytest.raises(CourseError, match="year-month-day"):
        map_routes(roads, at=bad, places=places, base=base)


def test_towns_along_a_road_are_marked(places, base, roads):
    """`only` names them."""
    assert (
        "Town: Goris, Shusha"
        in map_routes(roads, at="2022-08-29", places=places, base=base, only=["goris", "shusha"]).text()
    )
