"""A question answered on a map: the reader marks areas, then sees the answer and how far the two overlap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import frozen

from caucasus_course.core.errors import CourseError, unknown


@frozen
class Guess:
    """What is asked, which areas answer it, and what is said when the answer is shown."""

    question: str
    answer: frozenset[str]
    told: str


def guess_of(question: str, answer: Iterable[str], told: str, candidates: Iterable[str]) -> Guess:
    """Return a question whose answers are among the candidates, or say which is not."""
    known, wanted = set(candidates), frozenset(answer)
    for place_id in sorted(wanted):
        if place_id not in known:
            raise unknown("area to mark", place_id, known)
    if not wanted:
        raise CourseError("A question on a map needs at least one area as its answer.")
    return Guess(question, wanted, told)


def overlap(marked: Iterable[str], answer: Iterable[str]) -> float:
    """Return how far marks and answer overlap: those in both, as a part of those in either.

    Examples
    --------
    >>> overlap(["lachin", "kalbajar"], ["lachin", "aghdam"])
    0.3333333333333333

    """
    first, second = set(marked), set(answer)
    return len(first & second) / len(first | second) if first | second else 1.0


def features_of(collection: Mapping[str, Any], only: Iterable[str] | None) -> list[str]:
    """Return the ids of a collection's features, or of those picked."""
    ids = [feature["properties"]["id"] for feature in collection["features"]]
    return ids if only is None else list(only)
