"""The kinds of question beyond a choice among options."""

import attrs
import pytest

from caucasus_course.core.fields import FieldError
from caucasus_course.quizzes.kinds import (
    KINDS,
    Item,
    MatchQuestion,
    NumberQuestion,
    OrderQuestion,
    Pair,
    TextQuestion,
    part_keys,
)

COMMON = {"id": "q1", "stem": "Which?", "objective": 1, "level": "recall", "source_ids": []}
SAID = {"right_reply": "Yes.", "wrong_reply": "No."}


def items(*ids):
    """Return things to be put in order."""
    return tuple(Item(id=each, text=f"Thing {each}", reply="So.") for each in ids)


def test_a_whole_number_is_one():
    """A question that promises a whole number has one for its answer."""
    assert NumberQuestion(**COMMON, **SAID, answer=14570.0, whole=True).whole
    with pytest.raises(FieldError, match="whole: true, but the answer 4.5 is not a whole number"):
        NumberQuestion(**COMMON, **SAID, answer=4.5, whole=True)


def test_kinds_are_known_by_their_words():
    """The words that banks use lead to the classes that have them."""
    assert list(KINDS) == ["one", "many", "number", "order", "match", "text", "place"]
    assert all(each.kind == word for word, each in KINDS.items())
    assert part_keys() == {"option", "item", "pair"}


@pytest.mark.parametrize(
    ("ids", "message"),
    [
        (("b", "a"), "from 3 to 10"),
        (("a", "b", "c"), "sorted, give the order away"),
        (("c", "c", "a"), "'c' stands twice"),
    ],
)
def test_an_order_needs_three_things_and_silent_ids(ids, message):
    """Two things are no order, and ids that can be sorted are the key."""
    with pytest.raises(FieldError, match=message):
        OrderQuestion(**COMMON, items=items(*ids), wrong_reply="No.")


def test_choices_of_a_match_are_sorted_and_single():
    """Two things may share a match; it is offered once, and the order tells nothing."""
    pairs = tuple(
        Pair(id=each, text=each, match=match, reply="So.") for each, match in [("x", "z"), ("y", "a"), ("w", "z")]
    )

    assert MatchQuestion(**COMMON, pairs=pairs, distractors=["m"], wrong_reply="No.").choices == ["a", "m", "z"]


def test_places_become_their_names():
    """A place may be answered by any of its names or by its id in words."""
    question = TextQuestion(**COMMON, **SAID, place_ids=["lachin-district"]).named(
        {"lachin-district": ("Lachin", "Լաչին")}
    )

    assert (question.keywords, question.place_ids) == ((("Lachin", "Լաչին", "lachin district"),), ())


def test_words_must_be_asked_for():
    """A question that every answer would satisfy is refused."""
    with pytest.raises(FieldError, match="give keywords or place_ids"):
        TextQuestion(**COMMON, **SAID)


RECORDS = {*KINDS.values(), *(each.parts[1] for each in KINDS.values() if each.parts)}


@pytest.mark.parametrize("record", sorted(RECORDS, key=lambda record: record.__name__))
def test_every_field_is_given_by_its_name(record):
    """A new field cannot move the others, and nobody changes a question once it is read."""
    assert all(attribute.kw_only for attribute in attrs.fields(record))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        object.__new__(record).id = "b"
