"""Who fled, by whose count: movements joined with their claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from caucasus_course.core.errors import CourseError, unknown
from caucasus_course.core.figures import figure_words, value_of

if TYPE_CHECKING:
    import pandas as pd


@frozen
class Flight:
    """One claimant's number of people who fled from one place to another."""

    period: str
    people: str
    start: str
    end: str
    number: str
    width: float
    claimant: str
    side: str
    status: str
    note: str

    @property
    def route(self) -> tuple[str, str, str, str]:
        """Return what several claimants give numbers for."""
        return self.period, self.people, self.start, self.end


def _figure(row: Any) -> tuple[str, float]:
    """Return a claim's number in words and the one that its arrow is drawn by: the highest that it gives."""
    low, high, point = (
        value_of(value, column=name) for name, value in (("low", row.low), ("high", row.high), ("point", row.point))
    )
    given = [value for value in (point, high, low) if value is not None]
    if not given:
        raise CourseError(f"The claim {row.claim_id!r} has no number, so no arrow can be drawn for it.")
    return figure_words(low, high, point), given[0]


def flights(movements: pd.DataFrame, claims: pd.DataFrame) -> list[Flight]:
    """Return every movement with its claim's number, claimant and status."""
    if movements.empty:
        raise CourseError("There is no movement to draw: the table is empty. Did a filter leave nothing?")
    known = {row.claim_id: row for row in claims.astype(object).where(claims.notna(), None).itertuples()}
    found = []
    for row in movements.itertuples():
        if row.claim_id not in known:
            raise unknown("claim", row.claim_id, known)
        claim = known[row.claim_id]
        number, width = _figure(claim)
        found.append(
            Flight(
                str(row.period), str(row.people), row.from_place_id, row.to_place_id, number, width,
                claim.said_by, claim.side, claim.status, claim.group,
            )
        )  # fmt: skip
    return found


def ends(found: list[Flight]) -> list[str]:
    """Return where arrows begin and end, the widest first: where two names have no room its ends keep theirs."""
    widest: dict[str, float] = {}
    for flight in found:
        for place_id in (flight.start, flight.end):
            widest[place_id] = max(widest.get(place_id, 0), flight.width)
    return sorted(widest, key=lambda place_id: (-widest[place_id], place_id))


def claimants(found: list[Flight]) -> list[tuple[str, str]]:
    """Return every pair of period and side; within a period first who counts both peoples and most ways."""
    periods = list(dict.fromkeys(flight.period for flight in found))

    def rank(choice: tuple[str, str]) -> tuple[int, int, int, str]:
        said = [flight for flight in found if (flight.period, flight.side) == choice]
        ways, peoples = {flight.route for flight in said}, {flight.people for flight in said}
        return periods.index(choice[0]), -len(peoples), -len(ways), choice[1]

    return sorted({(flight.period, flight.side) for flight in found}, key=rank)
