"""Text that is safe to draw, measured and broken into lines; numbers in words."""

import pandas as pd
import pytest

from caucasus_course.charts.letters import text_width
from caucasus_course.charts.words import title_of, wrap
from caucasus_course.core.errors import CourseError
from caucasus_course.core.figures import figure_words, value_of
from caucasus_course.core.text import clean


@pytest.mark.parametrize("empty", [None, pd.NA, pd.NaT, float("nan"), ""])
def test_an_empty_cell_is_no_text(empty):
    """No chart says `<NA>` or `nan` to a reader."""
    assert clean(empty) == ""


def test_text_is_one_line_without_control_and_direction_signs():
    """What would break the picture or turn its words round is dropped, letters of all scripts stay."""
    assert clean("Շուշի\n\u202eabc\u202c\x00 \ud800Şuşa") == "Շուշի abc Şuşa"


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ((613, None, None), "at least 613"),
        ((None, 1000, None), "at most 1,000"),
        ((485, 613, None), "485–613"),
        ((5, 5, None), "5"),
        ((None, None, 4388.5), "4,388.5"),
        ((None, None, None), "no figure"),
        ((None, None, 0), "0"),
        ((None, None, 276000000), "276,000,000"),
    ],
)
def test_figures_in_words(figure, words):
    """A bound, a range and nothing at all are never written as one number."""
    assert figure_words(*figure) == words


def test_lines_fit_their_room_and_lose_no_word():
    """Every line is narrow enough, and together they are the text."""
    text = "Azerbaijan's Military Prosecutor's Office, through an Armenian outlet · Azerbaijani"
    lines = wrap(text, 13, 200)

    assert " ".join(lines).replace("\u00a0", " ") == text
    assert max(text_width(line, 13) for line in lines) <= 200
    assert not any(line.startswith("·") for line in lines)


def test_a_word_longer_than_its_line_is_broken():
    """An address of a hundred letters stays inside the picture."""
    lines = wrap("x" * 100, 13, 120, limit=50)

    assert "".join(lines) == "x" * 100
    assert max(text_width(line, 13) for line in lines) <= 120


def test_what_is_cut_ends_in_an_ellipsis_after_a_whole_word():
    """Nobody takes a cut title for the whole one."""
    (line,) = wrap("Refugees in both directions across the border", 12, 150, limit=1)

    assert line.endswith(" …")
    assert "Refugees in both directions across the border".startswith(line[:-2])
    assert text_width(line, 12) <= 150


@pytest.mark.parametrize(
    ("topic", "words"),
    [("khojaly-1992", "Khojaly 1992"), ("displaced-1988-94-azerbaijanis", "Displaced 1988 94 Azerbaijanis"),
     ("mines-azerbaijan-2020-2023", "Mines Azerbaijan 2020–2023")],
)  # fmt: skip
def test_a_topics_id_in_words(topic, words):
    """Names keep their capitals, years at the end become a span."""
    assert title_of(topic) == words


@pytest.mark.parametrize("bad", ["many", float("inf"), "-"])
def test_a_cell_that_is_no_number_is_named(bad):
    """The error tells column and value."""
    with pytest.raises(CourseError, match=r"Column 'point' holds"):
        value_of(bad, column="point")
