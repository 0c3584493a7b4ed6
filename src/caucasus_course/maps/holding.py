"""How each interval of control is drawn and told on a map: its look on a day, and what changed that day."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from itertools import groupby

from caucasus_course.core.errors import CourseError, nearest
from caucasus_course.core.style import HOLDERS
from caucasus_course.data.control import Control, Interval

# Until the statement of 10 November 2020 settled the line, a capture of that autumn was one side's announcement:
# a place is drawn as announced, and the area round it as contested.
WAR_OF_2020 = (datetime.date(2020, 9, 27), datetime.date(2020, 11, 10))
_BASES = {
    "held": "dated by reports of who held it",
    "announced": "dated by one side's announcement",
    "agreed": "dated by an agreement of the sides",
    "assumed": "day assumed, not reported",
}
_NAMED = 8


def in_war_of_2020(day: datetime.date) -> bool:
    """Say whether a day lies in the war of 2020; the day of the statement does not."""
    return WAR_OF_2020[0] <= day < WAR_OF_2020[1]


def check_holders(control: Control) -> None:
    """Refuse a holder that has no colour, naming the nearest that has one."""
    for interval in control.intervals:
        if interval.holder not in HOLDERS:
            close = nearest(interval.holder, HOLDERS) or list(HOLDERS)
            told = f"No colour for the holder {interval.holder!r} of {interval.place_id!r}."
            raise CourseError(f"{told} Did you mean {close[0]!r}?")


def is_settled(interval: Interval, day: datetime.date) -> bool:
    """Say whether more than one side's announcement stands behind the holder on a day."""
    is_open = interval.date_basis == "announced" and in_war_of_2020(interval.since) and in_war_of_2020(day)
    return not is_open


def area_look(control: Control, place_id: str, day: datetime.date) -> str:
    """Return the look of an area that follows a place: in the war of 2020 what was taken counts as contested."""
    found = control.on(place_id, day)
    if found is None:
        return ""
    is_open = in_war_of_2020(day) and in_war_of_2020(found.since) and found.holder == "Azerbaijan"
    return f"held_{'contested' if is_open else HOLDERS[found.holder]}"


def place_look(control: Control, place_id: str, day: datetime.date) -> str:
    """Return the look of a place: what one side alone announced is an open ring."""
    found = control.on(place_id, day)
    return f"{'at' if is_settled(found, day) else 'said'}_{HOLDERS[found.holder]}" if found else ""


def change(control: Control, day: datetime.date, names: Mapping[str, tuple[int, str]], works: Mapping[str, str]) -> str:
    """Return what changed on a day, how it is dated and from which works, as sentences.

    `names` gives each place's rank (0 is named first) and its name; `works` how each source is cited in few words.
    """
    new = sorted(control.by_start.get(day, []), key=_group_key)
    if not new:
        return "No change of holder in the table on this day."
    groups = [_group(key, list(rows), names) for key, rows in groupby(new, key=_group_key)]
    cited = list(dict.fromkeys(source for interval in new for source in interval.source_ids))
    told = "; ".join(works.get(source, source) for source in cited[:2])
    more = f"; and {len(cited) - 2} more works" if len(cited) > 2 else ""
    return f"{' '.join(groups)} Sources: {told}{more}."


def _group_key(interval: Interval) -> tuple[str, str, str]:
    return interval.holder, interval.date_basis, interval.announced_by


def _listed(names: list[str]) -> str:
    shown = ", ".join(names[:_NAMED])
    return shown + (f" and {len(names) - _NAMED} more" if len(names) > _NAMED else "")


def _group(key: tuple[str, str, str], rows: list[Interval], names: Mapping[str, tuple[int, str]]) -> str:
    holder, basis, announced_by = key
    how = f"announced by {announced_by}" if basis == "announced" and announced_by else _BASES.get(basis, basis)
    who = holder[0].upper() + holder[1:]
    ranked = sorted(names.get(row.place_id, (2, row.place_id)) for row in rows)
    return f"{who}: {_listed([name for _, name in ranked])} ({how})."
