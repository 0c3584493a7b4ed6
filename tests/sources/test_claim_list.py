"""Who said each figure."""

from caucasus_course.sources.claim_list import ClaimList

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
