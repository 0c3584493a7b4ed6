"""One map goes through states: the same things, each drawn as its state says."""

import pytest

from caucasus_course.core.errors import CourseError
from caucasus_course.maps.drawing import Layer, Point
from caucasus_course.maps.steps import Step, Steps, at_step

TWO = Layer("town", "Places", points=[Point("a", 46, 39, "town"), Point("b", 47, 39, "town")], is_stepped=True)


def test_a_stepped_layer_falls_apart_by_look():
    """Each look has its legend; what is left out is in none."""
    layers = at_step([TWO], Step("one", "", (("at_azerbaijan", ""),)))

    assert [(layer.legend, [point.place_id for point in layer.points]) for layer in layers] == [("Azerbaijan", ["a"])]


def test_plain_layers_stay_as_they_are():
    """Only stepped layers follow the state."""
    plain = Layer("town", "Towns", points=TWO.points)

    assert at_step([plain], Step("one", "", ())) == [plain]


def test_looks_are_listed_once_in_a_fixed_order():
    """The frame's letters count along this list."""
    steps = Steps("Date", (Step("1", "", (("at_armenian", "at_azerbaijan"),)), Step("2", "", (("", "at_armenian"),))))

    assert steps.keys() == ["at_azerbaijan", "at_armenian"]


def test_a_map_without_states_is_refused():
    """The message asks about the filter."""
    with pytest.raises(CourseError, match="at least one state"):
        Steps("Date", ())
