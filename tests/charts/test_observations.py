"""Rows of three tables read alike."""

import pandas as pd
import pytest

from caucasus_course.charts.observations import SHAPES, Observation, Series, shape_of
from caucasus_course.core.errors import CourseError
from tests.charts.conftest import arrival, claim, supply


def read(row, shape):
    """Return a row as an observation."""
    return Observation(row, SHAPES[shape])


@pytest.mark.parametrize(
    ("row", "shape"),
    [(arrival("2023-09-24T15:00", 1), "arrivals"), (supply("a", None, None, 1), "supply"), (claim("a"), "claims")],
)
def test_a_table_is_known_by_its_columns(row, shape):
    """Nobody has to say which table it is."""
    assert shape_of(pd.DataFrame([row]).columns) == shape


def test_a_strange_table_is_refused():
    """The error names the tables that fit and the columns that came."""
    with pytest.raises(CourseError, match=r"load\(\"arrivals\"\).*this one has lat, lon"):
        shape_of(["lon", "lat"])


def test_an_hour_that_no_source_gives_is_not_shown():
    """23:59 stands in the table for order, not for the reader."""
    unstated = read(arrival("2023-10-01T23:59", 5, note='"as of 1 October", hour not stated'), "arrivals")
    inferred = read(arrival("2023-09-30T16:00", 5, note="hour inferred; 21,043 vehicles"), "arrivals")

    assert unstated.when(is_period=False) == "1 October 2023 (hour not stated)"
    assert inferred.when(is_period=False) == "30 September 2023, 16:00 (hour inferred)"


def test_a_month_is_not_shown_as_a_day():
    """A date known to the month is written as a month, with what the note says first."""
    row = supply("a", "2022-12-01", "2022-12-11", 400, date_precision="month", note="state before the closure; rest")

    assert read(row, "supply").when(is_period=True) == "December 2022 (state before the closure)"


def test_running_totals_and_states_are_told_apart():
    """Totals counted from one day stand at their last day; states last from day to day."""
    totals = Series(
        "patients", [read(supply("a", "2022-12-19", end, 1), "supply") for end in ("2023-01-12", "2023-05-05")]
    )
    states = Series("gas", [read(supply("a", day, day, 0), "supply") for day in ("2022-12-13", "2023-01-17")])

    assert totals.heading() == "Patients (people, counted from 19 December 2022)"
    assert not totals.is_period
    assert states.is_period


def test_disputed_totals_are_left_out_of_the_line():
    """The slip of one outlet does not bend the curve."""
    assert read(arrival("2023-09-26T08:00", 13350, status="disputed"), "arrivals").spot(is_period=False).voice is None
    assert read(arrival("2023-09-26T08:00", 13550), "arrivals").spot(is_period=False).voice == ""
