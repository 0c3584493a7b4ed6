"""Errors in the reader's words: what is wrong, where, and what would be right."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class CourseError(Exception):
    """Something a student or teacher can put right; the message says how."""


class UnknownNameError(CourseError, LookupError):
    """A name that the course does not have, with the nearest ones that it has."""


class DataFileError(CourseError, ValueError):
    """A data file that does not keep its own description; every fault is listed."""


def nearest(value: object, known: Iterable[str], *, limit: int = 3) -> list[str]:
    """Return up to `limit` known names that look like `value`, best first."""
    by_folded = {name.casefold(): name for name in known}
    found = get_close_matches(str(value).casefold(), by_folded, n=limit, cutoff=0.5)
    return [by_folded[name] for name in found]


def unknown(kind: str, value: object, known: Iterable[str]) -> UnknownNameError:
    """Build the error for a name that is not there: `No place called 'Shusa'. Did you mean 'shusha'?`."""
    names = sorted(known)
    close = nearest(value, names)
    if close:
        hint = f"Did you mean {' or '.join(map(repr, close))}?"
    elif names:
        hint = f"There are {len(names)}: {', '.join(map(repr, names[:12]))}{' …' if len(names) > 12 else ''}."
    else:
        hint = "There are none yet."
    return UnknownNameError(f"No {kind} called {value!r}. {hint}")
