"""Mixing by a seed."""

from hypothesis import given
from hypothesis import strategies as st

from caucasus_course.quizzes.shuffling import shuffled

THINGS = list("abcdef")


def test_a_seed_is_a_promise():
    """The order for a seed is fixed for ever: a learner who comes back finds the quiz as it was."""
    assert shuffled(THINGS, seed="7:q1") == shuffled(THINGS, seed="7:q1") == ["a", "f", "d", "e", "c", "b"]


@given(st.lists(st.text(), unique=True, min_size=2, max_size=8), st.text())
def test_nothing_is_lost_and_never_means_never(things, seed):
    """All things come back, and in another order where that is asked for."""
    mixed = shuffled(things, seed=seed, never=True)

    assert sorted(mixed) == sorted(things)
    assert mixed != things
