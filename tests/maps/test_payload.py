"""What travels into the frame is small and inert."""

import json
import re

from caucasus_course.maps.payload import inert, payload, steps
from caucasus_course.maps.views import map_places


def test_steps_add_up_to_the_ring():
    """Each pair is the way from the last point, in thousandths of a degree."""
    assert steps([(46.0, 39.0), (46.002, 39.001), (46.0021, 39.001)]) == "46000 39000 2 1"


def test_inert_json_holds_no_markup_and_reads_back():
    """No parser can take data for a tag, an entity or a line end."""
    value = {"name": "</script><!--&\u2028\u2029"}
    text = inert(value)

    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text) == value


def test_only_names_of_what_is_drawn_travel(places, base):
    """The whole register stays at home."""
    course_map = map_places(places, names=places, base=base, only=["goris"])
    data = payload(course_map.layers, course_map.names, bounds=course_map.bounds, language="en")

    assert set(data["names"]) == {"goris", "west-land", "east-land"}
    assert data["names"]["goris"][0] == ["Goris", "goris hy", "goris az", "goris ru"]


def test_template_tags_are_taken_apart():
    """Branca reads its output as a template: a note with `{{` would be run."""
    value = ["{{7*7}}", "{% raw %}", "{# x #}", "{{{x}}}", {"a": {"b": []}}]

    assert not re.search(r"\{[{%#]", inert(value))
    assert json.loads(inert(value)) == value


def test_a_ring_is_written_in_thousandths_without_points_that_fall_together():
    """A minus parts two numbers."""
    ring = [(46.0, 39.0), (46.0004, 39.0004), (46.002, 38.999), (45.999, 39.0)]

    assert steps(ring) == "46000 39000 2-1-3 1"
