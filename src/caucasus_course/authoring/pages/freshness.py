"""Write as a page how fresh each lesson's facts are, what was not found, whose sources they have, what one carries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape
from typing import Any

from caucasus_course.authoring.pages.markdown import MADE, lesson_links, plain, table
from caucasus_course.core.figures import figure
from caucasus_course.core.rows import Row

_OPENING = f"""# How fresh and how broad

{MADE}

As of which day do a lesson's facts stand? Whose sources does it use? Which figures rest on one source alone?

## Each lesson

*Facts as of* is the date of the newest fact or source that a lesson uses; it is computed, never typed. A lesson on 1921 can rest on
old facts and be in good order. *Last checked* is the day on which somebody looked for errors and for news. A year after that day
a lesson is due to be read again.
"""
_SEARCHES = """
## Looked for and not found

What is missing is part of what we know. Here is what a lesson would say if we had found a first source for it, and the day on which
we looked.
"""
_PERSPECTIVES = """
## From where the sources look

The number of sources in each lesson. A perspective is a fact about a source, and no verdict on it. *Other* is mostly press of
countries that have no name of their own here, encyclopedias, and documents of several parties.
"""
_SINGLE = """
## Figures that rest on one source

One source is not a wrong source. But nobody else confirms such a figure here, so read it with more care.
"""


def _lesson_row(report: Row, lesson: Row, links: dict[str, str]) -> list[str]:
    largest = next(iter(report["by_perspective"]), "none")
    return [
        f"{links[report['lesson']]} {plain(lesson['title'])}",
        report["facts_as_of"],
        report["checked_on"],
        str(report["sources"]),
        f"{largest} {report['largest_share']:.0%}",
        str(len(report["single_source_figures"])),
    ]


def _search_row(row: Row, links: dict[str, str]) -> list[str]:
    lessons = ", ".join(links[lesson] for lesson in row["lessons"].split("; "))
    return [plain(row["what"]), str(row["searched_on"]), row["found"], plain(row["note"]), lessons]


def _searches(searches: list[Row], links: dict[str, str]) -> Iterator[str]:
    """Yield a table of what was looked for, the newest search first."""
    newest_first = sorted(searches, key=lambda row: row["searched_on"], reverse=True)
    yield from table(
        ("what we looked for", "on", "what came up", "what that is, and what we do instead", "lessons"),
        (_search_row(row, links) for row in newest_first),
    )


def _perspectives(reports: list[Row], links: dict[str, str]) -> Iterator[str]:
    """Yield a table of perspectives by lesson, the most frequent first."""
    totals: Counter[str] = sum((Counter(report["by_perspective"]) for report in reports), Counter())
    yield from table(
        ("perspective", *(links[report["lesson"]] for report in reports)),
        (
            [plain(name), *(str(report["by_perspective"].get(name, 0)) for report in reports)]
            for name, _ in sorted(totals.items(), key=lambda item: (-item[1], item[0]))
        ),
    )


def _single(report: Row, lesson: Row, claims: dict[str, Row]) -> Iterator[str]:
    """Yield the figures of a lesson that one source carries, folded away until asked for."""
    yield f"<details><summary>{report['lesson']} {escape(lesson['title'])}</summary>"
    yield ""
    for claim in (claims[claim_id] for claim_id in report["single_source_figures"]):
        what = f"{figure(claim)} ({claim['measure']}: {claim['group']}). Said by {claim['said_by']}; {claim['status']}."
        yield f"- {plain(what)}"
    yield ""
    yield "</details>"
    yield ""


def _counts(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} {number}" for name, number in counts.items())


def _whole(found: dict[str, Any]) -> Iterator[str]:
    unverified = sum(map(len, found["unverified_rows"].values()))
    yield "## The whole course"
    yield ""
    yield f"- Sources cited: {found['sources_cited']}."
    yield f"- By perspective: {_counts(found['by_perspective'])}."
    yield f"- By what was read of them: {_counts(found['by_reading'])}."
    yield f"- Rows of fact: {sum(found['facts'].values())}. Unverified among them, used by no lesson: {unverified}."


def freshness_page(found: dict[str, Any], lessons: dict[str, Row], claims: dict[str, Row], searches: list[Row]) -> str:
    """Return as Markdown how old each lesson's facts are, what was not found, whose sources it has, what rests on one.

    Parameters
    ----------
    found : the report of `audit`
    lessons : rows of the lessons table, by lesson id
    claims : rows of the claims table, by claim id
    searches : rows of the searches table

    """
    links, reports = lesson_links(lessons.values()), found["lessons"]
    lines = [_OPENING]
    lines += table(
        ("lesson", "facts as of", "last checked", "sources", "largest share", "figures with one source"),
        (_lesson_row(report, lessons[report["lesson"]], links) for report in reports),
    )
    lines += [_SEARCHES, *_searches(searches, links)]
    lines += [_PERSPECTIVES, *_perspectives(reports, links), _SINGLE]
    lines += [line for report in reports for line in _single(report, lessons[report["lesson"]], claims)]
    lines += _whole(found["all"])
    return "\n".join(lines) + "\n"
