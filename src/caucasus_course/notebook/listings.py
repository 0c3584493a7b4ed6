"""The words for tables that are read: chosen rows, shares of a figure in another, who held several places."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from caucasus_course.core.errors import CourseError, unknown
from caucasus_course.core.figures import counted, figure, number
from caucasus_course.core.rows import Row
from caucasus_course.data import loaders
from caucasus_course.notebook.facts import holder
from caucasus_course.notebook.rows import find_row

if TYPE_CHECKING:
    import datetime

    import pandas as pd

    from caucasus_course.charts.listing import Listing

# Columns that are no column of a table: how they are made of its rows.
_MADE: dict[str, Callable[[Row], str]] = {"figure": figure, "counted": counted}


def _many(value: str | Sequence[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _fits(row: Row, column: str, wanted: str | Sequence[str]) -> bool:
    return any(fnmatchcase(str(row[column]), each) for each in _many(wanted))


def _rows_of(table: str | pd.DataFrame) -> list[Row]:
    if isinstance(table, str):
        return [row for row in loaders.rows(table) if row.get("status") != "unverified"]
    return [{str(key): value for key, value in row.items()} for row in table.to_dict("records")]


def _check_columns(asked: Sequence[str], found: list[Row]) -> None:
    if not found:
        raise CourseError("There is no row to show. Did a filter leave nothing?")
    for column in asked:
        if column not in found[0] and column not in _MADE:
            raise unknown("column", column, [*found[0], *_MADE])


def rows(
    table: str | pd.DataFrame,
    *,
    columns: Sequence[str],
    where: Mapping[str, str | Sequence[str]] | None = None,
    sort: str | Sequence[str] = (),
    title: str = "",
) -> Listing:
    """Return rows of a table to be read.

    Parameters
    ----------
    table : a table's name, such as "claims", or rows of one that you have chosen yourself; by name, unverified rows stay out
    columns : what is shown of each row, in this order; of claims also `figure` (in words) and `counted`
    where : for a column, the value that its rows have, or several; `*` stands for any letters
    sort : the column, or columns, by which the rows stand in order; as in the table without it
    title : what the rows are

    Examples
    --------
    >>> print(rows("places", where={"place_id": "shusha"}, columns=["name_hy_latn", "name_az"]))
    name_hy_latn | name_az
    Shushi | Şuşa

    """
    from caucasus_course.charts.listing import Listing, cell_words

    found = _rows_of(table)
    _check_columns([*columns, *(where or {}), *_many(sort)], found)
    kept = [row for row in found if all(_fits(row, column, wanted) for column, wanted in (where or {}).items())]
    _check_columns([], kept)
    kept.sort(key=lambda row: [cell_words(row[column]) for column in _many(sort)])
    made = [[cell_words(_MADE[column](row) if column in _MADE else row[column]) for column in columns] for row in kept]
    return Listing(title or (f"Rows of {table}" if isinstance(table, str) else "Rows"), columns, made)


def _point(claim: Row) -> float:
    if claim["point"] is None:
        raise CourseError(f"The claim {claim['claim_id']!r} gives {figure(claim)}; a share needs a single figure.")
    return float(claim["point"])


def _share(part_id: str, whole_id: str) -> list[str]:
    part, whole = (find_row("claims", "claim_id", each, kind="claim") for each in (part_id, whole_id))
    if part["unit"] != whole["unit"]:
        raise CourseError(f"{part_id!r} is in {part['unit']}, {whole_id!r} in {whole['unit']}: no share can be taken.")
    percent = 100 * _point(part) / _point(whole)
    return [counted(part), figure(part), counted(whole), figure(whole), f"{number(round(percent, 1))} %"]


def share(part: str | Sequence[str], *, of: str | Sequence[str]) -> Listing:
    """Return which share one reported figure is of another, in percent, with what each of them counts.

    Parameters
    ----------
    part : the id of a claim, or of several
    of : the id of the claim that is the whole; one for all parts, or one for each

    Examples
    --------
    >>> share("blockade-4623-tonnes-150-days", of="blockade-60000-tonnes-expected").body[0][-1]
    '7.7 %'

    """
    from caucasus_course.charts.listing import Listing

    parts, wholes = _many(part), _many(of)
    many = max(len(parts), len(wholes))
    parts, wholes = (each * many if len(each) == 1 else each for each in (parts, wholes))
    if len(parts) != len(wholes):
        raise CourseError(
            f"There are {len(parts)} parts and {len(wholes)} wholes; give one whole, or one for each part."
        )
    body = [_share(each, whole) for each, whole in zip(parts, wholes, strict=True)]
    return Listing("Shares", ("part", "figure", "of", "whole", "share"), body)


def holders(places: Sequence[str], date: str | datetime.date) -> Listing:
    """Return who held each of several places on a date, since when, and how that day is dated.

    Parameters
    ----------
    places : names or ids of places
    date : `YYYY-MM-DD`, from 20 February 1988 on

    Examples
    --------
    >>> print(holders(["shusha"], "2020-12-05"))
    place | holder | since | dated by
    Shusha | Azerbaijan | 2020-11-08 | announced

    """
    from caucasus_course.charts.listing import Listing, cell_words

    found = [holder(place, date) for place in _many(places)]
    names = {row["place_id"]: row["name_en"] for row in loaders.rows("places")}
    body = [[names[one.place_id], one.holder, cell_words(one.since), one.date_basis] for one in found]
    return Listing(f"Who held what on {date}", ("place", "holder", "since", "dated by"), body)
