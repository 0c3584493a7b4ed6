"""Move every day that the lessons name by some days, and count how often `data audit` would notice.

Run with `uv run --group dev python tests/bench/bench_dates.py`. What it does not notice falls on a day with another row that shares a
telling word, so a reader's eye is still needed where events lie close together.
"""

import datetime
import json

from caucasus_course.authoring.dated_rows import TABLES, dated_rows, rows_of
from caucasus_course.authoring.dates_in_prose import days_named
from caucasus_course.authoring.prose import blocks
from caucasus_course.data import loaders

SHIFTS = (1, -1, 3, 30, 365)


def matched_mentions(rows, claims):
    """Yield every mention of every lesson that has its row, with the one pair of dates that has it."""
    for lesson in loaders.rows("lessons"):
        path = loaders.lessons_folder() / f"{lesson['lesson_id']}_{lesson['slug']}.ipynb"
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        markdown = "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
        for mention in days_named(blocks(markdown), f"{lesson['title']}. {lesson['question']}"):
            for pair in mention.days:
                if rows_of(mention._replace(days=(pair,)), rows, claims):
                    yield mention._replace(days=(pair,))
                    break


def moved(mention, days):
    """Return a mention as if its days lay so many days later."""
    return mention._replace(
        days=tuple(tuple(day + datetime.timedelta(days) for day in pair) for pair in mention.days),
    )


def main():
    """Print the share of slips that are noticed, for each size of slip."""
    rows = dated_rows({name: loaders.rows(name) for name in TABLES})
    claims = {row["claim_id"]: row for row in loaders.rows("claims")}
    mentions = list(matched_mentions(rows, claims))
    for days in SHIFTS:
        noticed = sum(not rows_of(moved(mention, days), rows, claims) for mention in mentions)
        print(f"moved by {days:4} days: {noticed} of {len(mentions)} noticed, {noticed / len(mentions):.0%}")


if __name__ == "__main__":
    main()
