"""What stands in a lesson: its cells, its sections, its bank, its twin. Tests of lessons share it."""

import json
import re

import pytest

from caucasus_course.data import loaders
from caucasus_course.lessons.catalogue import notebook_path
from caucasus_course.quizzes.bank import read_bank

LESSONS = loaders.rows("lessons")
EACH = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson["lesson_id"])


def cells(lesson, kind):
    """Return the cells of one kind as (cell, text)."""
    notebook = json.loads(notebook_path(lesson).read_text(encoding="utf-8"))
    return [(cell, "".join(cell["source"])) for cell in notebook["cells"] if cell["cell_type"] == kind]


def prose(lesson):
    """Return all Markdown of a lesson."""
    return "\n\n".join(text for _, text in cells(lesson, "markdown"))


def code(lesson):
    """Return all code of a lesson."""
    return "\n".join(text for _, text in cells(lesson, "code"))


def section(lesson, head):
    """Return the prose under a heading, up to the next one."""
    found = re.search(rf"(?ms)^## {re.escape(head)}[^\n]*\n(.*?)(?=^## |\Z)", prose(lesson))
    return found.group(1) if found else ""


def bank(lesson):
    """Return the questions of a lesson."""
    path = f"quizzes/{lesson['lesson_id']}_{lesson['slug']}.toml"
    return read_bank(loaders.read_text(path), file=path)


def twin(lesson):
    """Return the notes for the instructor."""
    path = notebook_path(lesson)
    return (path.parent / "teaching" / path.with_suffix(".md").name).read_text(encoding="utf-8")


def objectives(lesson):
    """Return (verb, tasks in the bracket) of each objective."""
    lines = re.findall(r"(?m)^\d\. \*\*(\w+)\*\*(.+)$", section(lesson, "What you will learn"))
    brackets = [(verb, re.findall(r"\(([^()]*)\)", rest)) for verb, rest in lines]
    return [(verb, found[-1].split(", ") if found else []) for verb, found in brackets]
