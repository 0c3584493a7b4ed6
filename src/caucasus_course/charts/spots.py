"""Figures in time, before anything is drawn: one spot, and the spots of one series."""

from __future__ import annotations

from attrs import frozen

from caucasus_course.core.days import Span
from caucasus_course.core.style import Mark


@frozen
class Spot:
    """One figure in time: when (first and last day that it may mean), its numbers, its mark and its voice."""

    when: Span
    low: float | None
    high: float | None
    point: float | None
    mark: Mark
    hollow: bool
    voice: str | None

    @property
    def value(self) -> float:
        """Return where the mark stands; a range stands at its lower end and reaches up."""
        return next(value for value in (self.point, self.low, self.high) if value is not None)

    @property
    def top(self) -> float:
        """Return the figure's largest number."""
        return max(value for value in (self.low, self.high, self.point) if value is not None)

    @property
    def middle(self) -> float:
        """Return the day at which the mark stands."""
        return sum(self.when) / 2


@frozen
class Curve:
    """The figures of one series."""

    spots: list[Spot]
    unit: str = ""

    def joins(self) -> list[list[Spot]]:
        """Return the figures of each voice that has at least two, in order of time."""
        voices: dict[str, list[Spot]] = {}
        for spot in sorted(self.spots, key=lambda spot: spot.middle):
            if spot.voice is not None and spot.point is not None:
                voices.setdefault(spot.voice, []).append(spot)
        return [spots for spots in voices.values() if len({spot.middle for spot in spots}) > 1]

    def has_spans(self) -> bool:
        """Say whether any figure holds for more than a day."""
        return any(spot.when[0] != spot.when[1] for spot in self.spots)
