"""The words for charts; each adds the citations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caucasus_course.notebook.rows import sources_by_id

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    import pandas as pd

    from caucasus_course.charts.claims_chart import ClaimsChart
    from caucasus_course.charts.series_chart import SeriesChart
    from caucasus_course.charts.timeline import Timeline


def chart_claims(
    claims: pd.DataFrame,
    *,
    topic: str | None = None,
    ids: Iterable[str] | None = None,
    measure: str | Iterable[str] | None = None,
    sort: str = "value",
    unverified: bool = False,
    title: str | None = None,
) -> ClaimsChart:
    """Return who says what about a question, measure by measure, with the works cited in the table.

    Parameters
    ----------
    claims : rows of the claims table
    topic : the question, such as "khojaly-1992"
    ids : ids of claims instead of a topic
    measure : what was counted, if not every measure: "killed", or a list
    sort : "value", from the smallest figure, or "date", from the earliest
    unverified : also draw, in grey, claims whose source nobody here has seen
    title : the heading, if not the topic's own words

    Examples
    --------
    >>> chart_claims(load("claims"), topic="khojaly-1992").title
    'Who says what: Khojaly 1992'

    """
    from caucasus_course.charts import claims_chart

    return claims_chart.chart_claims(
        claims, topic=topic, ids=ids, measure=measure, sort=sort, unverified=unverified, title=title,
        sources=sources_by_id(),
    )  # fmt: skip


def chart_series(
    table: pd.DataFrame,
    *,
    indicator: str | Iterable[str] | None = None,
    topic: str | None = None,
    measure: str | Iterable[str] | None = None,
    start: str | datetime.date | None = None,
    end: str | datetime.date | None = None,
    unverified: bool = False,
    title: str | None = None,
) -> SeriesChart:
    """Return how a number moved over time, with who gave each figure.

    Parameters
    ----------
    table : rows of the arrivals, supply or claims table; it is known by its columns
    indicator : for supply, what was measured; a list makes a panel of each
    topic, measure : for claims, the question and what was counted; a list of measures makes a panel of each
    start, end : first and last day, `YYYY-MM-DD`
    unverified : also draw rows whose source nobody here has seen
    title : the heading

    """
    from caucasus_course.charts import series_chart

    return series_chart.chart_series(
        table, indicator=indicator, topic=topic, measure=measure, start=start, end=end, unverified=unverified,
        title=title, sources=sources_by_id(),
    )  # fmt: skip


def timeline(
    events: pd.DataFrame,
    *,
    start: str | datetime.date | None = None,
    end: str | datetime.date | None = None,
    category: str | Iterable[str] | None = None,
    lesson: str | None = None,
    unverified: bool = False,
    title: str | None = None,
) -> Timeline:
    """Return events by date, one lane for each kind, with the accounts that differ.

    Parameters
    ----------
    events : rows of the events table
    start, end : first and last day, `YYYY-MM-DD`
    category : one kind or a list: military, diplomatic, political, legal, humanitarian
    lesson : only the events of a lesson, such as "03"
    unverified : also show events that were not checked against a read source
    title : the heading

    """
    from caucasus_course.charts import timeline as lanes

    return lanes.timeline(
        events, start=start, end=end, category=category, lesson=lesson, unverified=unverified, title=title,
        sources=sources_by_id(),
    )  # fmt: skip
