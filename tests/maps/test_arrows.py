"""Arrows are outlines in degrees."""

import pytest

from caucasus_course.maps.arrows import arrow


def test_twice_the_people_are_an_arrow_twice_as_wide():
    """Width grows with the number and with nothing else."""
    thin, thick = (arrow((45.0, 40.0), (47.0, 40.0), km) for km in (5, 10))

    def middle(ring):
        return abs(ring[6][1] - ring[-8][1])

    assert middle(thick) / middle(thin) == pytest.approx(2, rel=0.05)


def test_an_arrow_points_at_its_end_and_is_closed():
    """Its tip is the place that people came to."""
    ring = arrow((45.0, 40.0), (47.0, 40.0), 5)

    assert ring[0] == ring[-1]
    assert ring[14] == pytest.approx((47.0, 40.0))
