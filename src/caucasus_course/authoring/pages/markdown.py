"""Markdown of the made pages: text of tables made plain, tables, links to lessons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from caucasus_course.core.rows import Row

MADE = "<!-- made from data/ by `python -m caucasus_course.authoring.pages`; edit the tables, not this page -->"


def plain(text: str) -> str:
    """Return text of a table so that nothing in it is markup."""
    return re.sub(r"([\\`*_<>\[\]|])", r"\\\1", text)


def table(head: Iterable[str], body: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield the lines of a table; the text of its cells is Markdown already."""
    head = list(head)
    yield f"| {' | '.join(head)} |"
    yield f"| {' | '.join(['---'] * len(head))} |"
    for cells in body:
        yield f"| {' | '.join(cells)} |"


def lesson_links(lessons: Iterable[Row]) -> dict[str, str]:
    """Return the links to the lessons that there are, by number."""
    return {row["lesson_id"]: f"[{row['lesson_id']}](../{row['lesson_id']}_{row['slug']}.ipynb)" for row in lessons}
