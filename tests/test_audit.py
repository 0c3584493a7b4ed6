"""What the facts rest on, on the real data."""

import datetime
import json

import pytest

from caucasus_course import loaders
from caucasus_course.audit import audit

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


def test_unverified_facts_are_named(report):
    """The five Soviet counts that nobody saw are among them."""
    assert "census" in report["all"]["unverified_rows"]
    assert len(report["all"]["unverified_rows"]["census"]) == 5


def test_facts_grow_old():
    """After a year the report says so."""
    later = audit(TODAY + datetime.timedelta(days=400))

    assert all(row["is_older_than_12_months"] for row in later["lessons"])


def test_missing_names_are_listed_by_language(report):
    """Villages of the lists of 2020 without an Armenian name are among them; no town of a map is."""
    missing = set(report["all"]["names_missing"]["hy"])

    assert missing
    assert not missing & {"shusha", "lachin", "stepanakert", "aghdam"}


def test_counts_come_in_one_order(report):
    """The most frequent first, equals by their name: two reports of one day are the same."""
    counts = [report["all"]["by_perspective"], *(row["by_perspective"] for row in report["lessons"])]

    assert [list(one) for one in counts] == [sorted(one, key=lambda name: (-one[name], name)) for one in counts]
