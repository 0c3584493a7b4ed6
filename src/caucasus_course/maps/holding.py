"""Turn the table of control into the dated states of one map: who held what, how surely, what changed that day."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Any

from attrs import define, field, frozen

from caucasus_course.core.errors import CourseError, nearest
from caucasus_course.core.style import HOLDERS

if TYPE_CHECKING:
    import pandas as pd

# Until the statement of 10 November 2020 settled the line, a capture of that autumn was one side's announcement:
# a place is drawn as announced, and the area round it as contested.
WAR_OF_2020 = ("2020-09-27", "2020-11-10")
_FIRST, _LAST = "1988-02-20", "2024-12-31"
_BASES = {
    "held": "dated by reports of who held it",
    "announced": "dated by one side's announcement",
    "agreed": "dated by an agreement of the sides",
    "assumed": "day assumed, not reported",
}
_NAMED = 8


@frozen
class Interval:
    """Who held one place from a day on, until the next interval of the place begins."""

    place_id: str
    start: str
    end: str
    holder: str
    basis: str
    announced_by: str
    source_ids: tuple[str, ...]

    def is_settled(self, day: str) -> bool:
        """Say whether more than one side's announcement stands behind the holder on a day."""
        return not (self.basis == "announced" and _in_war(self.start) and _in_war(day))


def _in_war(day: str) -> bool:
    return WAR_OF_2020[0] <= day < WAR_OF_2020[1]


def iso(value: Any) -> str:
    """Return a date as `YYYY-MM-DD`, or say how one is written."""
    try:
        return datetime.date.fromisoformat(str(value)[:10]).isoformat()
    except ValueError:
        raise CourseError(f"{value!r} is not a date. Write it as year-month-day, such as '1994-05-12'.") from None


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _days(column: pd.Series) -> list[str | None]:
    import pandas as pd

    if pd.api.types.is_datetime64_any_dtype(column):
        return column.dt.strftime("%Y-%m-%d").astype(object).where(column.notna(), None).tolist()
    return [iso(value) if isinstance(value, str) else None if pd.isna(value) else iso(value) for value in column]


def _interval(row: Any) -> Interval:
    if row.holder not in HOLDERS:
        close = nearest(row.holder, HOLDERS) or list(HOLDERS)
        raise CourseError(f"No colour for the holder {row.holder!r} of {row.place_id!r}. Did you mean {close[0]!r}?")
    return Interval(
        row.place_id, row.valid_from, _text(row.valid_to) or "9999-12-31", row.holder, str(row.date_basis),
        _text(row.announced_by), tuple(_text(row.source_ids).split("; ")),
    )  # fmt: skip


@define
class Holding:
    """The table of control, ready to be asked by day."""

    intervals: list[Interval]
    by_place: dict[str, list[Interval]] = field(factory=dict)
    by_start: dict[str, list[Interval]] = field(factory=dict)

    @classmethod
    def read(cls, control: pd.DataFrame) -> Holding:
        """Read the table, or say what is wrong with it."""
        if control.empty:
            raise CourseError("There is nobody to show: the table of control is empty. Did a filter leave nothing?")
        columns = ["place_id", "valid_from", "valid_to", "holder", "date_basis", "announced_by", "source_ids"]
        rows = control[columns].assign(valid_from=_days(control.valid_from), valid_to=_days(control.valid_to))
        holding = cls([_interval(row) for row in rows.astype(object).itertuples()])
        for interval in holding.intervals:
            holding.by_place.setdefault(interval.place_id, []).append(interval)
            holding.by_start.setdefault(interval.start, []).append(interval)
        return holding

    def on(self, place_id: str, day: str) -> Interval | None:
        """Return a place's interval on a day, if the table has one."""
        for interval in self.by_place.get(place_id, ()):
            if interval.start <= day < interval.end:
                return interval
        return None

    def days(self) -> list[str]:
        """Return every day on which something changed."""
        return sorted(self.by_start)

    def area_look(self, place_id: str, day: str) -> str:
        """Return the look of an area that follows a place: in the war of 2020 what was taken counts as contested."""
        found = self.on(place_id, day)
        if found is None:
            return ""
        is_open = _in_war(day) and _in_war(found.start) and found.holder == "Azerbaijan"
        return f"held_{'contested' if is_open else HOLDERS[found.holder]}"

    def place_look(self, place_id: str, day: str) -> str:
        """Return the look of a place: what one side alone announced is an open ring."""
        found = self.on(place_id, day)
        if found is None:
            return ""
        return f"{'at' if found.is_settled(day) else 'said'}_{HOLDERS[found.holder]}"

    def change(self, day: str, names: Mapping[str, tuple[int, str]], works: Mapping[str, str]) -> str:
        """Return what changed on a day, how it is dated and from which works, as sentences.

        `names` gives each place's rank (0 is named first) and its name.
        """
        new = sorted(self.by_start.get(day, []), key=_group_key)
        if not new:
            return "No change of holder in the table on this day."
        groups = [_group(key, list(rows), names) for key, rows in groupby(new, key=_group_key)]
        cited = list(dict.fromkeys(source for interval in new for source in interval.source_ids if source))
        told = "; ".join(works.get(source, source) for source in cited[:2])
        more = f"; and {len(cited) - 2} more works" if len(cited) > 2 else ""
        return f"{' '.join(groups)} Sources: {told}{more}."


def _group_key(interval: Interval) -> tuple[str, str, str]:
    return interval.holder, interval.basis, interval.announced_by


def _listed(names: list[str]) -> str:
    shown = ", ".join(names[:_NAMED])
    return shown + (f" and {len(names) - _NAMED} more" if len(names) > _NAMED else "")


def _group(key: tuple[str, str, str], rows: list[Interval], names: Mapping[str, tuple[int, str]]) -> str:
    holder, basis, announced_by = key
    how = f"announced by {announced_by}" if basis == "announced" and announced_by else _BASES.get(basis, basis)
    who = holder[0].upper() + holder[1:]
    ranked = sorted(names.get(row.place_id, (2, row.place_id)) for row in rows)
    return f"{who}: {_listed([name for _, name in ranked])} ({how})."


def within(days: Iterable[str]) -> list[str]:
    """Return the days that the table speaks of, in order."""
    return sorted({day for day in days if _FIRST <= day <= _LAST})
