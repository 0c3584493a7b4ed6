"""Dates as spans and words, and round ticks."""

import datetime

import pytest

from caucasus_course.charts.axes import number_ticks, time_ticks
from caucasus_course.core.days import date_words, period, span
from caucasus_course.core.errors import CourseError


def test_a_month_is_long_and_an_hour_is_not():
    """How exact a date is shows in its span."""
    first = datetime.date(2023, 2, 1).toordinal()

    assert span("2023-02") == (first, first + 27)
    assert span("2023-02-01T12:00") == (first + 0.5, first + 0.5)
    assert span("2023")[1] - span("2023")[0] == 364


@pytest.mark.parametrize(
    ("date", "words"),
    [("2023", "2023"), ("2023-09", "September 2023"), ("2023-09-24", "24 September 2023"),
     ("2023-09-25T00:00", "25 September 2023, 00:00"), ("2023-09-24 00:00:00", "24 September 2023"), (None, "undated")],
)  # fmt: skip
def test_dates_in_words(date, words):
    """A date is written as exactly as it is known, and a day's midnight is no hour."""
    assert date_words(date) == words


@pytest.mark.parametrize("bad", ["spring 1992", "1992-13", "1992-02-31", "92"])
def test_what_is_no_date_is_refused(bad):
    """The error repeats what was written."""
    with pytest.raises(CourseError, match=bad):
        span(bad)


@pytest.mark.parametrize("days", [0.01, 1, 3, 12, 45, 200, 400, 1500, 12000, 80000])
@pytest.mark.parametrize("at_most", [2, 4, 8])
def test_ticks_of_time_are_few_and_in_order(days, at_most):
    """Any length of time has at least one tick and no more than have room."""
    start = float(datetime.date(1805, 5, 26).toordinal())
    moments = [moment for moment, _ in time_ticks(start, start + days, at_most=at_most)]

    assert 1 <= len(moments) <= at_most
    assert moments == sorted(set(moments))


@pytest.mark.parametrize("highest", [0, 0.4, 1, 7, 613, 2908, 100632, 276000000])
def test_ticks_of_numbers_begin_at_zero(highest):
    """The scale is honest: it starts at zero and does not pass the highest figure."""
    ticks = number_ticks(highest, at_most=5)

    assert ticks[0] == 0
    assert ticks[-1] <= highest or highest == 0
    assert len(ticks) <= 6


def test_a_period_runs_forward():
    """Dates in the wrong order are said back to the reader."""
    assert period("1991-01-01", datetime.date(1994, 12, 31)) == ("1991-01-01", "1994-12-31")
    with pytest.raises(CourseError, match="after end='1991-01-01'"):
        period("1994-01-01", "1991-01-01")
    with pytest.raises(CourseError, match="start='May 1994' is not a date"):
        period("May 1994", None)
