"""The still picture is well-formed and says what the map says."""

from xml.etree import ElementTree

import pytest

from caucasus_course.maps.still import mark, middle
from caucasus_course.maps.views import map_places

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def picture(places, base) -> ElementTree.Element:
    """The still of a small map, parsed."""
    return ElementTree.fromstring(map_places(places, names=places, base=base).still())


def words(picture) -> list[str]:
    """Return all texts of a picture."""
    return [element.text for element in picture.iter(f"{SVG}text")]


def test_towns_are_named_and_marked(picture):
    """Each town has its name; a village's mark is a ring."""
    assert {"Goris", "Lachin", "Shusha", "Sus"} <= set(words(picture))
    assert len(list(picture.iter(f"{SVG}circle"))) >= 4


def test_the_legend_is_in_words_and_the_scale_in_km(picture):
    """Nothing is told by colour alone."""
    assert {"Town", "Village", "State border"} <= set(words(picture))
    assert any(text.endswith(" km") for text in words(picture))


def test_the_legend_lies_where_it_covers_no_place(places, base):
    """A town in its usual corner, the lower left, sends it to another."""
    places.loc[3, ["lat", "lon"]] = 39.02, 46.02
    shown = map_places(places, names=places, base=base, bounds=(39.0, 46.0, 40.0, 47.6))

    assert "translate(8 8)" in shown.still()


def test_a_name_with_markup_is_escaped(places, base):
    """Hostile text is text."""
    places.loc[0, "name_en"] = "<script>&'\""
    picture = ElementTree.fromstring(map_places(places, names=places, base=base).still())

    assert "<script>&'\"" in words(picture)
    assert not list(picture.iter(f"{SVG}script"))


def test_the_middle_of_a_square_is_its_centre():
    """Names of areas stand in the middle."""
    x, y = middle([(0, 0), (2, 0), (2, 2), (0, 2), (0, 0)], closed=True)

    assert (x, y) == pytest.approx((1, 1))


@pytest.mark.parametrize("kind", ["city", "town", "village", "pass", "crossing"])
def test_each_kind_of_place_has_its_mark(kind):
    """Marks differ in shape or size."""
    others = [mark(other, 0, 0) for other in ("city", "town", "village", "pass", "crossing") if other != kind]

    assert mark(kind, 0, 0)
    assert mark(kind, 0, 0) not in others
