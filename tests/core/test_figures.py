"""Figures as a reader would write them."""

import pytest

from caucasus_course.core.figures import counted, figure


@pytest.mark.parametrize(
    ("low", "high", "point", "written"),
    [
        (None, None, 1835.0, "1,835 people"),
        (485.0, 613.0, None, "485–613 people"),
        (200.0, None, None, "at least 200 people"),
        (None, 13.5, None, "at most 13.5 people"),
        (None, None, 10500000.0, "10,500,000 people"),
        (None, None, 1.0, "1 person"),
        (1.0, None, None, "at least 1 person"),
        (1.0, 3.0, None, "1–3 people"),
        (None, None, None, "no figure"),
    ],
)
def test_a_figure_is_written_as_a_reader_would(low, high, point, written):
    """Ranges, bounds and single figures differ."""
    assert figure({"low": low, "high": high, "point": point, "unit": "people"}) == written


def test_units_are_written_with_their_signs():
    """Square kilometres and per cent."""
    assert figure({"point": 4388.0, "unit": "km2"}) == "4,388 km²"


@pytest.mark.parametrize(
    ("measure", "group", "said"),
    [
        ("killed", "Armenian civilians", "killed: Armenian civilians"),
        ("other", "ballots cast", "ballots cast"),
        ("patients", "patients moved since December 2022", "patients moved since December 2022"),
    ],
)
def test_what_is_counted_is_said_once(measure, group, said):
    """Neither `other: ballots cast` nor `patients: patients moved` helps a reader."""
    assert counted({"measure": measure, "group": group}) == said
