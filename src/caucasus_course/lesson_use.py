"""Tell what a lesson uses: the claims of its figures, its source cards, its questions."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from caucasus_course import loaders
from caucasus_course.figures import LINK, Loose, loose_figures
from caucasus_course.quizzes.bank import read_bank

Row = dict[str, Any]


class Used(NamedTuple):
    """The ids of what one lesson uses, each list in the lesson's order."""

    claim_ids: list[str]
    excerpt_ids: list[str]
    question_source_ids: list[str]


def notebook_path(lesson: Row) -> Path:
    """Return the notebook of a row of the lessons table."""
    return loaders.lessons_folder() / f"{lesson['lesson_id']}_{lesson['slug']}.ipynb"


def _cells(lesson: Row, kind: str) -> Iterator[tuple[str, str]]:
    notebook = json.loads(notebook_path(lesson).read_text(encoding="utf-8"))
    for number, cell in enumerate(notebook["cells"], start=1):
        if cell["cell_type"] == kind:
            yield f"cell {number}", "".join(cell["source"])


def used(lesson: Row) -> Used:
    """Return what a lesson's notebook and bank use."""
    prose = "\n".join(text for _, text in _cells(lesson, "markdown"))
    code = "\n".join(text for _, text in _cells(lesson, "code"))
    path = f"quizzes/{lesson['lesson_id']}_{lesson['slug']}.toml"
    bank = read_bank(loaders.read_text(path), file=f"data/{path}")
    return Used(
        list(dict.fromkeys(claim_id for _, claim_id in LINK.findall(prose))),
        re.findall(r"""excerpt\(["']([a-z0-9-]+)["']\)""", code),
        [source_id for question in bank.questions for source_id in question.source_ids],
    )


def places_named(lesson: Row) -> list[str]:
    """Return the places of a lesson's table of names, as the course writes them."""
    prose = "\n".join(text for _, text in _cells(lesson, "markdown"))
    part = re.search(r"(?ms)^## Names and terms\n(.*?)(?=^## |\Z)", prose)
    first_cells = re.findall(r"(?m)^\| *([^|\n]+?) *\|", part.group(1) if part else "")
    return [name for cell in first_cells[2:] for name in cell.split(", ")]


def loose(lesson: Row) -> list[Loose]:
    """Return every figure of a lesson that leads to no claim."""
    claims = {row["claim_id"]: row for row in loaders.rows("claims")}
    return [found for cell, text in _cells(lesson, "markdown") for found in loose_figures(cell, text, claims)]
