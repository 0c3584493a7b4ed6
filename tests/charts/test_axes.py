"""Round ticks for time and for numbers."""

import datetime

import pytest

from caucasus_course.charts.axes import number_ticks, time_ticks
from caucasus_course.core.days import span


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


@pytest.mark.parametrize(
    ("first", "last", "at_most", "told"),
    [
        ("2023-09-24", "2023-09-26", 3, "24 Sep 2023, 25 Sep, 26 Sep"),
        ("2023-09-24", "2023-09-27", 3, "24 Sep 2023, 26 Sep"),
        ("2023-09-24", "2023-10-04", 3, "24 Sep 2023, 29 Sep, 4 Oct"),
        ("2023-09-24", "2023-10-14", 3, "24 Sep 2023, 4 Oct, 14 Oct"),
        ("1992-01-01", "1992-04-01", 4, "Jan 1992, Feb 1992, Mar 1992, Apr 1992"),
        ("1992-01-02", "1992-04-30", 4, "Feb 1992, Mar 1992, Apr 1992"),
        ("1992-01-01", "1992-08-01", 4, "Jan 1992, Mar 1992, May 1992, Jul 1992"),
        ("1992-01-01", "1992-12-01", 4, "Jan 1992, Apr 1992, Jul 1992, Oct 1992"),
        ("1992-01-01", "1993-08-01", 4, "Jan 1992, Jul 1992, Jan 1993, Jul 1993"),
        ("1990-06-01", "1993-08-01", 4, "1991, 1992, 1993"),
        ("1990-01-01", "1996-08-01", 4, "1990, 1992, 1994, 1996"),
        ("1989-01-01", "2006-08-01", 4, "1990, 1995, 2000, 2005"),
        ("1989-01-01", "2020-08-01", 4, "1990, 2000, 2010, 2020"),
        ("1989-01-01", "2060-08-01", 4, "2000, 2020, 2040, 2060"),
        ("1801-01-01", "2001-08-01", 4, "1850, 1900, 1950, 2000"),
        ("1799-01-01", "2023-08-01", 3, "1800, 1900, 2000"),
    ],
)
def test_ticks_of_time_are_round(first, last, at_most, told):
    """Days, months, years: the finest step that has room."""
    ticks = time_ticks(span(first)[0], span(last)[0], at_most=at_most)

    assert ", ".join(words for _, words in ticks) == told


def test_a_tick_stands_at_its_day():
    """The first of a month, the first of a year; a part of a day has the day after."""
    day = datetime.date(1992, 1, 1).toordinal()

    assert time_ticks(day - 0.5, day + 1.5, at_most=4) == [(day, "1 Jan 1992"), (day + 1, "2 Jan")]
    assert [moment for moment, _ in time_ticks(day, day + 62, at_most=4)] == [day, day + 31, day + 60]
    assert [moment for moment, _ in time_ticks(day, day + 800, at_most=3)] == [day, day + 366, day + 731]
    assert time_ticks(day + 0.2, day + 0.4, at_most=4) == [(day + 1, "2 January 1992")]


@pytest.mark.parametrize(
    ("highest", "at_most", "ticks"),
    [
        (0, 5, [0]), (-1, 5, [0]), (5, 5, [0, 1, 2, 3, 4, 5]), (6, 5, [0, 2, 4, 6]), (10, 4, [0, 2.5, 5, 7.5, 10]),
        (11, 4, [0, 5, 10]), (21, 4, [0, 10, 20]), (613, 5, [0, 200, 400, 600]), (0.3, 3, [0, 0.1, 0.2, 0.3]), (1, 1, [0, 1]),
    ],
)  # fmt: skip
def test_ticks_of_numbers_are_round(highest, at_most, ticks):
    """Steps of one, two, two and a half, five, ten."""
    assert number_ticks(highest, at_most=at_most) == pytest.approx(ticks)
