"""A lesson that tells of deaths says so first, and offers a way round that still teaches all of it."""

import re

import pytest

from caucasus_course.authoring.dated_rows import TABLES, dated_rows
from caucasus_course.authoring.lesson_use import named_days, used
from caucasus_course.data import loaders
from tests.lesson_text import EACH, objectives, prose

DEATHS = re.compile(r"(?i)\b(?:kill|dead\b|death|died?\b|bodies|massacre|pogrom|buried)")
WARNING = re.compile(r"(?i)\b(?:kill|dead\b|death|died?\b|massacre|pogrom)")
COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}


def tells_of_deaths(claims, events):
    """Return the ids of figures that count the dead, and of humanitarian events in which people died."""
    figures = [row["claim_id"] for row in claims if DEATHS.search(row["measure"])]
    return figures + [
        row["event_id"] for row in events if row["category"] == "humanitarian" and DEATHS.search(row["description"])
    ]


@pytest.fixture(scope="module")
def deaths():
    """Return a function that names the deaths of which a lesson tells."""
    claims = {row["claim_id"]: row for row in loaders.rows("claims")}
    events = {row["event_id"]: row for row in loaders.rows("events")}
    dated = dated_rows({name: loaders.rows(name) for name in TABLES})

    def of(lesson):
        rows = {row for day in named_days(lesson, dated, claims) for row in day.rows if row.startswith("events/")}
        named = [events[row.removeprefix("events/")] for row in rows]
        return tells_of_deaths([claims[claim_id] for claim_id in used(lesson).claim_ids], named)

    return of


def left_out(skip_path):
    """Return what a skip path leaves out: the words from 'leave out' to the first colon or full stop."""
    found = re.search(r"(?i)leave out (.+?)[:.]", skip_path)
    return found.group(1) if found else ""


def reached(skip_path, number):
    """Return the objectives that a skip path promises, of so many: 'all five', or each by its number."""
    if re.search(r"\ball (?:\w+ )?objectives", skip_path):
        said = re.search(r"\ball (one|two|three|four|five) objectives", skip_path)
        return set(range(1, (COUNTS[said.group(1)] if said else number) + 1))
    listed = re.findall(r"objectives? ((?:\d(?:, | and )?)+)", skip_path)
    return {int(digit) for part in listed for digit in re.findall(r"\d", part)}


def test_deaths_are_found_in_figures_and_in_events():
    """A count of refugees, a meeting and a shelling without dead are none."""
    claims = [{"claim_id": "a", "measure": "killed or missing"}, {"claim_id": "b", "measure": "displaced"}]
    events = [
        {"event_id": "c", "category": "humanitarian", "description": "Crowds killed eleven people."},
        {"event_id": "d", "category": "humanitarian", "description": "Gas was off."},
        {"event_id": "e", "category": "military", "description": "Soldiers died."},
    ]

    assert tells_of_deaths(claims, events) == ["a", "c"]


def test_what_a_skip_path_promises():
    """All objectives in words, or each by its number."""
    assert (
        left_out("Leave out section 2 and the board: the rest reaches all five objectives.")
        == "section 2 and the board"
    )
    assert reached("… reach all five objectives.", 5) == {1, 2, 3, 4, 5}
    assert reached("… reach all three objectives.", 4) == {1, 2, 3}
    assert reached("… reach objectives 1, 2 and 5; for objective 4 the table is enough.", 5) == {1, 2, 4, 5}


@EACH
def test_a_lesson_with_deaths_warns_of_them(lesson, deaths):
    """The content note names killing or death where figures or events of the lesson do."""
    if deaths(lesson):
        assert WARNING.search(lesson["content_note"]), deaths(lesson)[:5]
        assert left_out(lesson["skip_path"])


def test_some_lessons_tell_of_deaths(deaths):
    """Else the test above would check nothing."""
    told = [lesson["lesson_id"] for lesson in loaders.rows("lessons") if deaths(lesson)]

    assert {"02", "03", "04", "05"} <= set(told)
    assert "00" not in told


@EACH
def test_the_skip_path_still_reaches_every_objective(lesson):
    """It promises each of them, and each keeps a task that is not left out."""
    aims, without = objectives(lesson), left_out(lesson["skip_path"])
    if without:
        assert reached(lesson["skip_path"], len(aims)) == set(range(1, len(aims) + 1))
        assert [verb for verb, tasks in aims if all(task in without for task in tasks)] == []


@EACH
def test_the_parts_left_out_exist(lesson):
    """A section named in the skip path is one of the lesson."""
    named = re.findall(r"(?i)\bsections? ((?:\d(?:, | and )?)+)", lesson["skip_path"])
    numbers = {digit for part in named for digit in re.findall(r"\d", part)}

    assert numbers <= set(re.findall(r"(?m)^## (\d)\. ", prose(lesson)))
