"""One map of control, from the real tables: its states, its words and its agreement with the look-up."""

import pandas as pd
import pytest
import shapely
from shapely.geometry import shape

from caucasus_course import holder, layer, load, map_control
from caucasus_course.core.days import as_day, day_words
from caucasus_course.core.errors import CourseError
from caucasus_course.core.style import HOLDERS
from caucasus_course.maps.control import MILESTONES, OVERLAYS


@pytest.fixture(scope="module")
def control():
    """The map as a lesson draws it."""
    return map_control(load("control"), at="1994-05-12")


def test_there_are_more_than_twenty_dated_states(control):
    """From the petition of 1988 to the four villages of 2024, in order."""
    labels = [step.label for step in control.steps.steps]

    assert len(labels) > 20
    assert labels[0] == "20 February 1988"
    assert labels[-1] == "24 May 2024"


@pytest.mark.parametrize(
    "day",
    ["12 May 1994", "3 April 1993", "9 October 2020", "10 November 2020", "20 November 2020", "25 November 2020",
     "1 December 2020", "26 August 2022", "30 August 2022", "20 September 2023"],
)  # fmt: skip
def test_the_turning_points_are_states(control, day):
    """The war's steps, the line of 1994, the three hand-overs, the corridor's move and the end."""
    assert day in [step.label for step in control.steps.steps]


def test_every_milestone_is_an_event_of_the_table():
    """A renamed event would silently lose its words."""
    assert set(MILESTONES) <= set(load("events").event_id)


def test_each_state_says_its_precision_and_its_works(control):
    """No state without how it is dated; a change without a work would be a slip."""
    for step in control.steps.steps:
        assert "schematic" in step.text
        assert "Sources:" in step.text or "No change of holder" in step.text


def test_the_map_opens_with_the_state_asked_for(control):
    """Picture, text and table show it."""
    assert "Date 27 of 64, 12 May 1994: Ceasefire takes effect." in control.text()
    assert "Armenian forces: Aghdam district" in control.text()
    assert "Horadiz" in control.text().split("Azerbaijan: ")[2]


def test_the_map_stays_within_its_size(control):
    """Geometry travels once, states as letters."""
    assert len(control.html().encode()) <= 450_000


def test_chosen_dates_make_a_small_map():
    """Two dates, two states."""
    small = map_control(load("control"), at="2020-11-10", dates=["2020-09-26"])

    assert [step.label for step in small.steps.steps] == ["26 September 2020", "10 November 2020"]


def test_a_stretch_of_days_has_every_change_in_it_and_both_its_ends():
    """The campaign of 2020 without a list of days."""
    labels = [
        step.label
        for step in map_control(load("control"), at="2020-10-12", start="2020-09-26", end="2020-12-13").steps.steps
    ]

    assert (labels[0], labels[-1]) == ("26 September 2020", "13 December 2020")
    assert {"12 October 2020", "9 October 2020", "10 November 2020", "1 December 2020"} <= set(labels)


def test_a_date_before_the_table_is_refused():
    """The message says what the table covers."""
    with pytest.raises(CourseError, match="1921-07-05 lies outside"):
        map_control(load("control"), at="1921-07-05")


def test_a_later_row_is_drawn():
    """A change of holder that the table learns of is a state of the map, without a list of years to be kept up."""
    control = load("control")
    shusha = control[(control.place_id == "shusha") & control.valid_to.isna()].index[0]
    later = control.loc[[shusha]].assign(valid_from=pd.Timestamp("2031-06-01"), holder="contested")
    control.loc[shusha, "valid_to"] = pd.Timestamp("2031-06-01")

    found = map_control(pd.concat([control, later]), at="2031-06-01")

    assert found.steps.now.label == "1 June 2031"
    assert "Contested: Shusha" in found.steps.now.text


# Town and date as text sources tell them; who held it then.
ARMENIAN, AZERBAIJAN, SOVIET = "Armenian forces", "Azerbaijan", "Soviet authorities"
KARABAKH = "Karabakh Armenian authorities with Russian peacekeepers"
TOLD = [
    ("Stepanakert", "1988-02-20", SOVIET), ("Shusha", "1990-01-20", SOVIET), ("Lachin", "1991-09-02", SOVIET),
    ("Aghdam", "1989-09-01", SOVIET), ("Kalbajar", "1988-02-20", SOVIET),
    ("Lachin", "1992-05-17", AZERBAIJAN), ("Lachin", "1992-05-18", ARMENIAN), ("Shusha", "1992-05-07", AZERBAIJAN),
    ("Shusha", "1992-05-09", ARMENIAN), ("Kalbajar", "1993-04-02", AZERBAIJAN), ("Kalbajar", "1993-04-05", ARMENIAN),
    ("Martakert", "1992-07-10", AZERBAIJAN), ("Martakert", "1993-06-27", ARMENIAN), ("Aghdam", "1993-07-22", AZERBAIJAN),
    ("Aghdam", "1993-07-24", ARMENIAN), ("Fuzuli", "1993-08-22", AZERBAIJAN), ("Fuzuli", "1993-08-24", ARMENIAN),
    ("Jabrayil", "1993-08-20", AZERBAIJAN), ("Jabrayil", "1993-08-26", ARMENIAN), ("Gubadly", "1993-08-30", AZERBAIJAN),
    ("Gubadly", "1993-09-01", ARMENIAN), ("Zangilan", "1993-10-28", AZERBAIJAN), ("Zangilan", "1993-10-30", ARMENIAN),
    ("Stepanakert", "1994-05-12", ARMENIAN), ("Martakert", "1994-05-12", ARMENIAN), ("Martuni", "1994-05-12", ARMENIAN),
    ("Hadrut", "1994-05-12", ARMENIAN), ("Talish", "1994-05-12", ARMENIAN), ("Madagiz", "1994-05-12", ARMENIAN),
    ("Shusha", "2000-01-01", ARMENIAN), ("Khojaly", "2010-02-26", ARMENIAN), ("Askeran", "2019-12-31", ARMENIAN),
    ("Aghdam", "2015-06-16", ARMENIAN), ("Lachin", "2015-06-16", ARMENIAN), ("Kalbajar", "2020-09-26", ARMENIAN),
    ("Jabrayil", "2020-09-26", ARMENIAN), ("Maragha", "1994-05-12", AZERBAIJAN), ("Maragha", "2016-04-10", AZERBAIJAN),
    ("Stepanakert", "2020-11-10", KARABAKH), ("Askeran", "2021-05-01", KARABAKH), ("Martakert", "2022-12-12", KARABAKH),
    ("Martuni", "2022-12-12", KARABAKH), ("Khojaly", "2023-09-19", KARABAKH), ("Stepanakert", "2023-09-19", KARABAKH),
    ("Shusha", "2020-11-11", AZERBAIJAN), ("Hadrut", "2020-11-11", AZERBAIJAN), ("Talish", "2021-01-01", AZERBAIJAN),
    ("Madagiz", "2021-01-01", AZERBAIJAN), ("Fuzuli", "2020-11-11", AZERBAIJAN), ("Zangilan", "2021-10-01", AZERBAIJAN),
    ("Aghdam", "2020-11-19", ARMENIAN), ("Aghdam", "2020-11-20", AZERBAIJAN), ("Kalbajar", "2020-11-24", ARMENIAN),
    ("Kalbajar", "2020-11-25", AZERBAIJAN), ("Hin Tagher", "2020-12-01", ARMENIAN), ("Hin Tagher", "2021-01-01", AZERBAIJAN),
    ("Khtsaberd", "2020-12-11", ARMENIAN), ("Stepanakert", "2023-09-20", AZERBAIJAN), ("Martuni", "2023-10-01", AZERBAIJAN),
    ("Martakert", "2024-01-01", AZERBAIJAN), ("Khojaly", "2023-09-21", AZERBAIJAN), ("Askeran", "2023-09-20", AZERBAIJAN),
    ("Kheyrimli", "2024-05-23", "Armenia"), ("Kheyrimli", "2024-05-24", AZERBAIJAN),
]  # fmt: skip


@pytest.fixture(scope="module")
def drawn():
    """Return a function that says in which holder's colour the areas show a point on a day."""
    control, places = load("control"), load("places").set_index("place_id")
    cells = {f["properties"]["id"]: shape(f["geometry"]) for f in layer("control_cells")["features"]}
    overlays = {f["properties"]["id"]: shape(f["geometry"]) for f in layer("control_areas")["features"]}
    follows = [f["properties"]["id"] for f in layer("control_cells")["features"]]
    order = [*(cells[name] for name in follows), *(overlays[name] for name in OVERLAYS)]
    found = map_control(control, at="1994-05-12", dates=[day for _, day, _ in TOLD])
    states = {step.label: step.looks[0] for step in found.steps.steps}

    def look(place_id, day):
        point = shapely.Point(places.lon[place_id], places.lat[place_id])
        pairs = zip(states[day_words(as_day(day))], order, strict=True)
        return [key for key, area in pairs if key and area.covers(point)][-1]

    return look


def test_there_are_sixty_pairs_of_town_and_date():
    """Enough to notice a line drawn on the wrong side of a town."""
    assert len(TOLD) >= 60


@pytest.mark.parametrize(("place", "day", "said"), TOLD, ids=lambda value: str(value)[:16])
def test_texts_look_up_and_drawn_areas_agree(place, day, said, drawn):
    """Who held a town by the texts, by `holder()` and by the colour under its mark."""
    found = holder(place, day)

    assert found.holder == said
    assert drawn(found.place_id, day) == f"held_{HOLDERS[said]}"
