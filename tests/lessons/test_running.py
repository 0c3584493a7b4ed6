"""Running lessons in fresh kernels."""

import sys

import nbformat
import pytest

from caucasus_course.lessons import running
from caucasus_course.lessons.running import code_cells, run_lesson


@pytest.fixture
def write_lesson(tmp_path):
    """Return a function that writes a lesson of a title and some code cells."""

    def write(*codes):
        cells = [nbformat.v4.new_markdown_cell("# Title"), *map(nbformat.v4.new_code_cell, codes)]
        path = tmp_path / "01_made_up.ipynb"
        nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
        return path

    return write


def test_run(write_lesson):
    """A lesson runs in its own folder with the course's Python and a record of its own, and stays as it was."""
    facts = f"""import os, sys
assert sys.executable == {sys.executable!r}, sys.executable
assert os.path.exists('01_made_up.ipynb'), os.getcwd()
assert os.listdir(os.environ['CAUCASUS_COURSE_HOME']) in ([], ['ipython']), 'not fresh'"""
    path = write_lesson(facts, "", "1 + 1")
    before = path.read_bytes()
    beats = []

    run = run_lesson(path, after_cell=lambda: beats.append(1))

    assert run.error is None
    assert (run.cells, len(beats), code_cells(path)) == (2, 2, 2)
    assert run.seconds > 0
    assert path.read_bytes() == before


def test_record_of_the_learner_is_not_touched(write_lesson, tmp_path, monkeypatch):
    """What a lesson saves while it is checked does not reach the learner's own folder."""
    monkeypatch.setenv("CAUCASUS_COURSE_HOME", str(tmp_path / "mine"))

    run = run_lesson(write_lesson("import os; assert 'mine' not in os.environ['CAUCASUS_COURSE_HOME']"))

    assert run.error is None
    assert not (tmp_path / "mine").exists()


def test_failure_in_words(write_lesson):
    """A cell that fails is named by its place, its first line and its error; later cells do not run."""
    run = run_lesson(write_lesson("places = 1", "\nplaces / 0\nplaces", "raise SystemError"))

    assert run.cells == 2
    assert run.error == "Cell 3 (places / 0) stopped with ZeroDivisionError: division by zero"


def test_dead_kernel(write_lesson):
    """A kernel that dies is said, and the check goes on."""
    run = run_lesson(write_lesson("import os; os._exit(1)"))

    assert run.error is not None
    assert "the kernel that ran it died" in run.error


def test_endless_cell(write_lesson, monkeypatch):
    """A cell that does not end is stopped."""
    monkeypatch.setattr(running, "_SECONDS_PER_CELL", 1)

    run = run_lesson(write_lesson("while True: pass"))

    assert run.error == "Cell 2 (while True: pass) was not done after 1 seconds."


@pytest.mark.parametrize("content", [b"", b"{nope", b"[]", b"\xff\xff", b'{"nbformat": 99, "cells": 3}'])
def test_unreadable_notebook(tmp_path, content):
    """A file that is no notebook fails in words, without a kernel."""
    path = tmp_path / "01_broken.ipynb"
    path.write_bytes(content)

    run = run_lesson(path)

    assert run.cells == code_cells(path) == 0
    assert run.error.startswith("The notebook cannot be read: ")
