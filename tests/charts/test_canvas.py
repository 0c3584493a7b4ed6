"""The sheet: reproducible SVG whose text stays text."""

import re
import xml.etree.ElementTree as ElementTree

import pytest

from caucasus_course.charts.canvas import Canvas
from caucasus_course.core.style import GUIDE, INK, KINDS, SIDES
from tests.charts.conftest import HOSTILE

SVG = "{http://www.w3.org/2000/svg}"


def picture(words="Some words", *, title="Title", description="Description"):
    """Return a sheet with one line, one mark and one text."""
    canvas = Canvas(300)
    canvas.line([10, 200], [20, 20], colour=INK)
    canvas.mark(50, 20, SIDES["press"], hollow=True)
    canvas.text(10, 40, words)
    return canvas.svg(60, title=title, description=description)


def test_the_same_picture_is_the_same_bytes():
    """No date and no chance enters the picture."""
    assert picture() == picture()
    assert "metadata" not in picture()


def test_guides_lie_under_lines_and_lines_under_marks():
    """What is drawn late may still lie below."""
    canvas = Canvas(300)
    canvas.mark(50, 20, SIDES["press"])
    canvas.line([10, 200], [20, 20], colour=INK, dash=":")
    canvas.line([10, 10], [0, 60])
    strokes = re.findall(r"stroke='(#\w+)'", canvas.svg(60, title="t", description="d"))

    assert strokes == [GUIDE, INK, SIDES["press"].colour]


def test_size_title_and_description():
    """The picture is as large as it says and tells what it shows."""
    root = ElementTree.fromstring(picture(title="A & B", description="<desc>"))

    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("300", "60", "0 0 300 60")
    assert (root.get("role"), root.find(f"{SVG}title").text, root.find(f"{SVG}desc").text) == ("img", "A & B", "<desc>")


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_is_drawn_letter_for_letter(words):
    """No markup, no formula, no control sign: what is seen is the text and nothing else."""
    from caucasus_course.charts.words import clean

    svg = picture(words, title=words, description=words)
    root = ElementTree.fromstring(svg)

    assert [node.text for node in root.iter(f"{SVG}text")] == [clean(words)]
    assert {node.tag.removeprefix(SVG) for node in root.iter()} <= {
        "svg",
        "title",
        "desc",
        "rect",
        "path",
        "text",
    }
    svg.encode("utf-8")


def test_fonts_of_every_script_are_named():
    """Armenian, Azerbaijani and Russian letters have families to fall back on."""
    svg = picture("Ստեփանակերտ Xankəndi Степанакерт")

    assert "Ստեփանակերտ Xankəndi Степанакерт" in svg
    assert "Noto Sans" in svg
    assert "sans-serif" in svg


@pytest.mark.parametrize("marks", [SIDES, KINDS], ids=["sides", "kinds"])
def test_every_mark_has_a_shape_of_its_own(marks):
    """Colour is never the only cue."""
    assert len({mark.marker for mark in marks.values()}) == len(marks)
