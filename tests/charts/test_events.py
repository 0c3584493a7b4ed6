"""Events read and picked for a timeline."""

import pandas as pd
import pytest

from caucasus_course.charts.events import pick, read_event
from caucasus_course.core.errors import CourseError, UnknownNameError
from tests.charts.conftest import event

ALL = {"start": None, "end": None, "category": None, "lesson": None, "unverified": False}


def ids(rows):
    """Return the ids of rows."""
    return [row["event_id"] for row in rows]


def test_by_time_kind_and_lesson(events):
    """An event that lasts into the time asked for belongs to it."""
    assert ids(pick(events, **ALL | {"start": "1992-04-01"})) == ["talks", "siege"]
    assert ids(pick(events, **ALL | {"end": "1991-12-31"})) == ["vote"]
    assert ids(pick(events, **ALL | {"category": ["legal", "diplomatic"]})) == ["vote", "talks"]
    assert ids(pick(events, **ALL | {"lesson": "04"})) == ["vote", "talks"]


def test_unverified_events_are_left_out(events):
    """They come only when asked for."""
    table = pd.concat([events, pd.DataFrame([event("rumour", "1993-01-01", status="unverified")])])

    assert "rumour" not in ids(pick(table, **ALL))
    assert "rumour" in ids(pick(table, **ALL | {"unverified": True}))


def test_dates_as_exact_as_known():
    """A month is written and drawn as a month."""
    month = read_event(1, event("talks", "1992-05-01", date_precision="month"))
    day = read_event(1, event("siege", "1992-01-05", end_date="1992-05-09"))

    assert (month.dates, month.when[1] - month.when[0]) == ("May 1992", 30)
    assert day.dates == "5 January 1992 to 9 May 1992"


def test_frames_timestamps_are_dates():
    """The typed table of `load` gives timestamps and missing ones."""
    row = event("vote", pd.Timestamp("1991-12-10"), end_date=pd.NaT)

    assert read_event(1, row).dates == "10 December 1991"


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        ({"start_date": None}, "has no start_date"),
        ({"end_date": "1990-01-01"}, "ends .* before it starts"),
        ({"category": "sport"}, "No category called 'sport'"),
        ({"date_precision": "decade"}, "No date precision called 'decade'"),
        ({"start_date": "1991-02-30"}, "not a day of the calendar"),
    ],
)
def test_rows_that_have_no_place(bad, message):
    """The error names the event and what is wrong."""
    with pytest.raises(CourseError, match=message):
        read_event(1, event("vote", "1991-12-10") | bad)


def test_unknown_choices(events):
    """The nearest category is offered, the lessons are listed, an empty choice says what was asked."""
    with pytest.raises(UnknownNameError, match="Did you mean 'military'"):
        pick(events, **ALL | {"category": "millitary"})
    with pytest.raises(UnknownNameError, match=r"No lesson with events called '9'.*'03', '04'"):
        pick(events, **ALL | {"lesson": "9"})
    with pytest.raises(CourseError, match="no event from 2001-01-01 is left"):
        pick(events, **ALL | {"start": "2001-01-01"})
