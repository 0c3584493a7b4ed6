"""Write the made pages of a clone; run it when a table or a lesson has changed."""

from __future__ import annotations

import sys
from pathlib import Path

from caucasus_course.authoring.audit import audit
from caucasus_course.authoring.pages.freshness import freshness_page
from caucasus_course.authoring.pages.glossary import glossary_page
from caucasus_course.data import loaders


def made_pages() -> dict[str, str]:
    """Return the pages that are made from tables, by file name."""
    lessons = loaders.rows("lessons")
    sources = {row["source_id"]: row for row in loaders.rows("sources")}
    claims = {row["claim_id"]: row for row in loaders.rows("claims")}
    # Of the report nothing is used that depends on the day it is made.
    report = audit(max(row["facts_as_of"] for row in lessons))
    return {
        "glossary.md": glossary_page(loaders.rows("glossary"), loaders.rows("places"), lessons, sources),
        "freshness.md": freshness_page(report, {row["lesson_id"]: row for row in lessons}, claims),
    }


def main(folder: Path | None = None) -> None:
    """Bring the made pages of a clone up to date."""
    folder = folder or loaders.lessons_folder() / "pages"
    for name, text in made_pages().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
