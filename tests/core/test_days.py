"""Days are read as they are written, and written as a reader would."""

import datetime

import pandas as pd
import pytest

from caucasus_course.core.days import as_day, day_words, is_in_force, iso_day
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
