"""Arrows of flight: as wide as the number, by claimant, both peoples on one map."""

import math

import pandas as pd
import pytest

from caucasus_course import load, map_movements
from caucasus_course.core.errors import CourseError, UnknownNameError
from caucasus_course.maps import movements as view
from tests.conftest import place

COLUMNS = {
    "low": None,
    "high": None,
    "point": None,
    "note": "",
    "status": "disputed",
    "said_by": "X",
    "side": "Armenian",
}


def tables(**numbers):
    """Return a movement and its claim with the given numbers."""
    claim = {**COLUMNS, "claim_id": "c", "group": "people", **numbers}
    movement = {"claim_id": "c", "period": "2020", "people": "Armenians", "from_place_id": "a", "to_place_id": "b"}
    return pd.DataFrame([movement]), pd.DataFrame([claim])


@pytest.mark.parametrize(
    ("numbers", "told", "width"),
    [
        ({"point": 90640}, "90,640", 90640),
        ({"low": 300000, "high": 500000}, "300,000–500,000", 500000),
        ({"low": 90000}, "at least 90,000", 90000),
        ({"high": 40688}, "at most 40,688", 40688),
    ],
)
def test_a_claim_gives_its_number_in_words(numbers, told, width):
    """Nothing is averaged: a range keeps both ends and the arrow takes the higher."""
    (flight,) = view.flights(*tables(**numbers))

    assert (flight.number, flight.width) == (told, width)


def test_both_peoples_stand_in_every_state_that_has_both_ways():
    """Who is silent about one people is shown to be silent: the way stays, thin and without a number."""
    course_map = map_movements(load("movements"), load("claims"), period="2020", side="Azerbaijani")

    assert "Azerbaijanis who fled" in course_map.text()
    assert "Flight for which this side gives no number" in course_map.text()


def test_each_state_names_its_claimants():
    """Number, claimant and status stand in the words of the state."""
    course_map = map_movements(load("movements"), load("claims"), period="1988-94", side="Azerbaijani")

    assert "250,000 (" in course_map.steps.now.text
    assert "Government of Azerbaijan; disputed" in course_map.steps.now.text
    assert len(course_map.html().encode()) <= 300_000


def test_unknown_claimants_and_periods_are_named():
    """The nearest are given."""
    with pytest.raises(UnknownNameError, match="claimant called 'Azerbaijan'.*'Azerbaijani'"):
        map_movements(load("movements"), load("claims"), side="Azerbaijan")
    with pytest.raises(UnknownNameError, match="period called '2021'"):
        map_movements(load("movements"), load("claims"), period="2021")


def test_an_empty_table_a_lost_claim_and_a_claim_without_number_are_said():
    """Never a blank map."""
    movements, claims = tables(point=1)
    with pytest.raises(CourseError, match="the table is empty"):
        view.flights(movements.iloc[:0], claims)
    with pytest.raises(UnknownNameError, match="No claim called 'c'"):
        view.flights(movements, claims.assign(claim_id="d"))
    with pytest.raises(CourseError, match="'c' has no number"):
        view.flights(*tables())


def widths(**numbers):
    """Return the km across the middle of the arrow that is drawn for a claim."""
    movements, claims = tables(**numbers)
    places = pd.DataFrame([place("a", 40.0, 45.0), place("b", 40.0, 47.0)])
    (shape,) = view.map_movements(movements, claims, places=places, base={}).layers[0].shapes
    left, right = shape.rings[0][6], shape.rings[0][-8]
    return math.hypot((left[0] - right[0]) * math.cos(math.radians(40)), left[1] - right[1]) * 111.32


@pytest.mark.parametrize(
    ("numbers", "km"),
    [({"point": 300000}, 10), ({"low": 90000, "high": 150000}, 5), ({"low": 60000}, 2), ({"point": 100}, 1.6)],
)
def test_an_arrow_is_as_wide_as_its_number(numbers, km):
    """300,000 people are ten km; a range takes its higher end, and no arrow is too thin to see."""
    assert widths(**numbers) == pytest.approx(km, rel=0.01)


def test_a_choice_names_two_claimants_and_counts_the_rest():
    """Without their place of work; the same claimant once."""
    for count, told in [(1, "X0"), (2, "X0; X1"), (3, "X0; X1 and 1 more")]:
        movements, claims = zip(
            *(tables(point=9, claim_id=f"c{n}", said_by=f"X{n} (an office), of a city") for n in range(count)),
            strict=True,
        )
        ways = pd.concat([one.assign(claim_id=f"c{n}") for n, one in enumerate(movements)])
        found = view.flights(ways, pd.concat(claims))

        assert view._label("2020", "Armenian", found) == f"2020 · Armenian: {told}"
        assert view._label("2020", "Western", found) == "2020 · Western: "
