"""Days that prose names, with the years of their context."""

import datetime

import pytest

from caucasus_course.authoring.dates_in_prose import days_named, days_written
from caucasus_course.authoring.prose import blocks


def days(markdown, title=""):
    """Return (words, the dates they may mean) of every day that Markdown names."""
    return [
        (mention.words, [str(first) if first == last else f"{first}/{last}" for first, last in mention.days])
        for mention in days_named(blocks(markdown), title)
    ]


@pytest.mark.parametrize(
    ("text", "words", "dates"),
    [
        ("On 20 February 1988 it asked.", "20 February 1988", ["1988-02-20"]),
        ("On 27–29 February 1988 crowds came.", "27–29 February 1988", ["1988-02-27/1988-02-29"]),
        ("On 8 and 9 May 1992 it fell.", "8 and 9 May 1992", ["1992-05-08/1992-05-09"]),
        ("From 30 November to 2 December 1990.", "30 November to 2 December 1990", ["1990-11-30/1990-12-02"]),
        ("On May 18, 1992 it fell.", "May 18, 1992", ["1992-05-18"]),
        ("In 1993 it fell between 27 March and 5 April.", "27 March and 5 April", ["1993-03-27/1993-04-05"]),
        ("In May 1992 it fell. On the 18th the town too.", "On the 18th", ["1992-05-18"]),
        ("Winter 1993–94. They took it on 5 January.", "5 January", ["1993-01-05", "1994-01-05"]),
        ("They took it on 5 January of the year 1994.", "5 January", ["1994-01-05"]),
    ],
)
def test_a_day_is_found(text, words, dates):
    """Single days, ranges, pairs and days of a month named before."""
    assert days(text) == [(words, dates)]


def test_a_year_holds_until_the_next():
    """A day without a year has the one read last in its section."""
    text = "## 1. The votes of 1991\n\nOn 2 September one.\n\nOn 6 January 1992 two. On 8 July three."

    assert [dates[0] for _, dates in days(text)] == ["1991-09-02", "1992-01-06", "1992-07-08"]


def test_a_year_does_not_pass_a_heading():
    """A new section begins with the year of its heading, or of the lesson's title, or with none."""
    text = "## 1\n\nIn 1991.\n\n## 2\n\nOn 8 July."

    assert days(text) == [("8 July", [])]
    assert days(text, "What happened in 1992?") == [("8 July", ["1992-07-08"])]


def test_the_years_of_heading_and_title_stay_possible():
    """A lesson on 2020 that speaks of a broadcast of 2019 goes on in 2020; a year that is written is the only one."""
    text = "As in 2019. On 4 October it fell. On 9 October 2021 too."

    assert days(text, "Forty-four days, 2020") == [
        ("4 October", ["2019-10-04", "2020-10-04"]),
        ("9 October 2021", ["2021-10-09"]),
    ]
    assert days("On 4 October.", "December 2022 – September 2023") == [("4 October", ["2022-10-04", "2023-10-04"])]


@pytest.mark.parametrize("aside", ["the court (2015)", "the years 1988–94"])
def test_the_year_of_a_citation_or_of_a_long_span_gives_no_year(aside):
    """Neither tells when the next thing happened."""
    assert days(f"In 1992, wrote {aside}, it began. On 8 July it went on.") == [("8 July", ["1992-07-08"])]


def test_a_row_of_a_table_keeps_its_years_to_itself():
    """The report of 1993 in one row does not date the next row."""
    text = "Days of 1992:\n\n| 25 February | a report of 1993 |\n| 3 March | another |"

    assert [dates for _, dates in days(text)] == [["1992-02-25"], ["1992-03-03"]]


@pytest.mark.parametrize("text", ["the 19th century", "of the 4th Army", "about 20 to 30 people in May", "in May 1992"])
def test_what_is_no_day(text):
    """Centuries, armies, numbers and months."""
    assert days(f"In 1992 it was {text}.") == []


def test_a_day_that_no_calendar_has_has_no_date():
    """It is found and cannot be matched, so it will be reported."""
    assert days("On 30 February 1988 it fell.") == [("30 February 1988", [])]


def test_what_is_told_is_the_sentence_with_the_one_before():
    """'It did' needs the sentence before it."""
    mentions = list(days_named(blocks("In 1921 a man spoke. The Bureau told it. On 12 June it did.")))

    assert [mention.told for mention in mentions] == ["The Bureau told it. On 12 June it did."]


def test_days_written_have_their_year():
    """A note's '3 June' alone says too little."""
    assert list(days_written("Told on 3 June. It was promised for 1 April 2023.")) == [(datetime.date(2023, 4, 1),) * 2]
