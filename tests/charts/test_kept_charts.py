"""Each chart of made-up tables is drawn as the kept one, wide and narrow: marks, bars, arrows, lines and words."""

import pandas as pd
import pytest

from caucasus_course.charts.claims_chart import chart_claims
from caucasus_course.charts.series_chart import chart_series
from caucasus_course.charts.timeline import timeline
from caucasus_course.core.style import KINDS, SIDES
from tests.charts.conftest import arrival, claim, event


def parts(chart):
    """Return a chart's words, its two pictures and its table."""
    header, rows = chart.cells()
    table = "\n".join(" | ".join(cells) for cells in [header, *rows])
    return [chart.text(), chart.alt(), chart.svg(), chart.svg(width=400), chart.list_html(), table]


def test_claims(claims, kept):
    """A number, a range, at least, at most, none; each side with its mark, disputed ones hollow."""
    sides = [claim(f"s-{number}", point=10 * number, side=side) for number, side in enumerate(SIDES)]
    unsaid = [
        claim("unsaid"),
        claim("seen by nobody", point=70, side="Armenian", status="unverified"),
        claim("three", low=1, high=9, point=4, status="disputed"),
    ]

    kept(
        "chart_claims",
        *parts(
            chart_claims(pd.concat([claims, pd.DataFrame([*sides, *unsaid])]), topic="made-up-1992", unverified=True)
        ),
    )


@pytest.mark.parametrize("indicator", ["patients", "gas"])
def test_supplies(supplies, kept, indicator):
    """Running totals and periods, with bounds and ranges."""
    kept(f"chart_series_{indicator}", *parts(chart_series(supplies, indicator=indicator)))


def test_arrivals(arrivals, kept):
    """A curve of running totals; the disputed one hollow."""
    kept("chart_series_arrivals", *parts(chart_series(arrivals)))


def test_crowded_numbers(kept):
    """Where numbers stand round marks that lie close, and which are left to the list."""
    heights = [10, 60, 20, 80, 50, 55, 15, 70, 72, 40]
    rows = [arrival(f"2023-09-24T{hour:02}:30", 1000 * height) for hour, height in enumerate(heights)]
    rows += [
        arrival("2023-09-24T04:50", 51000, said_by="another"),
        arrival("2023-09-24T09:10", 41000, status="disputed"),
    ]

    kept("chart_series_crowded", *parts(chart_series(pd.DataFrame(rows))))


def test_crowded_claims_over_time(kept):
    """Months and years, at least, at most and ranges of several voices."""
    given = [{"low": 100}, {"high": 400}, {"low": 200, "high": 300}, {"point": 250}, {"point": 260}, {"point": 0}]
    dates = ["1992", "1992-03", "1992-06-01", "1992-07", "1992-07-20", "1993"]
    rows = [claim(f"c-{n}", as_of=dates[n], said_by=f"voice {n % 2}", **numbers) for n, numbers in enumerate(given)]

    kept("chart_series_claims", *parts(chart_series(pd.DataFrame(rows), topic="made-up-1992", measure="killed")))


def test_crowded_lanes(kept):
    """Rows of a lane, words that turn to the other side, an event that began before."""
    days = ["1992-01-02", "1992-01-03", "1992-01-20", "1992-06-01", "1992-06-01", "1992-12-28", "1992-12-30"]
    rows = [event(f"event-number-{n}-{'x' * 9 * n}", day) for n, day in enumerate(days)]
    rows += [event("siege", "1991-06-01", end_date="1992-02-01"), event("long", "1992-03-01", end_date="1992-11-30")]

    kept("timeline_crowded", *parts(timeline(pd.DataFrame(rows), start="1992-01-01", end="1992-12-31")))


def test_timeline(events, kept):
    """A lane for each kind; spans, months and contested events."""
    more = [event(f"of-{kind}", f"1992-03-{day:02}", category=kind) for day, kind in enumerate(KINDS, start=1)]

    kept("timeline", *parts(timeline(pd.concat([events, pd.DataFrame(more)]))))
