"""Reading what learners write: numbers and names, as people write them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caucasus_course.quizzes.reading import distance, read_number, says, words


@pytest.mark.parametrize(
    "written",
    ["13550", " 13 550 ", "13,550", "13\u00a0550", "13\u202f550", "13'550", "+13550", "13550.0", "13550,0", "13,550.00", 13550,
     "13550 people", "13 550 People"],
)  # fmt: skip
def test_numbers_are_read_as_people_write_them(written):
    """Thousands may be set apart as English, Armenian, Azerbaijani and Russian readers do; a unit may follow."""
    assert read_number(written, unit="people") == 13_550


@pytest.mark.parametrize(("written", "value"), [("−4,5", -4.5), ("4.5", 4.5), ("1,200", 1200), ("0,125", 125)])
def test_commas_before_three_digits_separate_thousands(written, value):
    """The one ambiguous form is read the English way, as the documentation of banks says."""
    assert read_number(written) == value


@pytest.mark.parametrize("written", ["", "a", "1 2", "1e5", "nan", "٣", "1" * 61, 10**400, math.nan, True, None, [1]])
def test_what_is_no_number_is_none(written):
    """Nothing that a learner would not call a number is taken for one."""
    assert read_number(written) is None


@pytest.mark.parametrize(
    ("answer", "keyword"),
    [
        ("XANKENDI", "Xankəndi"), ("in Xankəndi, then", "xankendi"), ("СТЕПАНАКЕРТ", "Степанакерт"), ("Լաչինում՝ Լաչին", "Լաչին"),
        ("Lachine", "Lachin"), ("Stepanakret", "Stepanakert"), ("the Lachin corridor", "Lachin corridor"), ("Շուշի", "Շուշի"),
        ("Şuşa", "Susa"), ("երևան", "ԵՐԵՎԱՆ"), ("it’s 1994", "1994"),
    ],
)  # fmt: skip
def test_names_are_known_without_case_accents_and_slips(answer, keyword):
    """A name is found in the scripts of all four languages, and a slip of the finger is forgiven in a long word."""
    assert says(answer, keyword)


@pytest.mark.parametrize(
    ("answer", "keyword"),
    [
        ("1993", "1994"),
        ("Baku", "Batu"),
        ("corridor Lachin", "Lachin corridor"),
        ("", "Goris"),
        ("Gori", "Goris was"),
        ("…", "…"),
    ],
)
def test_other_words_are_other_words(answer, keyword):
    """Numbers and short words have to be right, and words to stand together."""
    assert not says(answer, keyword)


@given(st.text("abcd", max_size=7), st.text("abcd", max_size=7))
def test_distance_is_the_same_both_ways(first, second):
    """How far apart two words are does not depend on which is first; only equal words are at distance nothing."""
    there, back = distance(first, second, 9), distance(second, first, 9)

    assert there == back
    assert (there == 0) == (first == second)


@given(st.text(max_size=80))
def test_words_are_stable(text):
    """Reading the words of words changes nothing more."""
    once = words(text)

    assert words(" ".join(once)) == once
