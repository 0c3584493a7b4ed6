"""The head of a lesson."""

import datetime

import pytest

from caucasus_course.lessons.header import LessonHeader

LESSON = {
    "lesson_id": "01",
    "title": "Land <b>",
    "question": "Why?",
    "minutes_read": 10,
    "minutes_do": 20,
    "minutes_discuss": 5,
    "prerequisites": "Lesson 00",
    "content_note": "None.",
    "skip_path": "None.",
    "facts_as_of": "2024-05-24",
    "checked_on": datetime.date(2026, 1, 2),
}


def test_minutes_are_added_up_and_told_apart():
    """A teacher sees the whole and its parts."""
    assert "Time: 35 minutes: read 10, do 20, discuss 5" in LessonHeader(LESSON).text()


def test_the_day_of_the_facts_is_told_apart_from_the_day_of_the_check():
    """Who reads "checked in January" does not take a fact of May two years before for a fact of January."""
    *_, facts, checked = LessonHeader(LESSON).text().splitlines()

    assert facts == "Facts as of: 24 May 2024, the date of the newest fact or source that this lesson uses"
    assert checked == "Last checked: 2 January 2026, when somebody last looked for errors and for news"


@pytest.mark.parametrize(("date", "words"), [("2024", "2024"), ("2026-06", "June 2026"), ("2026-06-05", "5 June 2026")])
def test_the_date_of_the_facts_is_as_exact_as_the_row(date, words):
    """A source known to the year gives the lesson a year."""
    assert f"Facts as of: {words}, the date" in LessonHeader({**LESSON, "facts_as_of": date}).text()


def test_html_and_table_say_what_the_text_says():
    """No display says less than another."""
    header = LessonHeader(LESSON)

    assert all(value in header.text() and value in header.html() for value in header.table().text)
