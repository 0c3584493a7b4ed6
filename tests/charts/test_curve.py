"""Figures at their true dates."""

from attrs import evolve

from caucasus_course.charts.canvas import Canvas
from caucasus_course.charts.curve import draw_curve
from caucasus_course.charts.layout import Layout
from caucasus_course.charts.spots import Curve, Spot
from caucasus_course.core.style import SIDES
from tests.charts.pictures import words

SPOT = Spot((738000.0, 738000.0), None, None, 100.0, SIDES["press"], False, "a voice")


def later(days, **more):
    """Return a spot some days later."""
    return evolve(SPOT, when=(738000.0 + days, 738000.0 + days), **more)


def test_only_one_voices_undisputed_figures_are_joined():
    """A line between two claimants, or through a disputed figure, would tell a story of its own."""
    curve = Curve(
        [SPOT, later(2, point=200), later(3, voice="other"), later(4, voice=None), later(5, point=None, low=9)]
    )

    assert [[spot.middle for spot in joined] for joined in curve.joins()] == [[738000.0, 738002.0]]


def test_numbers_never_cover_each_other():
    """Thirty figures in one hour leave most numbers to the list below."""
    curve = Curve([later(n / 700, point=1000.0 + n) for n in range(30)])
    canvas = Canvas(400)
    found = words(canvas.svg(draw_curve(canvas, 0, curve, Layout(400)), title="t", description="d"))

    assert {"1,000", "1,029"} <= {word.text for word in found}
    assert not any(one.overlaps(other) for one in found for other in found if one is not other)


def test_a_month_is_a_span():
    """A figure of a month stands in its middle and says that it is one."""
    curve = Curve([evolve(SPOT, when=(10.0, 40.0))])

    assert curve.has_spans()
    assert curve.spots[0].middle == 25
