"""A figure that we know only through an encyclopedia says so where it stands."""

import pytest

from caucasus_course.authoring.through_whom import NOTE, misplaced_signs, unsaid
from caucasus_course.data import loaders
from caucasus_course.sources.claim_list import THROUGH, ClaimList
from tests.lesson_text import EACH, cells

SOURCES = {
    "wiki": {"source_id": "wiki", "title": "Gugark pogrom", "kind": "encyclopedia"},
    "report": {"source_id": "report", "title": "A report", "kind": "report"},
}
CLAIMS = {
    "eleven": {"claim_id": "eleven", "source_ids": "wiki", "point": 11.0},
    "twenty": {"claim_id": "twenty", "source_ids": "wiki; report", "point": 20.0},
}
ALL_CLAIMS = {row["claim_id"]: row for row in loaders.rows("claims")}
ALL_SOURCES = {row["source_id"]: row for row in loaders.rows("sources")}


@pytest.mark.parametrize(
    "prose",
    [
        "The data say [11](#claim-eleven)†.",
        "Wikipedia says [11](#claim-eleven).",
        "| dead | [11](#claim-eleven) (through Wikipedia) |",
        "The report says [20](#claim-twenty).",
    ],
)
def test_a_sign_or_a_name_is_enough(prose):
    """A sentence or a row of a table that names the encyclopedia needs no sign; a better source needs none either."""
    assert list(unsaid(prose, CLAIMS, SOURCES)) == []


@pytest.mark.parametrize(
    "prose",
    [
        "Soviet data say [11](#claim-eleven).",
        "Wikipedia tells more. Soviet data say [11](#claim-eleven).",
        "| dead | [11](#claim-eleven) |",
        "See [11](#claim-eleven).\n\n*Sources: Wikipedia.*",
    ],
)
def test_a_figure_without_either_is_found(prose):
    """A name in another sentence, or in the line of sources alone, does not tell which figure it carries."""
    assert list(unsaid(prose, CLAIMS, SOURCES)) == ["[11](#claim-eleven)"]


@pytest.mark.parametrize(
    ("prose", "said"),
    [
        (f"See [20](#claim-twenty)†.\n\n{NOTE}", "has a source that is no encyclopedia"),
        ("See [11](#claim-eleven)†.", "ends with the note"),
        (f"See [20](#claim-twenty).\n\n{NOTE}", "only such a cell"),
    ],
)
def test_signs_and_notes_belong_together(prose, said):
    """A sign that outlived a better source, a sign without its note, a note without a sign."""
    assert any(said in fault for fault in misplaced_signs(prose, CLAIMS, SOURCES))


@EACH
def test_every_such_figure_of_the_lessons_says_so(lesson):
    """Cell by cell."""
    texts = [text for _, text in cells(lesson, "markdown")]

    assert [fault for text in texts for fault in unsaid(text, ALL_CLAIMS, ALL_SOURCES)] == []
    assert [fault for text in texts for fault in misplaced_signs(text, ALL_CLAIMS, ALL_SOURCES)] == []


def test_the_list_at_the_end_says_so_too():
    """It is computed from the sources of the claim."""
    row = {"measure": "killed", "group": "all", "low": None, "high": None, "unit": "people", "as_of": "1988",
           "said_by": "somebody", "status": "reported"}  # fmt: skip
    first, second = (ClaimList([claim | row], SOURCES).text() for claim in CLAIMS.values())

    assert THROUGH in first
    assert THROUGH not in second
