"""Pick the claims of a chart: a topic's or a list of ids, one measure or several, checked ones only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from caucasus_course.charts.chart import one_or_many, rows_of, some
from caucasus_course.core.errors import CourseError, unknown
from caucasus_course.core.rows import Row
from caucasus_course.core.text import clean

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = (
    "claim_id", "topic", "measure", "group", "low", "high", "point", "unit", "as_of", "said_by", "side", "status",
)  # fmt: skip


def by_topic(rows: list[Row], topic: str | None) -> list[Row]:
    """Return the rows of a topic; a table of several needs one named."""
    topics = {clean(row["topic"]) for row in rows}
    if topic is None and len(topics) > 1:
        raise CourseError(
            f"This table has {len(topics)} topics. Pick one, such as topic='khojaly-1992', or name ids=[…]."
        )
    if topic is not None and topic not in topics:
        raise unknown("topic", topic, topics)
    return [row for row in rows if topic is None or clean(row["topic"]) == topic]


def _by_ids(rows: list[Row], ids: Iterable[str]) -> list[Row]:
    known = {clean(row["claim_id"]): row for row in rows}
    for claim_id in (wanted := one_or_many(ids)):
        if claim_id not in known:
            raise unknown("claim", claim_id, known)
    return [known[claim_id] for claim_id in dict.fromkeys(wanted)]


def _by_measure(rows: list[Row], measure: str | Iterable[str] | None) -> list[Row]:
    if measure is None:
        return rows
    known = {clean(row["measure"]) for row in rows}
    for name in (wanted := one_or_many(measure)):
        if name not in known:
            raise unknown("measure", name, known)
    return [row for row in rows if clean(row["measure"]) in wanted]


def choose(
    claims: pd.DataFrame,
    *,
    topic: str | None = None,
    ids: Iterable[str] | None = None,
    measure: str | Iterable[str] | None = None,
    unverified: bool = False,
) -> list[Row]:
    """Return the claims of a topic or of a list of ids; unverified ones only if they are asked for."""
    rows = some(rows_of(claims, needs=COLUMNS, example='load("claims")'), what="claim")
    rows = by_topic(rows, topic) if ids is None else _by_ids(rows, ids)
    rows = [row for row in _by_measure(rows, measure) if unverified or clean(row["status"]) != "unverified"]
    return some(rows, what="verified claim")
