"""Names fold to the same without case, accents, hyphens and the letter ə."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caucasus_course.core.folding import folded, same, words
from caucasus_course.data import loaders
from caucasus_course.data.places import Gazetteer
from caucasus_course.quizzes.reading import says


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Şuşa", "susa"), ("Xankəndi", "XANKANDI"), ("Xankəndi", "XANKENDİ"), ("Nor  Maragha", "nor-maragha"), ("it’s", "its"),
        ("Kəlbəcər", "Kelbacər"), ("Кәлбәҹәр", "Кәлбәҹәр"), ("երևան", "ԵՐԵՎԱՆ"), ("Ƽ", "ƽ"),
    ],
)  # fmt: skip
def test_folding_forgets_case_accents_and_hyphens(a, b):
    """Two spellings of one name are the same."""
    assert same(folded(a), folded(b))


@pytest.mark.parametrize(("a", "b"), [("Lala", "Lele"), ("Baku", "Beku"), ("Sus", "Susa"), ("", "a")])
def test_other_names_stay_others(a, b):
    """Only ə can be written e or a: e and a themselves are two letters."""
    assert not same(folded(a), folded(b))


@given(st.text(max_size=80))
def test_words_are_stable(text):
    """Reading the words of words changes nothing more."""
    once = words(text)

    assert words(" ".join(once)) == once


def test_look_up_and_quiz_take_the_same_letters():
    """Each Azerbaijani name typed with e or with a for ə is known to the look-up and to the reader of answers."""
    places = loaders.rows("places")
    gazetteer = Gazetteer(places)
    named = [
        (row, row["name_az"]) for row in places if "ə" in (row["name_az"] or "").casefold() and row["kind"] == "village"
    ]
    typed = [(row, name, name.translate(str.maketrans("əƏ", other))) for row, name in named for other in ("eE", "aA")]

    assert len(typed) > 100
    assert [each for _, name, each in typed if not says(each, name)] == []
    assert [each for row, _, each in typed if not _finds(each, row, gazetteer)] == []


def _finds(name, row, gazetteer):
    try:
        return gazetteer.find(name) == row
    except LookupError as error:
        return repr(row["place_id"]) in str(error)
