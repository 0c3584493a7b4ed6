"""Marking answers: fair, bounded, and in words about what cannot be marked."""

import math
import re

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from caucasus_course.core.errors import CourseError, UnknownNameError
from caucasus_course.data import loaders
from caucasus_course.quizzes.bank import read_bank
from caucasus_course.quizzes.kinds import Item, MatchQuestion, NumberQuestion, OrderQuestion, Pair
from caucasus_course.quizzes.marking import mark
from caucasus_course.quizzes.marks import AnswerError
from caucasus_course.quizzes.questions import ManyQuestion, Option, Question
from tests.quiz_banks import BANK, NAMES, WIDE

QUESTIONS = read_bank(BANK, file="bank")
ONE, MANY, NUMBER = QUESTIONS.questions
ORDER, MATCH, TEXT, PLACE = (
    each.named(NAMES) if each.kind == "text" else each for each in read_bank(WIDE, file="bank").questions
)
ALL = (ONE, MANY, NUMBER, ORDER, MATCH, TEXT, PLACE)


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


ASKED = "can be read as 14,570 or as 14.57: which do you mean? Write 14570 or 14.57."


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("14.570", f"14.570 {ASKED}"),
        (" 14,570 km ", f"14,570 km {ASKED}"),
        ("−4,713", "−4,713 can be read as -4,713 or as -4.713: which do you mean? Write -4713 or -4.7130."),
        ("21 %", "'21 %' cannot answer q3: give a number such as 42, 4.5 or 13 550."),
    ],
)
def test_a_number_with_two_readings_is_asked_back(answer, said):
    """The learner is asked, in words that show how to say each."""
    with pytest.raises(AnswerError) as caught:
        mark(NUMBER, answer)

    assert str(caught.value) == said


@pytest.mark.parametrize("key", [14570, 14.57, -3, 4713.5])
@pytest.mark.parametrize("tolerance", [0, 10**6])
def test_asking_back_tells_nothing_of_the_key(key, tolerance):
    """Whether one of the readings is right, both or neither, the same words come back."""
    question = attrs.evolve(NUMBER, answer=key, tolerance=tolerance)

    with pytest.raises(AnswerError, match=re.escape(ASKED)):
        mark(question, "14.570")


REAL = {"08": "08_exodus", "09": "09_news_on_trial"}


@pytest.mark.parametrize(
    ("lesson", "question_id", "answer", "word"),
    [
        ("08", "q6", "14.570", "Right"), ("08", "q6", "14,570", "Right"), ("08", "q6", "14’570 people", "Right"),
        ("08", "q6", "14 571", "Not yet"), ("08", "q6", "14.57", "give a whole number such as 42 or 13 550"),
        ("09", "q7", "13.550", "Right"), ("09", "q7", "13\u202f550", "Right"), ("09", "q7", "11.000", "Not yet"),
        ("09", "q15", "1000", "Right"), ("09", "q15", "1 000 times", "Right"), ("09", "q15", "1000,0", "Right"),
        ("09", "q15", "1.000", "1.000 can be read as 1,000 or as 1: which do you mean? Write 1000 or 1."),
        ("09", "q15", "1,000", "1,000 can be read as 1,000 or as 1: which do you mean?"), ("09", "q15", "100", "Not yet"),
    ],
)  # fmt: skip
def test_the_numbers_of_the_course(lesson, question_id, answer, word):
    """A count of people is whole, and the page says so; how many times too large a figure is need not be."""
    path = loaders.data_folder() / f"quizzes/{REAL[lesson]}.toml"
    question = read_bank(path.read_text(encoding="utf-8"), file=path.name).question(question_id)
    try:
        said = mark(question, answer).word
    except AnswerError as error:
        said = str(error)

    assert word in said


@pytest.mark.parametrize("answer", ["1.163.000", "1,163,000", "1 163 000 people", "1’163’000"])
def test_a_number_with_two_groups_has_one_reading(answer):
    """No language has two decimal marks, so nothing need be asked."""
    assert mark(attrs.evolve(NUMBER, answer=1_163_000, tolerance=0, unit="people"), answer).word == "Right"


def test_binary_fractions_do_not_decide():
    """0.1 + 0.2 counts as 0.3."""
    question = NumberQuestion(
        id="q", stem="?", objective=1, level="recall", source_ids=(), answer=0.3, right_reply="Yes.", wrong_reply="No."
    )

    assert mark(question, 0.1 + 0.2).is_right


HOSTILE = [
    None, True, "", " ", "a b", "1 2", "1e5", "0x10", "nan", "inf", "٣", "1" * 61, 10**400, math.nan, -math.inf,
    [], {}, {"a": 1}, ["a"] * 11, [["a"]], [None], b"a", 1 + 2j, "'; DROP TABLE answers; --", "x" * 1_000_000,
]  # fmt: skip


def _refusal(question, answer):
    with pytest.raises((AnswerError, UnknownNameError)) as caught:
        mark(question, answer)
    return str(caught.value)


@pytest.mark.parametrize("question", ALL, ids=lambda question: question.id)
def test_hostile_answers_are_refused_in_words(question):
    """What cannot be an answer ends in a short sentence that says what could; any word may answer where words are asked."""
    is_words = [question is TEXT and isinstance(each, str) and each.strip() and len(each) < 300 for each in HOSTILE]
    said = [_refusal(question, each) for each, is_answer in zip(HOSTILE, is_words, strict=True) if not is_answer]

    assert [words for words in said if question.id not in words or len(words) >= 300] == []


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


@given(st.sampled_from(ALL), anything)
def test_any_answer_is_marked_or_refused(question, answer):
    """Whatever comes from a page, the outcome is a mark within bounds or an error in words."""
    try:
        assert 0 <= mark(question, answer).points <= question.points
    except CourseError as error:
        assert question.id in str(error) or "which do you mean?" in str(error)


@pytest.mark.parametrize(
    ("question", "answer", "points", "word", "said"),
    [
        (ORDER, ["ford", "bridge", "tunnel"], 3, "Right", "FORD-KEY"),
        (ORDER, ["ford", "tunnel", "bridge"], 1, "Partly right", "2 of 3 pairs stand in order. ORDER-WRONG-KEY"),
        (ORDER, ["tunnel", "bridge", "ford"], 0, "Not yet", "BRIDGE-KEY"),
        (MATCH, {"araks": "a river", "murov": "a ridge"}, 2, "Right", "MUROV-KEY"),
        (MATCH, {"araks": "a river", "murov": "a lake"}, 1, "Partly right", "MATCH-WRONG-KEY"),
        (MATCH, {"araks": "a lake", "murov": "a river"}, 0, "Not yet", "do not belong together"),
        (TEXT, "the corridor of Sharq", 1, "Partly right", "1 of 2 things asked for are there."),
        (TEXT, "The coridor of Şərq!", 2, "Right", "TEXT-KEY"),
        (TEXT, "passage, ВОСТОК", 2, "Right", "TEXT-KEY"),
        (TEXT, "արևելք and a passage", 2, "Right", "TEXT-KEY"),
        (TEXT, "nothing", 0, "Not yet", "TEXT-WRONG-KEY"),
        (PLACE, "b", 1, "Right", "EAST-KEY"),
        (PLACE, "a", 0, "Not yet", "WEST-KEY"),
    ],
)  # fmt: skip
def test_further_kinds_are_marked(question, answer, points, word, said):
    """Order, match, words and places earn what is right in them, and hear why."""
    given_mark = mark(question, answer)

    assert (given_mark.points, given_mark.word) == (points, word)
    assert said in given_mark.text


def test_a_hint_takes_its_cost_and_no_more():
    """A right answer stays right after a hint; its points shrink, and never below nothing."""
    right, wrong = mark(ORDER, ["ford", "bridge", "tunnel"]).after_hint(0.5), mark(PLACE, "a").after_hint(0.5)

    assert (right.word, right.score) == ("Right", "2.5 of 3 points; the hint took 0.5")
    assert (wrong.points, wrong.score) == (0, "0 of 1 point")


def order_of(count):
    """Return a question that asks for the order of some things, the first of which is called z."""
    names = ["z", *(f"i{number}" for number in range(count - 1))]
    items = tuple(Item(id=name, text=name, reply="So.") for name in names)
    return OrderQuestion(
        id="q", stem="?", objective=1, level="apply", source_ids=(), points=9, items=items, wrong_reply="No."
    )


@given(st.integers(3, 10), st.data())
def test_setting_two_neighbours_right_never_costs(count, data):
    """An order that is closer to the right one earns no less, and the right one all."""
    question = order_of(count)
    right = [item.id for item in question.items]
    answer = data.draw(st.permutations(right))
    at = data.draw(st.integers(0, count - 2))
    better = list(answer)
    better[at : at + 2] = sorted(better[at : at + 2], key=right.index)

    assert 0 <= mark(question, answer).points <= mark(question, better).points <= mark(question, right).points == 9


@given(st.integers(2, 10), st.data())
def test_a_further_right_match_never_costs(count, data):
    """Each right match adds its part, in whatever order the pairs are given."""
    pairs = tuple(Pair(id=f"p{n}", text=f"Thing {n}", match=f"match {n}", reply="So.") for n in range(count))
    question = MatchQuestion(
        id="q", stem="?", objective=1, level="apply", source_ids=(), points=7, pairs=pairs, wrong_reply="No."
    )
    answer = {pair.id: data.draw(st.sampled_from(question.choices)) for pair in pairs}
    chosen = data.draw(st.sampled_from(pairs))
    better = dict(reversed(list({**answer, chosen.id: chosen.match}.items())))

    assert 0 <= mark(question, answer).points <= mark(question, better).points <= 7


@given(st.text(max_size=200), st.sampled_from(["corridor", "Şərq", "passage"]))
def test_a_further_keyword_never_costs(text, keyword):
    """Words that are asked for may be added to any answer without loss."""
    try:
        before = mark(TEXT, text).points
    except AnswerError:
        before = 0

    assert before <= mark(TEXT, f"{text} {keyword}").points <= 2


@pytest.mark.parametrize(
    ("question", "answer", "said"),
    [
        (ORDER, ["ford", "tunnel", "bridge"], [
            "Partly right (1 of 3 points)", "✓ The ford: FORD-KEY First.", "✗ The tunnel: Not in its place yet.",
            "✗ The bridge: Not in its place yet.", "2 of 3 pairs stand in order. ORDER-WRONG-KEY Think of the river.",
        ]),
        (MATCH, {"araks": "a river", "murov": "a lake"}, [
            "Partly right (1 of 2 points)", "✓ Araks – a river: ARAKS-KEY Yes.",
            "✗ Murov – a lake: These two do not belong together.", "MATCH-WRONG-KEY Look at the legend.",
        ]),
        (MATCH, {"murov": "a ridge", "araks": "a river"}, [
            "Right (2 of 2 points)", "✓ Araks – a river: ARAKS-KEY Yes.", "✓ Murov – a ridge: MUROV-KEY Yes.",
        ]),
        (TEXT, " the \u202ecorridor\n", [
            "Partly right (1 of 2 points)", "✗ the corridor: TEXT-WRONG-KEY Read again.", "1 of 2 things asked for are there.",
        ]),
        (TEXT, "\u202e", ["Not yet (0 of 2 points)", "✗ …: TEXT-WRONG-KEY Read again."]),
        (TEXT, "x" * 300, ["Not yet (0 of 2 points)", f"✗ {'x' * 120}: TEXT-WRONG-KEY Read again."]),
    ],
)  # fmt: skip
def test_the_whole_feedback(question, answer, said):
    """Each thing in the order in which it was given, then what is missing."""
    assert mark(question, answer).text.split("\n") == said


@pytest.mark.parametrize(
    ("question", "answer", "said"),
    [
        (ONE, 7, "7 cannot answer q1: give one option's id such as 'a'."),
        (MANY, [], "[] cannot answer q2: give a list of option ids such as ['a', 'c']."),
        (ORDER, ["ford"], "['ford'] cannot answer o1: give a list of all ids, in order: bridge, ford, tunnel."),
        (MATCH, {"araks": "a sea"}, "{'araks': 'a sea'} cannot answer m1: give a match for each of araks, murov."),
        (TEXT, " ", "' ' cannot answer t1: give a few words, at most 300 characters."),
        (TEXT, "x" * 301, f"'{'x' * 56}… cannot answer t1: give a few words, at most 300 characters."),
    ],
)
def test_a_refusal_says_what_would_be_an_answer(question, answer, said):
    """In one sentence."""
    assert _refusal(question, answer) == said


@pytest.mark.parametrize(
    ("key", "tolerance", "answer", "is_right"),
    [
        (0, 0, 1e-9, True), (0, 0, 1.1e-9, False), (10**6, 0, 10**6 + 9e-4, True), (10**6, 0, 10**6 + 2e-3, False),
        (5, 10, -5, True), (5, 10, 15, True), (5, 10, 15.1, False), (5, 10, -5.1, False), (0, 10**6, 10**6 + 9e-4, True),
    ],
)  # fmt: skip
def test_how_near_is_near_enough(key, tolerance, answer, is_right):
    """The tolerance, and a thousand-millionth of the size for binary fractions."""
    assert mark(attrs.evolve(NUMBER, answer=key, tolerance=tolerance), answer).is_right is is_right


def test_ten_choices_may_be_given_and_a_part_is_rounded():
    """Eleven are refused; a third of a point is 0.33."""
    assert mark(many([True] * 9 + [False], 9), [f"o{n}" for n in range(10)]).points == 8
    assert mark(many([True, True, True, False], 1), ["o0"]).points == 0.33
    with pytest.raises(AnswerError):
        mark(many([True, False], 1), ["o0"] * 11)
