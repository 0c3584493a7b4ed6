"""The course's own charts at both widths: nothing collides, nothing is cut off."""

import itertools
from functools import cache

import pytest

from caucasus_course import chart_claims, chart_series, load, timeline
from caucasus_course.charts.chart import NARROW, WIDE
from tests.charts.pictures import words

GAS = "gas from Armenia, share of normal supply"
PATIENTS = "patients taken to Armenia, cumulative"

CHARTS = {
    "khojaly": lambda: chart_claims(load("claims"), topic="khojaly-1992"),
    "first war": lambda: chart_claims(load("claims"), topic="first-war-deaths", unverified=True),
    "own losses": lambda: chart_claims(load("claims"), topic="war-2020-deaths-azerbaijani-forces"),
    "of the other side": lambda: chart_claims(load("claims"), topic="war-2020-claims-about-the-other-side"),
    "population": lambda: chart_claims(load("claims"), topic="population-karabakh-2023", sort="date"),
    "losses over time": lambda: chart_series(load("claims"), topic="war-2020-deaths-armenian-forces", measure="killed"),
    "arrivals": lambda: chart_series(load("arrivals"), end="2023-10-04"),
    "supply": lambda: chart_series(load("supply"), indicator=[GAS, PATIENTS]),
    "1991-94": lambda: timeline(load("events"), start="1991-01-01", end="1994-12-31"),
    "2020": lambda: timeline(load("events"), start="2020-07-01", end="2020-12-31"),
    "2022-23": lambda: timeline(load("events"), start="2022-12-01", end="2023-12-31"),
}


@cache
def found(name, width):
    """Return the texts of one of the charts, drawn once."""
    return words(CHARTS[name]().svg(width=width))


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("name", CHARTS)
def test_no_two_texts_collide(name, width):
    """Measured with the widest of the fonts named, no text covers another."""
    pairs = itertools.combinations(found(name, width), 2)

    assert [(one.text, other.text) for one, other in pairs if one.overlaps(other)] == []


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("name", CHARTS)
def test_every_text_is_on_the_sheet(name, width):
    """Nothing is cut off at either edge."""
    assert [word.text for word in found(name, width) if word.left < 0 or word.right > width] == []
