"""Read the works that a lesson recommends, and whether it says of each how much of it we read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from caucasus_course.core.rows import Row
from caucasus_course.data.citation import how_read
from caucasus_course.lessons.catalogue import cells

# The course's notation: a work is a link to its source, and what we read of it ends the bracket that follows,
# [*Black Garden*](#source-de-waal-2003-black-garden) (2003; read in part).
_WORK = re.compile(r"\[(?P<title>[^\]]+)\]\(#source-(?P<id>[a-z0-9-]+)\)(?:[^()\[\]]*\((?P<bracket>[^()]*)\))?")
_LIST = re.compile(r"(?ms)^\*\*Read on\b.*?(?=^\*\*Next|^## |\Z)")


class Work(NamedTuple):
    """A work as a lesson names it: its title, its source's id, and how much of it we are said to have read."""

    title: str
    source_id: str
    told: str


def works(markdown: str) -> list[Work]:
    """Return every work that a text links to its source.

    Examples
    --------
    >>> works("[*Black Garden*](#source-black-garden) (2003; read in part)")
    [Work(title='*Black Garden*', source_id='black-garden', told='read in part')]

    """
    found = _WORK.finditer(markdown)
    return [Work(work["title"], work["id"], (work["bracket"] or "").split("; ")[-1]) for work in found]


def recommended(lesson: Row) -> list[str]:
    """Return the ids of the sources that a lesson's text links to, each once, in the lesson's order."""
    found = (work.source_id for _, text in cells(lesson, "markdown") for work in works(text))
    return list(dict.fromkeys(found))


def reading_items(markdown: str) -> list[str]:
    """Return the items of a lesson's reading list."""
    return re.findall(r"(?m)^- .+$", "\n".join(_LIST.findall(markdown)))


def reading_faults(markdown: str, sources: Mapping[str, Row]) -> Iterator[str]:
    """Yield a sentence for every work that has no source, or of which the text says something else than the table."""
    for item in reading_items(markdown):
        if not works(item):
            yield f"{item!r} links to no source; write [title](#source-id)"
    for work in works(markdown):
        if work.source_id not in sources:
            yield f"{work.title}: {work.source_id!r} is not in data/sources.csv"
        elif work.told != how_read(sources[work.source_id]):
            yield f"{work.title}: the bracket ends with {work.told!r}; write {how_read(sources[work.source_id])!r}"
