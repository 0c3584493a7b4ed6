"""Write what a learner has done as one small file, and read such a file from anywhere without trusting it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from caucasus_course.core import strict_json
from caucasus_course.core.errors import CourseError
from caucasus_course.core.fields import FieldError, shown
from caucasus_course.learner.entry import FIELDS, Entry

FORMAT = "caucasus-course-passport"
VERSION = 1
FILE_NAME = "caucasus-course-passport.json"
MAX_ENTRIES = 20_000
MAX_VALUE_CHARACTERS = 30_000
MAX_MARKS = 100
_MOMENT = re.compile(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}\+00:00")


class PassportError(CourseError, ValueError):
    """A file that is no passport of this course; the message says where and why. Nothing of it is taken."""


def write_passport(entries: Iterable[Entry], *, with_texts: bool) -> str:
    """Return the text of a passport.

    Parameters
    ----------
    entries : what the learner's record has
    with_texts : whether what the learner wrote in words goes along; only when the learner has been told

    """
    taken = [entry.bare() for entry in entries if with_texts or not entry.is_free_text]
    rows = [{name: getattr(entry, name) for name in FIELDS} for entry in taken]
    whole = {"format": FORMAT, "version": VERSION, "has_texts": with_texts, "entries": rows}
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def read_passport(data: str | bytes, *, now: datetime | None = None) -> list[Entry]:
    """Return the entries of a passport: all of them, or an error that says which one is not as it should be.

    Points and marks inside are ignored: they are counted anew from the bank.
    """
    try:
        whole = strict_json.loads(data)
    except CourseError as error:
        raise PassportError(f"This file is not a passport: {error}.") from None
    rows = _rows(whole)
    latest = (now or datetime.now(UTC)) + timedelta(days=1)
    return [_entry(row, f"entry {number}", latest) for number, row in enumerate(rows, start=1)]


def _rows(whole: Any) -> list[Any]:
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise PassportError(f"This file is not a passport: it does not say that its format is {FORMAT!r}.")
    version = whole.get("version")
    if version != VERSION or isinstance(version, bool):
        raise PassportError(f"This passport is of version {shown(version)}; this course reads version {VERSION}.")
    rows = whole.get("entries")
    if not isinstance(rows, list):
        raise PassportError("This passport has no list of entries.")
    if len(rows) > MAX_ENTRIES:
        raise PassportError(f"This passport has {len(rows):,} entries; at most {MAX_ENTRIES:,} are taken.")
    return rows


def _entry(row: Any, where: str, latest: datetime) -> Entry:
    if not isinstance(row, dict) or not all(name in row for name in FIELDS):
        raise PassportError(f"This passport is damaged at {where}: it needs {', '.join(FIELDS)}.")
    try:
        entry = Entry(**{name: row[name] for name in FIELDS}).bare()
    except FieldError as error:
        raise PassportError(f"This passport is damaged at {where}, {error}.") from None
    _check_moment(row["kept_at"], where, latest)
    _check_value(entry, where)
    return entry


def _check_moment(kept_at: Any, where: str, latest: datetime) -> None:
    try:
        is_moment = isinstance(kept_at, str) and _MOMENT.fullmatch(kept_at) is not None
        moment = datetime.fromisoformat(kept_at) if is_moment else None
    except ValueError:
        moment = None
    if moment is None:
        raise PassportError(f"This passport is damaged at {where}: {shown(kept_at)} is not a moment in UTC.")
    if moment > latest:
        raise PassportError(f"This passport has something from the future at {where} ({kept_at[:10]}).")


def _check_value(entry: Entry, where: str) -> None:
    """Refuse a value of a form that the course never writes, so that nothing later has to be surprised."""
    if entry.kind in ("reflection", "prediction"):
        is_kept = isinstance(entry.value, str) or (entry.kind == "reflection" and _is_source_work(entry.value))
    elif entry.kind == "quiz":
        is_kept = isinstance(entry.value, dict) and "answer" in entry.value and _is_plain(entry.value["answer"])
    else:
        is_kept = entry.value is True
    if not is_kept or len(json.dumps(entry.value, ensure_ascii=False)) > MAX_VALUE_CHARACTERS:
        raise PassportError(
            f"This passport is damaged at {where}: {shown(entry.value)} is no {entry.kind} of this course."
        )


def _is_source_work(value: Any) -> bool:
    """Say whether a value is a choice (a verdict, a kind of evidence) with its reason, or the places of the words that were marked in an excerpt."""
    if isinstance(value, dict):
        return value.keys() == {"verdict", "reason"} and all(isinstance(text, str) for text in value.values())
    return isinstance(value, list) and len(value) <= MAX_MARKS and all(type(place) is int for place in value)


def _is_plain(answer: Any) -> bool:
    inner = answer.values() if isinstance(answer, dict) else answer if isinstance(answer, list) else [answer]
    return len(inner) <= 20 and all(
        isinstance(each, str | int | float) and not isinstance(each, bool) for each in inner
    )
