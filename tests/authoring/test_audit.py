"""What the facts rest on, on the real data."""

import datetime
import json

import pytest

from caucasus_course.authoring.audit import audit
from caucasus_course.authoring.dated_rows import dated_rows
from caucasus_course.authoring.lesson_use import named_days, used
from caucasus_course.data import loaders
from caucasus_course.lessons import catalogue

TODAY = datetime.date(2026, 11, 22)


@pytest.fixture(scope="module")
def report():
    """The report of a fixed day."""
    return audit(TODAY)


def test_the_report_is_ready_for_json(report):
    """Nothing in it needs Python to be read."""
    assert json.loads(json.dumps(report)) == report


def test_every_lesson_is_reported_with_its_sources(report):
    """Sources are counted by perspective and kind, and the counts agree."""
    assert [row["lesson"] for row in report["lessons"]] == [row["lesson_id"] for row in loaders.rows("lessons")]
    for row in report["lessons"]:
        assert row["sources"] == sum(row["by_perspective"].values()) == sum(row["by_kind"].values()) > 0


def test_no_lesson_leans_on_one_perspective(report):
    """At most 60 per cent of a lesson's sources look from one place."""
    assert {row["lesson"]: row["largest_share"] for row in report["lessons"] if row["largest_share"] > 0.6} == {}


def test_no_lesson_uses_an_unverified_row(report):
    """Unverified rows teach nothing."""
    assert [row["unverified_rows"] for row in report["lessons"]] == [[] for _ in report["lessons"]]


def test_figures_through_an_encyclopedia_are_counted(report):
    """At most four in ten of a lesson's figures rest on one alone, and none of lesson 08."""
    counts = {row["lesson"]: len(row["figures_through_an_encyclopedia"]) for row in report["lessons"]}
    figures = {row["lesson_id"]: len(used(row).claim_ids) for row in loaders.rows("lessons")}

    assert {lesson: count for lesson, count in counts.items() if count * 10 > figures[lesson] * 4} == {}
    assert counts["08"] == 0


def test_unverified_facts_are_named(report):
    """The five Soviet counts that nobody saw are among them."""
    assert "census" in report["all"]["unverified_rows"]
    assert len(report["all"]["unverified_rows"]["census"]) == 5


def test_a_check_grows_old():
    """After a year the report says so; that a lesson's facts are old does not make it due."""
    later = audit(TODAY + datetime.timedelta(days=400))

    assert all(row["is_due_for_checking"] for row in later["lessons"])


def test_no_lesson_is_due_for_its_old_facts(report):
    """A lesson on 1921 may rest on old facts and be in good order."""
    assert min(row["facts_as_of"] for row in report["lessons"]) < "2025"
    assert not any(row["is_due_for_checking"] for row in report["lessons"])


def test_missing_names_are_listed_by_language(report):
    """Villages of the lists of 2020 without an Armenian name are among them; no town of a map is."""
    missing = set(report["all"]["names_missing"]["hy"])

    assert missing
    assert not missing & {"shusha", "lachin", "stepanakert", "aghdam"}


def test_counts_come_in_one_order(report):
    """The most frequent first, equals by their name: two reports of one day are the same."""
    counts = [report["all"]["by_perspective"], *(row["by_perspective"] for row in report["lessons"])]

    assert [list(one) for one in counts] == [sorted(one, key=lambda name: (-one[name], name)) for one in counts]


def test_every_day_that_a_lesson_names_has_its_row(report):
    """An event of that day, or another dated row, tells of the same thing; most are events."""
    without = {row["lesson"]: row["days_without_row"] for row in report["lessons"] if row["days_without_row"]}

    assert without == {}
    assert sum(row["days_of_events"] for row in report["lessons"]) > 100


def test_a_day_without_its_row_is_reported(tmp_path, monkeypatch):
    """A lesson that moves the fall of Shusha by a day is told so, and is not told of the day of its own map."""
    lesson = {"lesson_id": "98", "slug": "made_up", "title": "One spring", "question": "When?"}
    cells = [
        {"cell_type": "markdown", "source": ["On 7–8 May 1992 Shusha fell. ", "Look at 1 May 1992."]},
        {"cell_type": "code", "source": ["map_control(load('control'), at='1992-05-01')"]},
    ]
    (tmp_path / "98_made_up.ipynb").write_text(json.dumps({"cells": cells}), encoding="utf-8")
    dated = dated_rows({"events": loaders.rows("events")})
    monkeypatch.setattr(catalogue, "lessons_folder", lambda: tmp_path)

    found = {day.words: day.rows for day in named_days(lesson, dated, {})}

    assert found == {"7–8 May 1992": [], "1 May 1992": ["code"]}
