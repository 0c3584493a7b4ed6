"""Figures on one scale from zero."""

import pytest

from caucasus_course.charts.canvas import Canvas
from caucasus_course.charts.layout import Layout
from caucasus_course.charts.panel import Group, Line, Panel, draw_panel, scale_of
from caucasus_course.core.style import SIDES
from tests.charts.pictures import words

PRESS = SIDES["press"]


def panel(*lines):
    """Return a panel of one group."""
    return Panel("Killed (people)", [Group("all", list(lines))])


def test_the_scale_begins_at_zero_and_keeps_proportions():
    """Twice the figure is twice the length."""
    scale = scale_of(panel(Line([("a", False)], PRESS, point=1000)), Layout(820))

    assert scale(1000) - scale(0) == pytest.approx(2 * (scale(500) - scale(0)))
    assert scale(0) == Layout(820).left


@pytest.mark.parametrize("width", [400, 820])
def test_the_longest_figure_stays_on_the_sheet(width):
    """Beside the largest mark, with its arrow, there is still room for the words."""
    canvas = Canvas(width)
    height = draw_panel(canvas, 0, panel(Line([("a", False)], PRESS, low=276000000, unit="people")), Layout(width))
    found = words(canvas.svg(height, title="t", description="d"))

    assert any(word.text == "at least 276,000,000 people" for word in found)
    assert max(word.right for word in found) <= width


@pytest.mark.parametrize(
    ("numbers", "is_bound", "is_range"),
    [
        ({"low": 1}, True, False),
        ({"high": 1}, True, False),
        ({"low": 1, "high": 2}, False, True),
        ({"point": 1}, False, False),
    ],
)
def test_bounds_and_ranges(numbers, is_bound, is_range):
    """An arrow is drawn for one end, a bar for two."""
    line = Line([], PRESS, **numbers)

    assert (line.is_bound, line.is_range) == (is_bound, is_range)


def test_a_panel_of_zeros_or_of_nothing_has_a_scale():
    """Nothing is divided by zero."""
    assert panel(Line([], PRESS, point=0)).highest() == 1
    assert panel(Line([], PRESS)).highest() == 1
