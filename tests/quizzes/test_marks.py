"""What an answer gets back: points, a word, a score in words, and what the page is sent."""

import pytest

from caucasus_course.quizzes.marks import Mark, Reply, as_message

REPLIES = (Reply(True, "a", "Yes."), Reply(False, "b", "No."))


def given(earned, out_of=2, **more):
    """Return a mark."""
    return Mark(question_id="q1", earned=earned, out_of=out_of, replies=REPLIES, **more)


@pytest.mark.parametrize(
    ("mark", "points", "word", "score"),
    [
        (given(2), 2, "Right", "2 of 2 points"),
        (given(1), 1, "Partly right", "1 of 2 points"),
        (given(0), 0, "Not yet", "0 of 2 points"),
        (given(0.5, 1), 0.5, "Partly right", "0.5 of 1 point"),
        (given(2, cost=0.5), 1.5, "Right", "1.5 of 2 points; the hint took 0.5"),
        (given(1, cost=2), 0, "Partly right", "0 of 2 points; the hint took 2"),
        (given(0, cost=1), 0, "Not yet", "0 of 2 points"),
        (given(1.111, cost=0.1), 1.01, "Partly right", "1.01 of 2 points; the hint took 0.1"),
    ],
)
def test_points_and_words(mark, points, word, score):
    """A hint costs points, never below nothing, and not the word."""
    assert (mark.points, mark.word, mark.score, mark.is_right) == (points, word, score, word == "Right")


def test_the_whole_feedback_is_text():
    """Word and score, a line for each reply, the note if there is one; it is what a terminal shows."""
    lines = ["Partly right (1 of 2 points)", "✓ a: Yes.", "✗ b: No."]

    assert given(1).text.split("\n") == lines
    assert repr(given(1, note="More.")) == "\n".join([*lines, "More."])


def test_a_hint_leaves_the_rest_as_it_is():
    """The mark before stays what it was."""
    before = given(1, note="More.")

    assert before.after_hint(0.5) == given(1, note="More.", cost=0.5)
    assert before.cost == 0


def test_the_page_gets_a_message():
    """All that it shows, and nothing else of the question."""
    assert as_message(given(1, note="More."), "a", ["Kept."]) == {
        "kind": "mark",
        "question": "q1",
        "answer": "a",
        "mark": {
            "word": "Partly right",
            "score": "1 of 2 points",
            "note": "More.",
            "replies": [
                {"is_right": True, "about": "a", "text": "Yes."},
                {"is_right": False, "about": "b", "text": "No."},
            ],
            "remarks": ["Kept."],
            "tries": "",
        },
        "is_closed": False,
    }


@pytest.mark.parametrize(
    ("earned", "left", "tries", "is_closed"),
    [
        (1, None, "", False),
        (2, None, "", False),
        (1, 2, "2 tries left.", False),
        (1, 1, "1 try left.", False),
        (1, 0, "", True),
        (1, -1, "", True),
        (2, 2, "", True),
    ],
)
def test_tries_are_counted_until_the_answer_is_right(earned, left, tries, is_closed):
    """A question without a count stays open."""
    message = as_message(given(earned), "a", left=left)

    assert (message["mark"]["tries"], message["is_closed"]) == (tries, is_closed)
