"""What questions, options, banks and entries may be."""

import pytest

from caucasus_course.core.errors import UnknownNameError
from caucasus_course.core.fields import FieldError, shown
from caucasus_course.learner.entry import Entry
from caucasus_course.quizzes.kinds import NumberQuestion
from caucasus_course.quizzes.questions import Bank, ManyQuestion, OneQuestion, Option

COMMON = {"id": "q1", "stem": "Which?", "objective": 1, "level": "recall", "source_ids": ["a-map"]}
NUMBER = {**COMMON, "answer": 4, "right_reply": "Yes.", "wrong_reply": "No."}


def option(option_id="a", text=None, is_right=False, reply="Because."):
    """Return an option with what a test does not care about filled in."""
    return Option(id=option_id, text=text or f"Option {option_id}", is_right=is_right, reply=reply)


TWO = (option("a", is_right=True), option("b"))


def test_a_question_keeps_what_it_is_given():
    """A question of the simplest form has one point and no hint."""
    question = OneQuestion(**COMMON, options=TWO)

    assert (question.points, question.hint, question.source_ids) == (1, None, ("a-map",))
    assert question.option("b").text == "Option b"


def test_records_do_not_change():
    """A question cannot be altered after it is made."""
    with pytest.raises(AttributeError):
        OneQuestion(**COMMON, options=TWO).points = 5


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("id", "Q 1", "is not an id such as 'q1'"),
        ("stem", "  ", "a text is required"),
        ("stem", "x" * 1201, "at most 1200"),
        ("stem", "a\x00b", "control character"),
        ("stem", "left \u202e right", "control character"),
        ("objective", 6, "from 1 to 5"),
        ("objective", True, "from 1 to 5"),
        ("level", "analyze", "did you mean 'analyse'?"),
        ("points", 0, "from 1 to 20"),
        ("points", 1.5, "whole number"),
        ("source_ids", "a-map", "is not a list"),
        ("source_ids", ["A map"], "is not an id"),
        ("hint", 3, "not text"),
        ("answer", float("nan"), "is not a number"),
        ("answer", True, "is not a number"),
        ("tolerance", -1, "is not a number from 0"),
        ("right_reply", "", "a text is required"),
    ],
)
def test_a_broken_field_is_named(field, value, message):
    """An error names the field and says what would be right."""
    with pytest.raises(FieldError, match=f"^{field}: ") as caught:
        NumberQuestion(**{**NUMBER, field: value})

    assert message in caught.value.message


@pytest.mark.parametrize(
    ("kind", "options", "message"),
    [
        (OneQuestion, TWO[:1], "from 2 to 10"),
        (OneQuestion, (option("a"), option("b")), "exactly one"),
        (OneQuestion, (option("a", is_right=True), option("b", is_right=True)), "exactly one"),
        (ManyQuestion, (option("a"), option("b")), "needs right and wrong"),
        (ManyQuestion, (option("a", is_right=True), option("b", is_right=True)), "needs right and wrong"),
        (OneQuestion, (option("a", is_right=True), option("a", "Other")), "'a' stands twice"),
        (OneQuestion, (option("a", "Same", is_right=True), option("b", "SAME")), "could not tell them apart"),
    ],
)
def test_options_fit_their_kind(kind, options, message):
    """Each kind of question says how many options may be right, and no two options look the same."""
    with pytest.raises(FieldError, match=message):
        kind(**COMMON, options=options)


def test_a_bank_finds_its_questions():
    """A wrong id is answered with the ids there are."""
    bank = Bank(lesson="01", title="Roads", questions=(NumberQuestion(**NUMBER),))

    assert bank.question("q1").answer == 4
    with pytest.raises(UnknownNameError, match="Did you mean 'q1'"):
        bank.question("q11")


@pytest.mark.parametrize("hostile", [None, 7, [], {}, "x" * 1_000_000])
def test_hostile_ids_make_short_errors(hostile):
    """Whatever is asked for, the error stays short enough to read."""
    bank = Bank(lesson="01", title="Roads", questions=(OneQuestion(**COMMON, options=TWO),))

    with pytest.raises(UnknownNameError) as of_bank:
        bank.question(hostile)
    with pytest.raises(UnknownNameError) as of_question:
        bank.question("q1").option(hostile)

    assert max(len(str(of_bank.value)), len(str(of_question.value))) < 300


def test_a_bank_has_no_question_twice():
    """Two questions with one id would overwrite each other's answers."""
    with pytest.raises(FieldError, match="question: the id 'q1' stands twice"):
        Bank(lesson="01", title="Roads", questions=(NumberQuestion(**NUMBER),) * 2)


def test_an_entry_is_of_a_known_kind():
    """The record holds answers, predictions and reflections, and nothing else."""
    with pytest.raises(FieldError, match="did you mean 'quiz'"):
        Entry(entry_id="0" * 32, lesson="01", item_id="q1", kind="quizz", value="a")


def test_values_in_errors_are_short():
    """A value of any size is cut before it is shown."""
    assert shown("a") == "'a'"
    assert len(shown("x" * 10_000)) < 70
