"""What one thing in the record is, and what of it is the learner's own words."""

import pytest

from caucasus_course.core.fields import FieldError
from caucasus_course.learner.entry import ENTRY_KINDS, FIELDS, Entry

ROW = {"entry_id": "0" * 32, "lesson": "01", "item_id": "q1", "kind": "quiz", "value": {"answer": "a"}}


def test_an_entry_has_six_fields_and_five_kinds():
    """Passports and stores of the last edition have these names."""
    assert FIELDS == ("entry_id", "lesson", "item_id", "kind", "value", "kept_at")
    assert ENTRY_KINDS == ("quiz", "reflection", "prediction", "hint", "results")


@pytest.mark.parametrize(
    ("field", "good", "bad"),
    [
        ("entry_id", ["0123456789abcdef" * 2], ["0" * 31, "0" * 33, "A" * 32, 7]),
        ("lesson", ["00", "99"], ["1", "001", "aa"]),
        ("item_id", ["q", "1", "a" * 80, "a-1"], ["", "a" * 81, "-a", "A", "a_b"]),
        ("kind", list(ENTRY_KINDS), ["exam", None]),
    ],
)
def test_each_field_has_its_form(field, good, bad):
    """What is out of form is named; the example in the message has it."""
    assert [getattr(Entry(**{**ROW, field: value}), field) for value in good] == good
    for value in bad:
        with pytest.raises(FieldError, match=f"^{field}: "):
            Entry(**{**ROW, field: value})


def test_the_moment_is_given_by_the_store():
    """The entry itself does not change."""
    entry = Entry(**ROW)

    assert (entry.kept_at, entry.at("2026").kept_at, entry.at("2026").value) == ("", "2026", entry.value)


@pytest.mark.parametrize(
    ("kind", "value", "bare"),
    [
        ("quiz", {"answer": "a", "points": 3}, {"answer": "a"}),
        ("quiz", {"answer": "a", "is_free_text": True, "points": 3}, {"answer": "a", "is_free_text": True}),
        ("quiz", {"points": 3}, {"points": 3}),
        ("quiz", "a", "a"),
        ("reflection", {"answer": "a", "points": 3}, {"answer": "a", "points": 3}),
    ],
)
def test_points_beside_an_answer_are_left_out(kind, value, bare):
    """Of a quiz's answers alone."""
    assert Entry(**{**ROW, "kind": kind, "value": value}).bare().value == bare


@pytest.mark.parametrize(
    ("kind", "value", "is_free"),
    [
        ("quiz", {"answer": "a"}, False),
        ("quiz", {"answer": "a", "is_free_text": True}, True),
        ("quiz", "is_free_text", False),
        ("hint", True, False),
        ("results", True, False),
        ("reflection", "My view.", True),
        ("prediction", "My view.", True),
    ],
)
def test_what_is_in_the_learners_own_words(kind, value, is_free):
    """It stays at home unless the learner says otherwise."""
    assert Entry(**{**ROW, "kind": kind, "value": value}).is_free_text is is_free


@pytest.mark.parametrize(
    ("field", "example"), [("entry_id", "8f14e45fceea467f9d6b2c7b0c1f2a3d"), ("lesson", "01"), ("item_id", "q1")]
)
def test_an_example_shows_the_form(field, example):
    """And has it."""
    with pytest.raises(FieldError, match=f"'!' is not an id such as '{example}'$"):
        Entry(**{**ROW, field: "!"})

    assert Entry(**{**ROW, field: example})
