"""The timeline: picture, list, table and words."""

import pandas as pd
import pytest

from caucasus_course.charts.timeline import OPEN_UP_TO, timeline
from caucasus_course.core.errors import CourseError
from tests.charts.conftest import event
from tests.charts.pictures import words


def test_events_in_order_with_the_accounts_that_differ(events):
    """The plain text has date, kind, title and whose accounts differ."""
    assert timeline(events).text().splitlines() == [
        "Timeline: Events, 1991–1992",
        "1. 10 December 1991, legal: Vote.",
        "2. 5 January 1992 to 9 May 1992, humanitarian: Siege. Accounts differ: One side says relief, the other siege.",
        "3. May 1992, diplomatic: Talks.",
    ]


def test_each_kind_has_its_lane_in_words(events):
    """Shape and colour are never alone: the lane says the kind."""
    texts = [word.text for word in words(timeline(events).svg())]

    assert {"Legal (1)", "Humanitarian (1)", "Diplomatic (1)", "1 Vote", "2 Siege", "3 Talks"} <= set(texts)
    assert "Military (0)" not in texts


def test_the_list_is_native_html(events):
    """An ordered list carries everything without picture, script or mouse; a long one starts closed."""
    page = timeline(events).html()
    many = pd.DataFrame([event(f"e-{n}", f"1992-01-{n + 1:02}") for n in range(OPEN_UP_TO + 1)])

    assert "3 events in order</summary><ol" in page and "<details open>" in page
    assert "<b>Accounts differ:</b> One side says relief, the other siege." in page
    assert f"{OPEN_UP_TO + 1} events in order</summary>" in timeline(many).html()
    assert "<details open>" not in timeline(many).html()


def test_title_says_the_time_asked_for(events):
    """A heading does not claim more time than is shown."""
    assert timeline(events, start="1991-12-01", end="1992-05-31").title == "Events from 1 December 1991 to 31 May 1992"
    assert timeline(events, end="1991-12-31").title == "Events to 31 December 1991"


def test_alternative_text_counts_the_kinds(events):
    """Number, span and kinds; how many are contested."""
    alt = timeline(events).alt()

    assert (
        "3 events from 10 December 1991 to May 1992: 1 diplomatic, 1 legal, 1 humanitarian; accounts differ on 1."
        in alt
    )


def test_one_event_alone(events):
    """A timeline of one day has an axis."""
    chart = timeline(events, category="legal")

    assert "1 event from" in chart.alt()
    assert words(chart.svg(width=400))


def test_the_same_timeline_is_the_same_bytes(events):
    """The order of the rows does not matter."""
    assert timeline(events)._repr_mimebundle_() == timeline(events.iloc[::-1])._repr_mimebundle_()


def test_dates_in_the_wrong_order(events):
    """Start and end are said back."""
    with pytest.raises(CourseError, match="start='1993-01-01' is after end='1992-01-01'"):
        timeline(events, start="1993-01-01", end="1992-01-01")
    with pytest.raises(CourseError, match="no column 'category'"):
        timeline(events.drop(columns="category"))
