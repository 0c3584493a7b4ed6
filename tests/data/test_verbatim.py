"""Verbatim or not, without the text at hand."""

import pytest

from caucasus_course.data.verbatim import changed_run, fingerprints, share

TEXT = "The Armenian families of Karabakh, a territory that has been under Azerbaijan’s control since then."
KNOWN = fingerprints(TEXT)


@pytest.mark.parametrize("part", [TEXT, "a territory that has been", "has been under Azerbaijan’s control"])
def test_a_verbatim_part_is_recognised(part):
    """Any run of words that stands in the text."""
    assert changed_run(part, KNOWN) is None


@pytest.mark.parametrize(
    "part",
    [
        "a territory that had been",
        "has been under Azerbaijan's control",
        "the Armenian families of",
    ],
)
def test_one_changed_letter_is_noticed(part):
    """A letter, an apostrophe, a capital."""
    assert changed_run(part, KNOWN)


def test_too_few_words_cannot_be_checked():
    """Three words fit anywhere."""
    assert changed_run("of Karabakh", KNOWN) == "of Karabakh"


def test_a_part_without_its_last_stop_is_verbatim():
    """An excerpt may end before the mark that follows it."""
    assert changed_run("under Azerbaijan’s control since then", KNOWN) is None


def test_the_share_counts_what_is_quoted_twice_once():
    """Overlapping excerpts do not add up."""
    part = "a territory that has been under"

    assert 0 < share([part], KNOWN) == share([part, part], KNOWN) < 0.3
    assert share([TEXT], KNOWN) == 1


def test_the_fingerprints_do_not_hold_the_text():
    """No word of it can be read there."""
    assert all(len(run) == 8 for run in KNOWN["runs"])
