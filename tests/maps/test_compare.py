"""Two maps side by side keep the contract of one."""

import pytest

from caucasus_course.core.errors import CourseError
from caucasus_course.maps.compare import map_compare
from caucasus_course.maps.views import map_places


@pytest.fixture
def pair(places, base):
    """Two small maps."""
    maps = [map_places(places, names=places, base=base, title=title, as_of=title) for title in ("2019", "2021")]
    return map_compare(*maps)


def test_both_texts_are_read_left_first(pair):
    """A screen reader hears which is which."""
    text = pair.text()

    assert text.index("Left. Map: 2019") < text.index("Right. Map: 2021")


def test_both_frames_are_sandboxed_and_wrap_on_a_narrow_page(pair):
    """A box of at least 340 px: two do not fit into 400."""
    assert pair.html().count('sandbox="allow-scripts"') == 2
    assert pair.html().count("flex:1 1 340px") == 2


def test_the_table_says_of_which_map_a_row_is(pair):
    """Left and right have the same places here."""
    assert pair.table().groupby("map").size().to_dict() == {"left": 4, "right": 4}


def test_what_is_no_map_is_refused(places, base):
    """The message says what can be compared."""
    with pytest.raises(CourseError, match="'2019' is none"):
        map_compare(map_places(places, names=places, base=base), "2019", title="x")
