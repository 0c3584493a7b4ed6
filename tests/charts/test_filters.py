"""Picking the claims of a chart."""

import pandas as pd
import pytest

from caucasus_course.charts.filters import by_topic, choose
from caucasus_course.core.errors import CourseError, UnknownNameError
from tests.charts.conftest import claim


def test_a_table_of_one_topic_needs_no_name(claims):
    """Rows that a student has filtered are drawn as they are."""
    assert len(choose(claims)) == len(claims)


def test_measures_by_name(claims):
    """One measure or a list."""
    assert [row["claim_id"] for row in choose(claims, measure="wounded")] == ["clinic"]
    assert len(choose(claims, measure=["wounded", "killed"])) == 5


def test_the_topic_decides():
    """Only rows of the topic are left; two topics without a choice are refused."""
    rows = [claim("a", topic="one"), claim("b", topic="two")]

    assert [row["claim_id"] for row in by_topic(rows, "two")] == ["b"]
    with pytest.raises(CourseError, match="2 topics"):
        by_topic(rows, None)
    with pytest.raises(UnknownNameError, match="No topic called 'six'"):
        by_topic(rows, "six")


def test_unverified_rows_teach_nothing_by_default():
    """They come only when asked for."""
    table = pd.DataFrame([claim("a", point=1), claim("b", point=2, status="unverified")])

    assert [row["claim_id"] for row in choose(table)] == ["a"]
    assert len(choose(table, unverified=True)) == 2
