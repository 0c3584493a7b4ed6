"""The maps that lessons call."""

import pytest

from caucasus_course.core.errors import CourseError, UnknownNameError
from caucasus_course.maps.views import map_places, map_routes


def test_only_picks_places_and_refuses_unknown_ones(places, base):
    """A misspelt id is answered with the nearest."""
    with pytest.raises(UnknownNameError, match="'shusa'.*'shusha'"):
        map_places(places, names=places, base=base, only=["shusa"])


def test_the_old_road_is_in_use_before_the_change(places, base, roads):
    """The day of the change belongs to the new road."""
    before = map_routes(roads, at="2022-08-29", places=places, base=base).text()
    after = map_routes(roads, at="2022-08-30", places=places, base=base).text()

    assert "Road not in use that day: New-Road\nRoad in use on 2022-08-29: Old-Road" in before
    assert "Road not in use that day: Old-Road\nRoad in use on 2022-08-30: New-Road" in after


@pytest.mark.parametrize("bad", ["August 2022", "2022-02-30", ""])
def test_a_date_that_is_none_is_said(places, base, roads, bad):
    """The message shows how a date is written."""
    with pytest.raises(CourseError, match="year-month-day"):
        map_routes(roads, at=bad, places=places, base=base)


def test_towns_along_a_road_are_marked(places, base, roads):
    """`only` names them."""
    assert (
        "Town: Goris, Shusha"
        in map_routes(roads, at="2022-08-29", places=places, base=base, only=["goris", "shusha"]).text()
    )


def test_a_note_is_in_the_popup_the_text_and_the_open_list(places, base):
    """A learner's own words stand wherever the map is read."""
    shown = map_places(places, names=places, base=base, only=["goris", "sus"], notes={"sus": "Who lives\n here?"})

    assert "Note on Sus: Who lives here?" in shown.text().splitlines()
    assert (
        "<details open><summary>The notes on this map</summary><ul><li><strong>Sus</strong>: Who lives" in shown.html()
    )
    assert '["Armenian in Latin letters: sus latn","A note."],"Who lives here?"]' in shown.frame()


def test_a_map_without_notes_says_nothing_of_notes(places, base):
    """Maps made before there were notes stay the same bytes."""
    shown = map_places(places, names=places, base=base, only=["goris"])

    assert shown.html() == map_places(places, names=places, base=base, only=["goris"], notes={}).html()
    assert "notes on this map" not in shown.html()


def test_notes_choose_the_places_when_nothing_else_does(places, base):
    """Who writes on two places wants a map of two places."""
    shown = map_places(places, names=places, base=base, notes={"goris": "One.", "sus": "Two."})

    assert "Town: Goris\nVillage: Sus\n" in shown.text()


def test_hostile_notes_stay_text(places, base):
    """Neither the frame nor the list below it takes a note for markup or for a template."""
    bad = "</script><img src=x onerror=alert(1)>'\"& {{7*7}} {% endraw %}"
    shown = map_places(places, names=places, base=base, only=["goris"], notes={"goris": bad})

    assert "<img src=x" not in shown.html() + shown.frame()
    assert "\\u007b{7*7}}" in shown.frame()


@pytest.mark.parametrize(
    ("notes", "said"),
    [
        ({"goriss": "A note."}, "No place on this map called 'goriss'. Did you mean 'goris'"),
        ({"shusha": "A note."}, "No place on this map called 'shusha'"),
        ({"goris": " "}, "The note for 'goris' is empty"),
        ({"goris": 7}, "The note for 'goris' is empty"),
        ({"goris": "x" * 401}, "has 401 characters; a note on a map has at most 400"),
    ],
)
def test_a_note_that_cannot_stand_is_named(places, base, notes, said):
    """Its place must be drawn; the text must be there and short."""
    with pytest.raises(CourseError, match=said):
        map_places(places, names=places, base=base, only=["goris"], notes=notes)
