"""The minutes that a lesson states fit what it has to be read, done and discussed."""

import re

import pytest

from tests.lesson_text import EACH, cells, code, section, twin

# Minutes of each thing to do, as CONTRIBUTING says. The last `reflect` of a lesson is its paragraph.
MINUTES = {
    r'"q\d+"': 1,
    r"(?m)^reflect\(": 3,
    r"(?m)^excerpt\(": 2,
    r"(?m)^(?:drift|compare|perspectives|explanations)\(": 2,
    r"(?m)^map_\w+\(": 2,
    r"\bnotes=mine\b": 10,
    r"(?m)^(?:chart_\w+|timeline)\(": 2,
}
CHECKED_CELL, PARAGRAPH = 2, 8
SLACK = 0.2
A_PROMPT = (7, 10)


def minutes_to_do(source, checked):
    """Return the minutes of all tasks in a lesson's code, with so many cells of the data task."""
    tasks = sum(minutes * len(re.findall(pattern, source)) for pattern, minutes in MINUTES.items())
    return tasks + CHECKED_CELL * checked + PARAGRAPH - MINUTES[r"(?m)^reflect\("]


def test_each_thing_to_do_counts():
    """Two questions, a map, a source card, a prediction, a data cell and the paragraph."""
    source = 'quiz("01", only=["q1", "q2"])\nmap_places(p)\nexcerpt("a")\nreflect("a", "?")\nreflect("b", "?")'

    assert minutes_to_do(source, 1) == 2 + 2 + 2 + 3 + 2 + 8


@EACH
def test_the_minutes_to_do_fit_the_tasks(lesson):
    """At most a fifth off."""
    checked = sum("nbval-check-output" in cell["metadata"].get("tags", []) for cell, _ in cells(lesson, "code"))

    assert lesson["minutes_do"] == pytest.approx(minutes_to_do(code(lesson), checked), rel=SLACK)


@EACH
def test_the_minutes_to_discuss_fit_the_two_prompts(lesson):
    """Seven to ten minutes each; one of the two is structured."""
    prompts = re.findall(r"(?m)^\d\. \*\*(.+?)\*\*", section(lesson, "Discussion"))

    assert len(prompts) == 2
    assert any(re.search("(?i)structured|negotiation", prompt) for prompt in prompts)
    assert A_PROMPT[0] * 2 <= lesson["minutes_discuss"] <= A_PROMPT[1] * 2


@EACH
def test_the_timings_of_the_twin_add_up(lesson):
    """The columns for 50, 75 and 90 minutes are 50, 75 and 90 minutes."""
    table = re.search(r"(?ms)^## Timing\n(.*?)^## ", twin(lesson))[1]
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines() if line.startswith("|")
    ]
    columns = zip(*(row[1:4] for row in rows[2:]), strict=True)

    assert [sum(int(cell) for cell in column if cell.isdigit()) for column in columns] == [50, 75, 90]
