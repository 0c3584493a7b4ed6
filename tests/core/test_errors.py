"""Errors name the bad value and the nearest good ones."""

from caucasus_course.core.errors import UnknownNameError, nearest, unknown


def test_an_unknown_name_offers_the_nearest():
    """A misspelt place is answered with the place that was meant."""
    error = unknown("place", "Shusa", ["shusha", "goris", "lachin"])

    assert isinstance(error, UnknownNameError)
    assert str(error) == "No place called 'Shusa'. Did you mean 'shusha'?"


def test_without_a_near_name_the_known_ones_are_listed():
    """A name like no other is answered with what there is."""
    assert "There are 2: 'goris', 'lachin'." in str(unknown("place", "zzzz", ["lachin", "goris"]))


def test_a_long_list_is_cut():
    """More than a dozen names would bury the message."""
    assert str(unknown("lesson", "zzzz", [f"{n:02}" for n in range(20)])).endswith("'11' ….")


def test_nothing_known_is_said():
    """An empty register is named as such."""
    assert str(unknown("quiz", "01", [])) == "No quiz called '01'. There are none yet."


def test_case_does_not_matter_for_nearness():
    """`SHUSHA` is near `shusha`."""
    assert nearest("SHUSHA", ["shusha"]) == ["shusha"]
