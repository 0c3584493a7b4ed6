"""Tell whether words stand verbatim in a text that the course does not carry, by fingerprints of its word runs."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

# A run of five words and marks is enough to notice one changed letter, and too short to give the text away.
RUN = 5


def runs(text: str) -> Iterator[str]:
    """Yield every run of five words and punctuation marks of a text (or all of it, if it is shorter)."""
    pieces = re.findall(r"\w+|[^\w\s]", text)
    for start in range(max(1, len(pieces) - RUN + 1)):
        yield " ".join(pieces[start : start + RUN])


def fingerprint(run: str) -> str:
    """Return the fingerprint of one run of words: the first eight hexadecimal digits of its SHA-256."""
    return hashlib.sha256(run.encode()).hexdigest()[:8]


def fingerprints(text: str) -> dict[str, Any]:
    """Return the fingerprints of a text, for `data/article_fingerprints.json`."""
    return {"runs": sorted({fingerprint(run) for run in runs(text)})}


def changed_run(text: str, known: Mapping[str, Any]) -> str | None:
    """Return the first run that the fingerprinted text does not have, or None if all are there.

    A text shorter than one run cannot be checked and counts as changed.
    """
    there = set(known["runs"])
    return next((run for run in runs(text) if fingerprint(run) not in there), None)


def share(texts: Iterable[str], known: Mapping[str, Any]) -> float:
    """Return which part of the fingerprinted text (0 to 1) the texts reproduce together."""
    covered = {fingerprint(run) for text in texts for run in runs(text)}
    return len(covered & set(known["runs"])) / len(known["runs"])
