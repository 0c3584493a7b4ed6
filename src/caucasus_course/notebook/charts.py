"""The words for charts; each adds the citations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from caucasus_course.notebook.rows import sources_by_id

if TYPE_CHECKING:
    import pandas as pd

    from caucasus_course.charts.claims_chart import ClaimsChart
    from caucasus_course.charts.series_chart import SeriesChart
    from caucasus_course.charts.timeline import Timeline


def chart_claims(claims: pd.DataFrame, **options: Any) -> ClaimsChart:
    """Return who says what about a question, measure by measure, with the works cited in the table.

    The options (`topic`, `ids`, `measure`, `sort`, `unverified`, `title`) are those of `charts.claims_chart.chart_claims`.

    Examples
    --------
    >>> chart_claims(load("claims"), topic="khojaly-1992").title
    'Who says what: Khojaly 1992'

    """
    from caucasus_course.charts import claims_chart

    return claims_chart.chart_claims(claims, sources=sources_by_id(), **options)


def chart_series(table: pd.DataFrame, **options: Any) -> SeriesChart:
    """Return how a number moved: arrivals, supply by `indicator`, or the claims of a `topic` and `measure`.

    The other options (`start`, `end`, `unverified`, `title`) are those of `charts.series_chart.chart_series`.
    """
    from caucasus_course.charts import series_chart

    return series_chart.chart_series(table, sources=sources_by_id(), **options)


def timeline(events: pd.DataFrame, **options: Any) -> Timeline:
    """Return events by date, one lane for each kind, with the accounts that differ.

    The options (`start`, `end`, `category`, `lesson`, `unverified`, `title`) are those of `charts.timeline.timeline`.
    """
    from caucasus_course.charts import timeline as lanes

    return lanes.timeline(events, sources=sources_by_id(), **options)
