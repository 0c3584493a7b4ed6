"""Events on their lanes without collisions."""

import pytest

from caucasus_course.charts.events import read_event
from caucasus_course.charts.layout import Layout
from caucasus_course.charts.swimlanes import Axis, place
from caucasus_course.core.days import span
from tests.charts.conftest import event

DAYS = (span("1992-01-01")[0], span("1992-12-31")[1])


def placed(dates, width):
    """Return events of these dates, placed."""
    events = [read_event(number, event(f"event number {number}", date)) for number, date in enumerate(dates, start=1)]
    return place(events, Axis(DAYS, Layout(width)))


@pytest.mark.parametrize("width", [400, 820])
def test_events_of_one_day_stand_below_each_other(width):
    """Ten events of one day take at least five rows, however wide the sheet."""
    rows = [one.row for one in placed(["1992-06-01"] * 10, width)]

    assert max(rows) >= 4
    assert len(rows) == 10


def test_distant_events_share_a_row():
    """January and December do not need two lines."""
    assert [one.row for one in placed(["1992-01-05", "1992-12-20"], 820)] == [0, 0]


def test_words_turn_to_the_side_where_there_is_room():
    """At the right edge the title stands left of its mark."""
    assert [one.anchor for one in placed(["1992-01-05", "1992-12-30"], 820)] == ["left", "right"]


def test_on_a_narrow_sheet_numbers_stand_for_titles():
    """They are those of the list."""
    assert [one.words for one in placed(["1992-01-05", "1992-02-05"], 400)] == ["1", "2"]


def test_an_older_event_says_since_when():
    """What began before the axis is not drawn as if it began with it."""
    (one,) = place([read_event(1, event("siege", "1988-02-20", end_date="1992-05-09"))], Axis(DAYS, Layout(820)))

    assert one.words == "1 Siege (since 1988)"
