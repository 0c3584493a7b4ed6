"""A course map keeps the display contract."""

import re
from html import unescape

import folium
import pytest

from caucasus_course.core.errors import UnknownNameError
from caucasus_course.maps.page import POLICY
from caucasus_course.maps.views import map_places


@pytest.fixture
def course_map(places, base):
    """A small map."""
    return map_places(places, names=places, base=base, title="Towns", as_of="2022-08-30", according_to="a test")


def test_the_same_map_is_the_same_bytes(course_map, places, base):
    """Nothing is drawn from chance or the clock."""
    again = map_places(places, names=places, base=base, title="Towns", as_of="2022-08-30", according_to="a test")

    assert again.html() == course_map.html()


def test_other_content_has_another_id(course_map, places, base):
    """Ids come from the content, so two maps of one page do not meet."""
    other = map_places(places, names=places, base=base, title="Other", as_of="2022-08-30", according_to="a test")

    assert other.get_name() != course_map.get_name()


def test_the_plain_text_is_fixed(course_map):
    """Title, date, account, layers and places; the base only counted."""
    assert course_map.text() == (
        "Map: Towns\nAs of 2022-08-30, according to a test.\nTown: Goris, Lachin, Shusha\nVillage: Sus\n"
        "Base: State border (2)"
    )


def test_the_frame_is_sandboxed_and_its_policy_strict(course_map):
    """Scripts run in a frame without origin, network or way out."""
    html = course_map.html()

    assert 'sandbox="allow-scripts"' in html
    assert "allow-same-origin" not in html
    assert f'content="{POLICY}"' in course_map.frame()
    assert course_map.frame().index("Content-Security-Policy") < course_map.frame().index("<script")


def test_no_address_of_another_host_is_asked(course_map):
    """No element of the frame loads from anywhere."""
    frame = course_map.frame()

    assert not re.search(r"<(script|link|img)[^>]+(src|href)=", frame)
    assert "@import" not in frame


def test_the_srcdoc_unescapes_to_the_frame(course_map):
    """Nothing is lost on the way through the attribute."""
    (page,) = re.findall(r"srcdoc='([^']*)'", course_map.html())

    assert unescape(page) == course_map.frame()


def test_a_still_picture_with_alt_text_stands_under_the_frame(course_map):
    """Where the frame is stripped, the picture and its words remain."""
    html = course_map.html()

    assert '<img src="data:image/svg+xml,' in html
    assert 'alt="Map: Towns. As of 2022-08-30, according to a test. Shown: town: 3; village: 1.' in html


def test_the_table_has_a_row_for_each_thing_drawn(course_map):
    """The base is not counted."""
    assert list(course_map.table().place_id) == ["goris", "lachin", "shusha", "sus"]


def test_hostile_text_stays_text(places, base):
    """A name cannot end the script, the attribute or the tag."""
    bad = "</script><img src=x onerror=alert(1)>'\"&"
    places.loc[0, ["name_en", "names_note"]] = bad
    course_map = map_places(places, names=places, base=base, title=bad, according_to=bad)

    assert "<img src=x" not in course_map.html()
    assert "<img src=x" not in course_map.frame()


def test_an_unknown_language_is_named(places, base):
    """The four languages are listed by their codes."""
    with pytest.raises(UnknownNameError, match="language called 'fr'"):
        map_places(places, names=places, base=base, language="fr")


def test_a_template_in_a_name_or_title_is_not_run(places, base):
    """Neither Python's side nor the page's takes braces for anything but text."""
    places.loc[0, "name_en"] = "{{7*7}}{% endraw %}"
    course_map = map_places(places, names=places, base=base, title="{{7*7}} {% endraw %}")

    assert 'aria-label="{{7*7}} {% endraw %}"' in course_map.frame()
    assert "49" not in course_map.text()
    assert "\\u007b{7*7}}" in course_map.frame()


def test_what_folium_adds_is_drawn_too(course_map):
    """The page is ours, and an element of folium still finds its place in it."""
    folium.CircleMarker((39.8, 46.7)).add_to(course_map)

    assert f".addTo({course_map.get_name()})" in course_map.frame()
