"""No key of any bank of the course is where a learner could read it before answering."""

import json

import nbformat
import pytest

from caucasus_course import quiz
from caucasus_course.data import loaders
from caucasus_course.quizzes.questions import Bank
from tests.bank_keys import BANKS, keys_of, leaks

LESSONS = sorted(loaders.lessons_folder().glob("[0-9][0-9]_*.ipynb"))


def static_html(notebook):
    """Return a notebook as the page that nbconvert makes of it."""
    from nbconvert import HTMLExporter

    return HTMLExporter().from_notebook_node(notebook)[0]


def with_output(bundle):
    """Return a notebook that has a quiz as a stored output."""
    output = nbformat.v4.new_output("display_data", data=bundle)
    return nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("quiz", outputs=[output])])


def test_this_search_finds_what_leaks():
    """A key is found as it stands, in JSON and in HTML; a search that finds nothing ever would prove nothing."""
    key = max(keys_of(BANKS["00"]), key=len)
    from html import escape

    assert leaks(key) == leaks(json.dumps(key)) == leaks(escape(key)) == [key]
    assert all(len(keys_of(bank)) > 10 for bank in BANKS.values())


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_no_key_in_a_lesson_or_its_static_page(path):
    """The notebook file and the HTML made of it have stems and options only."""
    text = path.read_text(encoding="utf-8")

    assert leaks(text) == []
    assert leaks(static_html(nbformat.reads(text, as_version=4))) == []


@pytest.mark.parametrize("lesson", BANKS)
def test_no_key_in_what_a_quiz_sends_when_it_is_shown(lesson, tmp_path, monkeypatch):
    """State, text and HTML of a quiz, and the static page of a notebook that has it, are free of the key."""
    monkeypatch.setenv("CAUCASUS_COURSE_HOME", str(tmp_path))
    shown = quiz(lesson)
    bundle, *_ = shown._repr_mimebundle_()
    state = {name: value for name, value in shown.get_state().items() if name not in {"_esm", "_css"}}

    assert isinstance(shown._bank, Bank)
    assert leaks(json.dumps(state, default=str) + json.dumps(bundle)) == []
    assert leaks(static_html(with_output(bundle))) == []
    assert bundle["text/plain"].splitlines()[-1] == "To answer, open this lesson in Jupyter and run the cell."
