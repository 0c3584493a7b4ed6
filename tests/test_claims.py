"""Who said each figure."""

import pytest

from caucasus_course.claims import ClaimList, figure

CLAIM = {
    "claim_id": "khojaly-killed-azerbaijan",
    "measure": "killed",
    "group": "civilians",
    "low": None,
    "high": None,
    "point": 613.0,
    "unit": "people",
    "as_of": "1994",
    "said_by": "Azerbaijan's parliament",
    "status": "disputed",
    "source_ids": "a; b",
}
SOURCES = {"a": {"title": "Work A"}, "b": {"title": "Work B", "url": "https://example.org"}}


@pytest.mark.parametrize(
    ("low", "high", "point", "written"),
    [
        (None, None, 1835.0, "1,835 people"),
        (485.0, 613.0, None, "485–613 people"),
        (200.0, None, None, "at least 200 people"),
        (None, 13.5, None, "at most 13.5 people"),
        (None, None, 10500000.0, "10,500,000 people"),
        (None, None, None, "no figure"),
    ],
)
def test_a_figure_is_written_as_a_reader_would(low, high, point, written):
    """Ranges, bounds and single figures differ."""
    assert figure({"low": low, "high": high, "point": point, "unit": "people"}) == written


def test_units_are_written_with_their_signs():
    """Square kilometres and per cent."""
    assert figure({"point": 4388.0, "unit": "km2"}) == "4,388 km²"


def test_each_figure_names_its_claimant_and_works():
    """The line says who, when, how sure, and where."""
    text = ClaimList([CLAIM], SOURCES).text()

    assert "613 people (killed: civilians). Said by Azerbaijan's parliament, 1994; disputed. Work A. Work B." in text


def test_links_of_the_prose_lead_to_the_entries():
    """The anchor is the claim's id."""
    assert "<li id='claim-khojaly-killed-azerbaijan'" in ClaimList([CLAIM], SOURCES).html()


def test_a_work_with_an_address_is_one_click_away():
    """The citation is the link."""
    assert "<a href='https://example.org'" in ClaimList([CLAIM], SOURCES).html()
