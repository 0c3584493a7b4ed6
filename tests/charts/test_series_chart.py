"""How a number moved: arrivals, supply and tolls through one function."""

import pytest

from caucasus_course.charts.series_chart import chart_series
from caucasus_course.core.errors import CourseError, UnknownNameError
from tests.charts.pictures import words


def test_arrivals_keep_every_total_with_its_claimant(arrivals):
    """The disputed total stays in sight and says that it is disputed."""
    chart = chart_series(arrivals)

    assert "- 26 September 2023, 08:00: 13,350, said by the office (disputed)" in chart.text()
    assert "Hollow: disputed or unverified, and left out of the line." in chart.how_to_read()
    assert [row["cumulative"] for row in chart.rows] == [30, 13350, 13550, 100514]


def test_supply_has_a_panel_for_each_indicator(supplies):
    """Units never share a scale."""
    chart = chart_series(supplies, indicator=["patients", "gas"])
    texts = [word.text for word in words(chart.svg())]

    assert [part.heading() for part in chart.series] == [
        "Patients (people, counted from 19 December 2022)",
        "Gas (percent)",
    ]
    assert {"0–50 %", "at least 680"} <= set(texts)


def test_tolls_over_time_with_claimants(claims):
    """Claims of one topic and measure stand at their dates, undated ones last."""
    chart = chart_series(claims, topic="made-up-1992", measure="killed")

    assert [row["claim_id"] for row in chart.rows] == ["gazette", "memorial", "observer", "herald"]
    assert chart.series[0].curve() is not None
    assert "undated: at most 90, villagers, said by Herald" in chart.text()


def test_start_and_end_cut_the_series(arrivals):
    """The days asked for are both included."""
    chart = chart_series(arrivals, start="2023-09-26", end="2023-10-01")

    assert [row["cumulative"] for row in chart.rows] == [13350, 13550, 100514]
    assert len(chart_series(arrivals, end="2023-09-26").rows) == 3


def test_mixed_measures_are_refused(claims, supplies):
    """Killed and wounded are not one series; the error names both."""
    with pytest.raises(CourseError, match=r"mixes 2 measures.*'killed', 'wounded'.*measure="):
        chart_series(claims)
    with pytest.raises(CourseError, match="mixes 2 indicators"):
        chart_series(supplies)


def test_mixed_units_are_refused(supplies):
    """Tonnes and percent do not share a curve."""
    with pytest.raises(CourseError, match="given in 2 units: people, percent"):
        chart_series(supplies.assign(indicator="all"))


def test_unknown_names_and_idle_options(arrivals, supplies):
    """The nearest name is offered; an option without effect is refused."""
    with pytest.raises(UnknownNameError, match="Did you mean 'patients'"):
        chart_series(supplies, indicator="patient")
    with pytest.raises(CourseError, match="topic='exodus' does nothing for the arrivals table"):
        chart_series(arrivals, topic="exodus")


def test_dates_that_are_wrong_or_leave_nothing(arrivals):
    """A start after the end, a word for a date, a time without figures."""
    with pytest.raises(CourseError, match="after end="):
        chart_series(arrivals, start="2023-10-02", end="2023-10-01")
    with pytest.raises(CourseError, match="'soon' is not a date"):
        chart_series(arrivals, start="soon")
    with pytest.raises(CourseError, match="no figure in that time"):
        chart_series(arrivals, start="2024-01-01")


def test_an_empty_table(arrivals):
    """An empty table is no chart."""
    with pytest.raises(CourseError, match="nothing to draw"):
        chart_series(arrivals.iloc[:0])


def test_the_same_chart_is_the_same_bytes(supplies):
    """Two charts of one table are equal in both widths."""
    one, two = (chart_series(supplies, indicator="gas") for _ in range(2))

    assert one._repr_mimebundle_() == two._repr_mimebundle_()
