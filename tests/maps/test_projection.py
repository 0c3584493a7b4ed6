"""Degrees land on the right pixels."""

import pytest

from caucasus_course.maps.projection import Projection, bounds_of

VIEW = Projection((39.0, 46.0, 40.0, 47.0), 800, 600)


def test_the_middle_of_the_bounds_is_the_middle_of_the_picture():
    """The view is centred."""
    x, y = VIEW.point(46.5, 39.5)

    assert x == 400
    assert y == pytest.approx(300, abs=2)


def test_north_is_up_and_east_is_right():
    """Pixel rows count downwards."""
    assert VIEW.point(46.6, 39.6)[0] > 400
    assert VIEW.point(46.6, 39.6)[1] < 300


def test_all_of_the_bounds_is_in_the_picture():
    """Both corners lie inside."""
    for lon, lat in [(46.0, 39.0), (47.0, 40.0)]:
        x, y = VIEW.point(lon, lat)

        assert 0 <= x <= 800 and 0 <= y <= 600.001


def test_a_degree_of_latitude_is_about_111_km():
    """The scale bar agrees with the distance drawn."""
    south, north = VIEW.point(46.5, 39.0)[1], VIEW.point(46.5, 40.0)[1]

    assert south - north == pytest.approx(VIEW.km(111), rel=0.01)


def test_a_path_starts_at_the_first_point_and_closes():
    """Steps are relative, in quarters of a px."""
    path = VIEW.path([(46.5, 39.5), (46.6, 39.5), (46.6, 39.6)], closed=True)

    assert path.startswith("M1600 12") and path.endswith("z")


def test_an_area_smaller_than_a_pixel_leaves_no_path():
    """What cannot be seen is not written."""
    assert VIEW.path([(46.5, 39.5), (46.5001, 39.5), (46.5001, 39.5001)], closed=True) == ""


def test_bounds_have_a_margin():
    """A single point still gives a view."""
    assert bounds_of([(46.5, 39.5)]) == (39.4, 46.4, 39.6, 46.6)


def test_a_view_is_never_smaller_than_asked():
    """Two places near each other stand in the middle of the land around them."""
    south, west, north, east = bounds_of([(46.3, 39.5), (46.7, 39.9)], least=1.4)

    assert (round(north - south, 9), round(east - west, 9)) == (1.4, 1.4)
    assert (round((north + south) / 2, 9), round((east + west) / 2, 9)) == (39.7, 46.5)
