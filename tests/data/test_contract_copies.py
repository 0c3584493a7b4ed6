"""No copy is older than its origin, and whoever tells of a copy lets its dates be compared."""

import pytest

from caucasus_course.data import contract, loaders
from caucasus_course.data.contract_copies import (
    copies_are_not_older,
    first_day,
    last_day,
    told_copies_have_dates,
    told_rows_exist,
)


def tables(**rows):
    """Return tables as the contract reads them: each row with its line."""
    return {name: list(enumerate(found, start=2)) for name, found in rows.items()}


def copies(*pairs, **cells):
    """Return rows of the table of copies, each of (copy, origin)."""
    row = {"origin_date": None, "told_in": None} | cells
    return [{"copy_id": "c", "copy_source_id": copy, "origin_source_id": origin} | row for copy, origin in pairs]


SOURCES = [
    {"source_id": "may", "date": "2023-05-12"},
    {"source_id": "february", "date": "2023-02"},
    {"source_id": "january", "date": "2023-01-11"},
    {"source_id": "year", "date": "2023"},
    {"source_id": "undated", "date": None},
]


@pytest.mark.parametrize("pair", [("january", "may"), ("february", "may")])
def test_a_text_of_may_is_not_the_origin_of_one_of_winter(pair):
    """The slip that this rule is for: words of May said to have been narrowed in January and February."""
    [fault] = copies_are_not_older(tables(sources=SOURCES, copies=copies(pair)))

    assert "data/copies.csv, line 2, column copy_source_id" in str(fault)
    assert "is older than its origin (2023-05-12)" in str(fault)


@pytest.mark.parametrize(
    "pair",
    [
        ("may", "january"),
        ("may", "february"),
        ("year", "may"),
        ("january", "year"),
        ("undated", "may"),
        ("may", "undated"),
    ],
)
def test_what_the_dates_allow_passes(pair):
    """A month or a year may mean any of its days; an unknown date proves nothing."""
    assert list(copies_are_not_older(tables(sources=SOURCES, copies=copies(pair)))) == []


def test_the_day_of_the_origin_counts_and_not_that_of_the_text_that_carries_it():
    """A readout of January, known through a text of May, may be the origin of a text of February."""
    found = copies(("february", "may"), origin_date="2023-01-19")

    assert list(copies_are_not_older(tables(sources=SOURCES, copies=found))) == []


def test_nobody_carries_a_text_of_tomorrow():
    """The text that carries an origin is not older than it either."""
    found = copies(("may", "january"), origin_date="2023-02-01")

    assert [fault.column for fault in copies_are_not_older(tables(sources=SOURCES, copies=found))] == ["origin_date"]


def test_a_text_is_no_copy_of_itself():
    """Two names for one text are a slip."""
    [fault] = copies_are_not_older(tables(sources=SOURCES, copies=copies(("may", "may"))))

    assert "not a copy of itself" in str(fault)


@pytest.mark.parametrize(
    ("note", "is_told"),
    [
        ('"various goods" became "food and medicine"', True),
        ("The Reuters report has it too; the rewrite took it over.", True),
        ("Both texts are of one day.", False),
        ("This is no rewrite of the first: it is older.", False),
    ],
)
def test_whoever_tells_of_a_copy_names_it_in_the_table(note, is_told):
    """Words of copying without a row there are a fault; with a row they are none."""
    claim = {"claim_id": "tons", "note": note}

    assert bool([*told_copies_have_dates(tables(claims=[claim], copies=[]))]) is is_told
    told = copies(("may", "january"), told_in="claims/tons")
    assert list(told_copies_have_dates(tables(claims=[claim], copies=told))) == []


def test_a_row_that_tells_of_a_copy_exists():
    """A changed id is missed."""
    assert [
        fault.column for fault in told_rows_exist(tables(claims=[], copies=copies(("a", "b"), told_in="claims/x")))
    ] == ["told_in"]


def test_partial_dates_have_a_first_and_a_last_day():
    """February of a leap year has 29 days."""
    assert [f"{day(date)}" for date in ("2024", "2024-02", "2024-02-03") for day in (first_day, last_day)] == [
        "2024-01-01", "2024-12-31", "2024-02-01", "2024-02-29", "2024-02-03", "2024-02-03",
    ]  # fmt: skip


def test_the_data_are_checked_by_these_rules():
    """`data validate` runs them, on a table that has rows."""
    assert {copies_are_not_older, told_copies_have_dates, told_rows_exist} <= set(contract.CHECKS)
    assert len(loaders.rows("copies")) >= 20
