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


# 100 quarters of a px to a degree at the equator, and the equator in the middle.
FLAT = Projection((-1.0, -1.0, 1.0, 1.0), 50, 50)


def corner(x, y):
    """Return the longitude and latitude of a place in quarters of a px, near the equator of a picture of 50 × 50 px."""
    return (x - 100) / 100, (100 - y) / 100


@pytest.mark.parametrize(
    ("ring", "path"),
    [
        ([(0, 0), (40, 0), (40, 40)], "M0 0l40 0 0 40"),
        ([(0, 0), (40, 0), (42, 1), (40, 44)], "M0 0l40 0 0 44"),
        ([(0, 0), (40, 0), (42, 2), (40, 44)], "M0 0l40 0 2 2-2 42"),
        ([(0, 0), (-40, 0), (-60, 9), (-80, 0), (-90, 40), (20, 40)], "M0 0l-40 0-20 9-30 31 110 0"),
        ([(0, 0), (0, 241), (20, 250), (40, 260), (40, 100)], "M0 0l0 241 40 19 0-160"),
        ([(-41, 0), (-60, 100)], ""),
        ([(-40, 0), (-60, 100)], "M-40 0l-20 100"),
        ([(241, 0), (241, 100)], ""),
        ([(240, 0), (241, 100)], "M240 0l1 100"),
        ([(0, -41), (100, -60)], ""),
        ([(0, -40), (100, -60)], "M0-40l100-20"),
        ([(0, 241), (100, 260)], ""),
        ([(-41, 100), (100, -41)], "M-41 100l141-141"),
        ([(0, 0)], ""),
    ],
)
def test_a_path_leaves_out_what_cannot_be_seen(ring, path):
    """Points nearer than a px to the last, and those between two beyond the same edge, ten px outside."""
    written = FLAT.path([corner(x, y) for x, y in ring], closed=False)

    assert written.replace("M0 -", "M0-") == path


def test_a_closed_path_needs_three_points():
    """A line back and forth is no area."""
    assert FLAT.path([corner(0, 0), corner(40, 0)], closed=True) == ""
    assert FLAT.path([corner(0, 0), corner(40, 0), corner(40, 40)], closed=True) == "M0 0l40 0 0 40z"


def test_a_view_fits_its_narrower_side():
    """A wide picture of a square shows land on both sides; the middle of its height is the middle of its map."""
    wide = Projection((-1.0, 44.0, 1.0, 46.0), 200, 100)

    assert wide.scale == pytest.approx(50, rel=1e-4)
    assert wide.point(45, 0) == pytest.approx((100, 50))
    assert wide.km(111.32) == pytest.approx(wide.scale)


def test_the_margin_grows_with_the_land():
    """Eight in a hundred of a large extent."""
    assert [round(each, 9) for each in bounds_of([(45, 38), (50, 42)])] == [37.68, 44.6, 42.32, 50.4]
