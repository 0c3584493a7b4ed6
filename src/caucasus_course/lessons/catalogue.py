"""Find the lessons of the course by number, with the pages beside them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from caucasus_course.core.errors import UnknownNameError
from caucasus_course.data.loaders import lessons_folder

_FILE = re.compile(r"(?P<number>\d\d)_(?P<slug>[a-z0-9_]+)\.ipynb")


class Lesson(NamedTuple):
    """One numbered notebook."""

    number: str
    slug: str
    path: Path


def all_lessons(folder: Path | None = None) -> list[Lesson]:
    """Return the lessons of a folder in their order; without a folder, those of the course.

    Only names such as `01_land_roads_names.ipynb` count, so a learner's own notebooks are left alone.
    """
    found = []
    for path in sorted((folder or lessons_folder()).glob("*.ipynb")):
        if match := _FILE.fullmatch(path.name):
            found.append(Lesson(match["number"], match["slug"], path))
    return found


def all_pages(folder: Path | None = None) -> list[Path]:
    """Return the course pages beside the lessons: the class contract, the glossary, the rubric."""
    return sorted(((folder or lessons_folder()) / "pages").glob("*.md"))


def find(number: str, *, among: Iterable[Lesson] | None = None) -> Lesson:
    """Return the lesson with a number, written `1`, `01` or as the file's name.

    Raises
    ------
    UnknownNameError : no such lesson; the message lists those there are

    """
    lessons = list(all_lessons() if among is None else among)
    wanted = str(number).strip()
    for lesson in lessons:
        if wanted in (lesson.number, str(int(lesson.number))):
            return lesson
        if Path(wanted).name in (lesson.path.name, lesson.path.stem, lesson.slug):
            return lesson
    known = ", ".join(f"{lesson.number} ({lesson.slug.replace('_', ' ')})" for lesson in lessons)
    raise UnknownNameError(f"No lesson called {wanted!r}. The lessons are: {known or 'none yet'}.")


def notebook_path(lesson: dict[str, Any]) -> Path:
    """Return the notebook of a row of the lessons table."""
    return lessons_folder() / f"{lesson['lesson_id']}_{lesson['slug']}.ipynb"


def cells(lesson: dict[str, Any], kind: str) -> Iterator[tuple[str, str]]:
    """Yield the cells of one kind, `markdown` or `code`, of a row's notebook: where each stands, and its text."""
    notebook = json.loads(notebook_path(lesson).read_text(encoding="utf-8"))
    for number, cell in enumerate(notebook["cells"], start=1):
        if cell["cell_type"] == kind:
            yield f"cell {number}", "".join(cell["source"])
