"""Every figure in the prose has its claim, and says what the claim says."""

import pytest

from caucasus_course.authoring.lesson_use import loose
from caucasus_course.data import loaders
from caucasus_course.lessons.traces import agrees, loose_figures

CLAIMS = {
    "area": {"low": None, "point": 4388.0, "high": None, "status": "established"},
    "toll": {"low": 485.0, "point": None, "high": 613.0, "status": "disputed"},
    "memory": {"low": None, "point": 7.0, "high": None, "status": "unverified"},
}


def found(markdown: str) -> list[str]:
    """Return the figures of a text that cannot be traced."""
    return [item.figure for item in loose_figures("cell 1", markdown, CLAIMS)]


@pytest.mark.parametrize(
    "prose",
    [
        "It covered [4,388 square kilometres](#claim-area).",
        "It covered [about 4,400 km²](#claim-area).",
        "Between [485 and 613](#claim-toll) were killed on 26 February 1992.",
        "# 44 days\n\nThe 2nd corps, on 9–10 November 2020 at 13:00, in 1988–94, see lesson 03 and point 6.",
        "1. first\n2. second\n\n*Sources: UN resolution 822, 30 pages.*",
        "`x = 3` and resolution 822, 853 and 884.",
    ],
)
def test_traced_figures_dates_and_numbers_of_things_pass(prose):
    """Dates, ordinals, headings and names with numbers are no figures."""
    assert found(prose) == []


@pytest.mark.parametrize(
    ("prose", "figure"),
    [
        ("It covered 4,388 square kilometres.", "4,388"),
        ("About 120000 people lived there in 2020.", "120000"),
        ("It covered [4,389 square kilometres](#claim-area).", "4,389 square kilometres"),
        ("It covered [about 4,900 km²](#claim-area).", "about 4,900 km²"),
        ("See [600](#claim-toll).", "600"),
        ("See [5](#claim-none).", "5"),
        ("See [7](#claim-memory).", "7"),
    ],
)
def test_untraced_changed_and_unverified_figures_are_found(prose, figure):
    """One changed digit is enough."""
    assert found(prose) == [figure]


def test_words_without_digits_are_left_to_the_reader():
    """`one third` cannot be compared with a number."""
    assert agrees("about one third", CLAIMS["area"])


@pytest.mark.parametrize("lesson", loaders.rows("lessons"), ids=lambda lesson: lesson["lesson_id"])
def test_every_figure_of_the_lessons_is_traced(lesson):
    """A reader can ask of each number who said it."""
    assert loose(lesson) == []
