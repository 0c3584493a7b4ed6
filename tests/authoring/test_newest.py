"""The day as of which a lesson's facts stand."""

import datetime
import json

import pytest

from caucasus_course import header
from caucasus_course.authoring.audit import audit
from caucasus_course.authoring.lesson_use import NamedDay, Used
from caucasus_course.authoring.newest import Newest, newest, rows_used
from caucasus_course.core.errors import CourseError
from caucasus_course.data import loaders
from caucasus_course.lessons import catalogue

TABLES = {
    "claims": {"count": {"as_of": "2023-10", "source_ids": "paper; atlas"}},
    "sources": {
        "paper": {"date": "2023-10-04", "kind": "news"},
        "atlas": {"date": "2026", "kind": "map"},
        "letter": {"date": "1921", "kind": "book"},
    },
    "excerpts": {"card": {"source_id": "letter"}},
    "events": {"talks": {"start_date": datetime.date(2025, 9, 1), "end_date": datetime.date(2025, 11, 30)}},
}
DAY = NamedDay("30 November 2025", ["2025-11-30"], ["events/talks"], "")
PLANTED = "On 17 February 2026 Ruben Vardanyan was sentenced to twenty years."


def test_all_that_a_lesson_uses_counts():
    """Figures with their sources, cards, the sources of questions and the rows of the days that the prose names."""
    used = Used(["count"], ["card"], ["paper"], [], [])

    found = {*rows_used(used, [DAY, NamedDay("1 May 1992", [], ["code"], "")], TABLES)}

    assert found == {"claims/count", "sources/paper", "sources/atlas", "sources/letter", "events/talks"}


def test_the_newest_of_them_is_the_day_of_the_facts():
    """An event counts with its last day."""
    assert newest(["sources/paper", "events/talks"], TABLES) == Newest("2025-11-30", ["events/talks"])


def test_a_month_stays_a_month():
    """No lesson says a day that its row does not know, and any day of a month is newer than the month."""
    assert newest(["claims/count"], TABLES).date == "2023-10"
    assert newest(["claims/count", "sources/paper"], TABLES).rows == ["sources/paper"]


def test_the_first_day_that_stands_for_a_month_is_none():
    """An event known to the month has its first day in the table."""
    tables = {
        "events": {"rain": {"start_date": datetime.date(2024, 3, 1), "end_date": None, "date_precision": "month"}}
    }

    assert newest(["events/rain"], tables).date == "2024-03"


def test_the_edition_of_a_map_is_no_day_of_a_fact():
    """A drawing of this year tells nothing of this year."""
    assert newest(["sources/atlas", "sources/letter"], TABLES).rows == ["sources/letter"]


def test_a_lesson_without_any_row_is_told_so():
    """Nobody can say as of when nothing stands."""
    with pytest.raises(CourseError, match="uses no row that has a date"):
        newest(["sources/atlas"], TABLES)


def _says_too_little():
    """Return the lessons that use a newer row than their head says, with that row."""
    said = {row["lesson_id"]: row["facts_as_of"] for row in loaders.rows("freshness")}
    lessons = audit(datetime.date(2026, 12, 1))["lessons"]
    return {row["lesson"]: row["newest_rows"] for row in lessons if row["facts_as_of"] > said[row["lesson"]]}


def test_no_lesson_uses_a_newer_row_than_its_head_says():
    """The head reads a made table; whoever adds a fact makes it anew."""
    assert _says_too_little() == {}


def test_a_newer_row_than_the_head_says_is_found(tmp_path, monkeypatch):
    """A sentence of February 2026 planted in lesson 03 is noticed, although nobody touched the table."""
    for path in loaders.lessons_folder().glob("*.ipynb"):
        notebook = json.loads(path.read_text(encoding="utf-8"))
        if path.name.startswith("03_"):
            notebook["cells"].append({"cell_type": "markdown", "source": [PLANTED]})
        (tmp_path / path.name).write_text(json.dumps(notebook), encoding="utf-8")
    monkeypatch.setattr(catalogue, "lessons_folder", lambda: tmp_path)

    assert _says_too_little() == {"03": ["events/2026-02-vardanyan-sentenced"]}


def test_the_head_reads_the_made_table():
    """The computed day and the day of the check reach the student."""
    (row,) = (row for row in loaders.rows("freshness") if row["lesson_id"] == "10")
    day = datetime.date.fromisoformat(row["facts_as_of"])

    assert f"Facts as of: {day.day} {day:%B %Y}, " in header("10").text()
    assert "Last checked: " in header("10").text()
