"""Each chart of made-up tables is drawn as the kept one, wide and narrow: marks, bars, arrows, lines and words."""

import pandas as pd
import pytest

from caucasus_course.charts.claims_chart import chart_claims
from caucasus_course.charts.series_chart import chart_series
from caucasus_course.charts.timeline import timeline
from caucasus_course.core.style import KINDS, SIDES
from tests.charts.conftest import claim, event


def parts(chart):
    """Return a chart's words, its two pictures and its table."""
    header, rows = chart.cells()
    table = "\n".join(" | ".join(cells) for cells in [header, *rows])
    return [chart.text(), chart.alt(), chart.svg(), chart.svg(width=400), chart.list_html(), table]


def test_claims(claims, kept):
    """A number, a range, at least, at most, none; each side with its mark, disputed ones hollow."""
    sides = [claim(f"s-{number}", point=10 * number, side=side) for number, side in enumerate(SIDES)]
    unsaid = [claim("unsaid"), claim("three", low=1, high=9, point=4, status="disputed")]

    kept(
        "chart_claims", *parts(chart_claims(pd.concat([claims, pd.DataFrame([*sides, *unsaid])]), topic="made-up-1992"))
    )


@pytest.mark.parametrize("indicator", ["patients", "gas"])
def test_supplies(supplies, kept, indicator):
    """Running totals and periods, with bounds and ranges."""
    kept(f"chart_series_{indicator}", *parts(chart_series(supplies, indicator=indicator)))


def test_arrivals(arrivals, kept):
    """A curve of running totals; the disputed one hollow."""
    kept("chart_series_arrivals", *parts(chart_series(arrivals)))


def test_timeline(events, kept):
    """A lane for each kind; spans, months and contested events."""
    more = [event(f"of-{kind}", f"1992-03-{day:02}", category=kind) for day, kind in enumerate(KINDS, start=1)]

    kept("timeline", *parts(timeline(pd.concat([events, pd.DataFrame(more)]))))
