"""The table of control becomes dated states that say who, how surely and since when."""

import datetime

import pytest

from caucasus_course.core.errors import CourseError
from caucasus_course.data.control import Control
from caucasus_course.maps.holding import area_look, change, check_holders, place_look

day = datetime.date.fromisoformat


def interval(place_id, start, end, holder, basis="held", announced_by=None, sources="work-1"):
    """Return a row of the table of control."""
    return {
        "place_id": place_id, "valid_from": start, "valid_to": end, "holder": holder, "date_basis": basis,
        "announced_by": announced_by, "source_ids": sources,
    }  # fmt: skip


@pytest.fixture
def holding():
    """A town taken in the first war, announced as retaken in the second."""
    rows = [
        interval("town", "1988-02-20", "1993-07-23", "Soviet authorities"),
        interval("town", "1993-07-23", "2020-10-09", "Armenian forces", sources="work-1; work-2; work-3"),
        interval("town", "2020-10-09", None, "Azerbaijan", "announced", "the President"),
    ]
    return Control.read(rows)


def test_the_day_of_a_change_belongs_to_the_new_holder(holding):
    """`valid_to` is the first day that no longer counts."""
    assert holding.on("town", day("1993-07-22")).holder == "Soviet authorities"
    assert holding.on("town", day("1993-07-23")).holder == "Armenian forces"


def test_an_announcement_of_the_war_is_an_open_ring_until_the_statement(holding):
    """What one side announced in autumn 2020 looks settled from 10 November on."""
    assert place_look(holding, "town", day("2020-10-09")) == "said_azerbaijan"
    assert place_look(holding, "town", day("2020-11-10")) == "at_azerbaijan"


def test_an_area_round_an_announced_place_is_contested_during_the_war(holding):
    """The area is not given to a side on the strength of one announcement."""
    assert area_look(holding, "town", day("2020-11-09")) == "held_contested"
    assert area_look(holding, "town", day("2020-11-10")) == "held_azerbaijan"


def test_a_change_is_told_with_its_claimant_and_works(holding):
    """Two works are named, the rest counted."""
    told = change(holding, day("2020-10-09"), {"town": (1, "Town")}, {"work-1": "A work, 2020"})

    assert told == "Azerbaijan: Town (announced by the President). Sources: A work, 2020."
    assert "and 1 more works" in change(holding, day("1993-07-23"), {}, {})


def test_a_day_known_from_reports_is_not_told_as_an_announcement():
    """Hadrut was announced on 9 October 2020 and held by the 15th: the later day has another witness."""
    rows = [interval("hadrut", "2020-10-15", None, "Azerbaijan", "held", "the President")]

    assert "dated by reports of who held it" in change(Control.read(rows), day("2020-10-15"), {}, {})


def test_a_place_without_rows_has_no_look(holding):
    """Nothing is invented for it."""
    assert area_look(holding, "elsewhere", day("1994-05-12")) == ""


def test_an_empty_table_and_an_unknown_holder_are_said():
    """The message names what is wrong."""
    row = interval("town", "1988-02-20", None, "Armenian force")

    with pytest.raises(CourseError, match="table of control is empty"):
        Control.read([])
    with pytest.raises(CourseError, match="'Armenian force' of 'town'.*'Armenian forces'"):
        check_holders(Control.read([row]))


@pytest.mark.parametrize(
    ("since", "holder", "on", "look"),
    [
        ("2020-09-26", "Azerbaijan", "2020-10-09", "held_azerbaijan"),
        ("2020-09-27", "Azerbaijan", "2020-10-09", "held_contested"),
        ("2020-09-27", "Azerbaijan", "2020-11-10", "held_azerbaijan"),
        ("2020-11-10", "Azerbaijan", "2020-11-10", "held_azerbaijan"),
        ("2020-10-09", "Armenian forces", "2020-10-09", "held_armenian"),
        ("1993-07-23", "Armenian forces", "2020-10-09", "held_armenian"),
    ],
)
def test_only_what_azerbaijan_took_in_the_war_of_2020_is_contested_while_it_lasts(since, holder, on, look):
    """What each side had held since before keeps its colour."""
    assert area_look(Control.read([interval("town", since, None, holder)]), "town", day(on)) == look


@pytest.mark.parametrize(
    ("basis", "said"),
    [
        ("held", "dated by reports of who held it"),
        ("announced", "dated by one side's announcement"),
        ("agreed", "dated by an agreement of the sides"),
        ("assumed", "day assumed, not reported"),
    ],
)
def test_a_change_says_how_it_is_dated(basis, said):
    """Each basis of a date in words."""
    rows = [interval("town", "1993-07-23", None, "contested", basis)]

    assert change(Control.read(rows), day("1993-07-23"), {}, {}) == f"Contested: town ({said}). Sources: work-1."


def test_eight_places_are_named_and_the_rest_counted():
    """Those of the first rank first, then by name."""
    rows = [interval(f"p{n}", "1993-07-23", None, "Azerbaijan") for n in range(10)]
    names = {"p9": (0, "Ninth"), "p3": (1, "Third")}
    told = change(Control.read(rows), day("1993-07-23"), names, {})

    assert told.startswith("Azerbaijan: Ninth, Third, p0, p1, p2, p4, p5, p6 and 2 more (dated")
    assert "more (" not in change(Control.read(rows[:8]), day("1993-07-23"), names, {})
