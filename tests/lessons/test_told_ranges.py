"""One question, one cut: lessons that give a range for the same topic and measure give it the same ends."""

import re
from collections import defaultdict

import pytest

from caucasus_course.data import loaders
from caucasus_course.lessons.traces import LINK
from tests.lesson_text import LESSONS, prose

CLAIMS = {row["claim_id"]: row for row in loaders.rows("claims")}
# Two linked figures that one sentence joins: "43 bodies to 53 dead", "between 20 and 30", "20–30".
_JOINED = re.compile(rf"{LINK.pattern}†?(?: [a-z]+)? ?(?:to|–) ?(?:[a-z]+ )?{LINK.pattern}")
_BETWEEN = re.compile(rf"\b[Bb]etween (?:[a-z]+ )?{LINK.pattern}†?(?: [a-z]+)? and (?:[a-z]+ )?{LINK.pattern}")
# Votes of judges are a pair, no range; of the arrivals each figure has its own hour.
_NO_RANGES = ("votes of judges", "votes")
_RUNNING_TOTALS = ("exodus-arrivals-2023-09",)


def _values(claim):
    return [claim[key] for key in ("low", "point", "high") if claim.get(key) is not None]


def _range_cells(markdown):
    """Yield the cells of the column `range` of a table of contested claims."""
    for table in re.findall(r"(?m)^\| claim \| .*\n\|[ :|-]+\n((?:\|.*\n?)+)", markdown):
        for row in table.splitlines():
            yield row.strip("|").split("|")[2]


def _pairs(markdown):
    """Yield the claims of every range that a text tells."""
    for pattern in (_JOINED, _BETWEEN):
        for found in pattern.finditer(markdown):
            yield [claim_id for _, claim_id in LINK.findall(found[0])]
    for cell in _range_cells(markdown):
        yield [claim_id for _, claim_id in LINK.findall(cell)]


def told_ranges(markdown, claims):
    """Return {(topic, measure): ends} of the ranges that a text tells, each with the widest ends it has there."""
    found = defaultdict(list)
    for claim_ids in _pairs(markdown):
        rows = [claims[claim_id] for claim_id in claim_ids]
        for key in {(row["topic"], row["measure"]) for row in rows}:
            values = [value for row in rows if (row["topic"], row["measure"]) == key for value in _values(row)]
            if len(values) > 1 and key[1] not in _NO_RANGES and key[0] not in _RUNNING_TOTALS:
                found[key] += values
    return {key: (min(values), max(values)) for key, values in found.items()}


def clashes(texts, claims):
    """Return {(topic, measure): {lesson: ends}} where two lessons give different ends."""
    by_key = defaultdict(dict)
    for lesson, markdown in texts.items():
        for key, ends in told_ranges(markdown, claims).items():
            by_key[key][lesson] = ends
    return {key: ends for key, ends in by_key.items() if len(set(ends.values())) > 1}


def row(point, group="all", topic="deaths", measure="killed"):
    """Return a made-up claim."""
    return {"topic": topic, "measure": measure, "group": group, "low": None, "point": point, "high": None}


MADE_UP = {
    "a": row(16_000), "b": row(20_000), "c": row(30_000), "d": row(35_000), "e": row(30_000, measure="missing"),
    "f": row(15, measure="votes"), "g": row(2, measure="votes"),
}  # fmt: skip
TABLE = "| claim | who says so | range |\n| --- | --- | --- |\n| the dead | many | {} |\n"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("[20,000](#claim-b) to [30,000](#claim-c) died.", "[16,000](#claim-a) to [35,000](#claim-d) died."),
        ("Between [20,000](#claim-b) and [30,000](#claim-c) died.", "[20,000](#claim-b)–[35,000](#claim-d) died."),
        (TABLE.format("[20,000](#claim-b); [30,000](#claim-c)"), "[16,000](#claim-a) to [35,000](#claim-d)."),
    ],
)
def test_two_cuts_of_one_question_are_found(first, second):
    """The slip that this rule is for: 20,000 to 30,000 dead in one lesson, 16,000 to 35,000 in another."""
    found = clashes({"03": first, "09": second}, MADE_UP)

    assert list(found) == [("deaths", "killed")]
    assert set(found["deaths", "killed"]) == {"03", "09"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("[20,000](#claim-b) to [30,000](#claim-c) died.", TABLE.format("[20,000](#claim-b); [30,000](#claim-c)")),
        ("[20,000](#claim-b) to [30,000](#claim-c) died.", "[35,000](#claim-d) died."),
        ("[20,000](#claim-b) to [30,000](#claim-c) died.", "[16,000](#claim-a); later [30,000](#claim-e) missing."),
        ("[15](#claim-f) to [2](#claim-g) voted for it.", "[15](#claim-f) to [15](#claim-f)."),
    ],
)
def test_one_cut_single_figures_and_votes_pass(first, second):
    """Nobody has to repeat a range; whoever gives one gives the same."""
    assert clashes({"03": first, "09": second}, MADE_UP) == {}


def test_the_lessons_give_one_range_for_one_question():
    """Whoever changes a range in one lesson changes it in the others."""
    assert clashes({lesson["lesson_id"]: prose(lesson) for lesson in LESSONS}, CLAIMS) == {}


def test_the_lessons_have_ranges_to_compare():
    """The rule sees ranges, in prose and in the tables of contested claims."""
    assert sum(len(told_ranges(prose(lesson), CLAIMS)) for lesson in LESSONS) >= 15
