"""Marking answers: fair, bounded, and in words about what cannot be marked."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from caucasus_course.errors import CourseError, UnknownNameError
from caucasus_course.quizzes.bank import read_bank
from caucasus_course.quizzes.marking import AnswerError, mark, read_number
from caucasus_course.records import ManyQuestion, NumberQuestion, Option, Question
from tests.quiz_banks import BANK

QUESTIONS = read_bank(BANK, file="bank")
ONE, MANY, NUMBER = QUESTIONS.questions
ROUND = NumberQuestion(
    id="q", stem="?", objective=1, level="recall", source_ids=(), answer=13_550, right_reply="Yes.", wrong_reply="No."
)


def many(rights, points):
    """Return a question whose options are right or wrong as the list says."""
    options = tuple(
        Option(id=f"o{number}", text=f"Option {number}", is_right=is_right, reply="So.")
        for number, is_right in enumerate(rights)
    )
    return ManyQuestion(id="q", stem="?", objective=1, level="apply", source_ids=(), points=points, options=options)


def test_the_right_option_earns_all():
    """A right answer to a question with one right option is told so, with the reason."""
    given_mark = mark(ONE, "a")

    assert (given_mark.points, given_mark.out_of, given_mark.is_right, given_mark.word) == (1, 1, True, "Right")
    assert repr(given_mark) == "Right (1 of 1 point)\n✓ The old road: RIGHT-KEY It runs west."


def test_a_wrong_option_earns_nothing_and_hears_its_own_reply():
    """Nothing in the reply to a wrong option gives the right one away."""
    given_mark = mark(ONE, "b")

    assert (given_mark.points, given_mark.word) == (0, "Not yet")
    assert "WRONG-KEY" in given_mark.text
    assert "RIGHT-KEY" not in given_mark.text


@pytest.mark.parametrize(
    ("answer", "points", "word", "note"),
    [
        (["a", "b"], 2, "Right", ""),
        (["a"], 1, "Partly right", "One more option belongs to the answer."),
        (["a", "b", "c"], 1, "Partly right", ""),
        (["a", "c"], 0, "Not yet", "One more option belongs to the answer."),
        (["c"], 0, "Not yet", "2 more options belong to the answer."),
    ],
)
def test_many_gives_credit_for_a_part(answer, points, word, note):
    """A right choice earns its part, a wrong one takes a part back, and the learner hears what is missing."""
    given_mark = mark(MANY, answer)

    assert (given_mark.points, given_mark.word, given_mark.note) == (points, word, note)
    assert len(given_mark.replies) == len(answer)


@pytest.mark.parametrize(
    ("answer", "is_right"), [(4713, True), (4714.0, True), ("4,713.5 km", True), (4712.9, False), (4714.1, False)]
)
def test_a_tolerance_is_inclusive(answer, is_right):
    """A number at the edge of the tolerance is right, one beyond is not."""
    assert mark(NUMBER, answer).is_right is is_right


def test_binary_fractions_do_not_decide():
    """0.1 + 0.2 counts as 0.3."""
    question = NumberQuestion(
        id="q", stem="?", objective=1, level="recall", source_ids=(), answer=0.3, right_reply="Yes.", wrong_reply="No."
    )

    assert mark(question, 0.1 + 0.2).is_right


@pytest.mark.parametrize(
    "written",
    ["13550", " 13 550 ", "13,550", "13\u00a0550", "13\u202f550", "13'550", "+13550", "13550.0", "13550,0", "13,550.00", 13550],
)  # fmt: skip
def test_numbers_are_read_as_people_write_them(written):
    """Thousands may be set apart as English, Armenian, Azerbaijani and Russian readers do."""
    assert read_number(written, question=ROUND) == 13_550


@pytest.mark.parametrize(("written", "value"), [("−4,5", -4.5), ("4.5", 4.5), ("1,200", 1200), ("0,125", 125)])
def test_commas_before_three_digits_separate_thousands(written, value):
    """The one ambiguous form is read the English way, as the documentation of banks says."""
    assert read_number(written, question=ROUND) == value


HOSTILE = [
    None, True, "", " ", "a b", "1 2", "1e5", "0x10", "nan", "inf", "٣", "1" * 61, 10**400, math.nan, -math.inf,
    [], {}, {"a": 1}, ["a"] * 11, [["a"]], [None], b"a", 1 + 2j, "'; DROP TABLE answers; --", "\x00", "x" * 1_000_000,
]  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS.questions, ids=lambda question: question.kind)
@pytest.mark.parametrize("answer", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_answers_are_refused_in_words(question, answer):
    """What cannot be an answer ends in a short sentence that says what could."""
    with pytest.raises((AnswerError, UnknownNameError)) as caught:
        mark(question, answer)

    assert question.id in str(caught.value)
    assert len(str(caught.value)) < 300


def test_an_unknown_option_is_answered_with_the_known_ones():
    """A wrong id lists the right ones."""
    with pytest.raises(UnknownNameError, match=r"option of question q1 called 'z'\. There are 2: 'a', 'b'"):
        mark(ONE, "z")


def test_a_kind_without_a_marker_is_an_error_of_ours():
    """A new kind of question cannot be forgotten in silence."""
    with pytest.raises(TypeError, match="how to mark a Question"):
        mark(Question(id="q", stem="?", objective=1, level="recall", source_ids=()), "a")


chosen = st.lists(st.integers(0, 9), min_size=1, max_size=10)
keys = st.lists(st.booleans(), min_size=2, max_size=10).filter(lambda rights: len(set(rights)) == 2)


@given(keys, chosen, st.integers(1, 20))
def test_points_stay_within_bounds(rights, places, points):
    """No set of choices earns less than nothing or more than everything; all right and nothing else earns it all."""
    answer = [f"o{place % len(rights)}" for place in places]
    given_mark = mark(many(rights, points), answer)

    assert 0 <= given_mark.points <= points
    assert given_mark.is_right == ({f"o{place}" for place, right in enumerate(rights) if right} == set(answer))


@given(keys, st.permutations(range(10)), st.data())
def test_the_order_of_choices_does_not_matter(rights, order, data):
    """The same choices in another order, or one of them twice, earn the same."""
    answer = data.draw(
        st.lists(st.integers(0, len(rights) - 1), min_size=1, max_size=5).map(lambda some: [f"o{n}" for n in some])
    )
    question = many(rights, 7)

    assert mark(question, answer) == mark(question, sorted(answer, reverse=True)) == mark(question, set(answer))


@given(keys, st.data())
def test_a_further_right_choice_never_costs(rights, data):
    """Marking is monotone: adding a right option earns no less, adding a wrong one no more."""
    places = data.draw(st.sets(st.integers(0, len(rights) - 1), min_size=1))
    more = data.draw(st.integers(0, len(rights) - 1))
    assume(more not in places)
    question = many(rights, 12)
    before, after = (mark(question, [f"o{n}" for n in some]).points for some in (places, places | {more}))

    assert after >= before if rights[more] else after <= before


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@given(st.sampled_from(QUESTIONS.questions), anything)
def test_any_answer_is_marked_or_refused(question, answer):
    """Whatever comes from a page, the outcome is a mark within bounds or an error in words."""
    try:
        assert 0 <= mark(question, answer).points <= question.points
    except CourseError as error:
        assert question.id in str(error)
