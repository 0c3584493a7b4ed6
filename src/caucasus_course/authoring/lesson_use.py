"""Tell what a lesson uses: the claims of its figures, its source cards, its questions."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from caucasus_course.authoring.dated_rows import Dated, rows_of
from caucasus_course.authoring.dates_in_prose import days_named
from caucasus_course.authoring.prose import blocks
from caucasus_course.core.rows import Row
from caucasus_course.data import loaders
from caucasus_course.lessons.catalogue import cells
from caucasus_course.lessons.reading_list import recommended
from caucasus_course.lessons.traces import Loose, loose_figures, traced_claims
from caucasus_course.quizzes.bank import read_bank


class Used(NamedTuple):
    """The ids of what one lesson uses, each list in the lesson's order."""

    claim_ids: list[str]
    excerpt_ids: list[str]
    question_source_ids: list[str]
    question_ids: list[str]
    reading_source_ids: list[str]


class NamedDay(NamedTuple):
    """A day that the prose of a lesson names: its words, the dates they may mean, the rows that have it."""

    words: str
    dates: list[str]
    rows: list[str]
    told: str


def used(lesson: Row) -> Used:
    """Return what a lesson's notebook and bank use."""
    code = "\n".join(text for _, text in cells(lesson, "code"))
    path = f"quizzes/{lesson['lesson_id']}_{lesson['slug']}.toml"
    bank = read_bank(loaders.read_text(path), file=f"data/{path}")
    return Used(
        traced_claims(lesson),
        re.findall(r"""excerpt\(["']([a-z0-9-]+)["']""", code),
        [source_id for question in bank.questions for source_id in question.source_ids],
        re.findall(r"""explanations\(["']([a-z0-9-]+)["']""", code),
        recommended(lesson),
    )


def places_named(lesson: Row) -> list[str]:
    """Return the places of a lesson's table of names, as the course writes them."""
    prose = "\n".join(text for _, text in cells(lesson, "markdown"))
    part = re.search(r"(?ms)^## Names and terms\n(.*?)(?=^## |\Z)", prose)
    first_cells = re.findall(r"(?m)^\| *([^|\n]+?) *\|", part.group(1) if part else "")
    return [name for cell in first_cells[2:] for name in cell.split(", ")]


def loose(lesson: Row) -> list[Loose]:
    """Return every figure of a lesson that leads to no claim."""
    claims = {row["claim_id"]: row for row in loaders.rows("claims")}
    return [found for cell, text in cells(lesson, "markdown") for found in loose_figures(cell, text, claims)]


def _days_asked(lesson: Row) -> set[datetime.date]:
    """Return the days that the lesson's own code asks for, such as those of a map's slider."""
    code = "\n".join(text for _, text in cells(lesson, "code"))
    return {datetime.date.fromisoformat(found) for found in re.findall(r"""["'](\d{4}-\d\d-\d\d)["']""", code)}


def named_days(lesson: Row, rows: Sequence[Dated], claims: Mapping[str, Row]) -> list[NamedDay]:
    """Return every day that a lesson's prose names, with the rows of the data that have it.

    A day of the lesson's own code stands under the word "code"; a day without any row has an empty list.
    """
    asked = _days_asked(lesson)
    prose = "\n\n".join(text for _, text in cells(lesson, "markdown"))
    found = []
    for mention in days_named(blocks(prose), f"{lesson['title']}. {lesson['question']}"):
        dates = [str(first) if first == last else f"{first}/{last}" for first, last in mention.days]
        having = rows_of(mention, rows, claims)
        if not having and any(first == last and first in asked for first, last in mention.days):
            having = ["code"]
        found.append(NamedDay(mention.words, dates, having, mention.told))
    return found
