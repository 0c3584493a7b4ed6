"""Who held a place, on a made-up table."""

import datetime

import pytest

from caucasus_course import holder
from caucasus_course.core.errors import CourseError
from caucasus_course.data.control import held


def interval(start: str, end: str | None, holder: str) -> dict:
    """Return a row of the control table."""
    day = datetime.date.fromisoformat
    fixed = {"how": "x", "date_basis": "held", "certainty": "high", "source_ids": "a; b", "note": None}
    return {
        "place_id": "goris", "valid_from": day(start), "valid_to": day(end) if end else None, "holder": holder, **fixed,
    }  # fmt: skip


TABLE = [interval("1988-02-20", "1992-05-18", "Soviet authorities"), interval("1992-05-18", None, "Armenian forces")]


@pytest.mark.parametrize(
    ("day", "holder"),
    [
        ("1988-02-20", "Soviet authorities"),
        ("1992-05-17", "Soviet authorities"),
        ("1992-05-18", "Armenian forces"),
        (datetime.date(2020, 1, 1), "Armenian forces"),
    ],
)
def test_the_first_day_belongs_to_the_new_holder(day, holder):
    """Intervals are closed at the start and open at the end."""
    assert held("goris", day, TABLE).holder == holder


def test_the_finding_is_a_sentence_with_its_sources():
    """Nothing is said without saying from where."""
    said = str(held("goris", "1990-01-01", TABLE))

    assert said == (
        "On 1990-01-01, goris was held by: Soviet authorities (since 1988-02-20 until 1992-05-18; "
        "date held, certainty high). Sources: a, b."
    )


@pytest.mark.parametrize(
    ("place", "day", "said"),
    [
        ("goris", "1987-01-01", "The table begins on 1988-02-20"),
        ("goris", "May 1992", "year-month-day"),
        ("baku", "1992-01-01", "no dated change of holder for 'baku'"),
    ],
)
def test_what_the_table_cannot_say_is_said(place, day, said):
    """No guess."""
    with pytest.raises(CourseError, match=said):
        held(place, day, TABLE)


@pytest.mark.parametrize(
    ("name", "day", "holder_of_the_day"),
    [
        ("Lachin outside the corridor", "2020-11-15", "Armenian forces"),
        ("Lachin outside the corridor", "2020-12-01", "Azerbaijan"),
        ("Lachin rayon", "2021-06-01", "Azerbaijan"),
        ("Lachin town", "2020-11-09", "Armenian forces"),
        ("town of Lachin", "2021-06-01", "Karabakh Armenian authorities with Russian peacekeepers"),
        ("Lachin (Berdzor)", "2022-08-25", "Karabakh Armenian authorities with Russian peacekeepers"),
        ("Lachin (Berdzor)", "2022-08-26", "Azerbaijan"),
        ("Hin Tagher", "2020-12-11", "Armenian forces"),
        ("Köhnə Tağlar", "2020-12-12", "Azerbaijan"),
        ("Khtsaberd", "2020-12-12", "Armenian forces"),
        ("Khtsaberd (Çaylaqqala)", "2020-12-13", "Azerbaijan"),
        ("Baghanis Ayrim", "1988-02-20", "Soviet authorities"),
        ("Baghanis Ayrim", "2024-05-23", "Armenia"),
        ("Bağanis Ayrım village", "2024-05-24", "Azerbaijan"),
        ("Stepanakert (Khankendi)", "2023-09-19", "Karabakh Armenian authorities with Russian peacekeepers"),
        ("Xenkendi", "2023-09-20", "Azerbaijan"),
        ("Shusha (Shushi)", "2020-11-07", "Armenian forces"),
        ("Kelbecer", "2020-11-25", "Azerbaijan"),
    ],
)
def test_places_of_the_course_by_the_names_that_people_write(name, day, holder_of_the_day):
    """Days before, between and after the changes."""
    assert holder(name, day).holder == holder_of_the_day
