"""The words for facts: who held a place, who said a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caucasus_course.core.errors import unknown
from caucasus_course.data import loaders
from caucasus_course.notebook.rows import find_row, sources_by_id

if TYPE_CHECKING:
    import datetime

    from caucasus_course.data.control import Held
    from caucasus_course.sources.claim_list import ClaimList


def holder(place: str, date: str | datetime.date) -> Held:
    """Return who held a place on a date, how certain that is and from which source.

    Parameters
    ----------
    place : any of the place's names, in any script, such as `"Shusha (Shushi)"`, `"Lachin town"` or `"Lachin rayon"`
    date : `YYYY-MM-DD`, from 20 February 1988 on

    Examples
    --------
    >>> holder("Berdzor", "1994-05-12").holder
    'Armenian forces'

    """
    from caucasus_course.data.control import held
    from caucasus_course.data.places import find_place

    return held(find_place(place, loaders.rows("places"))["place_id"], date, loaders.rows("control"))


def claim(claim_id: str) -> ClaimList:
    """Return one reported number with who said it and the works that carry it."""
    return _claim_list([claim_id])


def _claim_list(wanted: list[str], works: list[str] | None = None) -> ClaimList:
    from caucasus_course.sources.claim_list import ClaimList

    claims = {row["claim_id"]: row for row in loaders.rows("claims")}
    for claim_id in wanted:
        if claim_id not in claims:
            raise unknown("claim", claim_id, claims)
    sources = sources_by_id()
    for source_id in works or []:
        if source_id not in sources:
            raise unknown("source", source_id, sources)
    return ClaimList([claims[claim_id] for claim_id in wanted], sources, works or [])


def who_said(lesson: str) -> ClaimList:
    """Return every figure of a lesson with who said it and where, and its reading list; their links lead here."""
    from caucasus_course.lessons.reading_list import recommended
    from caucasus_course.lessons.traces import traced_claims

    row = find_row("lessons", "lesson_id", lesson, kind="lesson")
    return _claim_list(traced_claims(row), recommended(row))
