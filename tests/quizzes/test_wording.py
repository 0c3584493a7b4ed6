"""Answers in words."""

from caucasus_course.quizzes.bank import read_bank
from caucasus_course.quizzes.wording import answer_in_words
from tests.quiz_banks import BANK, WIDE


def test_answers_are_said_with_their_mark():
    """Ids become what the learner saw."""
    many, match = read_bank(BANK, file="b").question("q2"), read_bank(WIDE, file="b").question("m1")

    assert answer_in_words(many, ["a", "b"]) == ("Araks; Tartar", "Right (2 of 2 points)")
    assert answer_in_words(match, {"araks": "a lake", "murov": "a ridge"}) == (
        "Araks – a lake; Murov – a ridge", "Partly right (1 of 2 points)",
    )  # fmt: skip


def test_an_answer_that_no_longer_fits_is_said_as_it_is():
    """A changed question costs the mark, not the answer."""
    assert answer_in_words(read_bank(BANK, file="b").question("q1"), "x")[0] == "x"
