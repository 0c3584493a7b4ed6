"""Figures on one scale from zero."""

import pytest

from caucasus_course.charts.canvas import Canvas
from caucasus_course.charts.layout import Layout
from caucasus_course.charts.panel import Group, Line, Panel, draw_figure, draw_panel, scale_of
from caucasus_course.core.style import SIDES
from tests.charts.pictures import SVG, parsed, words

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


def lines_of(**numbers):
    """Return the paths of one figure on a scale of a px to the unit, dotted guide left out: points and colour."""
    canvas = Canvas(400)
    draw_figure(canvas, 50, Line([], PRESS, **numbers), lambda value: value)
    paths = [
        node
        for node in parsed(canvas.svg(100, title="t", description="d")).iter(f"{SVG}path")
        if node.get("fill") == "none"
    ]
    return [(node.get("d"), node.get("stroke")) for node in paths if not node.get("stroke-dasharray")]


@pytest.mark.parametrize(
    ("numbers", "shaft", "head"),
    [
        ({"low": 100}, "M100.00 50.00L124.00 50.00", "M119.00 46.00L124.00 50.00L119.00 54.00"),
        ({"high": 100}, "M100.00 50.00L76.00 50.00", "M81.00 46.00L76.00 50.00L81.00 54.00"),
        ({"high": 10}, "M10.00 50.00L0.00 50.00", "M5.00 46.00L0.00 50.00L5.00 54.00"),
    ],
)
def test_at_least_points_to_more_and_at_most_to_less(numbers, shaft, head):
    """To the right and to the left, never beyond zero, in the colour of the side."""
    assert lines_of(**numbers) == [(shaft, PRESS.colour), (head, PRESS.colour)]


def test_a_range_is_a_bar_between_its_ends():
    """A point alone has no line of its own."""
    assert lines_of(low=10, high=30) == [("M10.00 50.00L30.00 50.00", PRESS.colour)]
    assert lines_of(point=10) == []
