"""Name what a learner does with a source, so that the record, the portfolio and the next run find it again."""

from __future__ import annotations

from typing import Any


def id_of(row: dict[str, Any], name: str, part: str) -> str:
    """Return the id of a part of the work on an excerpt or a question; its first lesson keeps it for all.

    Examples
    --------
    >>> id_of({"lessons": "03; 09"}, "a002-1994", "marks")
    '03-a002-1994-marks'

    """
    return f"{str(row['lessons'])[:2]}-{name}-{part}"
