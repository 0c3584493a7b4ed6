"""Days of prose against rows with days."""

import pytest

from caucasus_course.authoring.dated_rows import dated_rows, rows_of, stems
from caucasus_course.authoring.dates_in_prose import days_named
from caucasus_course.authoring.prose import blocks


def event(event_id, start, end="", precision="day", **more):
    """Return a row of the events table."""
    words = {"title": "", "description": "", "place_id": "", "actors": "", "contested_note": "", "note": ""}
    return {"event_id": event_id, "start_date": start, "end_date": end, "date_precision": precision, **words, **more}


TABLES = {
    "events": [
        event("lachin", "1992-05-18", title="Lachin taken"),
        event("shusha", "1992-05-08", "1992-05-09", title="Shusha taken"),
        event("pogrom", "1990-01-12", "1990-01-19", title="Pogrom in Baku"),
        event("war", "2020-09-27", "2020-11-10", title="The war of six weeks", description="It ended for good."),
        event("petition", "1964-05-01", precision="month", title="A petition"),
        event("link", "2022-08-30", title="A temporary road", description="The next was promised for 1 April 2023."),
    ],
    "statements": [
        {"statement_id": "s", "date": "2019-03-29", "speaker": "Tonoyan", "role": "minister", "quote": "a new war", "note": None}
    ],
    "sources": [{"source_id": "t", "date": "2023-02-27", "title": "Peaceful protest goes on", "publisher": "Trend", "author": None}],
    "control": [{"control_id": "horadiz-3", "place_id": "horadiz", "valid_from": "1993-10-21", "announced_date": None}],
}  # fmt: skip
CLAIMS = {"arrivals": {"as_of": "2023-10-04T08:00"}, "first": {"as_of": "2023-09-26"}, "month": {"as_of": "2023-09"}}


def found(markdown):
    """Return the rows of the only day in Markdown."""
    (mention,) = days_named(blocks(markdown))
    return rows_of(mention, dated_rows(TABLES), CLAIMS)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("On 18 May 1992 they took Lachin.", ["events/lachin"]),
        ("On 8 and 9 May 1992 they took Shusha.", ["events/shusha"]),
        ("On 9 May 1992 they held Shusha.", ["events/shusha"]),
        ("On 15 January 1990 the pogrom went on.", ["events/pogrom"]),
        ("Tonoyan spoke on 29 March 2019.", ["statements/s"]),
        ("The road was promised for 1 April 2023.", ["events/link"]),
        ("A report of Trend (27 February 2023).", ["sources/t"]),
        ("Move the slider to 21 October 1993.", ["control/horadiz-3"]),
        ("By 4 October 2023 it was [100](#claim-arrivals).", ["claims/arrivals"]),
        (
            "[1](#claim-first), [2](#claim-arrivals): 26 September – 4 October 2023.",
            ["claims/first", "claims/arrivals"],
        ),
        ("From 9 May to 18 May 1992 Shusha and Lachin were taken.", ["events/shusha", "events/lachin"]),
    ],
)
def test_a_day_has_its_row(text, rows):
    """An event first, then other rows with a day, then the figures linked beside it."""
    assert found(text) == rows


@pytest.mark.parametrize(
    "text",
    [
        "On 17 May 1992 they took Lachin.",
        "On 18 May 1992 they took Kelbajar.",
        "On 8–10 May 1992 they took Shusha.",
        "On 15 October 2020 the war of six weeks went on.",
        "On 1 May 1964 they sent a petition.",
        "On 27 February 2023 there was a peaceful protest.",
        "On 21 October 1993 they took Fuzuli.",
        "On 30 February 1992 they took Lachin.",
        "By 5 October 2023 it was [100](#claim-arrivals).",
        "From 26–30 September 2023 it was [1](#claim-first), then [2](#claim-month).",
    ],
)
def test_a_wrong_day_has_none(text):
    """A day beside, a day of something else, another range, a day inside a long war, a day known to the month only.

    The day of a report is not the day of what it reports.
    """
    assert found(text) == []


def test_words_that_all_rows_share_tell_nothing():
    """The peoples, the forces and the months stand everywhere."""
    assert stems("Armenian and Azerbaijani forces said that in February") == frozenset()
    assert stems("the Politburo refused resolution 822") == {"polit", "refus", "resol", "822"}
