"""Widths of text, measured from a table of letters."""

import matplotlib
import pytest
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from caucasus_course.charts.letters import text_width

FONTS = f"{matplotlib.get_data_path()}/fonts/ttf"
TEXTS = [
    "at least 276,000,000 people",
    "Azerbaijan's Military Prosecutor's Office · Azerbaijani",
    "Xankəndi, Şuşa, Ağdərə, Füzuli, Cəbrayıl",
    "Степанакерт, Шуша, Лачин",
    "Ստեփանակերտ, Շուշի, Քարվաճառ",
    "“killed or missing”, 485–613 …",
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(("bold", "name"), [(False, "DejaVuSans.ttf"), (True, "DejaVuSans-Bold.ttf")])
def test_widths_are_those_of_the_font(text, bold, name):
    """A library that sets the letters with that font comes to the same width, but for a few pairs that it draws nearer."""
    font = FontProperties(size=10, fname=f"{FONTS}/{name}")
    expected = text_to_path.get_text_width_height_descent(text, font, False)[0]

    assert text_width(text, 10, bold=bold) == pytest.approx(expected, rel=0.03)


def test_a_letter_that_the_table_lacks_has_a_width():
    """A name in a script that we did not foresee is no error."""
    assert text_width("ქ", 10) == pytest.approx(6)
