"""What would teach badly in a bank that can be read."""

import pytest

from caucasus_course.authoring.quiz_advice import broken_ties, count_objectives, remarks, with_lines
from caucasus_course.quizzes.bank import read_bank
from tests.quiz_banks import BANK, WIDE

NOTHING = {"objectives": 0, "names": {}}


def choices(rights, texts):
    """Return a bank of questions with one right option each, at the given places, with the given texts."""
    parts = ['format = 1\nlesson = "01"\ntitle = "T"']
    for number, right in enumerate(rights, start=1):
        parts.append(
            f'[[question]]\nid = "q{number}"\nkind = "one"\nstem = "Which?"\nobjective = 1\nlevel = "recall"\nsource_ids = []'
        )
        for at, text in enumerate(texts):
            told = f"Because of {text} itself."
            parts.append(
                f'[[question.option]]\nid = "{"abc"[at]}"\ntext = "{text}"\nis_right = {str(at == right).lower()}\nreply = "{told}"'
            )
    return read_bank("\n".join(parts), file="bank")


def said(found):
    """Return remarks as one text."""
    return "\n".join(text for _, text in found)


def test_the_longest_option_habit_is_seen():
    """A learner who always takes the longest option must not do well."""
    habit = said(remarks(choices([2, 2, 2, 0], ["x", "yy", "a long one"]), **NOTHING))

    assert "the longest option is the right one in 3 of 4 questions (q1, q2, q3)" in habit
    assert "longest" not in said(remarks(choices([0, 1, 2, 0], ["x", "yy", "a long one"]), **NOTHING))


def test_the_same_place_habit_is_seen():
    """Nor one who always takes the second."""
    assert "place 2 in 3 of 4" in said(remarks(choices([1, 1, 1, 0], ["x", "y", "z"]), **NOTHING))


def test_objectives_and_questions_answer_each_other():
    """An objective without question is named, and so is a question for an objective that is not there."""
    found = said(remarks(read_bank(WIDE, file="bank"), objectives=5, names={}))
    beyond = remarks(read_bank(BANK, file="bank"), objectives=2, names={})

    assert "no question tests objective 5" in found
    assert "4 questions; a lesson has 12 or more" in found
    assert ("q3", "objective 3: the lesson has 2") in beyond


def test_empty_replies_are_seen():
    """A reply that says nothing, and one that is said twice, teach nothing."""
    text = BANK.replace('"RIGHT-KEY It runs west."', '"Yes."').replace(
        '"DNIEPER-KEY Far away."', '"ARAKS-KEY In the south."'
    )

    found = said(remarks(read_bank(text, file="bank"), **NOTHING))
    assert "the reply to option 'a' says too little: 'Yes.'" in found
    assert "two options have the same reply: 'ARAKS-KEY In the south.'" in found


def test_a_shape_that_is_named_is_seen():
    """The name of a place in its option would be read out with the map."""
    found = remarks(read_bank(WIDE, file="bank"), objectives=4, names={"west-town": ["In the west"]})

    assert ("p1", "the text of option 'a' names the place (In the west); say where it lies") in found


def test_ids_that_lead_nowhere_are_named_with_the_nearest():
    """Sources, places, layers and shapes are looked up."""
    bank = read_bank(
        WIDE.replace("tries = 2", 'layer = "town"').replace("source_ids = []", 'source_ids = ["a-mp"]', 1), file="bank"
    )
    known = {"sources": ["a-map"], "places": ["east-town"], "layers": {"towns": ["west-town"]}}

    assert broken_ties(bank, **known) == [
        ("o1", "no source called 'a-mp'; did you mean 'a-map'?"),
        ("p1", "no layer called 'town'; did you mean 'towns'?"),
    ]
    in_towns = read_bank(WIDE.replace("tries = 2", 'layer = "towns"'), file="bank")
    assert broken_ties(in_towns, **known)[-1] == (
        "p1",
        "no shape in layer 'towns' called 'east-town'; did you mean 'west-town'?",
    )


def test_remarks_get_the_line_of_their_question():
    """An author can go there at once."""
    line = BANK.splitlines().index('id = "q2"')

    [fault] = with_lines([("q2", "is odd")], BANK, file="bank.toml")
    assert str(fault) == f"bank.toml, line {line}: question q2: is odd"


@pytest.mark.parametrize(
    ("source", "count"), [("## What you will learn\n\n1. **A**\n2. B\n\n## Predict\n1. c", 2), ("# T", 0)]
)
def test_objectives_of_a_lesson_are_counted(source, count):
    """Only the list under the heading counts."""
    assert count_objectives({"cells": [{"cell_type": "markdown", "source": source}]}) == count
