"""Name what a learner does with a source, so that the record, the portfolio and the next run find it again."""

from __future__ import annotations

from typing import Any


def item_of(row: dict[str, Any], name: str, part: str) -> dict[str, str]:
    """Return lesson and id of a part of the work on an excerpt or a question; its first lesson keeps it for all.

    Examples
    --------
    >>> item_of({"lessons": "03; 09"}, "a002-1994", "marks")
    {'lesson': '03', 'item_id': '03-a002-1994-marks'}

    """
    lesson = str(row["lessons"])[:2]
    return {"lesson": lesson, "item_id": f"{lesson}-{name}-{part}"}
