"""Days are read as they are written, and written as a reader would."""

import datetime

import pandas as pd
import pytest

from caucasus_course.core.days import (
    as_day,
    date_words,
    day_words,
    is_in_force,
    iso_day,
    next_month,
    parts_of,
    period,
    span,
)
from caucasus_course.core.errors import CourseError

DAY = datetime.date(1994, 5, 12)


@pytest.mark.parametrize("given", ["1994-05-12", "1994-05-12T14:00", DAY, pd.Timestamp(DAY)])
def test_a_day_is_read_in_each_form_that_the_course_uses(given):
    """A text, a date, a timestamp of a table."""
    assert as_day(given) == DAY


@pytest.mark.parametrize("given", ["May 1994", "19940512", "1994-W19-4", "1994-02-30", "١٩٩٤-٠٥-١٢", "", None])
def test_what_is_no_day_is_said_with_its_argument(given):
    """The message shows how a date is written; other forms of ISO 8601 are none of ours."""
    with pytest.raises(CourseError, match="at=.* is not a date. Write it as year-month-day"):
        as_day(given, name="at")


@pytest.mark.parametrize("text", ["20201110", "2020-W46-2", "2020-11-1", "2020-11-31", "2020-11-10 "])
def test_a_cell_has_one_form_of_a_day(text):
    """`date.fromisoformat` alone takes week dates and days without hyphens."""
    with pytest.raises(ValueError):
        iso_day(text)


def test_a_day_in_words():
    """Without a nought in front."""
    assert day_words(datetime.date(2020, 10, 4)) == "4 October 2020"


@pytest.mark.parametrize(
    ("start", "end", "holds"),
    [("1994-05-12", None, True), ("1994-05-13", None, False), (None, "1994-05-12", False), ("", "", True)],
)
def test_the_first_day_counts_and_the_last_does_not(start, end, holds):
    """Either end may be open."""
    assert is_in_force(start, end, "1994-05-12") is holds


def test_a_month_is_long_and_an_hour_is_not():
    """How exact a date is shows in its span."""
    first = datetime.date(2023, 2, 1).toordinal()

    assert span("2023-02") == (first, first + 27)
    assert span("2023-02-01T12:00") == (first + 0.5, first + 0.5)
    assert span("2023-02-01T06:36") == (first + 0.275, first + 0.275)
    assert span("2023-12") == (datetime.date(2023, 12, 1).toordinal(), datetime.date(2023, 12, 31).toordinal())
    assert span("2023")[1] - span("2023")[0] == 364


@pytest.mark.parametrize(
    ("date", "words"),
    [("2023", "2023"), ("2023-09", "September 2023"), ("2023-09-24", "24 September 2023"),
     ("2023-09-25T00:00", "25 September 2023, 00:00"), ("2023-09-24 00:00:00", "24 September 2023"), ("2023-09-24T15:07", "24 September 2023, 15:07"), ("2023-09-24T00:05", "24 September 2023, 00:05"), (None, "undated"), ("", "undated")],
)  # fmt: skip
def test_dates_in_words(date, words):
    """A date is written as exactly as it is known, and a day's midnight is no hour."""
    assert date_words(date) == words


@pytest.mark.parametrize("bad", ["spring 1992", "1992-13", "1992-02-31", "92"])
def test_what_is_no_date_is_refused(bad):
    """The error repeats what was written."""
    with pytest.raises(CourseError, match=bad):
        span(bad)


def test_a_period_runs_forward():
    """Dates in the wrong order are said back to the reader."""
    assert period("1991-01-01", datetime.date(1994, 12, 31)) == ("1991-01-01", "1994-12-31")
    with pytest.raises(CourseError, match="after end='1991-01-01'"):
        period("1994-01-01", "1991-01-01")
    with pytest.raises(CourseError, match="start='May 1994' is not a date"):
        period("May 1994", None)


def test_a_month_may_be_shortened():
    """As far as letters are given."""
    words = [date_words(date, letters=3) for date in ("2023", "2023-09", "2023-09-24")]

    assert words == ["2023", "Sep 2023", "24 Sep 2023"]


@pytest.mark.parametrize(
    ("date", "parts"),
    [
        ("1992", [1992]),
        ("1992-02", [1992, 2]),
        ("1992-02-26", [1992, 2, 26]),
        ("1992-02-26 14:05:09.5", [1992, 2, 26, 14, 5]),
    ],
)
def test_a_date_gives_its_parts_as_far_as_it_goes(date, parts):
    """Seconds are nobody's business."""
    assert parts_of(date) == parts


def test_a_year_ends_with_its_last_month():
    """December is followed by January."""
    days = [datetime.date(2020, month, 15) for month in (1, 11, 12)]

    assert [next_month(day).isoformat() for day in days] == ["2020-02-01", "2020-12-01", "2021-01-01"]


def test_the_months_in_words():
    """In English, whatever language the machine speaks."""
    assert [day_words(datetime.date(2020, month, 1))[2:5] for month in range(1, 13)] == (
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    )


def test_a_period_may_be_a_day_or_open():
    """The same day at both ends is in order."""
    assert period("2020-01-01", "2020-01-01") == ("2020-01-01", "2020-01-01")
    assert period(None, None) == (None, None)
