"""Write the made pages of a clone and its table of fresh facts; run it when a table or a lesson has changed."""

from __future__ import annotations

import csv
import io
import sys
from functools import cache
from pathlib import Path
from typing import Any

from caucasus_course.authoring.audit import audit
from caucasus_course.authoring.pages.freshness import freshness_page
from caucasus_course.authoring.pages.glossary import glossary_page
from caucasus_course.data import loaders


@cache
def _report() -> dict[str, Any]:
    # Of the report nothing is used that depends on the day it is made.
    return audit(max(row["checked_on"] for row in loaders.rows("lessons")))


def made_pages() -> dict[str, str]:
    """Return the pages that are made from tables, by file name."""
    lessons = loaders.rows("lessons")
    sources = {row["source_id"]: row for row in loaders.rows("sources")}
    claims = {row["claim_id"]: row for row in loaders.rows("claims")}
    by_id = {row["lesson_id"]: row for row in lessons}
    return {
        "glossary.md": glossary_page(loaders.rows("glossary"), loaders.rows("places"), lessons, sources),
        "freshness.md": freshness_page(_report(), by_id, claims, loaders.rows("searches")),
    }


def made_table() -> str:
    """Return the table of the newest row that each lesson uses; the head of a lesson reads it, which is quicker than to reckon."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("lesson_id", "facts_as_of", "newest_rows"))
    for row in _report()["lessons"]:
        writer.writerow((row["lesson"], row["facts_as_of"], "; ".join(row["newest_rows"])))
    return text.getvalue()


def main(pages: Path | None = None, data: Path | None = None) -> None:
    """Bring the made pages and the made table of a clone up to date."""
    made = {(pages or loaders.lessons_folder() / "pages") / name: text for name, text in made_pages().items()}
    made[(data or pages or loaders.data_folder()) / "freshness.csv"] = made_table()
    for path, text in made.items():
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
