"""Say what the facts rest on: whose sources, how many, how well checked, how fresh, and which names are missing."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable
from typing import Any

from caucasus_course.authoring.dated_rows import TABLES, Dated, dated_rows
from caucasus_course.authoring.explaining import explaining
from caucasus_course.authoring.lesson_use import NamedDay, Used, named_days, used
from caucasus_course.authoring.newest import TABLES as NEWEST_TABLES
from caucasus_course.authoring.newest import Newest, newest, rows_used
from caucasus_course.authoring.through_whom import is_through_encyclopedia
from caucasus_course.core.languages import OTHER_LANGUAGES, name_column
from caucasus_course.core.rows import Row
from caucasus_course.data import loaders

# Tables whose rows are facts with a status of their own.
FACT_TABLES = (
    "events",
    "claims",
    "census",
    "resolutions",
    "trilateral",
    "arrivals",
    "supply",
    "article_claims",
    "drift",
)
DUE_AFTER = datetime.timedelta(days=366)


def _ids(row: Row) -> list[str]:
    cell = row.get("source_ids") or row.get("evidence_source_ids") or ""
    return [source_id for source_id in cell.split("; ") if source_id]


def _key(table: str, row: Row) -> str:
    return str(row[loaders.table_schema(table)["primaryKey"]])


def _count(source_ids: Iterable[str], sources: dict[str, Row], column: str) -> dict[str, int]:
    """Return how often each value stands in a column, the most frequent first, equals by their name."""
    counts = Counter(sources[source_id][column] for source_id in source_ids)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _lesson_sources(in_use: Used, tables: dict[str, dict[str, Row]]) -> set[str]:
    claims, excerpts = tables["claims"], tables["excerpts"]
    found = set(in_use.question_source_ids)
    found.update(source_id for claim_id in in_use.claim_ids for source_id in _ids(claims[claim_id]))
    found.update(excerpts[excerpt_id]["source_id"] for excerpt_id in in_use.excerpt_ids)
    told = [row for row in tables["explanations"].values() if row["question_id"] in in_use.question_ids]
    return found.union(*({row["source_id"], *_ids(row)} for row in told))


def _days_report(found: list[NamedDay]) -> dict[str, Any]:
    return {
        "days_named": len(found),
        "days_of_events": sum(any(row.startswith("events/") for row in day.rows) for day in found),
        "days_without_row": [
            {"words": day.words, "dates": day.dates, "told": day.told} for day in found if not day.rows
        ],
    }


def _freshness(lesson: Row, last: Newest, today: datetime.date) -> dict[str, Any]:
    """Return the date of the newest row used and, apart from it, the day on which somebody last checked."""
    return {
        "facts_as_of": last.date,
        "newest_rows": last.rows,
        "checked_on": str(lesson["checked_on"]),
        "is_due_for_checking": today - lesson["checked_on"] > DUE_AFTER,
    }


def _lesson_report(
    lesson: Row, tables: dict[str, dict[str, Row]], dated: list[Dated], today: datetime.date
) -> dict[str, Any]:
    sources, claims = tables["sources"], tables["claims"]
    in_use, days = used(lesson), named_days(lesson, dated, claims)
    found = _lesson_sources(in_use, tables)
    figures = [claims[claim_id] for claim_id in in_use.claim_ids]
    perspectives = _count(found, sources, "perspective")
    return {
        "lesson": lesson["lesson_id"],
        "sources": len(found),
        "by_perspective": perspectives,
        "largest_share": round(max(perspectives.values(), default=0) / max(len(found), 1), 2),
        "by_kind": _count(found, sources, "kind"),
        "figures": len(figures),
        "single_source_figures": [row["claim_id"] for row in figures if len(_ids(row)) == 1],
        "figures_through_an_encyclopedia": [
            row["claim_id"] for row in figures if is_through_encyclopedia(row, sources)
        ],
        "unverified_rows": [row["claim_id"] for row in figures if row["status"] == "unverified"],
        "explaining": explaining(lesson, in_use, found, tables),
        **_days_report(days),
        **_freshness(lesson, newest(rows_used(in_use, days, tables), tables), today),
    }


def _all_report(facts: dict[str, list[Row]], sources: dict[str, Row], places: list[Row]) -> dict[str, Any]:
    cited = {source_id for rows in facts.values() for row in rows for source_id in _ids(row)}
    return {
        "facts": {table: len(rows) for table, rows in facts.items()},
        "sources_cited": len(cited),
        "by_perspective": _count(cited, sources, "perspective"),
        "by_kind": _count(cited, sources, "kind"),
        "by_reading": _count(cited, sources, "read_as"),
        "single_source_facts": {table: sum(len(_ids(row)) == 1 for row in rows) for table, rows in facts.items()},
        "unverified_rows": {
            table: [_key(table, row) for row in rows if row["status"] == "unverified"] for table, rows in facts.items()
        },
        "names_missing": {
            code: [row["place_id"] for row in places if not row[name_column(code)]] for code in OTHER_LANGUAGES
        },
    }


def audit(today: datetime.date) -> dict[str, Any]:
    """Return the whole report, ready for JSON: `all` for every fact, `lessons` for what each lesson uses.

    Parameters
    ----------
    today : the day against which the age of the last check is taken

    """
    tables = {name: {_key(name, row): row for row in loaders.rows(name)} for name in (*NEWEST_TABLES, "explanations")}
    facts = {name: loaders.rows(name) for name in FACT_TABLES}
    dated = dated_rows({name: loaders.rows(name) for name in TABLES})
    return {
        "all": _all_report(facts, tables["sources"], loaders.rows("places")),
        "lessons": [_lesson_report(lesson, tables, dated, today) for lesson in loaders.rows("lessons")],
    }
