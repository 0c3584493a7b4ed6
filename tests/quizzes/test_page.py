"""What of a quiz crosses to the page before an answer."""

import json

import attrs
import pytest

from caucasus_course.quizzes.bank import read_bank
from caucasus_course.quizzes.page import as_data, as_html, as_text, options_of, task
from caucasus_course.quizzes.questions import Question
from tests.quiz_banks import BANK, WIDE

QUESTIONS = read_bank(BANK, file="bank").questions
FURTHER = read_bank(WIDE, file="bank").questions


def test_no_key_crosses():
    """Neither data nor text nor HTML has a reply, a hint, a misconception, a number that is right or a mark of which is."""
    both = QUESTIONS + FURTHER
    crossing = json.dumps([as_data(each) for each in both]) + as_text("T", both) + as_html("T", both)

    assert [word for word in ("-KEY", "is_right", "4713", "true}", "corridor", "east-town") if word in crossing] == []


def test_data_has_what_a_card_shows():
    """The page gets stem, options, task and points, and learns that there is a hint but not which."""
    data = as_data(QUESTIONS[0])

    assert data["options"] == [{"id": "a", "text": "The old road"}, {"id": "b", "text": "The <b>new</b> road"}]
    assert (data["task"], data["points"], data["hint"]) == ("Choose one", "1 point", "Hint")


def test_plain_text_is_complete():
    """The text lists every stem, every option and how each question is answered."""
    assert as_text("Roads", QUESTIONS) == (
        "Quiz: Roads\n\n"
        "1. Which road runs west?\n   Think of the map.\n   [q1 · Choose one · 1 point]\n"
        "   a) The old road\n   b) The <b>new</b> road\n\n"
        "2. Which rivers are on the map?\n   [q2 · Choose all that apply · 2 points]\n"
        "   a) Araks\n   b) Tartar\n   c) Dnieper\n\n"
        "3. How long is the road?\n   [q3 · Give a number in km · 1 point]\n\n"
        "To answer, open this lesson in Jupyter and run the cell."
    )


@pytest.mark.parametrize(
    ("unit", "whole", "said"),
    [
        (None, False, "Give a number"),
        ("km", False, "Give a number in km"),
        (None, True, "Give a whole number"),
        ("people", True, "Give a whole number of people"),
    ],
)
def test_the_learner_is_told_what_number_is_wanted(unit, whole, said):
    """The unit, and that the answer has no decimals when that decides how it is read."""
    assert task(attrs.evolve(QUESTIONS[2], unit=unit, whole=whole, answer=4713)) == said


def test_html_is_escaped():
    """Markup in a bank is text, in stems, options and titles."""
    html = as_html("Roads <and> rivers", QUESTIONS)

    assert "The &lt;b&gt;new&lt;/b&gt; road" in html
    assert "Roads &lt;and&gt; rivers" in html
    assert "<b>" not in html


def test_a_kind_without_a_task_is_an_error_of_ours():
    """A new kind of question cannot be forgotten in silence."""
    with pytest.raises(TypeError, match="how to ask a Question"):
        task(Question(id="q", stem="?", objective=1, level="recall", source_ids=()))


def test_an_order_is_never_shown_solved():
    """Whatever the seed, things to be put in order do not stand in it."""
    right = [(item.id, item.text) for item in FURTHER[0].items]

    assert all(options_of(FURTHER[0], seed) != right for seed in [None, *range(200)])


def test_a_seed_mixes_options_and_no_seed_leaves_them():
    """The same seed gives the same order again; another gives another sooner or later."""
    orders = {tuple(options_of(QUESTIONS[1], seed)) for seed in range(20)}

    assert options_of(QUESTIONS[1]) == [("a", "Araks"), ("b", "Tartar"), ("c", "Dnieper")]
    assert options_of(QUESTIONS[1], 7) == options_of(QUESTIONS[1], 7)
    assert len(orders) > 2


def test_plain_text_of_further_kinds():
    """What is matched to what is listed in the order of the alphabet, which is nobody's key."""
    text = as_text("Kinds", FURTHER)

    assert (
        "[m1 · Choose what belongs to each · 2 points]\n   araks) Araks\n   murov) Murov\n   to match: a lake · a ridge · a river"
        in text
    )
    assert "[t1 · Answer in a few words · 2 points]" in text
    assert "[p1 · Choose one on the map · 1 point]\n   a) In the west\n   b) In the east" in text


def test_a_hint_says_what_it_costs():
    """Nobody pays without having been told."""
    assert as_data(FURTHER[0])["hint"] == "Hint (takes 0.5 of the points)"
